/** `ringfence register load` and `register status`. */
import type { Command } from 'commander';
import { z } from 'zod';
import { EXIT, UserError } from '../errors.js';
import { loadRegister } from '../registers/load-register.js';
import { registerStatus } from '../registers/register-status.js';
import { describeLoad } from '../reports/register-load.js';
import { describeStatus } from '../reports/register-status.js';
import { openStore } from '../store/open-store.js';
import { REGISTERS, type Register } from '../store/register-copies.js';
import { type Context, say, sayJson } from './context.js';
import { addJsonOption, addStoreOption, countArgument, day, dayArgument, storePath } from './options.js';

const loadTyped = z.object({
  asOf: day,
  diallingCodes: z.string().optional(),
  expectCount: z.number().optional(),
  store: z.string().optional(),
  json: z.boolean().optional(),
});

const statusTyped = z.object({
  history: z.boolean().optional(),
  failOn: z.string().optional(),
  store: z.string().optional(),
  json: z.boolean().optional(),
});

export function addRegisterCommands(program: Command, context: Context): void {
  const register = program
    .command('register')
    .summary('load copies of the TPS and CTPS registers, and look at them');
  addLoad(register, context);
  addStatus(register, context);
}

function addLoad(register: Command, context: Context): void {
  const command = register
    .command('load')
    .summary('load a copy of a register')
    .description(
      'Loads a full copy of a register, or a part of it by dialling code, complete to the end of the as-of day.\n' +
        'Takes the official file (12 characters and CR LF a number, with or without spaces), plain text with one\n' +
        'number a line, and a CSV with one column. A file that is damaged or unlikely is refused, and the copy\n' +
        'loaded before stays in force.',
    )
    .argument('<register>', 'tps, ctps or fps')
    .argument('<file>', 'the register file, unpacked')
    .requiredOption('--as-of <date>', 'the day to whose end the file is complete', dayArgument)
    .option('--dialling-codes <codes>', 'a part copy: the dialling codes it covers, as 0113,0161')
    .option(
      '--expect-count <n>',
      'accept exactly this file although a guard refused it: its count of numbers',
      countArgument,
    );
  addStoreOption(command);
  addJsonOption(command);
  command
    .addHelpText('after', '\nExample:\n  ringfence register load tps tps_ns.txt --as-of 2026-11-20')
    .action(async (name: string, file: string, options: unknown) => {
      const typed = loadTyped.parse(options);
      const store = openStore(storePath(typed.store, context), 'write');
      try {
        const result = await loadRegister(store, context.clock, {
          register: registerNamed(name),
          path: file,
          asOf: typed.asOf,
          diallingCodes: typed.diallingCodes === undefined ? [] : diallingCodes(typed.diallingCodes),
          expectCount: typed.expectCount ?? null,
        });
        if (typed.json === true) sayJson(context, result);
        else say(context, describeLoad(result));
      } finally {
        store.close();
      }
    });
}

function addStatus(register: Command, context: Context): void {
  const command = register
    .command('status')
    .summary('the register copies held: age, days left, count, coverage')
    .description('Shows the register copies in force, how old they are today and how long they are good for.')
    .option('--history', 'every copy that was ever loaded')
    .option('--fail-on <gate>', '`stale`: exit 1 where the TPS or CTPS copy is missing or too old today');
  addStoreOption(command);
  addJsonOption(command);
  command
    .addHelpText('after', '\nExample:\n  ringfence register status --fail-on stale')
    .action((options: unknown) => {
      const typed = statusTyped.parse(options);
      if (typed.failOn !== undefined && typed.failOn !== 'stale') {
        throw new UserError(`\`--fail-on\` takes \`stale\` here, not \`${typed.failOn}\``);
      }
      const store = openStore(storePath(typed.store, context), 'read');
      try {
        const status = registerStatus(store, context.clock.today);
        if (typed.json === true) sayJson(context, status);
        else say(context, describeStatus(status, typed.history === true));
        const isStale = status.some(
          ({ register: name, current }) => name !== 'fps' && (current === null || current.daysLeft < 0),
        );
        if (typed.failOn === 'stale' && isStale) context.exitWith(EXIT.gateSaidNo);
      } finally {
        store.close();
      }
    });
}

function registerNamed(name: string): Register {
  const register = REGISTERS.find((known) => known === name.toLowerCase());
  if (register === undefined) {
    throw new UserError(`there is no register \`${name}\`; name one of ${REGISTERS.join(', ')}`);
  }
  return register;
}

function diallingCodes(text: string): string[] {
  return text.split(',').map((part) => {
    const code = part.trim();
    if (!/^0\d{2,5}$/.test(code)) {
      throw new UserError(`\`${code}\` is no dialling code; write them as \`--dialling-codes 0113,0161\``);
    }
    return code;
  });
}

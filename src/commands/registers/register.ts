/** `ringfence register load`, `update` and `status`. */
import type { Command } from 'commander';
import { z } from 'zod';
import { EXIT, UserError } from '../../errors.js';
import { loadRegister } from '../../registers/load/load-register.js';
import { updateRegister } from '../../registers/load/update-register.js';
import { registerStatus } from '../../registers/look-up/register-status.js';
import { describeLoad, describeUpdate } from '../../reports/registers/register-load.js';
import { describeStatus } from '../../reports/registers/register-status.js';
import { addCommand, argument, flag, option, TEXT } from '../command-table.js';
import { type Context, say, sayJson } from '../context.js';
import { COUNT, DAY, JSON_RESULT, registerNamed, STORE, storePath, withStore } from '../options.js';
import { addResultsCommand } from './register-results.js';

const REGISTER = argument('<register>', 'tps, ctps or fps', z.string());

export function addRegisterCommands(program: Command, context: Context): void {
  const register = program
    .command('register')
    .summary('load copies of the registers, or results of a screening service, and look at them');
  addLoad(register, context);
  addUpdate(register, context);
  addResultsCommand(register, context);
  addStatus(register, context);
}

function addLoad(register: Command, context: Context): void {
  addCommand(register, {
    name: 'load',
    summary: 'load a copy of a register',
    description:
      'Loads a full copy of a register, or a part of it by dialling code, complete to the end of the as-of day.\n' +
      'Takes the official file (12 characters and CR LF a number, with or without spaces), plain text with one\n' +
      'number a line, and a CSV with one column; as it is, packed with gzip, or alone in a zip archive. A file\n' +
      'that is damaged or unlikely is refused, and the copy loaded before stays in force. A "changes since"\n' +
      'file is for `register update`.',
    takes: {
      register: REGISTER,
      file: argument('<file>', 'the register file: text, CSV, gz or zip', z.string()),
      asOf: option('--as-of <date>', 'the day to whose end the file is complete', DAY),
      codes: option(
        '--dialling-codes <codes>',
        'a part copy: the dialling codes it covers, as 0113,0161',
        TEXT,
      ),
      expectCount: option(
        '--expect-count <n>',
        'accept exactly this file although a guard refused it: its count of numbers',
        COUNT.optional(),
      ),
      store: STORE,
      json: JSON_RESULT,
    },
    helpAfter: '\nExample:\n  ringfence register load tps tps_ns.txt --as-of 2026-11-20',
    act: (given) =>
      withStore(storePath(given.store, context), 'write', async (store) => {
        const result = await loadRegister(store, context.clock, {
          register: registerNamed(given.register),
          path: given.file,
          asOf: given.asOf,
          diallingCodes: given.codes === undefined ? [] : diallingCodes(given.codes),
          expectCount: given.expectCount ?? null,
        });
        if (given.json) sayJson(context, result);
        else say(context, describeLoad(result));
      }),
  });
}

function addUpdate(register: Command, context: Context): void {
  addCommand(register, {
    name: 'update',
    summary: 'update the copy held from a "changes since" file',
    description:
      'Applies a "changes since" file to the copy held: its numbers are added. Numbers are taken off only where\n' +
      'a file of them is given with --removals, since the changes may hold nothing but additions; without one,\n' +
      'what left the register stays held as listed, and `register status` says since when. The changes have to\n' +
      'begin no later than the copy held ends, and removals exactly there. Takes the same formats as `load`.',
    takes: {
      register: REGISTER,
      file: argument('<file>', 'the numbers added: text, CSV, gz or zip', z.string()),
      since: option('--since <date>', 'the day after whose end the changes begin', DAY),
      asOf: option('--as-of <date>', 'the day to whose end they are complete', DAY),
      removals: option('--removals <file>', 'the numbers that left the register between the two days', TEXT),
      expectCount: option(
        '--expect-count <n>',
        'accept exactly these files although a guard refused them: their count of numbers together',
        COUNT.optional(),
      ),
      store: STORE,
      json: JSON_RESULT,
    },
    helpAfter:
      '\nExample:\n  ringfence register update tps tps_changes.txt --since 2026-11-20 --as-of 2026-11-22',
    act: (given) =>
      withStore(storePath(given.store, context), 'write', async (store) => {
        const result = await updateRegister(store, context.clock, {
          register: registerNamed(given.register),
          path: given.file,
          since: given.since,
          asOf: given.asOf,
          removalsPath: given.removals ?? null,
          expectCount: given.expectCount ?? null,
        });
        if (given.json) sayJson(context, result);
        else say(context, describeUpdate(result));
      }),
  });
}

function addStatus(register: Command, context: Context): void {
  addCommand(register, {
    name: 'status',
    summary: 'the register copies held: age, days left, count, coverage',
    description:
      'Shows the register copies in force, how old they are today and how long they are good for. Reads all that\n' +
      'is held of them, and fails where any of it is damaged.',
    takes: {
      history: flag('--history', 'every copy that was ever loaded or updated, with its movement'),
      failOn: option(
        '--fail-on <gate>',
        '`stale`: exit 1 where the TPS or CTPS copy is missing or too old today',
        TEXT,
      ),
      store: STORE,
      json: JSON_RESULT,
    },
    helpAfter: '\nExample:\n  ringfence register status --fail-on stale',
    act: async ({ history, failOn, store, json }) => {
      if (failOn !== undefined && failOn !== 'stale') {
        throw new UserError(`\`--fail-on\` takes \`stale\` here, not \`${failOn}\``);
      }
      await withStore(storePath(store, context), 'read', (open) => {
        const status = registerStatus(open, context.clock.today);
        if (json) sayJson(context, status);
        else say(context, describeStatus(status, history));
        const isStale = status.some(
          ({ register: name, current }) => name !== 'fps' && (current === null || current.daysLeft < 0),
        );
        if (failOn === 'stale' && isStale) context.exitWith(EXIT.gateSaidNo);
      });
    },
  });
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

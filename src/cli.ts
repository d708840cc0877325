/**
 * Builds the program, and is the only reader of arguments, environment and clock. Only here is anything
 * caught: a `UserError` becomes a sentence and exit 2, anything else a stack without contact data and exit 3.
 */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { z } from 'zod';
import { readClock } from './clock.js';
import { addCheckCommand } from './commands/check.js';
import type { Context } from './commands/context.js';
import { addInitCommand } from './commands/init.js';
import { addInspectCommand } from './commands/inspect.js';
import { addLedgerCommands } from './commands/ledger.js';
import { addObjectionCommand } from './commands/objection.js';
import { addReasonsCommand } from './commands/reasons.js';
import { addRegisterCommands } from './commands/register.js';
import { addRunsCommand } from './commands/runs.js';
import { addScreenCommand } from './commands/screen.js';
import { EXIT, type ExitCode, hasCode, UserError } from './errors.js';
import { maskText } from './reports/mask.js';

export type World = Pick<Context, 'stdin' | 'stdout' | 'stderr' | 'environment'>;

/** Runs the command that `argv` (without node and script) names. Resolves to the exit code; never throws. */
export async function run(argv: readonly string[], world: World): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.completed;
  try {
    const context: Context = {
      ...world,
      clock: readClock(world.environment),
      version: readVersion(),
      exitWith: (code) => {
        exitCode = code;
      },
    };
    await buildProgram(context).parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (thrown) {
    return report(thrown, world);
  }
}

/** The whole program, for running it and for printing its help. */
export function buildProgram(context: Context): Command {
  const program = new Command('ringfence')
    .description(
      'Screens an outbound contact list against UK law before anyone dials, texts or writes.\n' +
        'Offline, on this machine. It is not legal advice.',
    )
    .version(context.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
    })
    .configureHelp({ helpWidth: 110, showGlobalOptions: true })
    .showHelpAfterError('(add --help to see how it is used)');
  addInitCommand(program, context);
  addRegisterCommands(program, context);
  addLedgerCommands(program, context);
  addObjectionCommand(program, context);
  addInspectCommand(program, context);
  addScreenCommand(program, context);
  addCheckCommand(program, context);
  addReasonsCommand(program, context);
  addRunsCommand(program, context);
  return program;
}

function report(thrown: unknown, { stderr }: World): ExitCode {
  if (thrown instanceof CommanderError) {
    // Help and version were printed; everything else commander has explained on stderr itself.
    return thrown.exitCode === 0 ? EXIT.completed : EXIT.userError;
  }
  if (thrown instanceof UserError) {
    stderr.write(`ringfence: ${thrown.message}\n`);
    return EXIT.userError;
  }
  if (hasCode(thrown, 'ENOSPC')) {
    stderr.write('ringfence: the disk is full; nothing was published. Make room and run it again\n');
    return EXIT.userError;
  }
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  stderr.write(`ringfence: this is a bug, and nothing was published.\n${maskText(stack)}\n`);
  return EXIT.bug;
}

const packageFile = z.object({ version: z.string() });

function readVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return packageFile.parse(JSON.parse(text)).version;
}

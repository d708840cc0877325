/**
 * Builds the program, and is the only reader of arguments, environment and clock. Only here is anything
 * caught: a `UserError` becomes a sentence and exit 2, anything else a stack without contact data and exit 3.
 */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { readClock } from './clock.js';
import type { Context } from './commands/context.js';
import { EXIT, type ExitCode, hasCode, UserError } from './errors.js';
import { maskedStack, maskText } from './reports/words/mask.js';

type AddCommand = (program: Command, context: Context) => void;

/** Every command in the order of the help. A run loads its own alone: the rest would double its start-up. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  init: async () => (await import('./commands/init.js')).addInitCommand,
  register: async () => (await import('./commands/registers/register.js')).addRegisterCommands,
  ledger: async () => (await import('./commands/ledger/ledger.js')).addLedgerCommands,
  objection: async () => (await import('./commands/objection.js')).addObjectionCommand,
  inspect: async () => (await import('./commands/inspect.js')).addInspectCommand,
  screen: async () => (await import('./commands/screen.js')).addScreenCommand,
  check: async () => (await import('./commands/check.js')).addCheckCommand,
  explain: async () => (await import('./commands/explain.js')).addExplainCommand,
  reasons: async () => (await import('./commands/reasons.js')).addReasonsCommand,
  runs: async () => (await import('./commands/runs.js')).addRunsCommand,
};

export type World = Pick<Context, 'stdin' | 'stdout' | 'stderr' | 'environment'>;

/** Runs the command that `argv` (without node and script) names. Resolves to the exit code; never throws. */
export async function run(argv: readonly string[], world: World): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT.completed;
  try {
    const context: Context = {
      ...world,
      clock: readClock(world.environment),
      isReferenceOnly: world.environment.RINGFENCE_REFERENCE === '1',
      version: readVersion(),
      exitWith: (code) => {
        exitCode = code;
      },
    };
    const program = await buildProgram(context, argv[0]);
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (thrown) {
    return report(thrown, world);
  }
}

/**
 * The program with the command that is called `only`; with all of them where there is none of that name, so
 * that help and mistyped names know every one.
 */
export async function buildProgram(context: Context, only?: string): Promise<Command> {
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
  for (const add of await Promise.all(commandsFor(only).map((load) => load()))) add(program, context);
  return program;
}

function commandsFor(only: string | undefined): readonly (() => Promise<AddCommand>)[] {
  if (only === '--version' || only === '-V') return [];
  const asked = only === undefined || !Object.hasOwn(COMMANDS, only) ? undefined : COMMANDS[only];
  return asked === undefined ? Object.values(COMMANDS) : [asked];
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
  const told = thrown instanceof Error ? maskedStack(thrown) : maskText(String(thrown));
  stderr.write(`ringfence: this is a bug, and nothing was published.\n${told}\n`);
  return EXIT.bug;
}

function readVersion(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const [, version = 'unknown'] = /"version": "([^"]+)"/.exec(text) ?? [];
  return version;
}

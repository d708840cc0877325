/**
 * The built program on a real terminal, as `script` of util-linux (or of BSD) opens one: typed to, and read
 * as a person would see it.
 */
import { spawn } from 'node:child_process';
import { PROGRAM } from './workdir.js';

export interface Session {
  readonly exitCode: number | null;
  /** All that stood on the screen, what was typed included, without colours. */
  readonly screen: string;
  /** What was to be typed and was never asked for. */
  readonly untyped: readonly string[];
}

interface Terminal {
  readonly cwd: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Answers to the prompts `> ` in turn; the last one is `CTRL_C` or `CTRL_D` where it is broken off. */
  readonly answers?: readonly string[];
}

export const CTRL_C = '\u0003';
export const CTRL_D = '\u0004';

/** A line that was drawn and then wiped: progress. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as below
const WIPED = /[^\n]*\r\u001b\[K/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal is steered by
const STEERING = /\u001b\[[0-9;?]*[A-Za-z]/gu;

/** Runs the program with `args` and types each answer when it is asked for. */
export async function atTerminal(
  args: readonly string[],
  { cwd, environment, answers = [] }: Terminal,
): Promise<Session> {
  const line = ['exec', process.execPath, PROGRAM, ...args].map(quoted).join(' ');
  const command = `stty cols 140 rows 50; ${line}`;
  const opened =
    process.platform === 'darwin' ? ['-q', '/dev/null', 'sh', '-c', command] : ['-qec', command, '/dev/null'];
  const running = spawn('script', opened, {
    cwd,
    env: {
      PATH: process.env.PATH,
      TMPDIR: process.env.TMPDIR,
      TERM: 'xterm',
      SHELL: '/bin/sh',
      ...environment,
    },
  });
  const waiting = [...answers];
  let screen = '';
  let answeredAt = -1;
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
    const seen = screen.replace(STEERING, '');
    // One prompt may come in several pieces, of which only the first is seen.
    if (!/(?:^|\n)> $/u.test(seen) || seen.length === answeredAt) return;
    answeredAt = seen.length;
    const answer = waiting.shift();
    if (answer === undefined) running.stdin.end();
    else running.stdin.write(answer === CTRL_C || answer === CTRL_D ? answer : `${answer}\r`);
  });
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    running.on('error', reject).on('close', resolve);
  });
  const lines = screen.replace(WIPED, '').replace(STEERING, '').replaceAll('\r\n', '\n');
  return { exitCode, screen: lines, untyped: waiting };
}

function quoted(word: string): string {
  return word === 'exec' ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** What a command may use of the world, handed in so that tests can hand in another. */
import type { Readable, Writable } from 'node:stream';
import type { Clock } from '../clock.js';
import type { ExitCode } from '../errors.js';

export interface Context {
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly environment: NodeJS.ProcessEnv;
  readonly clock: Clock;
  /** Screen without the fast path (`RINGFENCE_REFERENCE=1`). */
  readonly isReferenceOnly: boolean;
  readonly version: string;
  /** Sets what the process will exit with. */
  readonly exitWith: (code: ExitCode) => void;
}

/** Writes a line to stdout: a result. */
export function say(context: Context, line: string): void {
  context.stdout.write(`${line}\n`);
}

/** Writes a line to stderr: progress or a warning. */
export function warn(context: Context, line: string): void {
  context.stderr.write(`${line}\n`);
}

/** Writes a result as JSON to stdout. */
export function sayJson(context: Context, value: unknown): void {
  say(context, JSON.stringify(value, null, 2));
}

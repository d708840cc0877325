/**
 * What can go wrong, in two kinds that are never blurred: a `UserError` is a sentence the user can act
 * on (exit 2); anything else that is thrown is a bug (exit 3) and keeps its stack.
 */

export const EXIT = {
  /** Completed. Blocked rows are the normal product of a screening. */
  completed: 0,
  /** Completed, and the gate that the user asked for said no. */
  gateSaidNo: 1,
  /** The user can fix it: usage, configuration, unreadable input, a missing store. */
  userError: 2,
  /** A bug. */
  bug: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/**
 * An error the user can put right. The message says what is wrong, where (file, line, column) and what to do
 * next: lower case, backticks round input, no final stop, no contact data.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** The message of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Whether `thrown` is a system error with this code, such as `ENOENT`. */
export function hasCode(thrown: unknown, code: string): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code;
}

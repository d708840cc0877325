/** What a person said of a column, and what its values mean then. */
import type { FlagReading, Role } from '../roles.js';
import { valueKey } from './profile.js';

/** `yes` refuses; `no` does not; `not-recorded`: nobody answered; `review`: a person looks at each record. */
export const VALUE_ANSWERS = ['yes', 'no', 'not-recorded', 'dead', 'review'] as const;
export type ValueAnswer = (typeof VALUE_ANSWERS)[number];

export type ColumnAnswer =
  | {
      readonly kind: 'role';
      readonly role: Role;
      /** By `valueKey`; null: its values are read as those of any column of the role. */
      readonly values: ReadonlyMap<string, ValueAnswer> | null;
    }
  /** Says nothing of contact. Values: those that stood there then; null: any. */
  | { readonly kind: 'ignore'; readonly values: ReadonlySet<string> | null }
  /** Free text: searched for words, its numbers left alone. */
  | { readonly kind: 'text' };

/** What a list's owner said of its columns, by `columnLabel`. */
export interface ListAnswers {
  readonly columns: ReadonlyMap<string, ColumnAnswer>;
  /** None of the other open columns says that somebody may not be contacted. */
  readonly isRestIgnored: boolean;
}

export const NO_ANSWERS: ListAnswers = { columns: new Map(), isRestIgnored: false };

/**
 * How a cell of an answered column is read; null where the answer does not say. A value that was never answered is
 * `unread`: the survey asks about it, and until then a person looks.
 */
export function answeredReading(answer: ColumnAnswer, cell: string): FlagReading | 'dead' | null {
  if (answer.kind !== 'role' || answer.values === null) return null;
  const key = valueKey(cell);
  if (key === '') return 'not-recorded';
  const said = answer.values.get(key);
  return said === undefined || said === 'review' ? 'unread' : said;
}

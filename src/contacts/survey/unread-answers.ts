/**
 * Does a column about contact hold yes and no, while nobody said what it is? `Call Y/N`, `By post` or a
 * `Mobile` column full of `No` may be where somebody's refusal stands.
 */
import type { Channel } from '../../screening/campaign.js';
import { isBareAnswer } from '../cells/flag-values.js';
import type { ColumnRoles } from '../columns/column-roles.js';
import { likeliestRole, namesContact } from '../columns/header-opt-outs.js';
import type { OpenQuestion } from '../columns/open-questions.js';
import type { RecordBatch } from '../csv/record-batch.js';
import type { OptOutRole, Role } from '../roles.js';
import { isScreeningColumn } from '../screening-columns.js';
import { headerWords } from '../text/header-words.js';
import { bindingRoles } from './list-opt-outs.js';

export interface UnreadAnswers {
  add(batch: RecordBatch, row: number): void;
  /** Counts cells that are no answers: by column, how many of them hold anything. */
  addFilled(written: Float64Array): void;
  /** Which columns are to be asked about. */
  questions(): readonly OpenQuestion[];
}

/** In a column of numbers or addresses, the share of the filled cells that makes it one of answers. */
const SHARE = 0.5;

/** Columns that tell of a number or address, or of what was sent. */
const OTHER_ANSWERS =
  /\b(?:bad|valid|validated|verified|verification|has|hold|bounced|bounce|count|total|number of|times|last|sent|opened|clicked|made|attempts?|primary|type|cell|federal|trade|knock|walk|share|sell|exchange|double)\b/;

/** Roles whose cells should hold anything but yes and no. */
const CONTACT_ROLES: readonly Role[] = ['phone', 'fax', 'email', 'social_handle'];

/** To have given an opt-in is proved in the ledger; that somebody has given none matters to its own channel only. */
const OPT_IN = /\bopt(?:ed)? in\b|\bsubscri/;

/** A watch over the columns about contact in which answers would be passed over, for a run on `channel`. */
export function createUnreadAnswers(columns: ColumnRoles, channel: Channel): UnreadAnswers {
  const asked = new Set(
    columns.questions.flatMap((question) => (question.kind === 'opt-out-header' ? [question.column] : [])),
  );
  const watched = columns.header.flatMap((name, column) => {
    if (asked.has(column)) return [];
    const words = headerWords(name);
    const roles = columns.rolesOf(column);
    const isContact = roles.some((role) => CONTACT_ROLES.includes(role));
    const isUnknown =
      (roles.length === 0 || roles.includes('notes')) &&
      !columns.isNamedByPreset(column) &&
      !isScreeningColumn(name) &&
      namesContact(words) &&
      !OTHER_ANSWERS.test(words) &&
      (!OPT_IN.test(words) || binds(likeliestRole(words), channel));
    return isContact || isUnknown ? [{ column, words, isContact, filled: 0, answers: 0 }] : [];
  });
  return {
    add(batch, row) {
      for (const tally of watched) {
        const cell = batch.cell(row, tally.column);
        if (cell === '') continue;
        tally.filled += 1;
        // A number or an address is longer than any answer.
        if (cell.length <= LONGEST_ANSWER && isBareAnswer(cell)) tally.answers += 1;
      }
    },
    addFilled(written) {
      for (const tally of watched) tally.filled += written[tally.column] ?? 0;
    },
    questions: () =>
      watched
        .filter(({ isContact, filled, answers }) => answers > 0 && (!isContact || answers >= filled * SHARE))
        .map(({ column, words }) => ({ kind: 'unread-answers', column, role: likeliestRole(words) })),
  };
}

const LONGEST_ANSWER = 12;

function binds(role: OptOutRole | 'deceased', channel: Channel): boolean {
  return role !== 'deceased' && bindingRoles(channel).includes(role);
}

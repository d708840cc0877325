/** Which answer to a question is the likeliest, and how would each value be read then? A person confirms it. */
import { readFlag } from '../cells/flag-values.js';
import type { FlagSense, Role } from '../roles.js';
import type { ColumnFacts, StrongReason } from './account-for-column.js';
import type { ColumnAnswer, ValueAnswer } from './column-answer.js';
import { isEverydayValue } from './everyday-values.js';
import type { HeaderSense, Vocabulary } from './header-sense.js';
import type { ColumnProfile, ProfileValue } from './profile.js';

/** The role that a column of flags with this header would have. */
export function likeliestFlagRole({ roles, isPresetOptOut }: ColumnFacts, sense: HeaderSense): Role {
  const [role] = roles;
  return isPresetOptOut && role !== undefined ? role : sense.role;
}

/** Whether the column is likelier to be of flags than to say nothing of contact. */
export function isLikelyFlag(why: StrongReason): boolean {
  switch (why.kind) {
    case 'refusing-header':
    case 'permission-header':
    case 'telling-header':
    case 'gone-rows':
    case 'refusing-values':
    case 'codes':
    case 'words-for-contacts':
    case 'calling-code':
    case 'new-values':
      return true;
    case 'answers':
      return false;
  }
}

/** The answer that makes the column one of flags: with its values, unless they are too many to be listed. */
export function flagAnswer(
  role: Role,
  why: StrongReason,
  sense: HeaderSense,
  profile: ColumnProfile,
  vocabulary: Vocabulary,
  before: ColumnAnswer | null,
): ColumnAnswer {
  if (profile.isMany) return { kind: 'role', role, values: null };
  const said = before?.kind === 'role' ? before.values : null;
  const values = new Map(said ?? []);
  for (const value of profile.values) {
    if (!values.has(value.key)) values.set(value.key, likeliestReading(value, why, sense, vocabulary));
  }
  return { kind: 'role', role, values };
}

/** What nobody can tell goes to a person. */
function likeliestReading(
  { key, text, form }: ProfileValue,
  why: StrongReason,
  { sense, matter }: HeaderSense,
  vocabulary: Vocabulary,
): ValueAnswer {
  if (why.kind === 'calling-code') return why.values.includes(key) ? 'review' : 'no';
  if (form === 'placeholder') return 'not-recorded';
  const says = vocabulary.sayOf(text);
  if (says === 'dead') return 'dead';
  if (says === 'refuses') return 'yes';
  const reading = readFlag(form === 'day' ? '2026-01-01' : key, senseFor(why, sense));
  if (reading === 'yes') return matter === 'death' ? 'dead' : 'yes';
  if (reading !== 'unread') return reading;
  return says === 'nothing' && isEverydayValue(key) ? 'no' : 'review';
}

function senseFor(why: StrongReason, sense: FlagSense): FlagSense {
  return why.kind === 'refusing-header' || why.kind === 'permission-header' ? sense : 'unclear';
}

/**
 * What is to be asked about the columns of a list, as data: a question for each column that is strongly open, and
 * one for all that are weakly open. The words of a question are made where it is shown.
 *
 * ```ts
 * const accounts = accountForList(facts, profiles, PLAIN_VOCABULARY);
 * const { strong, rest } = questionsOf(facts, profiles, accounts, answers, PLAIN_VOCABULARY);
 * ```
 *
 * INVARIANT: each answer that is offered is accepted by `applyAnswers`, and the question is gone then.
 */
import type { Role } from '../roles.js';
import {
  accountForColumn,
  type ColumnAccount,
  type ColumnFacts,
  isOptOutRole,
  type ListContext,
  type StrongReason,
} from './account-for-column.js';
import type { ColumnAnswer, ListAnswers } from './column-answer.js';
import type { HeaderSense, Vocabulary } from './header-sense.js';
import { flagAnswer, isLikelyFlag, likeliestFlagRole } from './likeliest-answer.js';
import { type ColumnProfile, distinctValues, mostFrequent, type ProfileValue } from './profile.js';
import { tellingHeader } from './telling-headers.js';

/** The values of a column as a question shows them. */
export interface ShownValues {
  /** The most frequent first, and so many of them at most; among them every value that made the question. */
  readonly values: readonly ProfileValue[];
  /** Distinct values that are not shown; about, where they are many. */
  readonly others: number;
}

export interface ColumnQuestion {
  readonly column: number;
  readonly label: string;
  readonly why: StrongReason;
  readonly shown: ShownValues;
  /** The likeliest first. Never empty. */
  readonly offers: readonly ColumnAnswer[];
}

/** Does any of these columns say that somebody may not be contacted? */
export interface RestQuestion {
  readonly columns: readonly {
    readonly column: number;
    readonly label: string;
    readonly shown: ShownValues;
    /** What may be said of this one alone. */
    readonly offers: readonly ColumnAnswer[];
  }[];
}

export interface ListQuestions {
  readonly strong: readonly ColumnQuestion[];
  /** null: there is no rest, or it was answered. */
  readonly rest: RestQuestion | null;
}

/** So many values of a column are shown; with 300 open columns a file of questions still stays one to read. */
export const MOST_SHOWN = 30;

/** What stands beside the columns, as their headers and roles tell. */
export function contextOf(facts: readonly ColumnFacts[]): ListContext {
  return {
    hasNumbers: facts.some(({ roles }) => roles.includes('phone') || roles.includes('fax')),
    isBesideCalls: facts.some(({ header }) => tellingHeader(header).isAboutCalls),
  };
}

/** What each column is. `profiles` stand in the order of the columns. */
export function accountForList(
  facts: readonly ColumnFacts[],
  profiles: readonly ColumnProfile[],
  vocabulary: Vocabulary,
): readonly ColumnAccount[] {
  const context = contextOf(facts);
  return facts.map((column, index) =>
    accountForColumn(column, profileAt(profiles, index), context, vocabulary),
  );
}

export function questionsOf(
  facts: readonly ColumnFacts[],
  profiles: readonly ColumnProfile[],
  accounts: readonly ColumnAccount[],
  { isRestIgnored }: ListAnswers,
  vocabulary: Vocabulary,
): ListQuestions {
  const strong: ColumnQuestion[] = [];
  const rest: RestQuestion['columns'][number][] = [];
  for (const [column, account] of accounts.entries()) {
    const fact = facts[column];
    if (fact === undefined || account.kind !== 'open') continue;
    const profile = profileAt(profiles, column);
    const { label } = fact;
    switch (account.strength) {
      case 'strong': {
        const { why, sense } = account;
        const offers = offersFor(fact, why, sense, profile, vocabulary);
        strong.push({ column, label, why, shown: shownOf(profile, why), offers });
        break;
      }
      case 'weak': {
        const offers: ColumnAnswer[] = [ignoring(profile), { kind: 'text' }];
        rest.push({ column, label, shown: shownOf(profile, null), offers });
        break;
      }
    }
  }
  return { strong, rest: rest.length === 0 || isRestIgnored ? null : { columns: rest } };
}

function profileAt(profiles: readonly ColumnProfile[], column: number): ColumnProfile {
  const profile = profiles[column];
  if (profile === undefined) throw new Error('every column has a profile');
  return profile;
}

function offersFor(
  fact: ColumnFacts,
  why: StrongReason,
  sense: HeaderSense,
  profile: ColumnProfile,
  vocabulary: Vocabulary,
): readonly ColumnAnswer[] {
  const likeliest = likeliestFlagRole(fact, sense);
  const asFlag = (role: Role): ColumnAnswer => flagAnswer(role, why, sense, profile, vocabulary, fact.answer);
  if (fact.isPresetOptOut) {
    const others = (['do_not_contact', 'do_not_call', 'do_not_text', 'do_not_email'] as const).filter(
      (role) => role !== likeliest,
    );
    return [likeliest, ...others].filter(isOptOutRole).map(asFlag);
  }
  const flags = [...new Set([...roleBefore(fact), likeliest, 'do_not_contact' as const])].map(asFlag);
  const contacts = contactRolesOf(fact, why);
  const aside: readonly ColumnAnswer[] = [ignoring(profile), { kind: 'text' }];
  return isLikelyFlag(why) ? [...flags, ...contacts, ...aside] : [...aside, ...flags, ...contacts];
}

/** The role that was answered before new values came. */
function roleBefore({ answer }: ColumnFacts): readonly Role[] {
  return answer?.kind === 'role' && (isOptOutRole(answer.role) || answer.role === 'deceased')
    ? [answer.role]
    : [];
}

function contactRolesOf({ roles }: ColumnFacts, why: StrongReason): readonly ColumnAnswer[] {
  if (why.kind !== 'words-for-contacts') return [];
  return roles.map((role) => ({ kind: 'role', role, values: null }));
}

/** That the column says nothing of contact holds for the values that stand there now. */
function ignoring({ values, isMany }: ColumnProfile): ColumnAnswer {
  return { kind: 'ignore', values: isMany ? null : new Set(values.map(({ key }) => key)) };
}

/** The values that made the question come first, then the most frequent. */
function shownOf(profile: ColumnProfile, why: StrongReason | null): ShownValues {
  const marked = new Set(why !== null && 'values' in why ? why.values : []);
  const inOrder = mostFrequent(profile);
  const first = inOrder.filter(({ key }) => marked.has(key)).slice(0, MOST_SHOWN);
  const chosen = new Set([...first, ...inOrder].slice(0, MOST_SHOWN + first.length).map(({ key }) => key));
  const values = inOrder.filter(({ key }) => chosen.has(key)).slice(0, 2 * MOST_SHOWN);
  return { values, others: Math.max(0, distinctValues(profile) - values.length) };
}

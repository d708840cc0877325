/** What happens when a declared fact is answered otherwise than wanted, or left open: in plain words. */
import type { DeclaredFact, FactKey } from '../screening/facts.js';
import { draftCampaign } from './answers.js';

/** Effects of an answer that closes no gate, but that a rule of its own takes up. */
const TAKEN_UP_ELSEWHERE: Partial<Record<FactKey, string>> = {
  'calls.leaves_voicemail': 'Yes: only people whose consent covers such a message may be rung.',
  contains_promotion: 'Yes: it is judged as marketing, whatever its purpose is called.',
  'list.source': 'Some sources have rules of their own.',
  'list.controller_kind':
    'A party, a religious body or a trade union: only people who agreed to it may be contacted.',
  'research.answers_reused_for_marketing': 'Yes: it is marketing, not research.',
};

/** Circumstances that call for a fact, beyond channel and purpose. */
const ASKED_WHERE: Partial<Record<FactKey, string>> = {
  'list.controller_kind': "the list is another organisation's membership",
  'list.authorised': 'the list belongs to another organisation',
  'list.authorisation': 'the list belongs to another organisation',
  'processor.contract': 'such a firm or group is named',
  'pensions.fca_authorised_or_trustee': 'the sector is pensions',
};

/** Sentences on `fact`: the channels and purposes that need it, a wrong answer, and an open one. */
export function describeFact(fact: DeclaredFact): string {
  return [neededFor(fact), wrongAnswer(fact), openAnswer(fact)].filter((part) => part !== '').join(' ');
}

function neededFor({ key, channels, purposes }: DeclaredFact): string {
  const words = [channels, purposes].flatMap((needed) => (needed === 'all' ? [] : needed));
  const where = ASKED_WHERE[key];
  if (words.length === 0) return where === undefined ? '' : `Asked where ${where}.`;
  return `Asked for ${words.join(', ')}${where === undefined ? '' : `, where ${where}`}.`;
}

function wrongAnswer(fact: DeclaredFact): string {
  const { wrong } = fact;
  const answer = wrongWord(fact);
  if (wrong.effect === 'elsewhere') return TAKEN_UP_ELSEWHERE[fact.key] ?? '';
  // Without a wrong word nothing that can be written is wrong; then only the open answer matters.
  return answer === '' ? '' : `${answer}: ${whatHappens(wrong.effect, fact)} (${wrong.code}).`;
}

function openAnswer(fact: DeclaredFact): string {
  const { open } = fact;
  switch (open.effect) {
    case 'review':
    case 'block':
      return `Left open: ${whatHappens(open.effect, fact)} (${open.code}).`;
    case 'taken-as':
      return `Left open, it is ${open.says}.`;
  }
}

function whatHappens(effect: 'block' | 'review', { concerns }: DeclaredFact): string {
  return `${whom(concerns)} ${effect === 'block' ? 'is blocked' : 'goes to review'}`;
}

function whom(concerns: DeclaredFact['concerns']): string {
  switch (concerns) {
    case 'every-row':
      return 'everybody';
    case 'individuals':
      return 'everybody who is not a company';
    case 'ended-members':
      return 'everybody whose membership has ended';
  }
}

/** The answer to a yes-or-no fact that is not wanted: the table itself is asked, so that the two agree. */
function wrongWord(fact: DeclaredFact): 'Yes' | 'No' | '' {
  if (fact.form.kind !== 'yes-no') return '';
  return fact.answer(draftCampaign({ [fact.key]: true })) === 'wrong' ? 'Yes' : 'No';
}

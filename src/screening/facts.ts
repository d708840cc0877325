/**
 * The declared facts: what only a person can say of a campaign and its list. This one table drives the
 * gates, the comments of `campaign.yaml`, the questions of `ringfence init` and the summary's open facts.
 */
import {
  type Campaign,
  type Channel,
  isAnothersList,
  LIST_CONTROLLER_KINDS,
  LIST_SOURCES,
  mayListMembers,
  type Purpose,
} from './campaign.js';

export type FactKey =
  | 'calls.number_presented'
  | 'calls.caller_identified'
  | 'calls.leaves_voicemail'
  | 'messages.opt_out_included'
  | 'contains_promotion'
  | 'list.source'
  | 'list.controller_kind'
  | 'list.authorised'
  | 'list.authorisation'
  | 'list.privacy_notice_given'
  | 'list.post_lapse_notice'
  | 'processor.contract'
  | 'research.answers_reused_for_marketing'
  | 'pensions.fca_authorised_or_trustee';

/** How the file answers a fact: as wanted, otherwise, or not at all. */
export type FactAnswer = 'wanted' | 'wrong' | 'open';

/** What a wrong answer does. `elsewhere`: it closes no gate, but a rule of its own takes it up. */
export type WrongEffect =
  | { readonly effect: 'block'; readonly code: BlockingFactCode }
  | { readonly effect: 'review'; readonly code: ReviewingFactCode }
  | { readonly effect: 'elsewhere' };

export type BlockingFactCode =
  | 'cli-withheld'
  | 'caller-identity-missing'
  | 'opt-out-facility-missing'
  | 'list-unauthorised'
  | 'processor-contract-missing'
  | 'pension-call-restricted';

export type ReviewingFactCode = 'privacy-notice-missing' | 'lapsed-no-post-lapse-notice';

/** What an open fact does. */
export type OpenEffect =
  | {
      readonly effect: 'review';
      readonly code: 'campaign-fact-missing' | 'list-provenance-unknown' | 'research-script-unreviewed';
    }
  | { readonly effect: 'block'; readonly code: 'processor-contract-missing' }
  /** Taken as the answer in `says`, which the summary repeats. */
  | { readonly effect: 'taken-as'; readonly says: string };

/** How the fact is written in the file and asked for by `init`. */
export type FactForm =
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'text' }
  | { readonly kind: 'authorisation' };

export interface DeclaredFact {
  readonly key: FactKey;
  /** The question in plain words, ending in a question mark. */
  readonly question: string;
  readonly form: FactForm;
  readonly channels: readonly Channel[] | 'all';
  readonly purposes: readonly Purpose[] | 'all';
  /** Which rows it concerns; the judgement narrows `individuals` and `ended-members` row by row. */
  readonly concerns: 'every-row' | 'individuals' | 'ended-members';
  /** Whether this campaign needs it, beyond channel and purpose. */
  readonly isNeeded: (campaign: Campaign) => boolean;
  readonly answer: (campaign: Campaign) => FactAnswer;
  readonly wrong: WrongEffect;
  readonly open: OpenEffect;
}

const review: OpenEffect = { effect: 'review', code: 'campaign-fact-missing' };
const always = (): boolean => true;

export const declaredFacts: readonly DeclaredFact[] = [
  {
    key: 'calls.number_presented',
    question: 'Will every call show a number on which the caller can be rung back?',
    form: { kind: 'yes-no' },
    channels: ['live-call', 'automated-call'],
    purposes: 'all',
    concerns: 'every-row',
    isNeeded: always,
    answer: ({ calls }) => yesIsWanted(calls.number_presented),
    wrong: { effect: 'block', code: 'cli-withheld' },
    open: review,
  },
  {
    key: 'calls.caller_identified',
    question: 'Does the script name the organisation that is calling?',
    form: { kind: 'yes-no' },
    channels: ['live-call', 'automated-call', 'fax'],
    purposes: 'all',
    concerns: 'every-row',
    isNeeded: always,
    answer: ({ calls }) => yesIsWanted(calls.caller_identified),
    wrong: { effect: 'block', code: 'caller-identity-missing' },
    open: review,
  },
  {
    key: 'calls.leaves_voicemail',
    question: 'Will callers leave messages on voicemail?',
    form: { kind: 'yes-no' },
    channels: ['live-call'],
    purposes: 'all',
    concerns: 'every-row',
    isNeeded: always,
    answer: ({ calls }) => noIsWanted(calls.leaves_voicemail),
    wrong: { effect: 'elsewhere' },
    open: { effect: 'taken-as', says: 'taken as no: leave no messages' },
  },
  {
    key: 'messages.opt_out_included',
    question: 'Does every message say how to opt out of further ones?',
    form: { kind: 'yes-no' },
    channels: ['email', 'sms', 'social-dm'],
    purposes: 'all',
    concerns: 'every-row',
    isNeeded: always,
    answer: ({ messages }) => yesIsWanted(messages.opt_out_included),
    wrong: { effect: 'block', code: 'opt-out-facility-missing' },
    open: review,
  },
  {
    key: 'contains_promotion',
    question:
      'Does the script or message promote anything: aims, candidates, events, goods, renewal, giving?',
    form: { kind: 'yes-no' },
    channels: 'all',
    purposes: ['membership-admin', 'service', 'market-research', 'debt-recovery'],
    concerns: 'every-row',
    isNeeded: always,
    answer: ({ contains_promotion }) => noIsWanted(contains_promotion),
    wrong: { effect: 'elsewhere' },
    open: { effect: 'taken-as', says: 'taken as yes: judged as marketing' },
  },
  {
    key: 'list.source',
    question: 'Where does this list come from?',
    form: { kind: 'choice', choices: LIST_SOURCES },
    channels: 'all',
    purposes: 'all',
    concerns: 'every-row',
    isNeeded: always,
    answer: ({ list }) => (list.source === null || list.source === 'unknown' ? 'open' : 'wanted'),
    wrong: { effect: 'elsewhere' },
    open: { effect: 'review', code: 'list-provenance-unknown' },
  },
  {
    key: 'list.controller_kind',
    question: 'What kind of body does this list belong to?',
    form: { kind: 'choice', choices: LIST_CONTROLLER_KINDS },
    channels: 'all',
    purposes: 'all',
    concerns: 'every-row',
    isNeeded: (campaign) => isAnothersList(campaign) && mayListMembers(campaign.list.source),
    answer: ({ list }) => {
      if (list.controller_kind === null) return 'open';
      return list.controller_kind === 'other' ? 'wanted' : 'wrong';
    },
    wrong: { effect: 'elsewhere' },
    open: review,
  },
  {
    key: 'list.authorised',
    question: 'Did the controller of this list authorise this use of it?',
    form: { kind: 'yes-no' },
    channels: 'all',
    purposes: 'all',
    concerns: 'every-row',
    isNeeded: (campaign) => isAnothersList(campaign) || campaign.list.authorised !== null,
    answer: ({ list }) => yesIsWanted(list.authorised),
    wrong: { effect: 'block', code: 'list-unauthorised' },
    open: review,
  },
  {
    key: 'list.authorisation',
    question: "Who at the list's controller authorised this use, on what day, and under which reference?",
    form: { kind: 'authorisation' },
    channels: 'all',
    purposes: 'all',
    concerns: 'every-row',
    isNeeded: isAnothersList,
    answer: ({ list }) => (list.authorisation === null ? 'open' : 'wanted'),
    wrong: { effect: 'elsewhere' },
    open: review,
  },
  {
    key: 'list.privacy_notice_given',
    question: 'Were these people told that their details would be used in this way?',
    form: { kind: 'yes-no' },
    channels: 'all',
    purposes: 'all',
    concerns: 'individuals',
    isNeeded: always,
    answer: ({ list }) => yesIsWanted(list.privacy_notice_given),
    wrong: { effect: 'review', code: 'privacy-notice-missing' },
    open: review,
  },
  {
    key: 'list.post_lapse_notice',
    question: 'Were members told that their details would still be used after their membership ends?',
    form: { kind: 'yes-no' },
    channels: ['live-call', 'post'],
    purposes: 'all',
    concerns: 'ended-members',
    isNeeded: always,
    answer: ({ list }) => yesIsWanted(list.post_lapse_notice),
    wrong: { effect: 'review', code: 'lapsed-no-post-lapse-notice' },
    open: review,
  },
  {
    key: 'processor.contract',
    question: 'Under which written contract does the firm or group that makes the contact work?',
    form: { kind: 'text' },
    channels: 'all',
    purposes: 'all',
    concerns: 'every-row',
    isNeeded: ({ processor }) => processor !== null,
    answer: ({ processor }) => (processor?.contract ? 'wanted' : 'open'),
    wrong: { effect: 'block', code: 'processor-contract-missing' },
    open: { effect: 'block', code: 'processor-contract-missing' },
  },
  {
    key: 'research.answers_reused_for_marketing',
    question: 'Will anybody use the answers for campaigning or marketing later?',
    form: { kind: 'yes-no' },
    channels: 'all',
    purposes: ['market-research'],
    concerns: 'every-row',
    isNeeded: always,
    answer: ({ research }) => noIsWanted(research.answers_reused_for_marketing),
    wrong: { effect: 'elsewhere' },
    open: { effect: 'review', code: 'research-script-unreviewed' },
  },
  {
    key: 'pensions.fca_authorised_or_trustee',
    question: "Is the caller FCA-authorised, or the scheme's trustee or manager?",
    form: { kind: 'yes-no' },
    channels: 'all',
    purposes: 'all',
    concerns: 'every-row',
    isNeeded: ({ sector }) => sector === 'pensions',
    answer: ({ pensions }) => yesIsWanted(pensions.fca_authorised_or_trustee),
    wrong: { effect: 'block', code: 'pension-call-restricted' },
    open: review,
  },
];

/** Whether this campaign's channel, purpose and circumstances call for `fact`. */
export function isNeeded(fact: DeclaredFact, campaign: Campaign): boolean {
  return (
    (fact.channels === 'all' || fact.channels.includes(campaign.channel)) &&
    (fact.purposes === 'all' || fact.purposes.includes(campaign.purpose)) &&
    fact.isNeeded(campaign)
  );
}

/** The facts that this campaign needs and its file leaves open, in the order of the table. */
export function openFacts(campaign: Campaign): readonly DeclaredFact[] {
  return declaredFacts.filter((fact) => isNeeded(fact, campaign) && fact.answer(campaign) === 'open');
}

function yesIsWanted(answer: boolean | null): FactAnswer {
  if (answer === null) return 'open';
  return answer ? 'wanted' : 'wrong';
}

function noIsWanted(answer: boolean | null): FactAnswer {
  if (answer === null) return 'open';
  return answer ? 'wrong' : 'wanted';
}

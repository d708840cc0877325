/** What `ringfence init` asks on a terminal, in order, and how an answer is read. Nothing is printed here. */
import { CHANNELS, CONTROLLER_KINDS, PURPOSES } from '../screening/campaign.js';
import { isIsoDate } from '../screening/dates.js';
import { type DeclaredFact, declaredFacts, type FactForm, isNeeded } from '../screening/facts.js';
import { type AnswerValue, type CampaignAnswers, draftCampaign } from './answers.js';

export type QuestionForm = FactForm | { readonly kind: 'date' };

export interface CampaignQuestion {
  /** Dotted path of the key that the answer fills in. */
  readonly path: string;
  /** In plain words, ending in a question mark. */
  readonly question: string;
  readonly form: QuestionForm;
  /** Whether the answers so far call for it. */
  readonly isNeeded: (answersSoFar: Readonly<CampaignAnswers>) => boolean;
}

export type ParsedAnswer =
  | { readonly status: 'answered'; readonly value: AnswerValue }
  | { readonly status: 'left-open' }
  /** `says` is a sentence on what to write instead. */
  | { readonly status: 'refused'; readonly says: string };

const always = (): boolean => true;

const openingQuestions: readonly CampaignQuestion[] = [
  {
    path: 'controller',
    question: 'On whose behalf are people contacted (the exact name of the organisation)?',
    form: { kind: 'text' },
    isNeeded: always,
  },
  {
    path: 'controller_kind',
    question: 'What kind of organisation is that?',
    form: { kind: 'choice', choices: CONTROLLER_KINDS },
    isNeeded: always,
  },
  {
    path: 'purpose',
    question: 'What is the contact for?',
    form: { kind: 'choice', choices: PURPOSES },
    isNeeded: always,
  },
  {
    path: 'channel',
    question: 'How are people contacted?',
    form: { kind: 'choice', choices: CHANNELS },
    isNeeded: always,
  },
  {
    path: 'list.controller',
    question: 'Whose list is it (the exact name of the organisation)?',
    form: { kind: 'text' },
    isNeeded: always,
  },
  {
    path: 'dates.first',
    question: 'On which day does contact begin?',
    form: { kind: 'date' },
    isNeeded: always,
  },
  {
    path: 'dates.last',
    question: 'On which day does contact end?',
    form: { kind: 'date' },
    isNeeded: always,
  },
];

/** Every question of `init`, in the order of asking; ask those whose `isNeeded` holds when their turn comes. */
export const campaignQuestions: readonly CampaignQuestion[] = [
  ...openingQuestions,
  ...declaredFacts.map((fact) => ({
    path: fact.key,
    question: fact.question,
    form: fact.form,
    isNeeded: (answers: Readonly<CampaignAnswers>) => isFactNeeded(fact, answers),
  })),
];

/**
 * Reads what was typed in answer to `question`; blanks alone leave it open. `answersSoFar` is looked at
 * only where one answer limits another: the last day is not before the first.
 */
export function parseAnswer(
  { path, form }: Pick<CampaignQuestion, 'path' | 'form'>,
  text: string,
  answersSoFar: Readonly<CampaignAnswers> = {},
): ParsedAnswer {
  const typed = text.trim();
  if (typed === '') return { status: 'left-open' };
  switch (form.kind) {
    case 'yes-no':
      return parseYesNo(typed);
    case 'choice':
      return parseChoice(typed, form.choices);
    case 'text':
      return /^\P{Cc}+$/u.test(typed) ? answered(typed) : refused('write plain text in one line');
    case 'date': {
      if (!isIsoDate(typed)) return refused('write a day that exists, as 2026-11-22');
      const first = answersSoFar['dates.first'];
      const isTooEarly = path === 'dates.last' && typeof first === 'string' && typed < first;
      return isTooEarly ? refused(`write a day that is not before the first, ${first}`) : answered(typed);
    }
    case 'authorisation':
      return parseAuthorisation(typed);
  }
}

function isFactNeeded(fact: DeclaredFact, answers: Readonly<CampaignAnswers>): boolean {
  // Left open, the channel or purpose has a placeholder in the draft, which calls for nothing.
  if (fact.channels !== 'all' && answers.channel === undefined) return false;
  if (fact.purposes !== 'all' && answers.purpose === undefined) return false;
  return isNeeded(fact, draftCampaign(answers));
}

function parseYesNo(typed: string): ParsedAnswer {
  switch (typed.toLowerCase()) {
    case 'yes':
    case 'y':
    case 'true':
      return answered(true);
    case 'no':
    case 'n':
    case 'false':
      return answered(false);
  }
  return refused('write yes or no, or nothing to leave it open');
}

function parseChoice(typed: string, choices: readonly string[]): ParsedAnswer {
  const word = choices.find((choice, place) => choice === typed.toLowerCase() || typed === String(place + 1));
  return word === undefined ? refused(`write one of: ${choices.join(', ')}`) : answered(word);
}

function parseAuthorisation(typed: string): ParsedAnswer {
  const [by = '', on = '', reference = '', ...more] = typed.split(';').map((part) => part.trim());
  if (by === '' || reference === '' || more.length > 0 || !isIsoDate(on) || !/^\P{Cc}+$/u.test(typed)) {
    return refused('write who, the day and the reference: `Data Protection Officer; 2026-11-01; Minutes 14`');
  }
  return answered({ by, on, reference });
}

function answered(value: AnswerValue): ParsedAnswer {
  return { status: 'answered', value };
}

function refused(says: string): ParsedAnswer {
  return { status: 'refused', says };
}

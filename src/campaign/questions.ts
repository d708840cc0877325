/** What `ringfence init` asks on a terminal, in order, and how an answer is read. Nothing is printed here. */
import { CHANNELS, CONTROLLER_KINDS, PURPOSES, SECTORS } from '../screening/campaign.js';
import { type IsoDate, isIsoDate } from '../screening/dates.js';
import { type DeclaredFact, declaredFacts, type FactForm, isNeeded } from '../screening/facts.js';
import { type AnswerValue, type CampaignAnswers, draftCampaign } from './answers.js';

export type QuestionForm =
  | FactForm
  | { readonly kind: 'date' }
  /** A name; `=` repeats the answer to the question of the path `same`. */
  | { readonly kind: 'name-or-same'; readonly same: string };

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
    path: 'sector',
    question: 'Two trades have rules of their own: is it in one of them?',
    form: { kind: 'choice', choices: SECTORS },
    isNeeded: ({ controller_kind }) => controller_kind === 'business',
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
    path: 'processor.name',
    question: 'Which outside firm or group makes the contact for you (nobody: leave it open)?',
    form: { kind: 'text' },
    isNeeded: always,
  },
  {
    path: 'list.controller',
    question: 'Whose list is it (the exact name of the organisation that keeps it)?',
    form: { kind: 'name-or-same', same: 'controller' },
    isNeeded: always,
  },
  {
    path: 'list.id_system',
    question:
      'Which system do the ids in the list come from (as you name it in your opt-outs; no ids: leave it open)?',
    form: { kind: 'text' },
    isNeeded: always,
  },
  {
    path: 'dates.first',
    question: 'On which day does contact begin (left open: the day of screening)?',
    form: { kind: 'date' },
    isNeeded: always,
  },
  {
    path: 'dates.last',
    question: 'On which day does contact end (no result holds beyond it)?',
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
 * only where one answer limits or repeats another, and `today` for a last day that is over.
 */
export function parseAnswer(
  { path, form }: Pick<CampaignQuestion, 'path' | 'form'>,
  text: string,
  answersSoFar: Readonly<CampaignAnswers>,
  today: IsoDate,
): ParsedAnswer {
  const typed = text.trim();
  if (typed === '') return { status: 'left-open' };
  switch (form.kind) {
    case 'yes-no':
      return parseYesNo(typed);
    case 'choice':
      return parseChoice(typed, form.choices);
    case 'text':
      return parseText(typed);
    case 'name-or-same': {
      if (typed !== '=') return parseText(typed);
      const same = answersSoFar[form.same];
      return same === undefined ? refused('write the name: there is none yet to repeat') : answered(same);
    }
    case 'date':
      return parseDay(path, typed, answersSoFar['dates.first'], today);
    case 'authorisation':
      return parseAuthorisation(typed);
  }
}

function parseText(typed: string): ParsedAnswer {
  return /^\P{Cc}+$/u.test(typed) ? answered(typed) : refused('write plain text in one line');
}

function parseDay(path: string, typed: string, first: AnswerValue | undefined, today: IsoDate): ParsedAnswer {
  if (!isIsoDate(typed)) return refused('write a day that exists, the year first, as 2026-11-22');
  if (path !== 'dates.last') return answered(typed);
  if (typed < today) return refused(`write a day that is not over: today is ${today}`);
  const isTooEarly = typeof first === 'string' && typed < first;
  return isTooEarly ? refused(`write a day that is not before the first, ${first}`) : answered(typed);
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
  return word === undefined
    ? refused(`write a number from 1 to ${choices.length}, or the word beside it`)
    : answered(word);
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

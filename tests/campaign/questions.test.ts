import { describe, expect, test } from 'vitest';
import type { CampaignAnswers } from '../../src/campaign/answers.js';
import { describeChoices } from '../../src/campaign/choice-words.js';
import { campaignQuestions, parseAnswer, type QuestionForm } from '../../src/campaign/questions.js';
import { day } from '../screening/facts-for-tests.js';

const OWN_CALLS: CampaignAnswers = {
  controller: 'Northfield Party',
  controller_kind: 'political-party',
  purpose: 'political-campaign',
  channel: 'live-call',
  'list.controller': 'northfield  party',
};

function askedFor(answers: CampaignAnswers): string[] {
  return campaignQuestions.filter(({ isNeeded }) => isNeeded(answers)).map(({ path }) => path);
}

describe('what init asks', () => {
  test('first what every campaign needs, then the facts of a live call on the own list', () => {
    expect(askedFor(OWN_CALLS)).toEqual([
      'controller',
      'controller_kind',
      'purpose',
      'channel',
      'processor.name',
      'list.controller',
      'list.id_system',
      'dates.first',
      'dates.last',
      'calls.number_presented',
      'calls.caller_identified',
      'calls.leaves_voicemail',
      'list.source',
      'list.privacy_notice_given',
      'list.post_lapse_notice',
    ]);
  });

  test.for<[string, CampaignAnswers, string[], string[]]>([
    [
      'an email needs its opt-out, and no number',
      { channel: 'email' },
      ['messages.opt_out_included'],
      ['calls.number_presented', 'list.post_lapse_notice'],
    ],
    [
      "another body's list needs its say-so",
      { 'list.controller': 'Renew Northfield', 'list.source': 'electoral-register' },
      ['list.authorised', 'list.authorisation'],
      ['list.controller_kind'],
    ],
    [
      "another body's membership needs that body's kind",
      { 'list.controller': 'Renew Northfield', 'list.source': 'membership' },
      ['list.controller_kind'],
      [],
    ],
    [
      'research needs to know what becomes of the answers',
      { purpose: 'market-research' },
      ['contains_promotion', 'research.answers_reused_for_marketing'],
      [],
    ],
    [
      'a named processor needs a contract',
      { 'processor.name': 'Acme Boilers Ltd' },
      ['processor.contract'],
      [],
    ],
    [
      'the pensions sector needs its authorisation',
      { sector: 'pensions' },
      ['pensions.fca_authorised_or_trustee'],
      [],
    ],
  ])('%s', ([, change, asked, notAsked]) => {
    const paths = askedFor({ ...OWN_CALLS, ...change });
    expect(paths).toEqual(expect.arrayContaining(asked));
    for (const path of notAsked) expect(paths).not.toContain(path);
  });

  test('with the channel left open nothing is asked that only some channels need', () => {
    const { channel: _, ...open } = OWN_CALLS;
    expect(askedFor(open)).not.toContain('calls.number_presented');
    expect(askedFor(open)).toContain('list.privacy_notice_given');
  });

  test('with nothing answered yet every question can still be put to the test', () => {
    expect(askedFor({})).toContain('controller');
  });

  test('every question ends as one', () => {
    for (const { question } of campaignQuestions) expect(question).toMatch(/\?$/);
  });

  test('every word that can be chosen is explained', () => {
    for (const { form } of campaignQuestions) {
      if (form.kind !== 'choice') continue;
      for (const [place, line] of describeChoices(form.choices).entries())
        expect(line).toMatch(new RegExp(`^ *${place + 1}  ${form.choices[place]} +\\w`));
    }
  });
});

describe('how an answer is read', () => {
  const TODAY = day('2026-11-18');
  const choice: QuestionForm = { kind: 'choice', choices: ['sms', 'email'] };
  const refused = (says: string) => ({ status: 'refused', says: expect.stringContaining(says) });
  const answered = (value: unknown) => ({ status: 'answered', value });

  test.for<[string, QuestionForm, string, object]>([
    ['nothing leaves it open', { kind: 'yes-no' }, '', { status: 'left-open' }],
    ['blanks leave it open', choice, '  ', { status: 'left-open' }],
    ['Yes is yes', { kind: 'yes-no' }, 'Yes', answered(true)],
    ['n is no', { kind: 'yes-no' }, 'n', answered(false)],
    ['perhaps is neither', { kind: 'yes-no' }, 'perhaps', refused('write yes or no')],
    ['a choice by its word', choice, ' EMAIL ', answered('email')],
    ['a choice by its place', choice, '1', answered('sms')],
    ['a place beyond the last', choice, '3', refused('write a number from 1 to 2')],
    ['a word that is no choice', choice, 'e-mail', refused('write a number from 1 to 2')],
    ['a text, without blanks round it', { kind: 'text' }, ' Renew Northfield ', answered('Renew Northfield')],
    ['a text with a control character', { kind: 'text' }, 'Renew\u0007', refused('plain text')],
    [
      'an equals sign repeats an earlier answer',
      { kind: 'name-or-same', same: 'controller' },
      '=',
      answered('Northfield Party'),
    ],
    [
      'with nothing to repeat it is refused',
      { kind: 'name-or-same', same: 'list.controller' },
      '=',
      refused('none yet'),
    ],
    [
      'a name of its own is taken',
      { kind: 'name-or-same', same: 'controller' },
      'Renew Northfield',
      answered('Renew Northfield'),
    ],
    [
      'a day in British order says how to write it',
      { kind: 'date' },
      '24/11/2026',
      refused('the year first'),
    ],
    ['a day', { kind: 'date' }, '2026-11-22', answered('2026-11-22')],
    ['a day that does not exist', { kind: 'date' }, '2026-11-31', refused('a day that exists')],
    [
      'an authorisation',
      { kind: 'authorisation' },
      'Data Protection Officer; 2026-11-01; Minutes 14',
      answered({ by: 'Data Protection Officer', on: '2026-11-01', reference: 'Minutes 14' }),
    ],
    [
      'an authorisation without a reference',
      { kind: 'authorisation' },
      'Data Protection Officer; 2026-11-01',
      refused('who, the day and the reference'),
    ],
    [
      'an authorisation on no day',
      { kind: 'authorisation' },
      'Data Protection Officer; in May; 14',
      refused('who, the day and the reference'),
    ],
  ])('%s', ([, form, text, result]) => {
    expect(parseAnswer({ path: 'x', form }, text, { controller: 'Northfield Party' }, TODAY)).toEqual(result);
  });

  test.for<[string, string, object]>([
    ['a last day on the first is taken', '2026-11-20', answered('2026-11-20')],
    ['a last day before the first is refused', '2026-11-19', refused('not before the first, 2026-11-20')],
    ['a last day that is over is refused', '2026-11-17', refused('today is 2026-11-18')],
  ])('%s', ([, text, result]) => {
    const question = { path: 'dates.last', form: { kind: 'date' } } as const;
    expect(parseAnswer(question, text, { 'dates.first': '2026-11-20' }, TODAY)).toEqual(result);
  });
});

import { describe, expect, test } from 'vitest';
import { findWords as read } from '../../../src/contacts/vocabulary/find-words.js';
import { findWordsInName as readName } from '../../../src/contacts/vocabulary/find-words-in-name.js';
import type { Finding } from '../../../src/contacts/vocabulary/meanings.js';

function told(found: readonly Finding[]): { optOut: boolean; deceased: boolean } {
  return {
    optOut: found.some(({ kind }) => kind !== 'death'),
    deceased: found.some(({ kind }) => kind === 'death'),
  };
}

const findWords = (text: string): ReturnType<typeof told> => told(read(text));
const findWordsInName = (name: string): ReturnType<typeof told> => told(readName(name));

describe('words that may mean an opt-out', () => {
  test.for([
    ...[
      'do not call',
      'DO NOT CALL',
      'Do-Not-Call',
      'do_not_call',
      '#do_not_call',
      "don't call",
      'don’t ring',
    ],
    ...['dont phone', 'Please do not contact', 'do  not\nring', 'DoNotCall', 'do.not.call', 'never contact'],
    ...['asked not to ring', 'asked not to be rung', 'has asked not to be contacted again', 'not to be used'],
    ...['no calls', 'NO CALLS PLEASE', 'no more calls', 'no further contact', 'no phone calls', 'no texts'],
    ...[
      'dnc',
      'DNC 2024',
      'opted out',
      'opt-out',
      'OPT OUT',
      'unsubscribe',
      'Unsubscribed',
      'tps',
      'on CTPS',
    ],
    ...[
      'stop calling',
      'asked us to stop',
      'please stop',
      'remove from list',
      'Please remove',
      'take me off',
    ],
    ...['asked to be removed', 'removed from the list', 'objected 2023', 'withdrew consent', 'wrong number'],
    ...[
      'OK to do not email',
      'VIP, do not email',
      'STOP',
      'Newsletter, stop',
      'Stop; VIP',
      'remove',
      'No contact',
    ],
    ...[
      'does not want to be rung',
      'leave alone',
      'blacklisted',
      'ｄｏ ｎｏｔ ｃａｌｌ',
      'do\u00a0not\u200b call',
    ],
  ])('are found in `%s`', (text) => {
    expect(findWords(text).optOut).toBe(true);
  });

  test.for([
    ...['', '07700 900123', 'Stopford', 'Stop the War', 'Stop HS2, VIP', 'bus stop', 'removed from Leeds'],
    ...[
      'removals firm',
      'call after 3pm',
      'please call',
      'OK to call',
      'no contact details',
      'no email address',
    ],
    ...[
      'no phone number',
      'does not have a phone',
      'do not have the address',
      'no answer',
      'not in',
      'nocturnal',
    ],
    ...['subscribed', 'opted in', 'Postman', 'tpsx', 'objective', 'not interested', 'no time to call'],
  ])('are not found in `%s`', (text) => {
    expect(findWords(text).optOut).toBe(false);
  });
});

describe('words that may mean a death', () => {
  test.for([
    ...[
      'dead',
      '01632960123-----dead',
      'DECEASED',
      'deceased 2024',
      'died in May',
      'passed away',
      'RIP',
      'R.I.P.',
    ],
    ...["dec'd", 'no longer with us'],
  ])('are found in `%s`', (text) => {
    expect(findWords(text).deceased).toBe(true);
  });

  test.for([
    ...[
      '',
      '07700 900123',
      'deadline',
      'dead end',
      'Dead End Road',
      'rip off',
      'trip',
      'ripe',
      'late shift',
      'her late husband',
    ],
    ...['passed her exams', 'decor', 'diedre'],
  ])('are not found in `%s`', (text) => {
    expect(findWords(text).deceased).toBe(false);
  });

  test('beside words that may mean an opt-out', () => {
    expect(findWords('dead, do not call')).toEqual({ optOut: true, deceased: true });
  });
});

test.for([
  ...["Doesn't wish to be contacted", 'does not wish to be called', 'D.N.C.', 'T.P.S. registered'],
  ...['no telephone contact', 'would prefer no phone contact', 'no cold-calling', 'no phonecalls please'],
  ...["can't be called", "mustn't be rung", 'Do NOT under any circumstances call', 'not for calls'],
  ...['email only', 'post only', 'NoCall', 'Wrong no.', 'wrong person', 'Barred', 'No consent'],
  ...['consent refused', 'refused further contact', 'declined contact', 'No contact requested'],
  ...['take her off', 'Deleted', 'right to erasure', 'asked us not to', 'do no call', 'do nto call'],
  ...['D o n o t c a l l', 'hates being phoned', 'peidiwch â ffonio'],
])('also `%s`', (text) => {
  expect(findWords(text).optOut).toBe(true);
});

test.for([
  'do not hesitate to call',
  'do not have a phone',
  'never mind the phone',
  'A B C Example',
  'no time to call',
])('but not `%s`', (text) => {
  expect(findWords(text).optOut).toBe(false);
});

describe('words in a name', () => {
  test.for<[string, boolean, boolean]>([
    ['Ann Example (DO NOT CALL)', true, false],
    ['Ann Example don’t ring', true, false],
    ['Ann Example DONT RING', true, false],
    ['*DNC* Example', true, false],
    ['Ｄｏ ｎｏｔ ｃａｌｌ Example', true, false],
    ['no calls please', true, false],
    ['Example, opted out', true, false],
    ['Example (wrong number)', true, false],
    ['Deceased Example', false, true],
    ["Mr Example (dec'd)", false, true],
    ['Example passed away', false, true],
    ['Example (opt out)', true, false],
    ['Example - TPS', true, false],
    ['Example (no contact)', true, false],
    ['Example (RIP)', false, true],
    ['Ann (dec)', false, true],
    ['Refused', true, false],
    ['TPS', true, false],
    ['dead', false, true],
    ['TPS Ltd', false, false],
    ['Ann (Annie) Example - North', false, false],
    ['', false, false],
    ['Ann Example', false, false],
    ['Mrs Dead', false, false],
    ['Stop the War Coalition', false, false],
    ['Norman Notting', false, false],
    ['Hope Never', false, false],
    ['Optima Ltd', false, false],
    ['Remove Example', false, false],
    ['Rip van Example', false, false],
    ['Call & Phone Ltd', false, false],
  ])('`%s`', ([name, optOut, deceased]) => {
    expect(findWordsInName(name)).toEqual({ optOut, deceased });
  });
});

import { expect, test } from 'vitest';
import type { NumberStanding } from '../../../src/screening/contact.js';
import { contactData } from '../../../src/screening/rules/contact-data.js';
import { type Change, factsWith, phone, SERVICE_CALL, toldBy } from '../facts-for-tests.js';

function numbered(text: string, standing: NumberStanding): Change {
  return { point: { kind: 'number', number: phone(text), standing, repairs: [] } };
}

test.for<[string, Change, string[]]>([
  ['a number that can be rung', {}, []],
  ['no number at all', { point: { kind: 'missing' } }, ['doubt contact-detail-missing']],
  [
    'a cell that is no number',
    { point: { kind: 'unreadable', problem: 'number-invalid' } },
    ['doubt number-invalid'],
  ],
  [
    'a cell that can be read as two numbers',
    { point: { kind: 'unreadable', problem: 'number-ambiguous' } },
    ['doubt number-ambiguous'],
  ],
  [
    'a readable number that is none of the plan',
    numbered('+44770090012', { kind: 'invalid' }),
    ['doubt number-invalid'],
  ],
  [
    'a premium number',
    numbered('+449098790123', { kind: 'not-callable', service: 'premium' }),
    ['doubt number-kind-not-callable'],
  ],
  [
    'a number in Jersey',
    numbered('+441534960123', { kind: 'crown-dependency', territory: 'Jersey' }),
    ['doubt crown-dependency-number'],
  ],
  [
    'a number in the Isle of Man',
    numbered('+441624960123', { kind: 'crown-dependency', territory: 'Isle of Man' }),
    ['doubt crown-dependency-number'],
  ],
  [
    'a number in Guernsey',
    numbered('+441481960123', { kind: 'crown-dependency', territory: 'Guernsey' }),
    ['doubt crown-dependency-number'],
  ],
  ['an Irish number', numbered('+35312345678', { kind: 'non-uk', country: 'IE' }), ['doubt non-uk-number']],
  [
    'a foreign number of no known country',
    numbered('+88312345678', { kind: 'non-uk', country: null }),
    ['doubt non-uk-number'],
  ],
  ['a broken record', { person: { isMalformed: true } }, ['doubt record-malformed']],
  [
    'a broken record without a number',
    { person: { isMalformed: true }, point: { kind: 'missing' } },
    ['doubt record-malformed', 'doubt contact-detail-missing'],
  ],
  [
    'contact that is no marketing needs a number too',
    { ...SERVICE_CALL, point: { kind: 'missing' } },
    ['doubt contact-detail-missing'],
  ],
])('%s', ([, change, lines]) => {
  expect(toldBy(contactData, change)).toEqual(lines);
});

test('each thing that was mended is noted', () => {
  const point = {
    kind: 'number',
    number: phone('+447700900123'),
    standing: { kind: 'callable' },
    repairs: ['lost-leading-zero', 'surrounding-text'],
  } as const;
  expect(toldBy(contactData, { point })).toEqual(['note number-repaired', 'note number-repaired']);
});

test.for<[string, NumberStanding, unknown]>([
  ['the country of a foreign number', { kind: 'non-uk', country: 'IE' }, { country: 'IE' }],
  ['no country where none is known', { kind: 'non-uk', country: null }, {}],
  ['the island', { kind: 'crown-dependency', territory: 'Jersey' }, { country: 'Jersey' }],
  ['the service', { kind: 'not-callable', service: 'premium' }, { service: 'premium' }],
])('the finding tells %s', ([, standing, detail]) => {
  const facts = factsWith(numbered('+449098790123', standing));
  expect(contactData.findings(facts).map((finding) => finding.detail)).toEqual([detail]);
});

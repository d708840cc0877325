import { expect, test } from 'vitest';
import { CHANNELS } from '../../../../src/screening/campaign.js';
import type { NumberStatus } from '../../../../src/screening/contact.js';
import { contactData } from '../../../../src/screening/rules/person/contact-data.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, factsWith, onChannel, phone, SERVICE_CALL, toldBy } from '../../facts-for-tests.js';

function numbered(text: string, numberStatus: NumberStatus): Change {
  return { point: { kind: 'number', number: phone(text), numberStatus, repairs: [] } };
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

test('each thing that was repaired is noted', () => {
  const point = {
    kind: 'number',
    number: phone('+447700900123'),
    numberStatus: { kind: 'callable' },
    repairs: ['lost-leading-zero', 'surrounding-text'],
  } as const;
  expect(toldBy(contactData, { point })).toEqual(['note number-repaired', 'note number-repaired']);
});

test.for<[string, NumberStatus, unknown]>([
  ['the country of a foreign number', { kind: 'non-uk', country: 'IE' }, { country: 'IE' }],
  ['no country where none is known', { kind: 'non-uk', country: null }, {}],
  ['the island', { kind: 'crown-dependency', territory: 'Jersey' }, { country: 'Jersey' }],
  ['the service', { kind: 'not-callable', service: 'premium' }, { service: 'premium' }],
])('the finding tells %s', ([, numberStatus, detail]) => {
  const facts = factsWith(numbered('+449098790123', numberStatus));
  expect(contactData.findings(facts).map((finding) => finding.detail)).toEqual([detail]);
});

test.for<[string, Change, string[]]>([
  ['an email address', onChannel('email'), []],
  ['no email address', onChannel('email', { point: { kind: 'missing' } }), ['doubt contact-detail-missing']],
  [
    'a cell that is no email address',
    onChannel('email', { point: { kind: 'unreadable', problem: 'email-invalid' } }),
    ['doubt email-invalid'],
  ],
  ['a postal address of a record that can be found', onChannel('post'), []],
  ['an account of a record that can be found', onChannel('social-dm'), []],
])('%s', ([, change, lines]) => {
  expect(toldBy(contactData, change)).toEqual(lines);
});

test.for(CHANNELS.map((channel) => [channel] as const))('what %s lacks is told by its role', ([channel]) => {
  const [finding] = contactData.findings(factsWith(onChannel(channel, { point: { kind: 'missing' } })));
  const roles = {
    'live-call': 'phone',
    'automated-call': 'phone',
    sms: 'phone',
    fax: 'fax',
    email: 'email',
    post: 'address',
    'social-dm': 'social_handle',
  };
  expect(finding?.detail.missing).toEqual([roles[channel]]);
});

const BY_NOTHING = { numberOrEmail: false, personId: false };
const BY_ID = { numberOrEmail: false, personId: true };
const KEYS = ['person_id', 'phone', 'email'];

test.for<[string, Change, readonly string[] | undefined]>([
  ['nothing, for a letter', onChannel('post', { person: { foundBy: BY_NOTHING } }), KEYS],
  ['nothing, for a message', onChannel('social-dm', { person: { foundBy: BY_NOTHING } }), KEYS],
  [
    'nothing, for a letter that is no marketing',
    onChannel('post', { ...SERVICE_CALL, person: { foundBy: BY_NOTHING } }),
    KEYS,
  ],
  [
    'nothing, for an election address',
    onChannel('post', { campaign: { purpose: 'election-address' }, person: { foundBy: BY_NOTHING } }),
    KEYS,
  ],
  ['an id of a named system', onChannel('post', { person: { foundBy: BY_ID } }), undefined],
  [
    'an id of nobody knows which system',
    onChannel('post', { person: { foundBy: BY_ID }, list: { id_system: null } }),
    ['list.id_system'],
  ],
  [
    'a number, and an id of nobody knows which system',
    onChannel('post', { list: { id_system: null } }),
    undefined,
  ],
  [
    'nothing, for an email, which the ledger can name',
    onChannel('email', { person: { foundBy: BY_NOTHING } }),
    undefined,
  ],
])('a record found by %s', ([, change, missing]) => {
  const [finding] = contactData.findings(factsWith(change));
  expect(finding?.code).toBe(missing === undefined ? undefined : 'contact-detail-missing');
  expect(finding?.detail.missing).toEqual(missing);
});

const withNumber = (
  text: string,
  numberStatus: Extract<Change['point'], { kind: 'number' }>['numberStatus'],
): Change => ({
  point: { kind: 'number', number: phone(text), numberStatus, repairs: [] },
});

eachCodeHasItsWorld(contactData.codes, {
  'contact-detail-missing': { point: { kind: 'missing' } },
  'email-invalid': onChannel('email', { point: { kind: 'unreadable', problem: 'email-invalid' } }),
  'number-invalid': { point: { kind: 'unreadable', problem: 'number-invalid' } },
  'number-ambiguous': { point: { kind: 'unreadable', problem: 'number-ambiguous' } },
  'number-kind-not-callable': withNumber('+449098790123', { kind: 'not-callable', service: 'premium' }),
  'crown-dependency-number': withNumber('+441481960123', { kind: 'crown-dependency', territory: 'Guernsey' }),
  'non-uk-number': withNumber('+35312345678', { kind: 'non-uk', country: 'IE' }),
  'record-malformed': { person: { isMalformed: true } },
  'number-repaired': {
    point: {
      kind: 'number',
      number: phone('+447700900123'),
      numberStatus: { kind: 'callable' },
      repairs: ['missing-plus'],
    },
  },
});

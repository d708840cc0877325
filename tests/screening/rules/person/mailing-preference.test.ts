import { expect, test } from 'vitest';
import { UNREADABLE } from '../../../../src/screening/contact.js';
import { mailingPreference } from '../../../../src/screening/rules/person/mailing-preference.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import {
  type Change,
  consent,
  MEMBERSHIP_BUSINESS,
  onChannel,
  recorded,
  THIS_PERSON,
  toldBy,
  verdictOn,
} from '../../facts-for-tests.js';

const LISTED: Change = { person: { mpsListed: recorded(true) } };

test.for<[string, Change, readonly string[]]>([
  ['of which nothing is said', {}, []],
  ['that is not listed', { person: { mpsListed: recorded(false) } }, []],
  ['that is listed', LISTED, ['doubt mps-listed']],
  ['whose mark nobody can read', { person: { mpsListed: UNREADABLE } }, ['doubt flag-unread']],
  ['of a company that is listed', { person: { mpsListed: recorded(true), subscriberKind: 'corporate' } }, []],
  ['that is listed, for membership business', { ...MEMBERSHIP_BUSINESS, ...LISTED }, []],
])('a letter to an address %s', ([, change, told]) => {
  expect(toldBy(mailingPreference, onChannel('post', change))).toEqual(told);
});

test('an email is not asked for it', () => {
  expect(toldBy(mailingPreference, onChannel('email', LISTED))).toEqual([]);
});

test('consent to letters leaves it to a person', () => {
  const ledger = [consent({ channels: ['post'], match: THIS_PERSON })];
  expect(verdictOn(onChannel('post', { ...LISTED, ledger })).outcome).toBe('needs-review');
});

eachCodeHasItsWorld(mailingPreference.codes, {
  'mps-listed': onChannel('post', { person: { mpsListed: recorded(true) } }),
});

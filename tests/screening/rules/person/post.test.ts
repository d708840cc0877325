import { expect, test } from 'vitest';
import type { ObjectionEntry } from '../../../../src/screening/evidence.js';
import { post } from '../../../../src/screening/rules/person/post.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import {
  type Change,
  MEMBERSHIP_BUSINESS,
  OTHER_NUMBER_OF_THIS_PERSON,
  objection,
  onChannel,
  SOMEBODY_ELSE,
  THIS_PERSON,
  toldBy,
  verdictOn,
} from '../../facts-for-tests.js';

test.for<[string, Change, readonly string[]]>([
  ['to a record with an address', {}, ['positive post-open']],
  ['to a record without one', { point: { kind: 'missing' } }, []],
  ['that is no marketing', MEMBERSHIP_BUSINESS, []],
])('a letter %s', ([, change, told]) => {
  expect(toldBy(post, onChannel('post', change))).toEqual(told);
});

test('an email is not open because a letter is', () => {
  expect(toldBy(post, onChannel('email'))).toEqual([]);
});

test.for<[string, Partial<ObjectionEntry>, string]>([
  ['by the person', { match: THIS_PERSON }, 'blocked objection-person'],
  ['on a number of the record', { match: OTHER_NUMBER_OF_THIS_PERSON }, 'blocked objection-person'],
  ['to letters', { match: THIS_PERSON, channels: ['post'] }, 'blocked objection-person'],
  ['to calls', { match: THIS_PERSON, channels: ['live-call'] }, 'allowed post-open'],
  [
    'of a line, to every channel of it',
    { match: OTHER_NUMBER_OF_THIS_PERSON, scope: 'number' },
    'allowed post-open',
  ],
  [
    'of a line, and to letters in so many words',
    { match: OTHER_NUMBER_OF_THIS_PERSON, scope: 'number', channels: ['post'] },
    'blocked objection-person',
  ],
  ['by somebody else', { match: SOMEBODY_ELSE }, 'allowed post-open'],
])('a letter and an objection %s', ([, change, told]) => {
  const { outcome, decisive } = verdictOn(onChannel('post', { ledger: [objection(change)] }));
  expect(`${outcome} ${decisive.code}`).toBe(told);
});

test('an election address is stopped by no objection, and by a death', () => {
  const address: Change = {
    campaign: { purpose: 'election-address' },
    ledger: [objection({ match: THIS_PERSON })],
  };
  expect(verdictOn(onChannel('post', { ...address, said: { optOut: 'person' } })).outcome).toBe('allowed');
  expect(verdictOn(onChannel('post', { ...address, said: { deceasedElsewhere: true } })).outcome).toBe(
    'blocked',
  );
  expect(verdictOn(onChannel('email', address)).outcome).toBe('blocked');
});

test('a letter holds for the day it was judged for, or to the last planned one', () => {
  expect(verdictOn(onChannel('post')).validUntil).toBe('2026-11-24');
});

eachCodeHasItsWorld(post.codes, {
  'post-open': onChannel('post'),
});

import { describe, expect, test } from 'vitest';
import { openLedger } from '../../../src/ledger/look-up/ledger-look-up.js';
import { recordObjections } from '../../../src/ledger/person/record-objection.js';
import { addDays } from '../../../src/screening/dates.js';
import { currentRevision } from '../../../src/store/revisions.js';
import { clock, entryCount, MOBILE, temporaryStore } from '../ledger-fixtures.js';

const request = { contacts: ['07700 900123'], controller: 'Northfield Party', channels: 'all' } as const;

describe('"do not ring again"', () => {
  test('becomes an objection of today, to that body, by line and person', () => {
    const store = temporaryStore();
    expect(recordObjections(store, clock, request)).toEqual({
      recorded: 1,
      alreadyKnown: 0,
      invalidNumbers: [],
      revision: 1,
    });
    const [entry] = openLedger(store).entriesFor({
      numbers: [MOBILE],
      emails: [],
      personId: null,
      idSystem: null,
    });
    expect(entry?.record).toEqual({
      record: 'objection',
      scope: null,
      controller: 'Northfield Party',
      channels: 'all',
      purposes: 'any',
      on: '2026-11-22',
    });
  });

  test('may be said of several numbers and addresses, in one revision, and of some channels', () => {
    const store = temporaryStore();
    const contacts = ['07700 900123', 'jo@example.org', '+44 7700 900123'];
    const result = recordObjections(store, clock, { ...request, contacts, channels: ['sms', 'live-call'] });
    expect(result).toMatchObject({ recorded: 2, alreadyKnown: 1, revision: 1 });
    const entries = openLedger(store).entriesFor({
      numbers: [],
      emails: ['jo@example.org'],
      personId: null,
      idSystem: null,
    });
    expect(entries[0]?.record).toMatchObject({ channels: ['live-call', 'sms'] });
  });

  test('said twice in a day is said once, and on another day again', () => {
    const store = temporaryStore();
    recordObjections(store, clock, request);
    expect(recordObjections(store, clock, request)).toMatchObject({
      recorded: 0,
      alreadyKnown: 1,
      revision: null,
    });
    const tomorrow = { ...clock, today: addDays(clock.today, 1) };
    expect(recordObjections(store, tomorrow, request)).toMatchObject({
      recorded: 1,
      alreadyKnown: 0,
      revision: 2,
    });
  });

  test.for<[string, string, RegExp]>([
    [
      'a number nobody can read',
      '07700 900123 / 07700 900124',
      /^contact 2 \(•••• ••••24\) holds more than one number.*nothing was recorded/,
    ],
    ['words', 'Jo Example', /^contact 2 \(no number\) holds no number that can be read/],
    ['an address that is none', 'jo@@example.org', /^contact 2 \(an address\) holds no email address/],
  ])('stops at %s, without repeating it, and records nothing', ([, contact, sentence]) => {
    const store = temporaryStore();
    const record = () => recordObjections(store, clock, { ...request, contacts: ['07700 900123', contact] });
    expect(record).toThrow(sentence);
    expect(record).not.toThrow(/Jo|jo@|900124/);
    expect([entryCount(store), currentRevision(store)]).toEqual([0, 0]);
  });

  test('tells which number is none of the plan, since a slip would leave the person unprotected', () => {
    const contacts = ['07700 900123', '07700 90012'];
    expect(recordObjections(temporaryStore(), clock, { ...request, contacts })).toMatchObject({
      recorded: 2,
      invalidNumbers: [2],
    });
  });

  test('of nobody is a mistake of the caller', () => {
    expect(() => recordObjections(temporaryStore(), clock, { ...request, contacts: [] })).toThrow(
      /no number or email/,
    );
  });
});

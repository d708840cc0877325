import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ContactKeys,
  matchEntries,
  openLedger,
  patternOf,
} from '../../../src/ledger/look-up/ledger-look-up.js';
import type { KeyMatch } from '../../../src/screening/evidence.js';
import { countEntries } from '../../../src/store/ledger/ledger-entries.js';
import type { LedgerKeys, SoftOptInRecord, StoredEntry } from '../../../src/store/ledger/ledger-record.js';
import { openStore, withSnapshot } from '../../../src/store/open-store.js';
import {
  consent,
  day,
  enter,
  keys,
  LANDLINE,
  MOBILE,
  number,
  objection,
  temporaryStore,
} from '../ledger-fixtures.js';

const person: ContactKeys = {
  numbers: [MOBILE, LANDLINE],
  emails: ['jo@example.org'],
  personId: 'N-17',
  idSystem: 'NationBuilder',
};

const entry = (named: Partial<LedgerKeys>, record: StoredEntry['record'] = objection): StoredEntry => ({
  id: 1,
  revision: 1,
  keys: keys(named),
  record,
});

describe('how an entry touches the number that is judged', () => {
  const none: KeyMatch = {
    contact: false,
    person: false,
    namesContact: true,
    namesNumber: true,
    otherPerson: false,
  };
  test.for<[string, Partial<LedgerKeys>, Partial<KeyMatch> | null]>([
    ['it names this very number', { phone: MOBILE }, { contact: true }],
    ['it names another number of the record', { phone: LANDLINE }, { person: true }],
    ['it names an address of the record', { email: 'jo@example.org' }, { person: true, namesNumber: false }],
    [
      'it names this number and an address of the record',
      { phone: MOBILE, email: 'jo@example.org' },
      { contact: true, person: true },
    ],
    ["it names somebody else's number", { phone: number('+447700900999') }, null],
    [
      "it names the record's person",
      { personId: 'N-17', idSystem: 'nationbuilder' },
      { person: true, namesContact: false, namesNumber: false },
    ],
    ['it names that id in another system', { personId: 'N-17', idSystem: 'civicrm' }, null],
    ['it names that id in another case', { personId: 'n-17', idSystem: 'nationbuilder' }, null],
    [
      'it names this number and another person',
      { phone: MOBILE, personId: 'N-18', idSystem: 'nationbuilder' },
      { contact: true, otherPerson: true },
    ],
    [
      'it names this number and an id of another system',
      { phone: MOBILE, personId: 'N-18', idSystem: 'civicrm' },
      { contact: true },
    ],
    [
      'it names another number of the record and another person',
      { phone: LANDLINE, personId: 'N-18', idSystem: 'nationbuilder' },
      { person: true, otherPerson: true },
    ],
    ['it names another person alone', { personId: 'N-18', idSystem: 'nationbuilder' }, null],
  ])('%s', ([, named, match]) => {
    const matched = matchEntries([entry(named)], MOBILE, person).map((evidence) => evidence.match);
    expect(matched).toEqual(match === null ? [] : [{ ...none, ...match }]);
  });

  test('an address is matched like a number', () => {
    const [first] = matchEntries([entry({ email: 'jo@example.org' })], 'jo@example.org', person);
    expect(first?.match).toEqual({ ...none, contact: true, namesNumber: false });
  });

  test('a record without a contact point is still matched by its person', () => {
    const [first] = matchEntries(
      [entry({ personId: 'N-17', idSystem: 'nationbuilder', phone: LANDLINE })],
      null,
      person,
    );
    expect(first?.match).toEqual({ ...none, person: true });
  });

  test('without an id system of the list no id matches, and none differs', () => {
    const unstated = { ...person, idSystem: null };
    expect(matchEntries([entry({ personId: 'N-17', idSystem: 'nationbuilder' })], MOBILE, unstated)).toEqual(
      [],
    );
    const [first] = matchEntries(
      [entry({ phone: MOBILE, personId: 'N-18', idSystem: 'nationbuilder' })],
      MOBILE,
      unstated,
    );
    expect(first?.match.otherPerson).toBe(false);
  });
});

describe('the pattern of a match', () => {
  const NUMBERS = ['+447700900001', '+447700900002', '+447700900003'].map(number);
  const oneOf = <Value>(...values: readonly Value[]) => fc.constantFrom(...values);
  const held = fc
    .record({
      phone: oneOf(null, ...NUMBERS),
      email: oneOf(null, 'jo@example.org', 'bo@example.org'),
      personId: oneOf(null, 'N-1', 'N-2'),
    })
    .map(({ personId, ...rest }) =>
      entry({ ...rest, personId, idSystem: personId === null ? null : 'nationbuilder' }),
    );
  const record = fc
    .record({
      contacts: fc.tuple(oneOf(null, ...NUMBERS), oneOf(null, ...NUMBERS)),
      fax: oneOf(null, ...NUMBERS),
      emails: oneOf<readonly string[]>([], ['jo@example.org'], ['jo@example.org', 'bo@example.org']),
      personId: oneOf(null, 'N-1'),
      isByEmail: fc.boolean(),
    })
    .map(({ contacts, fax, isByEmail, ...rest }) => ({
      // By email, one address is judged.
      contacts: isByEmail ? [rest.emails[0] ?? null] : contacts,
      keys: {
        ...rest,
        numbers: [...new Set([...contacts, fax].flatMap((found) => found ?? []))],
        idSystem: 'nationbuilder',
      },
    }));

  test('is another wherever the evidence on one of the numbers, or on the address, is', () => {
    /** What was evidence on each contact point, by pattern. */
    const seen = new Map<string, string>();
    fc.assert(
      fc.property(held, record, (found, { contacts, keys }) => {
        const filled = contacts.map((contact) => contact !== null);
        // Of two cells with one number the class of a record knows already.
        const isTwice = contacts.length > 1 && contacts[0] === contacts[1];
        const pattern = `${filled} ${isTwice} ${patternOf(found, contacts, keys)}`;
        const evidence = JSON.stringify(contacts.map((contact) => matchEntries([found], contact, keys)));
        expect(seen.get(pattern) ?? evidence).toBe(evidence);
        seen.set(pattern, evidence);
      }),
      { numRuns: 20_000 },
    );
    expect(seen.size).toBeGreaterThan(50);
  });
});

describe('what an entry is evidence of', () => {
  const match = { contact: true, person: false, namesContact: true, namesNumber: true, otherPerson: false };
  const evidenceOf = (record: StoredEntry['record']) =>
    matchEntries([entry({ phone: MOBILE }, record)], MOBILE, person);

  test('an objection, a withdrawal and a preference are objections as they stand', () => {
    for (const record of ['objection', 'withdrawal', 'fundraising-preference'] as const) {
      expect(evidenceOf({ ...objection, record })).toEqual([{ ...objection, record, match }]);
    }
  });

  test('a consent is a consent', () => {
    const { otherChannels: _, ...rest } = consent;
    expect(evidenceOf(consent)).toEqual([{ ...rest, match }]);
  });

  const withdrawal = {
    record: 'withdrawal',
    match,
    scope: null,
    controller: 'Northfield Party',
    channels: ['live-call'],
    purposes: ['political-campaign'],
    on: '2026-06-01',
  };
  test.for<[string, object, object]>([
    ['a withdrawn consent is an objection too', {}, {}],
    ['withdrawn without channels, on all of them', { channels: [] }, { channels: 'all' }],
    [
      'withdrawn with a channel nobody can read, on all of them',
      { otherChannels: ['live_call'] },
      { channels: 'all' },
    ],
    ['withdrawn without purposes, for any', { purposes: [] }, { purposes: 'any' }],
    ['withdrawn for `any`, for any', { purposes: ['any'] }, { purposes: 'any' }],
    ['withdrawn for a misspelt purpose, for any', { purposes: ['political campaign'] }, { purposes: 'any' }],
    [
      'withdrawn for a purpose of its own, for that one',
      { purposes: ['newsletter'] },
      { purposes: ['newsletter'] },
    ],
    ['withdrawn from nobody in particular, from every caller', { controller: null }, { controller: null }],
  ])('%s', ([, change, changed]) => {
    const withdrawn = { ...consent, ...change, withdrawnOn: day('2026-06-01') };
    const [first, second] = evidenceOf(withdrawn);
    expect(first).toMatchObject({ record: 'consent', withdrawnOn: '2026-06-01' });
    expect(second).toEqual({ ...withdrawal, ...changed });
  });

  test('a soft opt-in is evidence of a relation, and once withdrawn only an objection', () => {
    const softOptIn: SoftOptInRecord = {
      record: 'soft-opt-in',
      controller: 'Acme Boilers Ltd',
      channels: [],
      otherChannels: [],
      purposes: [],
      on: null,
      withdrawnOn: null,
      basis: 'sale',
      obtainedBy: null,
      obtainedOn: null,
      optOutAtCollection: true,
      similarProducts: true,
      soleCharitablePurpose: null,
      source: null,
      wording: null,
    };
    expect(evidenceOf(softOptIn)).toEqual([
      {
        record: 'soft-opt-in',
        match,
        controller: 'Acme Boilers Ltd',
        channels: [],
        coversAnyChannel: true,
        purposes: [],
        basis: 'sale',
        obtainedBy: null,
        obtainedOn: null,
        optOutAtCollection: true,
        similarProducts: true,
        soleCharitablePurpose: null,
      },
    ]);
    expect(evidenceOf({ ...softOptIn, withdrawnOn: day('2026-06-01') })).toEqual([
      { ...withdrawal, controller: 'Acme Boilers Ltd', channels: 'all', purposes: 'any' },
    ]);
  });

  test('a wrong number says so, and no more', () => {
    expect(evidenceOf({ record: 'wrong-number', on: null })).toEqual([
      { record: 'wrong-number', on: null, match },
    ]);
  });
});

describe('looking somebody up', () => {
  test('an empty ledger says that it is, and finds nobody', () => {
    const ledger = openLedger(temporaryStore());
    expect(ledger).toMatchObject({ isEmpty: true, idSystems: [] });
    expect(ledger.entriesFor(person)).toEqual([]);
  });

  test('it finds entries by number, by address and by person, each once', () => {
    const store = temporaryStore();
    enter(
      store,
      [{ phone: MOBILE, email: 'jo@example.org', personId: 'N-17', idSystem: 'nationbuilder' }, objection],
      [{ phone: LANDLINE }, objection],
      [{ email: 'jo@example.org' }, consent],
      [
        { personId: 'N-17', idSystem: 'nationbuilder' },
        { record: 'wrong-number', on: null },
      ],
      [{ phone: number('+447700900999') }, objection],
      [{ personId: 'N-17', idSystem: 'civicrm' }, objection],
    );
    const found = openLedger(store).entriesFor(person);
    expect(found.map(({ id, record }) => [id, record.record])).toEqual([
      [1, 'objection'],
      [2, 'objection'],
      [3, 'consent'],
      [4, 'wrong-number'],
    ]);
  });

  test('what was entered comes back as it was', () => {
    const store = temporaryStore();
    const named = { phone: MOBILE, email: 'jo@example.org', personId: '0017', idSystem: 'nationbuilder' };
    enter(store, [named, consent]);
    expect(openLedger(store).entriesFor(person)).toEqual([
      { id: 1, revision: 1, keys: named, record: consent },
    ]);
  });

  test('withdrawn consents count as objections', () => {
    const store = temporaryStore();
    enter(
      store,
      [{ phone: MOBILE }, consent],
      [{ phone: MOBILE }, { ...consent, withdrawnOn: day('2026-06-01') }],
      [{ phone: MOBILE }, objection],
      [{ phone: MOBILE }, { record: 'wrong-number', on: null }],
    );
    expect(openLedger(store).isEmpty).toBe(false);
    expect(countEntries(store)).toMatchObject({
      objectionCount: 2,
      counts: {
        consent: 2,
        objection: 1,
        withdrawal: 0,
        'wrong-number': 1,
        'soft-opt-in': 0,
        'fundraising-preference': 0,
      },
    });
  });

  test('within a snapshot another change is not seen', async () => {
    const store = temporaryStore();
    enter(store, [{ phone: MOBILE }, objection]);
    const reading = openStore(store.path, 'read');
    await withSnapshot(reading, async () => {
      const ledger = openLedger(reading);
      enter(store, [{ phone: LANDLINE }, objection]);
      expect(ledger.entriesFor(person)).toHaveLength(1);
    });
    reading.close();
  });

  test('a store whose content was damaged stops the look-up rather than finding nobody', () => {
    const store = temporaryStore();
    enter(store, [{ phone: MOBILE }, objection]);
    store.connection.exec(`UPDATE ledger_entry SET content = '{"record":"objection"}'`);
    expect(() => openLedger(store).entriesFor(person)).toThrow();
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ContactKeys, matchEntries, openLedger } from '../../../src/ledger/look-up/ledger-look-up.js';
import { importLedger } from '../../../src/ledger/native/import-ledger.js';
import { erasePerson } from '../../../src/ledger/person/erase-person.js';
import { retractImport } from '../../../src/ledger/person/retract-import.js';
import { heldOn, ledgerKeyOf } from '../../../src/ledger/person/show-person.js';
import { describeErasure } from '../../../src/reports/ledger/ledger-change.js';
import type { LedgerKey } from '../../../src/store/ledger/ledger-history.js';
import { openStore, type Store } from '../../../src/store/open-store.js';
import { currentRevision } from '../../../src/store/revisions.js';
import {
  clock,
  consent,
  day,
  enter,
  LANDLINE,
  MOBILE,
  number,
  objection,
  temporaryFile,
  temporaryStore,
} from '../ledger-fixtures.js';

const phone: LedgerKey = { kind: 'phone', value: MOBILE };
const nobody: ContactKeys = { numbers: [], emails: [], personId: null, idSystem: null };
const bare = { ...objection, on: clock.today };

function recordsOn(store: Store, change: Partial<ContactKeys>) {
  return openLedger(store)
    .entriesFor({ ...nobody, ...change })
    .map(({ keys, record }) => ({ keys: Object.values(keys).filter((key) => key !== null), record }));
}

/** Whether `text` stands anywhere in the files of the store, its log included. */
function standsInBytes(store: Store, text: string): boolean {
  const folder = dirname(store.path);
  return readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(text));
}

describe('erasing a person', () => {
  test('leaves the bare number, objected, and today', () => {
    const store = temporaryStore();
    enter(store, [{ phone: MOBILE }, consent], [{ phone: MOBILE }, { record: 'wrong-number', on: null }]);
    expect(erasePerson(store, clock, phone)).toEqual({
      erased: 2,
      erasedAnswers: 0,
      kept: { phone: 1, email: 0, person: 0 },
      heldElsewhere: 0,
      revision: 2,
      isWiped: true,
    });
    expect(recordsOn(store, { numbers: [MOBILE] })).toEqual([{ keys: [MOBILE], record: bare }]);
  });

  test('blocks whatever the erased entries bound, and ties nothing of it together', () => {
    const store = temporaryStore();
    const keys = { phone: MOBILE, email: 'ann@example.com', personId: 'M7', idSystem: 'members' };
    enter(store, [keys, { ...objection, channels: ['sms'], controller: 'Northfield Party' }]);
    expect(erasePerson(store, clock, phone)).toMatchObject({ kept: { phone: 1, email: 1, person: 1 } });
    const found = recordsOn(store, {
      numbers: [MOBILE],
      emails: ['ann@example.com'],
      personId: 'M7',
      idSystem: 'Members',
    });
    expect(found).toEqual([
      { keys: [MOBILE], record: bare },
      { keys: ['ann@example.com'], record: bare },
      { keys: ['M7', 'members'], record: bare },
    ]);
    // A list that knows the person by id alone, under another number, is blocked as before.
    const other = { ...nobody, numbers: [LANDLINE], personId: 'M7', idSystem: 'members' };
    const entries = openLedger(store).entriesFor(other);
    expect(matchEntries(entries, LANDLINE, other)).toMatchObject([
      { record: 'objection', match: { person: true } },
    ]);
  });

  test('keeps no id that only a consent named, and nothing that only a retracted import named', async () => {
    const store = temporaryStore();
    enter(store, [{ phone: MOBILE, personId: 'M7', idSystem: 'members' }, consent]);
    const path = temporaryFile('record,phone,email\nobjection,07700 900123,bob@example.com\n');
    await importLedger(store, clock, { path, asObjection: false, keepGood: false });
    retractImport(store, clock, 2);
    expect(erasePerson(store, clock, phone)).toMatchObject({
      erased: 2,
      kept: { phone: 1, email: 0, person: 0 },
    });
  });

  test('by an address or by an id works in the same way', () => {
    const store = temporaryStore();
    enter(
      store,
      [{ email: 'ann@example.com' }, { ...consent, channels: ['email'] }],
      [{ personId: 'M7', idSystem: 'members' }, consent],
    );
    erasePerson(store, clock, ledgerKeyOf(' Ann@Example.COM', null));
    erasePerson(store, clock, ledgerKeyOf('M7', 'Members'));
    expect(
      recordsOn(store, { emails: ['ann@example.com'], personId: 'M7', idSystem: 'members' }),
    ).toMatchObject([{ record: bare }, { record: bare }]);
  });

  test('of whom nothing is held still leaves the bare number', () => {
    const store = temporaryStore();
    expect(erasePerson(store, clock, phone)).toMatchObject({ erased: 0, revision: 1 });
    expect(recordsOn(store, { numbers: [MOBILE] })).toEqual([{ keys: [MOBILE], record: bare }]);
  });

  test.for<[string, typeof objection]>([
    ['twice', bare],
    ['of whom only an undated objection is held', objection],
  ])('%s changes nothing', ([, record]) => {
    const store = temporaryStore();
    enter(store, [{ phone: MOBILE }, record]);
    const later = { ...clock, today: day('2026-12-24') };
    expect(erasePerson(store, later, phone)).toMatchObject({ erased: 0, revision: null });
    expect(currentRevision(store)).toBe(1);
  });

  test('tells how many entries stand under the other keys, and touches none of them', () => {
    const store = temporaryStore();
    const email = 'ann@example.com';
    enter(store, [{ phone: MOBILE, email }, consent], [{ email }, { ...consent, wording: 'v4' }]);
    const result = erasePerson(store, clock, phone);
    expect(result).toMatchObject({ erased: 1, heldElsewhere: 1 });
    expect(heldOn(store, { kind: 'email', value: email }).entries).toHaveLength(2);
    expect(describeErasure(result)).toContain('1 entry is still held under the other numbers');
  });

  test('removes the text from the bytes of the store, its log included', () => {
    const store = temporaryStore();
    const others = Array.from({ length: 2000 }, (_, n) => {
      const line = number(`+4477009${String(n).padStart(5, '0')}`);
      return [
        { phone: line, email: `person${n}@example.org` },
        { ...consent, wording: `wording ${n}` },
      ] as const;
    });
    const wanted = {
      phone: MOBILE,
      email: 'ann.unusual@example.com',
      personId: 'ID-4711',
      idSystem: 'members',
    };
    enter(store, ...others.slice(0, 1000));
    enter(store, [
      wanted,
      { ...consent, source: 'a garden party in Northfield', wording: 'unheard-of words' },
    ]);
    enter(store, ...others.slice(1000));
    const texts = ['ID-4711', 'a garden party', 'unheard-of words'];
    expect(texts.map((text) => standsInBytes(store, text))).toEqual([true, true, true]);
    expect(erasePerson(store, clock, phone).isWiped).toBe(true);
    expect(texts.map((text) => standsInBytes(store, text))).toEqual([false, false, false]);
    expect(standsInBytes(store, 'person1999@example.org')).toBe(true);
  });

  test('says so where another process keeps the log from being emptied, and does it when asked again', () => {
    const store = temporaryStore();
    store.connection.pragma('busy_timeout = 10');
    enter(store, [{ phone: MOBILE }, { ...consent, wording: 'unheard-of words' }]);
    const reading = openStore(store.path, 'read');
    reading.connection.exec('BEGIN');
    reading.connection.prepare('SELECT count(*) FROM ledger_entry').get();
    expect(erasePerson(store, clock, phone)).toMatchObject({ erased: 1, isWiped: false });
    reading.close();
    expect(erasePerson(store, clock, phone)).toMatchObject({ erased: 0, revision: null, isWiped: true });
    expect(standsInBytes(store, 'unheard-of words')).toBe(false);
  });
});

describe('the contact that is asked for', () => {
  test.for<[string, string, RegExp]>([
    ['words', 'Ann Example', /the contact holds no number that can be read; for an id name its system too/u],
    ['two numbers', '07700 900123 / 07700 900124', /more than one number/u],
    ['a broken address', 'ann@@example.com', /no email address/u],
  ])('cannot be %s, and is not repeated', ([, text, sentence]) => {
    expect(() => ledgerKeyOf(text, null)).toThrow(sentence);
    expect(() => ledgerKeyOf(text, null)).not.toThrow(/Ann|900124/u);
  });
});

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/look-up/ledger-look-up.js';
import { retractImport } from '../../src/ledger/person/retract-import.js';
import { openRegister } from '../../src/registers/look-up/register-reader.js';
import { isPhoneNumber } from '../../src/screening/contact.js';
import { countEntries } from '../../src/store/ledger/ledger-entries.js';
import { createStore, openStore } from '../../src/store/open-store.js';
import { clockOn, makeFolder } from '../registers/register-for-tests.js';

const VERSION_1 = readFileSync(resolve(import.meta.dirname, '../../fixtures/stores/version-1.sql'), 'utf8');

function storeOfVersion1(): string {
  const path = join(makeFolder(), 'ringfence.db');
  const connection = new Database(path);
  connection.pragma('journal_mode = WAL');
  connection.exec(VERSION_1);
  connection.close();
  return path;
}

function tablesOf(path: string): unknown[] {
  const connection = new Database(path, { readonly: true });
  const tables = connection
    .prepare<[], { name: string; sql: string }>(
      'SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name',
    )
    .all()
    .map(({ name, sql }) => [name, sql.replace(/\s+/gu, ' ')]);
  const version = connection.pragma('user_version', { simple: true });
  connection.close();
  return [version, ...tables];
}

describe('a store of the first version', () => {
  test.for(['read', 'write'] as const)('is brought up to date when it is opened to %s', (mode) => {
    const path = storeOfVersion1();
    const store = openStore(path, mode);
    const number = '+442079460123';
    if (!isPhoneNumber(number)) throw new Error('no number');
    const ledger = openLedger(store);
    const { counts, objectionCount } = countEntries(store);
    expect([counts.consent, objectionCount, ledger.idSystems]).toEqual([1, 3, ['members']]);
    const entries = ledger.entriesFor({ numbers: [number], emails: [], personId: null, idSystem: null });
    expect(entries).toMatchObject([{ revision: 2, record: { record: 'objection', on: '2026-06-01' } }]);
    // A register that is not there clears nobody.
    expect(openRegister(store, 'tps')).toBe(null);
    store.close();
  });

  test('lets a later import that knew something keep the objections of an earlier one, and no consent', () => {
    const store = openStore(storeOfVersion1(), 'write');
    const sources = store.connection
      .prepare<[], { entry: number; revision: number }>(
        'SELECT entry, revision FROM ledger_source ORDER BY entry, revision',
      )
      .all();
    expect(sources.map(({ entry, revision }) => `${entry} by ${revision}`)).toEqual([
      '1 by 2',
      '2 by 2',
      '2 by 3',
      '3 by 2',
      '4 by 3',
      '5 by 4',
    ]);
    expect(retractImport(store, clockOn('2026-11-22'), 2)).toMatchObject({
      counts: { consent: 1, 'wrong-number': 1 },
      stayed: 1,
    });
    store.close();
  });

  test('then has the tables of a new one', () => {
    const path = storeOfVersion1();
    openStore(path, 'read').close();
    const fresh = join(makeFolder(), 'ringfence.db');
    createStore(fresh).close();
    expect(tablesOf(path)).toEqual(tablesOf(fresh));
  });
});

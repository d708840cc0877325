import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openLedger } from '../../src/ledger/ledger-look-up.js';
import { openRegister } from '../../src/registers/register-reader.js';
import { isPhoneNumber } from '../../src/screening/contact.js';
import { createStore, openStore } from '../../src/store/open-store.js';
import { makeFolder } from '../registers/register-for-tests.js';

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
    expect([ledger.counts.consent, ledger.objectionCount, ledger.idSystems]).toEqual([1, 3, ['members']]);
    const entries = ledger.entriesFor({ numbers: [number], emails: [], personId: null, idSystem: null });
    expect(entries).toMatchObject([{ revision: 2, record: { record: 'objection', on: '2026-06-01' } }]);
    expect(openRegister(store, 'tps')?.listing(number)).toMatchObject({ status: 'not-listed' });
    const sources = store.connection.prepare('SELECT entry, revision, ended FROM ledger_source').all();
    expect(sources).toEqual(
      [2, 2, 2, 3, 4].map((revision, place) => ({ entry: place + 1, revision, ended: null })),
    );
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

import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.js';
import { createStore, openStore, withSnapshot } from '../../src/store/open-store.js';
import { addRevision, currentRevision } from '../../src/store/revisions.js';
import { clockOn, makeFolder, makeStore } from '../registers/register-for-tests.js';

const change = {
  kind: 'register-load',
  fileName: 'tps.txt',
  fileSha256: null,
  counts: {},
  overridden: [],
} as const;

describe('a store', () => {
  test('is created for its owner only, and never over anything', () => {
    const path = join(makeFolder(), 'ringfence.db');
    createStore(path).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(() => createStore(path)).toThrow('is there already');
  });

  test.for(['read', 'write'] as const)('at a mistyped path is refused, not created (to %s)', (mode) => {
    const folder = makeFolder();
    expect(() => openStore(join(folder, 'ringfense.db'), mode)).toThrow(UserError);
    expect(() => openStore(join(folder, 'ringfense.db'), mode)).toThrow('there is no such file');
    expect(readdirSync(folder)).toEqual([]);
  });

  test.for<[string, (path: string) => void]>([
    ['a folder', () => {}],
    ['an empty file', (path) => writeFileSync(path, '')],
    ['a text file', (path) => writeFileSync(path, 'name,phone\n'.repeat(1000))],
    [
      'the database of another program',
      (path) => new Database(path).exec('CREATE TABLE register_copy (x)').close(),
    ],
  ])('is not %s', ([what, make]) => {
    const folder = makeFolder();
    const path = what === 'a folder' ? folder : join(folder, 'ringfence.db');
    make(path);
    expect(() => openStore(path, 'read')).toThrow(UserError);
    expect(() => openStore(path, 'write')).toThrow(UserError);
  });

  test('of a later version is refused', () => {
    const store = makeStore();
    store.connection.pragma('user_version = 99');
    expect(() => openStore(store.path, 'read')).toThrow('a later version of ringfence');
  });

  test('opened to be read cannot be changed', () => {
    const store = makeStore();
    const reading = openStore(store.path, 'read');
    expect(() => addRevision(reading, clockOn('2026-11-20'), change)).toThrow('readonly');
    reading.close();
  });

  test('numbers its revisions from 1 without a gap', () => {
    const store = makeStore();
    expect(currentRevision(store)).toBe(0);
    expect(addRevision(store, clockOn('2026-11-20'), change)).toBe(1);
    expect(addRevision(store, clockOn('2026-11-20'), change)).toBe(2);
    expect(currentRevision(store)).toBe(2);
  });

  test('seen through a snapshot does not change, whatever another process writes', async () => {
    const store = makeStore();
    const reading = openStore(store.path, 'read');
    await withSnapshot(reading, async () => {
      addRevision(store, clockOn('2026-11-20'), change);
      expect(currentRevision(reading)).toBe(0);
    });
    expect(currentRevision(reading)).toBe(1);
    reading.close();
  });

  test('closed leaves no second file behind', () => {
    const path = join(makeFolder(), 'ringfence.db');
    const store = createStore(path);
    addRevision(store, clockOn('2026-11-20'), change);
    store.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});

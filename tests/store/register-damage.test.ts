import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.js';
import { openRegister } from '../../src/registers/look-up/register-reader.js';
import { registerStatus } from '../../src/registers/look-up/register-status.js';
import { openStore, type Store } from '../../src/store/open-store.js';
import { day, e164, load, makeFolder, makeStore, mobile } from '../registers/register-for-tests.js';

const mobiles = Array.from({ length: 60 }, (_, index) => mobile(index));
const LEEDS = '01134960000';
const LONDON = '02079460000';
const listed = [...mobiles, LEEDS, LONDON];

/** Two copies; London came with the second, and the first had a number that is gone. */
async function twoCopies(): Promise<Store> {
  const store = makeStore();
  await load(store, [...mobiles, LEEDS, '01614960000'], '2026-11-01');
  await load(store, listed, '2026-11-09');
  return store;
}

/** Every listing, with its earliest day; throws as the reader does. */
function answers(store: Store): unknown[] {
  const reader = openRegister(store, 'tps');
  return listed.map((number) => reader?.listing(e164(number)));
}

/** The rows in which they stand; the TPS is the first register, so the keys are the rows. */
const LEEDS_ROW = Math.floor(1_134_960_000 / 65_536 / 64);
const LONDON_ROW = Math.floor(2_079_460_000 / 65_536 / 64);

describe('a register in a damaged store answers nothing', () => {
  test.for<[string, string]>([
    [
      'a bit of a row has changed',
      `UPDATE register_block SET packed = cast(substr(packed, 1, length(packed) - 1) || x'ff' AS BLOB)`,
    ],
    [
      'a row has lost a number',
      `UPDATE register_block SET packed = substr(packed, 1, length(packed) - 2) WHERE key = ${LEEDS_ROW}`,
    ],
    ['a row is empty', `UPDATE register_block SET packed = x'' WHERE key = ${LEEDS_ROW}`],
    ['a row is lost', `DELETE FROM register_block WHERE key = ${LEEDS_ROW}`],
    ['every row is lost', 'DELETE FROM register_block'],
    ['a row stands under another key', `UPDATE register_block SET key = key + 1 WHERE key = ${LEEDS_ROW}`],
    [
      'a row stands under another register',
      `UPDATE register_block SET key = key + 4096 WHERE key = ${LEEDS_ROW}`,
    ],
    [
      'two rows have changed places',
      `UPDATE register_block SET key = -1 WHERE key = ${LEEDS_ROW}; UPDATE register_block SET key = ${LEEDS_ROW} WHERE key = ${LONDON_ROW}; UPDATE register_block SET key = ${LONDON_ROW} WHERE key = -1`,
    ],
    ['the directory is lost', 'DELETE FROM register_directory'],
    ['the directory is empty', `UPDATE register_directory SET packed = x''`],
    [
      'the directory names a row less',
      'UPDATE register_directory SET packed = substr(packed, 1, length(packed) - 392)',
    ],
    [
      'a bit of the directory has changed',
      `UPDATE register_directory SET packed = cast(substr(packed, 1, length(packed) - 1) || x'01' AS BLOB)`,
    ],
    ['the directory stands under another register', `UPDATE register_directory SET register = 'ctps'`],
    ['the day of the copy has changed', `UPDATE register_copy SET as_of = '2026-11-29' WHERE revision = 2`],
    ['the day of the copy is none', `UPDATE register_copy SET as_of = 'soon' WHERE revision = 2`],
    [
      'the day of the copy before has changed',
      `UPDATE register_copy SET as_of = '2026-11-08' WHERE revision = 1`,
    ],
    [
      'the coverage of the copy has changed',
      `UPDATE register_copy SET dialling_codes = '["0113"]' WHERE revision = 2`,
    ],
    ['the accepted refusals have changed', `UPDATE register_copy SET overridden = '[]' WHERE revision = 1`],
    [
      'the count of the copy has changed',
      'UPDATE register_copy SET numbers = numbers - 1 WHERE revision = 2',
    ],
    ['the row of the copy in force is lost', 'DELETE FROM register_copy WHERE revision = 2'],
    [
      'an addition has changed',
      `UPDATE register_delta SET packed = cast(packed || x'0000' AS BLOB) WHERE movement = 'added'`,
    ],
    [
      'an addition is said of another load',
      `UPDATE register_delta SET revision = 1 WHERE movement = 'added'`,
    ],
    [
      'a removal is said to be an addition',
      `DELETE FROM register_delta WHERE movement = 'added'; UPDATE register_delta SET movement = 'added'`,
    ],
    ['the row of the copy before is lost', 'DELETE FROM register_copy WHERE revision = 1'],
    ['an addition is lost', `DELETE FROM register_delta WHERE movement = 'added'`],
  ])('when %s', async ([, damage]) => {
    const store = await twoCopies();
    store.connection.pragma('foreign_keys = OFF');
    store.connection.exec(damage);
    expect(() => answers(store)).toThrow(UserError);
    expect(() => answers(store)).toThrow(`the store \`${store.path}\` is damaged`);
    expect(() => answers(store)).toThrow('Restore it from a backup, or make a new one with `ringfence init`');
  });

  test('and its status and the next load say so too', async () => {
    const store = await twoCopies();
    store.connection.exec(`DELETE FROM register_block WHERE key = ${LEEDS_ROW}`);
    expect(() => registerStatus(store, day('2026-11-30'))).toThrow('is damaged');
    await expect(load(store, [...listed, mobile(100)], '2026-11-10')).rejects.toThrow('is damaged');
  });

  test('when the revision that loaded a copy is lost, in its status', async () => {
    const store = await twoCopies();
    store.connection.pragma('foreign_keys = OFF');
    store.connection.exec('DELETE FROM revision WHERE number = 2');
    expect(() => registerStatus(store, day('2026-11-30'))).toThrow('revision 2, which loaded a register');
  });

  test('when a copy between others is lost', async () => {
    const store = await twoCopies();
    await load(store, [...listed, mobile(100)], '2026-11-12');
    store.connection.pragma('foreign_keys = OFF');
    store.connection.exec('DELETE FROM register_copy WHERE revision = 2');
    expect(() => answers(store)).toThrow('the TPS copy of revision 2, before that of revision 3, is lost');
  });

  test('when a removal is lost, in its status and in every copy before', async () => {
    const store = await twoCopies();
    store.connection.exec(`DELETE FROM register_delta WHERE movement = 'removed'`);
    expect(() => registerStatus(store, day('2026-11-30'))).toThrow('what revision 2 removed');
    expect(() => openRegister(store, 'tps', 1)?.listing(e164('01614960000'))).toThrow(
      'what revision 2 removed',
    );
  });
});

test('a row that the directory does not name changes no answer', async () => {
  const store = await twoCopies();
  const expected = answers(store);
  store.connection.exec('INSERT INTO register_block SELECT 1, packed FROM register_block LIMIT 1');
  expect(answers(store)).toEqual(expected);
});

test('a store with any one byte changed unlists nobody, and makes no listing look younger', async () => {
  const store = await twoCopies();
  const expected = answers(store);
  const path = store.path;
  store.close();
  const bytes = readFileSync(path);
  const folder = makeFolder();
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = join(folder, 'damaged.db');
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ change;
      writeFileSync(damaged, copy);
      let found: unknown[];
      let opened: Store | undefined;
      try {
        opened = openStore(damaged, 'read');
        // No copy at all is "not loaded", which allows nobody.
        if (openRegister(opened, 'tps') === null) return;
        found = answers(opened);
      } catch (thrown) {
        expect(thrown).toBeInstanceOf(Error);
        return;
      } finally {
        opened?.close();
      }
      for (const [index, listing] of found.entries()) {
        if (JSON.stringify(listing) === JSON.stringify(expected[index])) continue;
        expect(listing).toEqual({ status: 'listed', asOf: '2026-11-09', earliestOn: 'unknown' });
      }
    }),
    { numRuns: 800 },
  );
  copyFileSync(path, join(folder, 'whole.db'));
  const whole = openStore(join(folder, 'whole.db'), 'read');
  expect(answers(whole)).toEqual(expected);
  whole.close();
});

import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.js';
import { openRegister } from '../../src/registers/register-reader.js';
import { registerStatus } from '../../src/registers/register-status.js';
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

const LEEDS_BLOCK = Math.floor(1_134_960_000 / 65_536);
const LONDON_BLOCK = Math.floor(2_079_460_000 / 65_536);

describe('a register in a damaged store answers nothing', () => {
  test.for<[string, string]>([
    [
      'a bit of a block has changed',
      `UPDATE register_block SET packed = cast(substr(packed, 1, length(packed) - 1) || x'ff' AS BLOB)`,
    ],
    [
      'a block has lost a number',
      `UPDATE register_block SET packed = substr(packed, 1, length(packed) - 2) WHERE block = ${LEEDS_BLOCK}`,
    ],
    ['a block is empty', `UPDATE register_block SET packed = x'01' WHERE block = ${LEEDS_BLOCK}`],
    ['a block is lost', `DELETE FROM register_block WHERE block = ${LEEDS_BLOCK}`],
    ['every block is lost', 'DELETE FROM register_block'],
    [
      'a block stands under another key',
      `UPDATE register_block SET block = block + 1 WHERE block = ${LEEDS_BLOCK}`,
    ],
    [
      'a block stands under another register',
      `UPDATE register_block SET register = 'ctps' WHERE block = ${LEEDS_BLOCK}`,
    ],
    [
      'a block too many stands there',
      `INSERT INTO register_block SELECT register, 1, 0, 0, x'01' FROM register_block LIMIT 1`,
    ],
    [
      'two blocks have changed places',
      `UPDATE register_block SET block = CASE block WHEN ${LEEDS_BLOCK} THEN -1 ELSE ${LEEDS_BLOCK} END WHERE block IN (${LEEDS_BLOCK}, ${LONDON_BLOCK}); UPDATE register_block SET block = ${LONDON_BLOCK} WHERE block = -1`,
    ],
    ['the count of a block has changed', 'UPDATE register_block SET numbers = numbers + 1'],
    ['the checksum of a block has changed', 'UPDATE register_block SET checksum = checksum + 1'],
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
      'an addition stands under another block',
      `UPDATE register_delta SET block = ${LEEDS_BLOCK} WHERE movement = 'added'`,
    ],
    [
      'a removal is said to be an addition',
      `UPDATE register_delta SET movement = 'added', block = ${LEEDS_BLOCK} WHERE movement = 'removed'`,
    ],
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
    store.connection.exec(`DELETE FROM register_block WHERE block = ${LEEDS_BLOCK}`);
    expect(() => registerStatus(store, day('2026-11-30'))).toThrow('is damaged');
    await expect(load(store, [...listed, mobile(100)], '2026-11-10')).rejects.toThrow('is damaged');
  });

  test('when the revision that loaded a copy is lost, in its status', async () => {
    const store = await twoCopies();
    store.connection.pragma('foreign_keys = OFF');
    store.connection.exec('DELETE FROM revision WHERE number = 2');
    expect(() => registerStatus(store, day('2026-11-30'))).toThrow('revision 2, which loaded a register');
  });

  test('but a lost addition only makes a listing look older', async () => {
    const store = await twoCopies();
    const before = openRegister(store, 'tps')?.listing(e164(LONDON));
    expect(before).toMatchObject({ status: 'listed', earliestOn: '2026-11-02' });
    store.connection.exec(`DELETE FROM register_delta WHERE movement = 'added'`);
    expect(openRegister(store, 'tps')?.listing(e164(LONDON))).toMatchObject({
      status: 'listed',
      earliestOn: 'unknown',
    });
  });
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

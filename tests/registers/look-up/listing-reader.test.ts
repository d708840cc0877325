/** What a register copy and the answers of screening services say together: always what allows less. */
import { describe, expect, test } from 'vitest';
import { type DatedAnswer, withResults } from '../../../src/registers/look-up/listing-reader.js';
import type { Listing } from '../../../src/screening/evidence.js';
import { day } from '../register-for-tests.js';

const COPY_DAY = day('2026-11-10');
const notLoaded: Listing = { status: 'not-loaded' };
const notListed: Listing = { status: 'not-listed', asOf: COPY_DAY };
const listed: Listing = { status: 'listed', asOf: COPY_DAY, earliestOn: day('2026-11-05') };

function answer(isListed: boolean, checkedOn: string, listedOn: string | null = null): DatedAnswer {
  const dayOfListing = listedOn === null ? null : day(listedOn);
  return { register: 'tps', isListed, checkedOn: day(checkedOn), listedOn: dayOfListing, isTakenBack: false };
}
const clear = (checkedOn: string): DatedAnswer => answer(false, checkedOn);
const hit = (checkedOn: string, listedOn: string | null = null): DatedAnswer =>
  answer(true, checkedOn, listedOn);
const byServiceListed = (asOf: string): Listing => ({
  status: 'listed',
  asOf: day(asOf),
  earliestOn: 'unknown',
  by: 'service',
});
const byServiceClear = (asOf: string): Listing => ({ status: 'not-listed', asOf: day(asOf), by: 'service' });

describe('one listing from copy and results', () => {
  test.for<[string, Listing, boolean, readonly DatedAnswer[], Listing]>([
    [
      'a clear answer stands in for a copy that is missing',
      notLoaded,
      true,
      [clear('2026-11-20')],
      byServiceClear('2026-11-20'),
    ],
    [
      'the newest clear answer counts',
      notLoaded,
      true,
      [clear('2026-11-20'), clear('2026-11-01')],
      byServiceClear('2026-11-20'),
    ],
    ['a copy of a later day than the clear answer counts', notListed, true, [clear('2026-11-09')], notListed],
    ['a copy of the same day as the clear answer counts', notListed, true, [clear('2026-11-10')], notListed],
    [
      'a clear answer later than the copy counts',
      notListed,
      true,
      [clear('2026-11-11')],
      byServiceClear('2026-11-11'),
    ],
    [
      'a listed answer beats an unlisted copy of the same day',
      notListed,
      true,
      [hit('2026-11-10')],
      byServiceListed('2026-11-10'),
    ],
    ['a full copy of a later day lifts a listed answer', notListed, true, [hit('2026-11-09')], notListed],
    [
      'a part copy of a later day does not',
      notListed,
      false,
      [hit('2026-11-09')],
      byServiceListed('2026-11-09'),
    ],
    [
      'a later clear answer lifts a listed one',
      notLoaded,
      true,
      [hit('2026-11-09'), clear('2026-11-10')],
      byServiceClear('2026-11-10'),
    ],
    [
      'a clear answer of the same day does not',
      notLoaded,
      true,
      [hit('2026-11-10'), clear('2026-11-10')],
      byServiceListed('2026-11-10'),
    ],
    [
      'an earlier clear answer does not',
      notLoaded,
      true,
      [hit('2026-11-10'), clear('2026-11-09')],
      byServiceListed('2026-11-10'),
    ],
    [
      'a listed answer has no grace, whatever day the service names',
      notLoaded,
      true,
      [hit('2026-11-10', '2026-11-09')],
      byServiceListed('2026-11-10'),
    ],
    [
      'a listing in the copy stands against a later clear answer',
      listed,
      true,
      [clear('2026-11-20')],
      listed,
    ],
    [
      'a day of listing before the one that copies prove ends the grace',
      listed,
      true,
      [hit('2026-11-10', '2026-11-04')],
      { ...listed, earliestOn: 'unknown' },
    ],
    [
      'the very day that copies prove leaves the grace',
      listed,
      true,
      [hit('2026-11-10', '2026-11-05')],
      listed,
    ],
    ['a day after it changes nothing', listed, true, [hit('2026-11-10', '2026-11-06')], listed],
    [
      'a day of listing on that very day changes nothing',
      listed,
      true,
      [hit('2026-11-10', '2026-11-05')],
      listed,
    ],
    ['a check on that very day changes nothing', listed, true, [hit('2026-11-05')], listed],
    [
      'a listing known before that day ends the grace, on the other register too',
      listed,
      true,
      [{ ...hit('2026-11-04'), register: 'ctps' }],
      { ...listed, earliestOn: 'unknown' },
    ],
    ['a listing first known on that very day leaves the grace', listed, true, [hit('2026-11-05')], listed],
    [
      'an answer for the other register says nothing of this one',
      notLoaded,
      true,
      [{ ...clear('2026-11-20'), register: 'ctps' }],
      notLoaded,
    ],
  ])('%s', ([, copy, isFullCopy, answers, wanted]) => {
    expect(withResults('tps', copy, isFullCopy, answers)).toEqual(wanted);
  });
});

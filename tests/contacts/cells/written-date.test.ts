import { describe, expect, test } from 'vitest';
import { dateOrderOf, isDate, readDate } from '../../../src/contacts/cells/written-date.js';
import type { DateOrder } from '../../../src/contacts/reading-options.js';
import { parseIsoDate } from '../../../src/screening/dates.js';

const latest = parseIsoDate('2026-11-22') ?? expect.unreachable();

function read(cell: string, order: DateOrder | null): string {
  const date = readDate(cell, order, latest);
  return date.status === 'recorded' ? date.value : date.status;
}

describe('a date that can be read in one way only', () => {
  test.for<[string, string]>([
    ['2026-12-31', '2026-12-31'],
    ['2026/12/31', '2026-12-31'],
    ['2026-1-2', '2026-01-02'],
    ['2018-06-12 07:53:28', '2018-06-12'],
    ['2026-05-08T10:21:01.000Z', '2026-05-08'],
    ['2026-05-08T10:21:01+01:00', '2026-05-08'],
    ['31/12/2026', '2026-12-31'],
    ['31-12-2026', '2026-12-31'],
    ['31.12.2026', '2026-12-31'],
    ['12/31/2026', '2026-12-31'],
    ['3/15/2024 2:30 PM', '2024-03-15'],
    ['05/05/1990', '1990-05-05'],
    ['31 Dec 2026', '2026-12-31'],
    ['31st December 2026', '2026-12-31'],
    ['31-Dec-26', '1926-12-31'],
    ['31-Dec-25', '2025-12-31'],
    ['December 31 2026', '2026-12-31'],
    ['Dec 31, 2026', '2026-12-31'],
    ['Thu, 31 December 2026', '2026-12-31'],
    ["'2026-12-31", '2026-12-31'],
    [' 2026-12-31\u00a0', '2026-12-31'],
    ['29/02/2024', '2024-02-29'],
    ['31/12/26', '1926-12-31'],
    ['22/11/26', '2026-11-22'],
    ['23/11/26', '1926-11-23'],
  ])('`%s` is %s', ([cell, date]) => {
    expect(read(cell, null)).toBe(date);
  });
});

test.for<[string, DateOrder | null, string]>([
  ['03/04/2026', null, 'ambiguous'],
  ['03/04/2026', 'dmy', '2026-04-03'],
  ['03/04/2026', 'mdy', '2026-03-04'],
  ['3.4.26', 'dmy', '2026-04-03'],
  ['31/12/2026', 'mdy', 'unreadable'],
  ['12/31/2026', 'dmy', 'unreadable'],
  ['', null, 'not-recorded'],
  ['n/a', null, 'not-recorded'],
  ['0000-00-00', null, 'not-recorded'],
  ['29/02/2023', null, 'unreadable'],
  ['32/01/2026', null, 'unreadable'],
  ['2026-13-01', null, 'unreadable'],
  ['31/12', null, 'unreadable'],
  ['1990', null, 'unreadable'],
  ['33000', null, 'unreadable'],
  ['20261231', null, 'unreadable'],
  ['31/12-2026', null, 'unreadable'],
  ['12 Foo 2026', null, 'unreadable'],
  ['--03-12', null, 'unreadable'],
  ['soon', null, 'unreadable'],
])('`%s`, order %s, is %s', ([cell, order, date]) => {
  expect(read(cell, order)).toBe(date);
});

test.for<[string, string]>([
  ['31/12/2026', 'dmy'],
  ['12/31/2026', 'mdy'],
  ['03/04/2026', 'either'],
  ['03/12/2026', 'either'],
  ['12/03/2026', 'either'],
  ['03/13/2026', 'mdy'],
  ['13/03/2026', 'dmy'],
  ['05/05/2026', 'nothing'],
  ['2026-12-31', 'nothing'],
  ['32/13/2026', 'nothing'],
  ['32/05/2026', 'nothing'],
  ['00/05/2026', 'nothing'],
  ['13/13/2026', 'nothing'],
  ['soon', 'nothing'],
])('`%s` tells of the order of its file: %s', ([cell, order]) => {
  expect(dateOrderOf(cell)).toBe(order);
});

test.for<[string, boolean]>([
  ['2026-12-31', true],
  ['31/12/26', true],
  ['31 Dec 2026', true],
  ['31/31/2026', false],
  ['45/01/2026', false],
  ['00/01/2026', false],
  ['2026-00-00', false],
  ['', false],
  ['07700 900123', false],
])('`%s` is a date: %s', ([cell, answer]) => {
  expect(isDate(cell)).toBe(answer);
});

/** What a screening service is asked for, and what `to-check.csv` and the summary leave out. */
import { expect, test } from 'vitest';
import type { Listing } from '../../../src/screening/evidence.js';
import { explain } from '../../../src/screening/verdict/explanations.js';
import { registersAwaited, registersWanting } from '../../../src/screening/verdict/undecided.js';
import {
  type Change,
  day,
  listed,
  NOT_LOADED,
  notListed,
  objection,
  phone,
  verdictOn,
} from '../facts-for-tests.js';

const checked: Listing = { status: 'not-listed', asOf: day('2026-11-20'), by: 'service' };
/** The day of the call is 24 November. */
const invalid = (invalidOn = '2026-11-20'): Listing => ({ status: 'not-loaded', invalidOn: day(invalidOn) });
const takenBack: Listing = { status: 'not-loaded', takenBackOn: day('2026-11-20') };
const NO_NUMBER: Change = {
  point: { kind: 'number', number: phone('+447700900123'), numberStatus: { kind: 'invalid' }, repairs: [] },
};

test.for<[string, Change, readonly string[], readonly string[]]>([
  [
    'without any copy both are wanting',
    { tps: NOT_LOADED, ctps: NOT_LOADED },
    ['tps', 'ctps'],
    ['tps', 'ctps'],
  ],
  ['a service answered for one', { tps: checked, ctps: NOT_LOADED }, ['ctps'], ['ctps']],
  ['both are clear', {}, [], []],
  ['another doubt wants a person first', { tps: NOT_LOADED, said: { optOutWords: true } }, [], ['tps']],
  ['who objected waits for no register', { tps: NOT_LOADED, ledger: [objection()] }, [], []],
  ['who is listed already waits for none', { tps: listed(), ctps: NOT_LOADED }, [], []],
  ['what is no number is never paid for', { ...NO_NUMBER, tps: NOT_LOADED, ctps: NOT_LOADED }, [], []],
  ['nor what a service called invalid', { tps: invalid(), ctps: invalid() }, [], []],
  ['beside a copy of one file likewise', { tps: notListed(), ctps: invalid() }, [], []],
  [
    'and a copy that does not cover it',
    { tps: { status: 'outside-coverage', asOf: day('2026-11-20'), invalidOn: day('2026-11-20') } },
    [],
    [],
  ],
  [
    'or is too old',
    { tps: { status: 'not-listed', asOf: day('2026-10-01'), invalidOn: day('2026-11-20') } },
    [],
    [],
  ],
  ['for 27 days', { tps: invalid('2026-10-28'), ctps: invalid('2026-10-28') }, [], []],
  [
    'and may then be asked for again',
    { tps: invalid('2026-10-27'), ctps: invalid('2026-10-27') },
    ['tps', 'ctps'],
    ['tps', 'ctps'],
  ],
  ['an answer that was taken back is asked for again', { tps: takenBack }, ['tps'], ['tps']],
])('%s', ([, change, wanting, awaited]) => {
  const verdict = verdictOn(change);
  expect([registersWanting(verdict), [...new Set(registersAwaited(verdict))]]).toEqual([wanting, awaited]);
});

test.for<[string, Change, string]>([
  [
    'no copy at all',
    { tps: NOT_LOADED, ctps: NOT_LOADED },
    'No copy of the TPS and CTPS registers is loaded',
  ],
  ['one copy, and none of the other', { ctps: NOT_LOADED }, 'No copy of the CTPS register is loaded'],
  [
    'a check of one register',
    { tps: checked, ctps: NOT_LOADED },
    'A screening service checked the number, but not against the CTPS register',
  ],
  [
    'called invalid',
    { tps: invalid(), ctps: invalid() },
    'A screening service called the number invalid on 2026-11-20',
  ],
  [
    'called invalid long ago',
    { tps: invalid('2026-01-01'), ctps: invalid('2026-01-01') },
    'No copy of the TPS and',
  ],
  [
    'taken back',
    { tps: takenBack },
    'A check of 2026-11-20 found the number on the TPS register and was taken back',
  ],
  [
    'no number at all',
    { ...NO_NUMBER, tps: NOT_LOADED, ctps: NOT_LOADED },
    'What stands in the phone cell is not',
  ],
])('the decisive reason says why: %s', ([, change, says]) => {
  const { outcome, decisive } = verdictOn(change);
  expect([outcome, explain(decisive)]).toEqual(['needs-review', expect.stringContaining(says)]);
});

import { expect, test } from 'vitest';
import { faxRegister } from '../../../../src/screening/rules/registers/fax-register.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import {
  type Change,
  consent,
  day,
  listed,
  NOT_LOADED,
  notListed,
  onChannel,
  outsideCoverage,
  phone,
  SERVICE_CALL,
  toldBy,
  verdictOn,
} from '../../facts-for-tests.js';

const AGREED = consent({ channels: ['fax'] });

test.for<[string, Change, string[]]>([
  ['that is not listed', {}, ['positive register-clear']],
  ['of which no copy is loaded', { fps: NOT_LOADED }, ['doubt register-missing']],
  ['outside the copy', { fps: outsideCoverage() }, ['doubt outside-register-coverage']],
  ['not on a copy 27 days old', { fps: notListed(day('2026-10-28')) }, ['positive register-clear']],
  ['not on a copy 28 days old', { fps: notListed(day('2026-10-27')) }, ['doubt register-stale']],
  ['not on a copy of tomorrow', { fps: notListed(day('2026-11-25')) }, ['doubt register-missing']],
  ['listed since nobody knows when', { fps: listed() }, ['bar fps-listed', 'note listing-date-unknown']],
  ['listed for 28 days', { fps: listed(day('2026-10-27')) }, ['bar fps-listed']],
  [
    'listed for 27 days',
    { fps: listed(day('2026-10-28')) },
    ['bar fps-listed', 'unproven register-grace-28d'],
  ],
  [
    'listed on an old copy',
    { fps: listed('unknown', day('2026-10-27')) },
    ['bar fps-listed', 'note listing-date-unknown', 'doubt register-stale'],
  ],
  [
    'listed, of somebody who agreed to faxes',
    { fps: listed(day('2025-01-01')), ledger: [AGREED] },
    ['bar fps-listed', 'opens register-overridden-by-consent'],
  ],
  [
    'listed, of somebody who agreed to calls',
    { fps: listed(day('2025-01-01')), ledger: [consent()] },
    ['bar fps-listed', 'fails consent-wrong-channel'],
  ],
  [
    'listed, of a company',
    { fps: listed(day('2025-01-01')), person: { subscriberKind: 'corporate' } },
    ['bar fps-listed'],
  ],
  ['on the registers of calls', { tps: listed(), ctps: listed() }, ['positive register-clear']],
  [
    'in another country',
    {
      point: {
        kind: 'number',
        number: phone('+35312345678'),
        numberStatus: { kind: 'non-uk', country: 'IE' },
        repairs: [],
      },
    },
    [],
  ],
  ['that cannot be read', { point: { kind: 'unreadable', problem: 'number-invalid' } }, []],
  ['of a service fax', { ...SERVICE_CALL, fps: listed() }, []],
])('a fax to a number %s', ([, change, told]) => {
  expect(toldBy(faxRegister, onChannel('fax', change))).toEqual(told);
});

test.for<[string, 'allow' | 'review' | 'block', string]>([
  ['allows where the house does', 'allow', 'allowed'],
  ['waits where the house does', 'review', 'needs-review'],
  ['opens nothing where the house wants less', 'block', 'blocked'],
])('the grace of a company that was listed of late %s', ([, listing_grace, outcome]) => {
  const change: Change = {
    fps: listed(day('2026-11-10')),
    policy: { listing_grace },
    person: { subscriberKind: 'corporate' },
  };
  expect(verdictOn(onChannel('fax', change)).outcome).toBe(outcome);
});

test('nothing else asks this register', () => {
  expect(toldBy(faxRegister, { fps: listed() })).toEqual([]);
  expect(toldBy(faxRegister, onChannel('sms', { fps: listed() }))).toEqual([]);
});

test('an allowed fax holds for as long as the copy does', () => {
  const change: Change = { ledger: [AGREED], fps: notListed(day('2026-11-20')) };
  expect(verdictOn(onChannel('fax', change)).validUntil).toBe('2026-12-17');
});

eachCodeHasItsWorld(faxRegister.codes, {
  'fps-listed': onChannel('fax', { fps: listed() }),
});

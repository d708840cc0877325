import { expect, test } from 'vitest';
import { automatedCalls } from '../../../../src/screening/rules/consent/automated-calls.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import {
  type Change,
  consent,
  listed,
  onChannel,
  SERVICE_CALL,
  sale,
  THIS_PERSON,
  toldBy,
  verdictOn,
} from '../../facts-for-tests.js';

const BAR = 'bar automated-call-no-consent';
const AGREED = consent({ channels: ['automated-call'] });

test.for<[string, Change, string[]]>([
  ['an individual', {}, [BAR]],
  ['a company', { person: { subscriberKind: 'corporate' } }, [BAR]],
  ['a subscriber of an unknown kind', { person: { subscriberKind: 'unknown' } }, [BAR]],
  ['somebody who agreed to such calls', { ledger: [AGREED] }, [BAR, 'opens consent-valid']],
  ['somebody who agreed to live calls', { ledger: [consent()] }, [BAR, 'fails consent-wrong-channel']],
  [
    'somebody who agreed without a number named',
    { ledger: [consent({ channels: ['automated-call'], match: THIS_PERSON })] },
    [BAR, 'unproven consent-evidence-incomplete'],
  ],
  ['a customer', { ledger: [sale({ channels: ['automated-call'] })] }, [BAR]],
  ['somebody who is served', SERVICE_CALL, []],
])('an automated call to %s', ([, change, told]) => {
  expect(toldBy(automatedCalls, onChannel('automated-call', change))).toEqual(told);
});

test('a live call raises no such bar', () => {
  expect(toldBy(automatedCalls)).toEqual([]);
});

test('a listed number may be rung by a machine whose calls were agreed to: the register is not asked', () => {
  const verdict = verdictOn(onChannel('automated-call', { ledger: [AGREED], tps: listed(), ctps: listed() }));
  expect([verdict.outcome, verdict.decisive.code]).toEqual(['allowed', 'consent-valid']);
});

eachCodeHasItsWorld(automatedCalls.codes, {
  'automated-call-no-consent': onChannel('automated-call'),
});

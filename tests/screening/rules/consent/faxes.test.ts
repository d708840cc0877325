import { expect, test } from 'vitest';
import { faxes } from '../../../../src/screening/rules/consent/faxes.js';
import {
  type Change,
  consent,
  FIRM_RINGS,
  onChannel,
  SERVICE_CALL,
  sale,
  THIS_PERSON,
  toldBy,
} from '../../facts-for-tests.js';

const BAR = 'bar no-consent';

test.for<[string, Change, string[]]>([
  ['an individual', {}, [BAR]],
  ['a sole trader', { person: { subscriberKind: 'sole-trader' } }, [BAR]],
  ['a company', { person: { subscriberKind: 'corporate' } }, [BAR, 'opens corporate-subscriber']],
  ['somebody unknown', { person: { subscriberKind: 'unknown' } }, [BAR, 'unproven subscriber-kind-unknown']],
  ['somebody who agreed', { ledger: [consent({ channels: ['fax'] })] }, [BAR, 'opens consent-valid']],
  [
    'somebody who agreed to emails',
    { ledger: [consent({ channels: ['email'] })] },
    [BAR, 'fails consent-wrong-channel'],
  ],
  [
    'somebody who agreed without a number named',
    { ledger: [consent({ channels: ['fax'], match: THIS_PERSON })] },
    [BAR, 'unproven consent-evidence-incomplete'],
  ],
  [
    'a customer, for whom there is no soft opt-in',
    { ...FIRM_RINGS, ledger: [sale({ channels: ['fax'] })] },
    [BAR],
  ],
  ['somebody who is served', SERVICE_CALL, []],
])('a fax to %s', ([, change, told]) => {
  expect(toldBy(faxes, onChannel('fax', change))).toEqual(told);
});

test('an email raises no such bar', () => {
  expect(toldBy(faxes, onChannel('email'))).toEqual([]);
});

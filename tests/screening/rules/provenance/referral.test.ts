import { expect, test } from 'vitest';
import { type Channel, LIST_SOURCES } from '../../../../src/screening/campaign.js';
import { referral } from '../../../../src/screening/rules/provenance/referral.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import {
  type Change,
  consent,
  FIRM_RINGS,
  onChannel,
  SERVICE_CALL,
  sale,
  toldBy,
  verdictOn,
} from '../../facts-for-tests.js';

const BAR = 'bar referral-no-consent';
const REFERRED: Change = { list: { source: 'referral' } };

test.for<[Channel, readonly string[]]>([
  ['email', [BAR]],
  ['sms', [BAR]],
  ['social-dm', [BAR]],
  ['automated-call', [BAR]],
  ['live-call', []],
  ['fax', []],
  ['post', []],
])('details given by a friend, by %s: %j', ([channel, told]) => {
  expect(toldBy(referral, onChannel(channel, REFERRED))).toEqual(told);
});

test('only what friends and volunteers passed on is referred', () => {
  const referring = LIST_SOURCES.filter(
    (source) => toldBy(referral, onChannel('email', { list: { source } })).length > 0,
  );
  expect(referring).toEqual(['volunteer-contacts', 'referral']);
});

test.for<[string, Change, readonly string[]]>([
  [
    'the person agreed themselves',
    { ledger: [consent({ channels: ['email'] })] },
    [BAR, 'opens consent-valid'],
  ],
  [
    'the person agreed to texts',
    { ledger: [consent({ channels: ['sms'] })] },
    [BAR, 'fails consent-wrong-channel'],
  ],
  [
    'the person is a customer',
    { ...FIRM_RINGS, list: { ...FIRM_RINGS.list, source: 'referral' }, ledger: [sale()] },
    [BAR],
  ],
  ["the mailbox is a company's", { person: { subscriberKind: 'corporate' } }, []],
  ['the kind of subscriber is unknown', { person: { subscriberKind: 'unknown' } }, [BAR]],
])('an email to somebody referred, where %s', ([, change, told]) => {
  const list = { ...REFERRED.list, ...change.list };
  expect(toldBy(referral, onChannel('email', { ...change, list }))).toEqual(told);
});

test('a service message to somebody whom a friend named is barred as well', () => {
  const list = { ...SERVICE_CALL.list, source: 'referral' as const };
  expect(verdictOn(onChannel('email', { ...SERVICE_CALL, list })).outcome).toBe('blocked');
});

eachCodeHasItsWorld(referral.codes, {
  'referral-no-consent': onChannel('sms', { list: { source: 'referral' } }),
});

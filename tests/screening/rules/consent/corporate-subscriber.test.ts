import { expect, test } from 'vitest';
import type { Channel } from '../../../../src/screening/campaign.js';
import type { MailboxKind, SubscriberKind } from '../../../../src/screening/contact.js';
import {
  corporateKeys,
  corporateSubscriberCodes,
} from '../../../../src/screening/rules/consent/corporate-subscriber.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { factsWith, onChannel, toldKey } from '../../facts-for-tests.js';

const OPENS = ['opens corporate-subscriber'];
const PERSONAL = ['unproven personal-mailbox'];

test.for<[SubscriberKind, MailboxKind, Channel, readonly string[]]>([
  ['individual', 'role', 'email', []],
  ['sole-trader', 'named-work', 'email', []],
  ['partnership', 'role', 'sms', []],
  ['unknown', 'role', 'email', ['unproven subscriber-kind-unknown']],
  ['unknown', 'personal', 'fax', ['unproven subscriber-kind-unknown']],
  ['corporate', 'role', 'email', OPENS],
  ['corporate', 'named-work', 'email', OPENS],
  ['corporate', 'not-recorded', 'email', OPENS],
  ['corporate', 'personal', 'email', PERSONAL],
  ['corporate', 'unreadable', 'email', PERSONAL],
  ['corporate', 'not-recorded', 'sms', OPENS],
  ['corporate', 'not-recorded', 'fax', OPENS],
  ['corporate', 'not-recorded', 'live-call', OPENS],
  ['corporate', 'not-recorded', 'social-dm', PERSONAL],
  ['corporate', 'personal', 'social-dm', PERSONAL],
  ['corporate', 'role', 'social-dm', OPENS],
])('%s with a mailbox that is %s, by %s: %j', ([subscriberKind, mailboxKind, channel, keys]) => {
  const facts = factsWith(onChannel(channel, { person: { subscriberKind, mailboxKind } }));
  expect(corporateKeys(facts).map(toldKey)).toEqual(keys);
});

const MESSAGES_LEFT = { calls: { leaves_voicemail: true } } as const;

eachCodeHasItsWorld(corporateSubscriberCodes, {
  'corporate-subscriber': { ...MESSAGES_LEFT, person: { subscriberKind: 'corporate' } },
  'subscriber-kind-unknown': { ...MESSAGES_LEFT, person: { subscriberKind: 'unknown' } },
  'personal-mailbox': { ...MESSAGES_LEFT, person: { subscriberKind: 'corporate', mailboxKind: 'personal' } },
});

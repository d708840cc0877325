import { expect, test } from 'vitest';
import { voicemail } from '../../../../src/screening/rules/consent/voicemail.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, consent, existingClient, toldBy } from '../../facts-for-tests.js';

const MESSAGES_LEFT = { calls: { leaves_voicemail: true } } as const;
const BAR = 'bar voicemail-needs-consent';

test.for<[string, Change, string[]]>([
  ['a campaign that leaves no messages', {}, []],
  ['nobody has said whether messages are left: none are', { calls: { leaves_voicemail: null } }, []],
  ['messages are left', MESSAGES_LEFT, [BAR]],
  [
    'consent to voicemail opens the bar',
    { ...MESSAGES_LEFT, ledger: [consent({ channels: ['voicemail'] })] },
    [BAR, 'opens consent-valid'],
  ],
  [
    'consent to live calls is none to messages',
    { ...MESSAGES_LEFT, ledger: [consent({ channels: ['live-call'] })] },
    [BAR, 'fails consent-wrong-channel'],
  ],
  [
    'consent to voicemail without proof',
    { ...MESSAGES_LEFT, ledger: [consent({ channels: ['voicemail'], source: null })] },
    [BAR, 'unproven consent-evidence-incomplete'],
  ],
  ['an existing client has not agreed to messages', { ...MESSAGES_LEFT, ledger: [existingClient()] }, [BAR]],
  ['a sole trader', { ...MESSAGES_LEFT, person: { subscriberKind: 'sole-trader' } }, [BAR]],
  ['a partnership', { ...MESSAGES_LEFT, person: { subscriberKind: 'partnership' } }, [BAR]],
  [
    'a company',
    { ...MESSAGES_LEFT, person: { subscriberKind: 'corporate' } },
    [BAR, 'opens corporate-subscriber'],
  ],
  [
    'a named member of its staff',
    { ...MESSAGES_LEFT, person: { subscriberKind: 'corporate', mailboxKind: 'named-work' } },
    [BAR, 'opens corporate-subscriber'],
  ],
  [
    'a personal mailbox there',
    { ...MESSAGES_LEFT, person: { subscriberKind: 'corporate', mailboxKind: 'personal' } },
    [BAR, 'unproven personal-mailbox'],
  ],
  [
    'a mailbox there of a kind that nobody can read',
    { ...MESSAGES_LEFT, person: { subscriberKind: 'corporate', mailboxKind: 'unreadable' } },
    [BAR, 'unproven personal-mailbox'],
  ],
  [
    'a subscriber of an unknown kind',
    { ...MESSAGES_LEFT, person: { subscriberKind: 'unknown' } },
    [BAR, 'unproven subscriber-kind-unknown'],
  ],
  [
    'contact that is no marketing',
    { ...MESSAGES_LEFT, campaign: { purpose: 'service', contains_promotion: false } },
    [],
  ],
  ['a text', { ...MESSAGES_LEFT, campaign: { channel: 'sms' } }, []],
])('%s', ([, change, lines]) => {
  expect(toldBy(voicemail, change)).toEqual(lines);
});

eachCodeHasItsWorld(voicemail.codes, {
  'voicemail-needs-consent': MESSAGES_LEFT,
});

import { expect, test } from 'vitest';
import type { ObjectionEntry } from '../../../../src/screening/evidence.js';
import { bindsCampaign, boundChannels } from '../../../../src/screening/rules/consent/objection-reach.js';
import { type Change, FACTION, factsWith, objection, PARTY } from '../../facts-for-tests.js';

test.for<[string, Partial<ObjectionEntry>, Change, boolean]>([
  ['to every caller, channel and purpose', {}, {}, true],
  ['to this caller', { controller: PARTY }, {}, true],
  ['to this caller in another spelling', { controller: ' northfield   PARTY ' }, {}, true],
  [
    'to an alias of this caller',
    { controller: 'The Northfield Party' },
    { campaign: { controller_aliases: ['the Northfield Party'] } },
    true,
  ],
  ['to a body with a name like it', { controller: 'The Northfield Party' }, {}, false],
  ['to a faction of the party', { controller: FACTION }, {}, false],
  [
    'to the party, and the faction rings',
    { controller: PARTY },
    { campaign: { controller: FACTION } },
    false,
  ],
  ['to nobody in particular, and the faction rings', {}, { campaign: { controller: FACTION } }, true],
  ['to this purpose', { purposes: ['political-campaign'] }, {}, true],
  ['to this purpose and others', { purposes: ['fundraising', 'political-campaign'] }, {}, true],
  ['to another purpose', { purposes: ['fundraising'] }, {}, false],
  ['to marketing, whatever it is for', { purposes: ['marketing'] }, {}, true],
  ['to a purpose of words of their own', { purposes: ['raffle tickets'] }, {}, false],
  [
    'to campaigning, and the call asks for consent to it',
    { purposes: ['political-campaign'] },
    { campaign: { purpose: 'consent-request' } },
    true,
  ],
  [
    'to fundraising, and a service call promotes something',
    { purposes: ['fundraising'] },
    { campaign: { purpose: 'service', contains_promotion: true } },
    true,
  ],
  ['that names no purpose', { purposes: [] }, {}, true],
  ['that names no channel', { channels: [] }, {}, true],
  ['to live calls', { channels: ['live-call'] }, {}, true],
  ['to live calls and emails', { channels: ['email', 'live-call'] }, {}, true],
  ['to emails', { channels: ['email'] }, {}, false],
  ['to automated calls', { channels: ['automated-call'] }, {}, false],
  ['to voicemail, and none is left', { channels: ['voicemail'] }, {}, false],
  [
    'to voicemail, and nobody has said',
    { channels: ['voicemail'] },
    { calls: { leaves_voicemail: null } },
    false,
  ],
  [
    'to voicemail, and messages are left',
    { channels: ['voicemail'] },
    { calls: { leaves_voicemail: true } },
    true,
  ],
])('an objection %s', ([, entry, change, isBound]) => {
  expect(bindsCampaign(objection(entry), factsWith(change))).toBe(isBound);
});

const MESSAGES_LEFT = { calls: { leaves_voicemail: true } } as const;

test.for<[string, Partial<ObjectionEntry>, Change, string[]]>([
  ['everything, where no messages are left', { channels: 'all' }, {}, ['live-call']],
  ['everything, where messages are left', { channels: 'all' }, MESSAGES_LEFT, ['live-call', 'voicemail']],
  ['live calls, where messages are left', { channels: ['live-call'] }, MESSAGES_LEFT, ['live-call']],
  ['voicemail, where messages are left', { channels: ['voicemail', 'sms'] }, MESSAGES_LEFT, ['voicemail']],
  [
    'everything, where texts are sent',
    { channels: 'all' },
    { ...MESSAGES_LEFT, campaign: { channel: 'sms' } },
    ['sms'],
  ],
])('the channels in question of an objection to %s', ([, entry, change, channels]) => {
  expect(boundChannels(objection(entry), factsWith(change))).toEqual(channels);
});

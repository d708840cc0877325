/** law.md section 1, the opt-in bars of P6, "Subscriber kind", and the channel tables of section 3. */
import { consentKeys } from './consent.js';
import type { Found, FoundKey, World } from './found.js';
import { isMarketing } from './scope.js';
import { existingClientKeys, softOptInKeys } from './soft-opt-in.js';

export function optIn(world: World): readonly Found[] {
  const { campaign, person, point } = world;
  const { channel } = campaign;
  const found: Found[] = [];
  if (!isMarketing(world)) return found;
  if (point.kind === 'missing' || point.kind === 'unreadable') return found;

  if (channel === 'email' || channel === 'sms' || channel === 'social-dm') {
    const keys = [
      ...consentKeys(world, [channel]),
      ...softOptInKeys(world),
      ...corporateKeys(world, channel),
    ];
    found.push({ what: 'bar', code: 'no-consent', keys });
  }
  if (channel === 'fax') {
    found.push({
      what: 'bar',
      code: 'no-consent',
      keys: [...consentKeys(world, ['fax']), ...corporateKeys(world, 'fax')],
    });
  }
  if (channel === 'automated-call') {
    found.push({
      what: 'bar',
      code: 'automated-call-no-consent',
      keys: consentKeys(world, ['automated-call']),
    });
  }
  if (channel === 'live-call' && campaign.sector === 'claims-management') {
    found.push({
      what: 'bar',
      code: 'claims-management-no-consent',
      keys: consentKeys(world, ['live-call']),
    });
  }
  if (channel === 'live-call' && campaign.sector === 'pensions' && person.subscriberKind !== 'corporate') {
    const keys = [...consentKeys(world, ['live-call']), ...existingClientKeys(world)];
    found.push({ what: 'bar', code: 'pension-call-restricted', keys });
  }
  if (channel === 'live-call' && campaign.calls.leaves_voicemail === true) {
    const keys = [...consentKeys(world, ['voicemail']), ...corporateKeys(world, 'voicemail')];
    found.push({ what: 'bar', code: 'voicemail-needs-consent', keys });
  }
  if (channel === 'post') found.push({ what: 'positive', code: 'post-open' });
  return found;
}

function corporateKeys({ person }: World, channel: string): readonly FoundKey[] {
  if (person.subscriberKind === 'unknown') return [{ key: 'unproven', code: 'subscriber-kind-unknown' }];
  if (person.subscriberKind !== 'corporate') return [];
  const mailbox = person.mailboxKind;
  if (mailbox === 'personal' || mailbox === 'unreadable') {
    return [{ key: 'unproven', code: 'personal-mailbox' }];
  }
  if (channel === 'social-dm' && mailbox !== 'role' && mailbox !== 'named-work') {
    return [{ key: 'unproven', code: 'personal-mailbox' }];
  }
  return [{ key: 'opens', code: 'corporate-subscriber' }];
}

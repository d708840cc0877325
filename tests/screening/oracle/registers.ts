/** law.md section 1, "Register (P5)", section 2(a) and 3.1, and product.md on listing grace and the FPS. */
import type { RegisterName } from '../../../src/screening/evidence.js';
import { daysFromTo } from './calendar.js';
import { consentKeys } from './consent.js';
import type { Found, FoundKey, World } from './found.js';
import { isMarketing } from './scope.js';

export function registers(world: World): readonly Found[] {
  const { campaign, point, evidence, callDate } = world;
  if (!isMarketing(world)) return [];
  if (point.kind !== 'number') return [];
  let asked = registersAsked(world);
  // "Any other readable number is still looked up (listed: blocked)"; but the register does not hold foreign ones.
  if (point.numberStatus.kind === 'non-uk')
    asked = asked.filter((name) => evidence.registers[name].status === 'listed');
  if (asked.length === 0) return [];

  const found: Found[] = [];
  const listings = asked.map((name) => evidence.registers[name]);
  for (const name of asked) {
    const listing = evidence.registers[name];
    if (listing.status !== 'listed') continue;
    const consents = consentKeys(world, [campaign.channel], 'register-overridden-by-consent');
    found.push({ what: 'bar', code: `${name}-listed`, keys: [...consents, ...graceKeys(world)] });
  }

  const notLoaded = listings.filter(({ status }) => status === 'not-loaded').length;
  if (
    listings.some((listing) => listing.status !== 'not-loaded' && daysFromTo(listing.asOf, callDate) > 27)
  ) {
    found.push({ what: 'doubt', code: 'register-stale' });
  }
  if (
    notLoaded === listings.length ||
    listings.some((it) => it.status !== 'not-loaded' && it.asOf > callDate)
  ) {
    found.push({ what: 'doubt', code: 'register-missing' });
  }
  if (notLoaded > 0 && notLoaded < listings.length)
    found.push({ what: 'doubt', code: 'register-incomplete' });
  if (listings.some(({ status }) => status === 'outside-coverage')) {
    found.push({ what: 'doubt', code: 'outside-register-coverage' });
  }
  if (
    listings.every(
      (it) => it.status === 'not-listed' && it.asOf <= callDate && daysFromTo(it.asOf, callDate) <= 27,
    )
  ) {
    found.push({ what: 'positive', code: 'register-clear' });
  }
  return found;
}

/** A claims call, and a pension call to an individual, is under its own regulation. */
function registersAsked({ campaign, person }: World): readonly RegisterName[] {
  if (campaign.channel === 'fax') return ['fps'];
  if (campaign.channel !== 'live-call') return [];
  if (campaign.sector === 'claims-management') return [];
  if (campaign.sector !== 'pensions') return ['tps', 'ctps'];
  // Of an unknown kind a pension call may fall under either regulation, so both are asked.
  if (person.subscriberKind !== 'corporate' && person.subscriberKind !== 'unknown') return [];
  return ['tps', 'ctps'];
}

/** TPS and CTPS are two files of one register: whichever lists the number the longer decides. */
function graceKeys(world: World): readonly FoundKey[] {
  const { campaign, callDate, evidence } = world;
  for (const name of registersAsked(world)) {
    const listing = evidence.registers[name];
    if (listing.status !== 'listed') continue;
    if (listing.earliestOn === 'unknown') return [];
    if (daysFromTo(listing.earliestOn, callDate) >= 28) return [];
  }
  if (campaign.policy.listing_grace === 'block') return [];
  if (campaign.policy.listing_grace === 'review') return [{ key: 'unproven', code: 'register-grace-28d' }];
  return [{ key: 'opens', code: 'register-grace-28d' }];
}

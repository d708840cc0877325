/** Which registers a contact is held against. */
import type { Campaign } from '../../campaign.js';
import { earliest, type IsoDate } from '../../dates.js';
import { CALL_REGISTERS, type RegisterName } from '../../evidence.js';
import { registerCopyEndsOn } from '../../law.js';
import type { CampaignFacts, Facts } from '../../rule.js';
import { bindsAsPensionCall } from '../consent/pension-calls.js';

const NO_REGISTER: readonly RegisterName[] = [];
export const FAX_REGISTERS: readonly RegisterName[] = ['fps'];

/**
 * The registers that may count for a campaign: TPS and CTPS for live calls (PECR 2003 reg. 21(1)(b)),
 * but for claims management (reg. 21(6)); FPS for faxes (reg. 20(1)(c)); none for anything else, and none
 * for what is no marketing.
 */
export function registersOf({ campaign, isMarketing }: CampaignFacts): readonly RegisterName[] {
  return isMarketing ? registersOfChannel(campaign) : NO_REGISTER;
}

/** The registers that bind the channel, whatever the purpose: what is no marketing is counted against them, too. */
export function registersOfChannel({ channel, sector }: Campaign): readonly RegisterName[] {
  switch (channel) {
    case 'live-call':
      return sector === 'claims-management' ? NO_REGISTER : CALL_REGISTERS;
    case 'fax':
      return FAX_REGISTERS;
    case 'automated-call':
    case 'sms':
    case 'email':
    case 'social-dm':
    case 'post':
      return NO_REGISTER;
  }
}

/**
 * The registers that this number is held against. No UK register holds a foreign number, and a clear result
 * would be a lie: of such a number nothing is asked, but a register or a service that lists it all the same counts.
 */
export function registersAskedOf(facts: Facts): readonly RegisterName[] {
  const { point, person, evidence } = facts;
  if (point.kind !== 'number') return NO_REGISTER;
  // A pension call to an individual is taken out of reg. 21(1); of an unknown kind it may be either.
  if (bindsAsPensionCall(facts) && person.subscriberKind !== 'unknown') return NO_REGISTER;
  const asked = registersOf(facts);
  return point.numberStatus.kind === 'non-uk'
    ? asked.filter((register) => evidence.registers[register].status === 'listed')
    : asked;
}

/** The last day on which every copy of these registers that was asked is fresh; null where none was. */
export function registerCopiesEndOn(registers: readonly RegisterName[], facts: Facts): IsoDate | null {
  return earliest(
    registersAskedOf(facts).map((register) => {
      const listing = facts.evidence.registers[register];
      return listing.status === 'not-loaded' || !registers.includes(register)
        ? null
        : registerCopyEndsOn(listing.asOf);
    }),
  );
}

/** Whether a call register lists the number, or any number of the record, whatever the purpose of the contact. */
export function isListed({ evidence }: Facts): boolean {
  return CALL_REGISTERS.some((register) => evidence.registers[register].status === 'listed');
}

import { CALL_REGISTERS, type CallRegister } from '../../evidence.js';
import { doubt, type KeyFinding } from '../../finding.js';
import { LISTING_GRACE } from '../../law.js';
import { type ContactRule, type Facts, NONE } from '../../rule.js';
import { consentKeys } from '../consent/consent.js';
import { graceKeys } from './listing-grace.js';
import { findingsFromCopy, type ListingBar, unansweredBy } from './register-copy.js';
import { registersAskedOf } from './registers-asked.js';

/**
 * May this caller ring a number that is on the TPS or CTPS register?
 *
 * No (PECR 2003 reg. 21(1)(b)), unless the subscriber has told this caller that they do not, for the
 * time being, object to its calls (reg. 21(4)), or the number had been listed for less than 28 days on
 * the day of the call (reg. 21(3)). TPS and CTPS are two files of one register, and both bind whoever
 * holds the line.
 *
 * To say that a number is not listed takes a copy of each file that covers it and is no more than 27
 * days old. A copy that is missing, too old or partial is a doubt, whatever else is found. Claims
 * management calls and pension calls to individuals are taken out of reg. 21(1) by reg. 21(6).
 */
export const registerListing: ContactRule = {
  id: 'register-listing',
  findings: (facts) => {
    const { registers } = facts.evidence;
    const registersAsked = registersAskedOf(facts);
    const asked = CALL_REGISTERS.filter((register) => registersAsked.includes(register));
    if (asked.length === 0) return NONE;
    const missing = asked
      .map((register) => registers[register])
      .filter((listing) => listing.status === 'not-loaded');
    if (missing.length === asked.length) {
      const [tps = {}, ctps = {}] = missing.map((listing) => unansweredBy(listing, facts));
      return [doubt('register-missing', { ...ctps, ...tps })];
    }
    const isChecked = asked.some((register) => {
      const listing = registers[register];
      return 'by' in listing && listing.by === 'service';
    });
    return asked.flatMap((register) => findingsFromCopy(register, { ...LISTED[register], isChecked }, facts));
  },
};

const LISTED: Readonly<Record<CallRegister, ListingBar>> = {
  tps: { code: 'tps-listed', keys: keysOfListing, notLoaded: 'register-incomplete' },
  ctps: { code: 'ctps-listed', keys: keysOfListing, notLoaded: 'register-incomplete' },
};

function keysOfListing(facts: Facts): readonly KeyFinding[] {
  return [
    ...consentKeys(facts, 'live-call', 'register-overridden-by-consent'),
    ...graceKeys(CALL_REGISTERS, LISTING_GRACE, facts),
  ];
}

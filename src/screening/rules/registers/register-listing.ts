import { CALL_REGISTERS, type CallRegister } from '../../evidence.js';
import { doubt, type KeyFinding } from '../../finding.js';
import { LISTING_GRACE } from '../../law.js';
import { type ContactRule, type Facts, NONE } from '../../rule.js';
import { onDay } from '../../sentence-parts.js';
import { consentKeys } from '../consent/consent.js';
import { graceKeys } from './listing-grace.js';
import { findingsFromCopy, type ListingBar, unansweredBy } from './register-copy.js';
import { evidenceOf, nameOf, whyUnanswered } from './register-words.js';
import { registerCopiesEndOn, registersAskedOf } from './registers-asked.js';

/**
 * May this caller ring a number that is on the TPS or CTPS register?
 *
 * No (PECR 2003 reg. 21(1)(b)), unless the subscriber has told this caller that they do not, for the
 * time being, object to its calls (reg. 21(4)), or the number had been listed for less than 28 days on
 * the day of the call (reg. 21(3)). TPS and CTPS are two files of one register, and both bind every
 * subscriber.
 *
 * To say that a number is not listed takes a copy of each file that covers it and is no more than 27
 * days old. A copy that is missing, too old or partial is a doubt, whatever else is found. Claims
 * management calls and pension calls to individuals are taken out of reg. 21(1) by reg. 21(6).
 */
export const registerListing = {
  id: 'register-listing',
  codes: {
    'tps-listed': {
      title: 'The number is on the TPS register',
      law: 'PECR 2003 reg. 21(1)(b) and 26',
      effect: 'block',
      sentence: (detail) => `The number is on the TPS register (${evidenceOf(detail)}).`,
      settledBy: null,
    },
    'ctps-listed': {
      title: 'The number is on the CTPS register',
      law: 'PECR 2003 reg. 21(1)(b) and 26',
      effect: 'block',
      sentence: (detail) => `The number is on the CTPS register (${evidenceOf(detail)}).`,
      settledBy: null,
    },
    'register-overridden-by-consent': {
      title: 'The person has told this caller that they do not object to its calls or faxes',
      law: 'PECR 2003 reg. 21(4); for faxes reg. 20(2)',
      effect: 'key',
      sentence: ({ on }) =>
        `The number is listed, but the subscriber agreed to such contact from this organisation${onDay(on)}.`,
      settledBy: null,
    },
    'register-grace-28d': {
      title: 'The number was listed less than 28 days before the contact',
      law: 'PECR 2003 reg. 21(3); for faxes a house setting after reg. 20(4)',
      effect: 'key',
      sentence: ({ on, until }) =>
        `The number was listed on ${on} at the earliest, less than 28 days before the contact; this lasts until ${until}.`,
      settledBy: null,
    },
    'listing-date-unknown': {
      title: 'The day of listing is not known, so there is no grace',
      law: 'PECR 2003 reg. 21(3)',
      effect: 'note',
      sentence: ({ register }) =>
        `The day of listing on the ${nameOf(register)} register is not known, so there is no grace.`,
      settledBy: null,
    },
    'register-missing': {
      title: 'No register copy or check can answer for the day of the contact',
      law: 'PECR 2003 reg. 21(1)(b); for faxes reg. 20(1)(c)',
      effect: 'review',
      sentence: ({ register, asOf, by, ...unanswered }) =>
        whyUnanswered(register, unanswered) ??
        (asOf === undefined
          ? `No copy of the ${nameOf(register)} ${register === undefined ? 'registers' : 'register'} is loaded, so nobody knows whether the number is listed.`
          : `The ${by === 'service' ? 'check' : 'register copy'} of ${asOf} is later than the day of the contact.`),
      settledBy: null,
    },
    'register-incomplete': {
      title: 'Only one of the two registers was loaded or checked',
      law: 'PECR 2003 reg. 26',
      effect: 'review',
      sentence: ({ register, by, ...unanswered }) =>
        whyUnanswered(register, unanswered) ??
        (by === 'service'
          ? `A screening service checked the number, but not against the ${nameOf(register)} register, and no copy of that one is loaded.`
          : `No copy of the ${nameOf(register)} register is loaded, so nobody knows whether the number is listed there.`),
      settledBy: null,
    },
    'register-stale': {
      title: 'The register copy is too old for the day of the contact',
      law: 'PECR 2003 reg. 21(1)(b) and (3); for faxes reg. 20(1)(c)',
      effect: 'review',
      sentence: ({ register, asOf, by, ...unanswered }) =>
        whyUnanswered(register, unanswered) ??
        (by === 'service'
          ? `The number was checked against the ${nameOf(register)} register on ${asOf}, too long before the day of the contact.`
          : `The copy of the ${nameOf(register)} register is of ${asOf}, too old for the day of the contact.`),
      settledBy: null,
    },
    'outside-register-coverage': {
      title: 'The register copy does not cover this dialling code',
      law: 'PECR 2003 reg. 21(1)(b); for faxes reg. 20(1)(c)',
      effect: 'review',
      sentence: ({ register, ...unanswered }) =>
        whyUnanswered(register, unanswered) ??
        `The copy of the ${nameOf(register)} register does not cover this dialling code.`,
      settledBy: null,
    },
    'register-clear': {
      title: 'The number is not on the register',
      law: 'PECR 2003 reg. 21(1)(b); for faxes reg. 20(1)(c)',
      effect: 'positive',
      sentence: (detail) =>
        `The number is not on the ${nameOf(detail.register)} register (${evidenceOf(detail)}).`,
      settledBy: null,
    },
  },
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
  endsOn: (facts) => registerCopiesEndOn(CALL_REGISTERS, facts),
} satisfies ContactRule;

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

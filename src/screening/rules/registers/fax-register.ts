import type { Finding, KeyFinding } from '../../finding.js';
import { FAX_LISTING_GRACE } from '../../law.js';
import { type ContactRule, type Facts, NONE } from '../../rule.js';
import { consentKeys } from '../consent/consent.js';
import { graceKeys } from './listing-grace.js';
import { findingsFromCopy } from './register-copy.js';
import { evidenceOf } from './register-words.js';
import { FAX_REGISTERS, registerCopiesEndOn, registersAskedOf } from './registers-asked.js';

/**
 * May a fax be sent to a number that is on the register of the Fax Preference Service?
 *
 * No, to any subscriber (PECR 2003 reg. 20(1)(c) and 25), unless the subscriber has agreed to faxes
 * from this sender, or the number was listed less than 28 days before. A copy of the register that is
 * missing, too old or partial is a doubt.
 */
export const faxRegister = {
  id: 'fax-register',
  codes: {
    'fps-listed': {
      title: 'The number is on the register of the Fax Preference Service',
      law: 'PECR 2003 reg. 20(1)(c) and 25',
      effect: 'block',
      sentence: (detail) =>
        `The number is on the register of the Fax Preference Service (${evidenceOf(detail)}).`,
      settledBy: null,
    },
  },
  findings: (facts) => (registersAskedOf(facts).includes('fps') ? faxFindings(facts) : NONE),
  endsOn: (facts) => registerCopiesEndOn(FAX_REGISTERS, facts),
} satisfies ContactRule;

function faxFindings(facts: Facts): readonly Finding[] {
  return findingsFromCopy(
    'fps',
    { code: 'fps-listed', keys: keysOfListing, notLoaded: 'register-missing' },
    facts,
  );
}

function keysOfListing(facts: Facts): readonly KeyFinding[] {
  return [
    ...consentKeys(facts, 'fax', 'register-overridden-by-consent'),
    ...graceKeys(['fps'], FAX_LISTING_GRACE, facts),
  ];
}

import { isReachable } from '../../contact.js';
import { bar } from '../../finding.js';
import { type ContactRule, NONE } from '../../rule.js';
import { consentKeys } from './consent.js';
import { corporateKeys } from './corporate-subscriber.js';

/**
 * May a marketing fax be sent to somebody who has not asked for it?
 *
 * Not to an individual subscriber without prior consent (PECR 2003 reg. 20(1)(a) and (2)). To a corporate
 * subscriber until it objects; the register of faxes binds both and is asked on its own.
 */
export const faxes = {
  id: 'faxes',
  codes: {},
  findings: (facts) =>
    facts.isMarketing && facts.campaign.channel === 'fax' && isReachable(facts.point)
      ? [
          bar('no-consent', [...consentKeys(facts, 'fax', 'consent-valid'), ...corporateKeys(facts)], {
            channel: 'fax',
          }),
        ]
      : NONE,
} satisfies ContactRule;

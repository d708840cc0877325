import { isReachable, mayBeIndividual } from '../../contact.js';
import type { SoftOptInEntry } from '../../evidence.js';
import { bar, fails, type KeyFinding, opens, unproven } from '../../finding.js';
import { type ContactRule, type Facts, NONE } from '../../rule.js';
import { consentKeys } from './consent.js';
import { commonFailures, commonGaps, isDissimilar, softOptInsHeld } from './soft-opt-in.js';

/**
 * May this person be rung about a pension?
 *
 * An individual only with consent to this caller's calls, or as an existing client of this caller who
 * would expect such calls and was offered refusal when the details were taken and each time since (PECR
 * 2003 reg. 21B). Whether the caller may make such calls at all is asked in `pension-authorisation.ts`.
 * Corporate subscribers fall back to reg. 21; where the kind of subscriber is unknown, both hold.
 */
export const pensionCalls = {
  id: 'pension-calls',
  codes: {
    'pension-call-restricted': {
      title: 'A pension call needs an authorised caller, and consent or an existing client',
      law: 'PECR 2003 reg. 21B',
      effect: 'block',
      sentence: ({ fact }) =>
        fact === undefined
          ? 'A pension call to this person needs consent, or an existing client who expects it.'
          : 'Only an authorised firm, or the trustee or manager of the scheme, may ring about pensions.',
      settledBy: null,
    },
    'pension-existing-client': {
      title: 'An existing client who expects such calls and was offered refusal each time',
      law: 'PECR 2003 reg. 21B(3)',
      effect: 'key',
      sentence: 'An existing client of this caller, who expects such calls and could refuse them.',
      settledBy: null,
    },
  },
  findings: (facts) =>
    facts.isMarketing && bindsAsPensionCall(facts) && isReachable(facts.point)
      ? [
          bar('pension-call-restricted', [
            ...consentKeys(facts, 'live-call', 'consent-valid'),
            ...existingClientKeys(facts),
          ]),
        ]
      : NONE,
} satisfies ContactRule;

/** Whether reg. 21B binds the call: about pensions, to anybody who may be an individual. */
export function bindsAsPensionCall({ campaign, person }: Facts): boolean {
  return (
    campaign.sector === 'pensions' &&
    campaign.channel === 'live-call' &&
    mayBeIndividual(person.subscriberKind)
  );
}

function existingClientKeys(facts: Facts): readonly KeyFinding[] {
  return softOptInsHeld(facts)
    .filter(({ basis }) => basis === 'existing-client' || basis === null)
    .flatMap((entry) => keysOf(entry, facts));
}

function keysOf(entry: SoftOptInEntry, facts: Facts): readonly KeyFinding[] {
  const failures = [
    ...commonFailures(entry, facts),
    ...(isDissimilar(entry, facts.campaign) ? [fails('soft-opt-in-dissimilar')] : []),
  ];
  if (failures.length > 0) return failures;
  const missing = missingFrom(entry);
  return missing.length > 0
    ? [unproven('consent-evidence-incomplete', { missing })]
    : [opens('pension-existing-client', null)];
}

function missingFrom(entry: SoftOptInEntry): readonly string[] {
  const missing = commonGaps(entry);
  if (entry.similarProducts === null) missing.push('similar_products');
  if (!entry.match.namesContact) missing.push('phone');
  return missing;
}

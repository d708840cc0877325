import { isCampaignController } from '../campaign.js';
import { mayBeIndividual } from '../contact.js';
import type { SoftOptInEntry } from '../evidence.js';
import { bar, fails, type KeyFinding, opens, unproven } from '../finding.js';
import { consentKeys, holdsHere, isOnWrongNumber } from './consent.js';
import { type ContactRule, type Facts, NONE } from './rule.js';

/**
 * May this person be rung about a pension?
 *
 * An individual only with consent to this caller's calls, or as an existing client of this caller who
 * would expect such calls and was offered refusal when the details were taken and each time since (PECR
 * 2003 reg. 21B). Whether the caller may make such calls at all is asked in `pension-authorisation.ts`.
 * Corporate subscribers fall back to reg. 21; where the kind of subscriber is unknown, both hold.
 */
export const pensionCalls: ContactRule = {
  id: 'pension-calls',
  findings: (facts) =>
    facts.isMarketing && bindsAsPensionCall(facts)
      ? [
          bar('pension-call-restricted', [
            ...consentKeys(facts, 'live-call', 'consent-valid'),
            ...existingClientKeys(facts),
          ]),
        ]
      : NONE,
};

/** Whether reg. 21B binds the call: about pensions, to anybody who may be an individual. */
export function bindsAsPensionCall({ campaign, person }: Facts): boolean {
  return (
    campaign.sector === 'pensions' &&
    campaign.channel === 'live-call' &&
    mayBeIndividual(person.subscriberKind)
  );
}

function existingClientKeys(facts: Facts): readonly KeyFinding[] {
  return facts.evidence.ledger
    .filter((entry): entry is SoftOptInEntry => entry.record === 'soft-opt-in' && holdsHere(entry.match))
    .filter(({ basis }) => basis === 'existing-client' || basis === null)
    .flatMap((entry) => keysOf(entry, facts));
}

function keysOf(entry: SoftOptInEntry, facts: Facts): readonly KeyFinding[] {
  const { campaign, callDate } = facts;
  const failures: KeyFinding[] = [];
  if (isAnother(entry.obtainedBy, facts) || isAnother(entry.controller, facts)) {
    failures.push(fails('soft-opt-in-third-party'));
  }
  if (entry.similarProducts === false || campaign.messages.similar_products === false) {
    failures.push(fails('soft-opt-in-dissimilar'));
  }
  if (entry.optOutAtCollection === false) failures.push(fails('soft-opt-in-no-opt-out-at-collection'));
  if (!entry.coversAnyChannel && !entry.channels.includes(campaign.channel)) {
    failures.push(fails('consent-wrong-channel'));
  }
  if (entry.obtainedOn !== null && entry.obtainedOn > callDate) {
    failures.push(fails('consent-not-yet-given', { on: entry.obtainedOn }));
  }
  if (isOnWrongNumber(facts)) failures.push(fails('wrong-number'));
  if (failures.length > 0) return failures;
  const missing = missingFrom(entry);
  return missing.length > 0
    ? [unproven('consent-evidence-incomplete', { missing })]
    : [opens('pension-existing-client', null)];
}

function isAnother(body: string | null, { campaign }: Facts): boolean {
  return body !== null && !isCampaignController(campaign, body);
}

function missingFrom(entry: SoftOptInEntry): string[] {
  const missing: string[] = [];
  if (entry.basis === null) missing.push('basis');
  if (entry.obtainedBy === null) missing.push('obtained_by');
  if (entry.obtainedOn === null) missing.push('obtained_on');
  if (entry.similarProducts === null) missing.push('similar_products');
  if (entry.optOutAtCollection === null) missing.push('opt_out_at_collection');
  if (!entry.match.namesContact) missing.push('phone');
  return missing;
}

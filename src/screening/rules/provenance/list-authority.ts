import { isAnothersList } from '../../campaign.js';
import { gateFindings } from '../../declared-fact.js';
import { closedGate, type Finding } from '../../finding.js';
import type { CampaignFacts, CampaignRule } from '../../rule.js';

/**
 * May this controller use this list?
 *
 * Obtaining, disclosing or keeping personal data without the consent of its controller is an offence
 * (Data Protection Act 2018 s. 170(1), before 25 May 2018 s. 55 of the 1998 Act). What counts is the
 * authority of the body whose list it is, not of a person who could open it. Another body's list needs
 * its authority and the record of it, given no later than the day of the contact.
 */
export const listAuthority = {
  id: 'list-authority',
  codes: {
    'list-unauthorised': {
      title: 'The list may not be used: its controller has not authorised it',
      law: 'Data Protection Act 2018 s. 170(1)',
      effect: 'block',
      sentence: ({ controller }) => `${controller} controls this list and has not authorised this use of it.`,
      settledBy: null,
    },
  },
  findings: (facts) =>
    [
      ...gateFindings('list.authorised', facts),
      ...gateFindings('list.authorisation', facts),
      ...authorisedLater(facts),
    ].map((finding) => naming(facts.campaign.list.controller, finding)),
} satisfies CampaignRule;

/** The reason says whose authority is missing. */
function naming(controller: string, finding: Finding): Finding {
  return { ...finding, detail: { ...finding.detail, controller } };
}

function authorisedLater({ campaign, callDate }: CampaignFacts): readonly Finding[] {
  const { authorisation } = campaign.list;
  if (!isAnothersList(campaign) || authorisation === null || authorisation.on <= callDate) return [];
  return [
    closedGate('review', 'campaign-fact-missing', { fact: 'list.authorisation', on: authorisation.on }),
  ];
}

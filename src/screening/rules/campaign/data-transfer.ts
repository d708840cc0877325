import { isSameBody } from '../../campaign.js';
import { closedGate } from '../../finding.js';
import { type CampaignRule, NONE } from '../../rule.js';

/**
 * Does the data go where people were told it would go?
 *
 * A privacy notice names the countries the data is sent to (UK GDPR Art. 13(1)(f), 14(1)(f), Chapter V).
 * A processor in another country, or in none that is stated, needs a person's judgement.
 */
export const dataTransfer = {
  id: 'data-transfer',
  codes: {
    'transfer-undeclared-territory': {
      title: 'The data goes to a country that the public notice does not name',
      law: 'UK GDPR Art. 13(1)(f), 14(1)(f) and Ch. V',
      effect: 'review',
      sentence: ({ country }) =>
        country === undefined
          ? 'The campaign file does not say in which country the processor works.'
          : `The processor works in ${country}, which the public notice does not name.`,
      settledBy: null,
    },
  },
  findings: ({ campaign: { processor, declared_territories } }) => {
    if (processor === null) return NONE;
    const { country } = processor;
    if (country !== null && declared_territories.some((territory) => isSameBody(territory, country)))
      return NONE;
    return [closedGate('review', 'transfer-undeclared-territory', country === null ? {} : { country })];
  },
} satisfies CampaignRule;

import { declaredFacts } from '../facts.js';
import type { Detail } from '../finding.js';
import type { Codes } from '../rule.js';

export const campaignFactCodes = {
  'campaign-fact-missing': {
    title: 'The campaign file leaves a fact open that this contact needs',
    law: 'house setting: an open fact is never taken as favourable',
    effect: 'review',
    sentence: ({ fact, on }) =>
      on === undefined
        ? `The campaign file leaves \`${fact}\` open: ${questionOf(fact)}`
        : `The list's controller authorised this use from ${on} only, which is after the day of the contact.`,
    settledBy: null,
  },
} satisfies Codes;

function questionOf(fact: Detail['fact']): string {
  return declaredFacts.find(({ key }) => key === fact)?.question ?? 'it is needed.';
}

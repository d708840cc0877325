import { gateForFact } from '../../declared-fact.js';

/**
 * Has anybody said what becomes of the research answers?
 *
 * Research whose answers serve campaigning or selling later is marketing (PECR 2003 reg. 2(1)). Until
 * somebody says, the rows are judged as marketing and wait for a person as well.
 */
export const researchScript = gateForFact('research-script', 'research.answers_reused_for_marketing', {
  'research-script-unreviewed': {
    title: 'Nobody has said whether the research answers will be used for marketing',
    law: 'PECR 2003 reg. 2(1)',
    effect: 'review',
    sentence: 'Nobody has said whether the answers will be used for marketing later.',
    settledBy: null,
  },
});

import { gateForFact } from '../../declared-fact.js';

/**
 * May the calls hide the number they come from?
 *
 * No (PECR 2003 reg. 21(A1), for automated calls reg. 19, both as amended by SI 2016/524 from
 * 16 May 2016): a live marketing call shows a number on which the caller can be reached, whether or
 * not the call was asked for.
 */
export const callerNumber = gateForFact('caller-number', 'calls.number_presented', {
  'cli-withheld': {
    title: 'The calls would hide the number they come from',
    law: 'PECR 2003 reg. 21(A1), for automated calls reg. 19',
    effect: 'block',
    sentence: 'The calls would hide the number they come from.',
    settledBy: null,
  },
});

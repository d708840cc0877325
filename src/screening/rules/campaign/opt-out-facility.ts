import { gateForFact } from '../../declared-fact.js';

/**
 * May a message leave out how to stop further ones?
 *
 * No (PECR 2003 reg. 23(b)): electronic mail for direct marketing carries a valid address to which the
 * recipient can send a request that it stop, whoever the recipient is.
 */
export const optOutFacility = gateForFact('opt-out-facility', 'messages.opt_out_included', {
  'opt-out-facility-missing': {
    title: 'The message does not say how to opt out of further ones',
    law: 'PECR 2003 reg. 23(b)',
    effect: 'block',
    sentence: 'The message does not say how to opt out of further ones.',
    settledBy: null,
  },
});

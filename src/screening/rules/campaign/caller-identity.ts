import { gateForFact } from '../../declared-fact.js';

/**
 * May a caller leave out who is calling?
 *
 * No (PECR 2003 reg. 24): the name always; an address or a freephone number too, on request in a live
 * call and always in an automated call or a fax.
 */
export const callerIdentity = gateForFact('caller-identity', 'calls.caller_identified', {
  'caller-identity-missing': {
    title: 'The script or fax does not say who makes the contact',
    law: 'PECR 2003 reg. 24',
    effect: 'block',
    sentence: 'The script or fax does not say who makes the contact.',
    settledBy: null,
  },
});

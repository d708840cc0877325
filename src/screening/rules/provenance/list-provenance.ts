import { gateForFact } from '../../declared-fact.js';

/**
 * Where does the list come from?
 *
 * The controller must be able to say (UK GDPR Art. 5(2) and 14). Where nobody has said, or the answer is
 * "unknown", every row waits for a person.
 */
export const listProvenance = gateForFact('list-provenance', 'list.source');

import { gateForFact } from '../../declared-fact.js';

/**
 * May somebody else make the contact for the controller?
 *
 * Only under a binding written contract (UK GDPR Art. 28(3)). A named processor without one closes the gate.
 */
export const processorContract = gateForFact('processor-contract', 'processor.contract', {
  'processor-contract-missing': {
    title: 'Somebody else makes the contact without a written contract',
    law: 'UK GDPR Art. 28(3)',
    effect: 'block',
    sentence: 'Somebody else makes the contact, and the campaign file names no written contract with them.',
    settledBy: null,
  },
});

import { gateForFact } from '../../declared-fact.js';

/**
 * Where does the list come from?
 *
 * The controller must be able to say (UK GDPR Art. 5(2) and 14). Where nobody has said, or the answer is
 * "unknown", every row waits for a person.
 */
export const listProvenance = gateForFact('list-provenance', 'list.source', {
  'list-provenance-unknown': {
    title: 'It is not known where the list, or this record in it, comes from',
    law: 'UK GDPR Art. 14 and 5(2)',
    effect: 'review',
    sentence: ({ controller }) =>
      controller === undefined
        ? 'Nobody has said where this list comes from.'
        : `The record is of a member of ${controller}, which neither makes this contact nor owns the list.`,
    settledBy: null,
  },
});

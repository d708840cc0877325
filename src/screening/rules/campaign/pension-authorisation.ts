import { gateForFact } from '../../declared-fact.js';

/**
 * Who may ring about pensions at all?
 *
 * Only a person authorised by the FCA, or the trustee or manager of the scheme (PECR 2003 reg. 21B, in
 * force 9 January 2019). Consent cannot cure the lack. The regulation protects individuals; the gate
 * closes for every row all the same, since one caller rings a mixed list.
 */
export const pensionAuthorisation = gateForFact(
  'pension-authorisation',
  'pensions.fca_authorised_or_trustee',
  {},
);

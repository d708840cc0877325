/** A request to take in a result file, in which nothing is asked for but what `change` says. */
import type { ResultsRequest } from '../../src/results/import-results.js';
import type { IsoDate } from '../../src/screening/dates.js';

export function resultsRequest(
  path: string,
  checkedOn: IsoDate,
  change: Partial<ResultsRequest> = {},
): ResultsRequest {
  return {
    path,
    provider: 'tps-services',
    checkedOn,
    registers: null,
    numberColumn: null,
    resultColumn: null,
    listed: [],
    clear: [],
    unknown: [],
    invalid: [],
    isEmptyClear: false,
    expectCount: null,
    ...change,
  };
}

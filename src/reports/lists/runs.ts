/** What `runs` says of the log. */
import type { StoredRun } from '../../store/runs.js';
import { counted } from '../words/count.js';

/** Two lines a run, the latest first. */
export function describeRuns(runs: readonly StoredRun[]): string {
  if (runs.length === 0) return 'No list has been screened with this store yet.';
  return runs
    .map(
      ({ id, ranAt, list, controller, purpose, channel, callDate, isReplay, counts, folder, revision }) => {
        const what = `${list} for ${controller}, ${purpose} by ${channel} on ${callDate}${isReplay ? ' (REPLAY)' : ''}`;
        const result = `${counted(counts.records, 'record')}; of their numbers ${counts.allowed} allowed, ${counts.blocked} blocked, ${counts.needsReview} needs-review`;
        return `${id}. ${ranAt}  ${what}\n   ${result}; revision ${revision}${folder === null ? '' : `, ${folder}`}`;
      },
    )
    .join('\n');
}

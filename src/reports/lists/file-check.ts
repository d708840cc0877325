/** What `check --receipt` says of each file. */
import type { FileCheck, FileProblem } from '../../outcomes/check-receipt.js';
import type { Receipt } from '../../outcomes/receipt.js';
import { counted } from '../words/count.js';

/** One line for a file that passes; one for each of its problems otherwise. */
export function describeFileCheck({ file, problems }: FileCheck, receipt: Receipt): string {
  if (problems.length === 0) {
    const { valid_until, call_date, channel, purpose } = receipt.result;
    const until = valid_until === null ? 'no allowed rows' : `valid until ${valid_until}`;
    return `${file}: screened for ${purpose} by ${channel} on ${call_date}, unaltered, ${until}`;
  }
  return problems.map((problem) => `${file}: ${sentence(problem)}`).join('\n');
}

function sentence(problem: FileProblem): string {
  switch (problem.kind) {
    case 'not-screened':
      return 'was not screened: this receipt knows no such file';
    case 'altered':
      return 'was altered after the screening: screen the list again and use allowed.csv as it was written';
    case 'unscreened-input':
      return 'is the list before the screening: use allowed.csv of that run instead';
    case 'holds-others':
      return `holds ${counted(problem.records, 'row')} of contact that is ${problem.outcome}, not allowed`;
    case 'expired':
      return `expired on ${problem.validUntil}: screen the list again`;
    case 'replay':
      return 'comes from a REPLAY of a past day: screen the list for the day of the contact';
  }
}

/** What `register load` says of a load. */
import type { LoadResult } from '../registers/load-register.js';
import { registerCopyEndsOn } from '../screening/law.js';
import { counted } from './count.js';

/** What was loaded, until when it is good, and what a person accepted. */
export function describeLoad(result: LoadResult): string {
  if (result.outcome === 'already-loaded') {
    const { register, asOf, numbers } = result.copy;
    return `The ${register.toUpperCase()} copy of ${asOf} with ${counted(numbers, 'number')} is in force already; nothing was changed.`;
  }
  const { register, asOf, numbers, duplicates, movement, previousAsOf, diallingCodes, overridden } = result;
  const repeated = duplicates === 0 ? '' : ` (${counted(duplicates, 'line')} repeated a number)`;
  const coverage = diallingCodes.length === 0 ? '' : `, covering only ${diallingCodes.join(', ')}`;
  return [
    `Loaded the ${register.toUpperCase()} copy of ${asOf}: ${counted(numbers, 'number')}${repeated}${coverage}, revision ${result.revision}.`,
    ...(movement === null || previousAsOf === null
      ? []
      : [
          `Against the copy of ${previousAsOf}: ${movement.added.toLocaleString('en-GB')} added, ${movement.removed.toLocaleString('en-GB')} removed.`,
        ]),
    ...overridden.map(({ saw }) => `Accepted by hand, and shown in every receipt: ${saw}.`),
    `It can clear a number for contact up to ${registerCopyEndsOn(asOf)}.`,
  ].join('\n');
}

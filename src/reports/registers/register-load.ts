/** What `register load` and `register update` say of a copy. */
import type { LoadResult } from '../../registers/load/load-register.js';
import type { UpdateResult } from '../../registers/load/update-register.js';
import type { IsoDate } from '../../screening/dates.js';
import { registerCopyEndsOn } from '../../screening/law.js';
import { counted, figures } from '../words/count.js';

/** What was added and taken off, what stays although it may have left, and until when the copy is good. */
export function describeUpdate(result: UpdateResult): string {
  if (result.outcome === 'already-updated') {
    const { register, asOf, numbers } = result.copy;
    return `The ${register.toUpperCase()} copy of ${asOf} with ${counted(numbers, 'number')} is in force already; nothing was changed.`;
  }
  const { register, asOf, numbers, additions, removals, movement, previousAsOf, removalsKnownTo } = result;
  const name = register.toUpperCase();
  const passedOver =
    removals === null
      ? []
      : [
          ...(removals.notHeld === 0
            ? []
            : [`${counted(removals.notHeld, 'number')} of the removals stood on no copy held.`]),
          ...(removals.alsoAdded === 0
            ? []
            : [
                `${counted(removals.alsoAdded, 'number')} of the removals came back, as the additions say: still listed.`,
              ]),
        ];
  return [
    `Updated the ${name} copy of ${previousAsOf} to ${asOf}: ${figures(movement.added)} added, ${figures(movement.removed)} removed, ${counted(numbers, 'number')} now, revision ${result.revision}.`,
    ...(additions.held === 0
      ? []
      : [`${counted(additions.held, 'number')} of the additions were held already.`]),
    ...passedOver,
    ...(removalsKnownTo === null || removalsKnownTo === asOf ? [] : [describeKept(removalsKnownTo)]),
    ...result.overridden.map(({ saw }) => `Accepted by hand, and shown in every receipt: ${saw}.`),
    `It can clear a number for contact up to ${registerCopyEndsOn(asOf)}.`,
  ].join('\n');
}

/** What an update without removals leaves standing. */
export function describeKept(removalsKnownTo: IsoDate): string {
  return `What left the register after ${removalsKnownTo} is not known, so those numbers still count as listed. It may block numbers that have left the register: load a full copy, or removals.`;
}

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
          `Against the copy of ${previousAsOf}: ${figures(movement.added)} added, ${figures(movement.removed)} removed.`,
        ]),
    ...overridden.map(({ saw }) => `Accepted by hand, and shown in every receipt: ${saw}.`),
    `It can clear a number for contact up to ${registerCopyEndsOn(asOf)}.`,
  ].join('\n');
}

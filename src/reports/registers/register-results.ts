/** What `register results` says of a file, and how the registers it answers for are named. */
import type { ResultsImport } from '../../results/import-results.js';
import type { RetractedResults } from '../../results/retract-results.js';
import { CALL_REGISTERS, type RegisterName } from '../../screening/evidence.js';
import { registerCopyEndsOn } from '../../screening/law.js';
import { counted, figures } from '../words/count.js';

/** What was taken in, until when it can clear a number, and which register is left open. */
export function describeResults(result: ResultsImport): string {
  if (result.outcome === 'already-taken-in') {
    const { provider, checkedOn, revision } = result.file;
    return `These results of ${provider}, checked on ${checkedOn}, were taken in already (revision ${revision}); nothing was changed.`;
  }
  const { provider, registers, checkedOn, numbers, listed, clear, rows, noEvidence, unreadable, revision } =
    result;
  const open = registers.includes('fps')
    ? []
    : CALL_REGISTERS.filter((register) => !registers.includes(register));
  return [
    `Took in ${counted(rows, 'row')} of ${provider} for ${registersInWords(registers)}, checked on ${checkedOn}, revision ${revision}.`,
    `${counted(numbers, 'number')}, ${counted(listed + clear, 'answer')}: ${figures(listed)} listed, ${figures(clear)} clear.`,
    ...(noEvidence === 0
      ? []
      : [
          `${counted(noEvidence, 'row')} without a result, or with one that says nothing (such as INVALID): no evidence.`,
        ]),
    ...(unreadable === 0
      ? []
      : [`${counted(unreadable, 'row')} whose number cannot be read beyond doubt: no evidence.`]),
    ...(open.length === 0
      ? []
      : [
          `The ${registersInWords(open)} stays open: buy that check too, or load a copy. Both bind every call.`,
        ]),
    ...result.overridden.map(({ saw }) => `Accepted by hand: ${saw}.`),
    `They can clear a number for contact up to ${registerCopyEndsOn(checkedOn)}. Screen the list again.`,
  ].join('\n');
}

/** What taking a result file back means for the numbers in it. */
export function describeRetractedResults({ file, listed, clear, revision }: RetractedResults): string {
  const { provider, checkedOn, fileName } = file;
  const which = `revision ${file.revision}, the check by ${provider} of ${checkedOn} (${fileName})`;
  if (revision === null) return `Taken back already: ${which}; nothing was changed.`;
  return [
    `Took back ${which}; that is revision ${revision}:`,
    `  ${counted(clear, 'clear answer')} ${clear === 1 ? 'clears' : 'clear'} nobody any more`,
    ...(listed === 0
      ? []
      : [
          `  ${counted(listed, 'number')} found listed ${listed === 1 ? 'waits' : 'wait'} in needs-review for another check, or for a later full copy`,
        ]),
    'Lists that were screened by it hold until they are screened again: do that before anybody rings from one.',
  ].join('\n');
}

/** `TPS and CTPS` */
export function registersInWords(registers: readonly RegisterName[]): string {
  return registers.map((register) => register.toUpperCase()).join(' and ');
}

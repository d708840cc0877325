/** What `register status` says of the copies held. */
import type { CopyStatus, RegisterStatus, ResultsStatus } from '../../registers/look-up/register-status.js';
import { counted, figures } from '../words/count.js';
import { describeKept } from './register-load.js';

/** A block of lines for each register; with `history`, every copy that was ever loaded or updated. */
export function describeStatus(status: readonly RegisterStatus[], history: boolean): string {
  return status.map((register) => describeRegister(register, history).join('\n')).join('\n\n');
}

function describeRegister(
  { register, current, history, results }: RegisterStatus,
  wantsHistory: boolean,
): string[] {
  const name = register.toUpperCase();
  const checks = results.flatMap((file) => [
    `  checked by ${file.provider} on ${file.checkedOn} (${file.fileName}), ${ageInWords(file)}: ${counted(file.numbers, 'number')}`,
    ...file.overridden.map(({ saw }) => `    accepted by hand: ${saw}`),
  ]);
  if (current === null) return [`${name}: no copy is loaded`, ...checks];
  const lines = [
    `${name}: copy of ${current.asOf}, ${counted(current.ageInDays, 'day')} old, ${leftOf(current.daysLeft)}`,
    ...describeCopy(current).map((line) => `  ${line}`),
    ...(current.removalsKnownTo === current.asOf ? [] : [`  ${describeKept(current.removalsKnownTo)}`]),
    ...checks,
  ];
  if (!wantsHistory) return lines;
  return [
    ...lines,
    '  every copy, the newest first:',
    ...history.map((copy) => `    ${copy.asOf}  revision ${copy.revision}, ${describeCopy(copy).join('; ')}`),
  ];
}

function ageInWords({ ageInDays, daysLeft, retractedBy }: ResultsStatus): string {
  return retractedBy === null
    ? `${counted(ageInDays, 'day')} old, ${leftOf(daysLeft)}`
    : `taken back by revision ${retractedBy}`;
}

function leftOf(days: number): string {
  return days < 0 ? 'too old to clear a number' : `${counted(days, 'day')} left`;
}

function describeCopy({
  count,
  diallingCodes,
  movement,
  since,
  hasRemovals,
  sha256,
  overridden,
  loadedOn,
  fileName,
}: CopyStatus): string[] {
  return [
    `${counted(count, 'number')}, ${diallingCodes.length === 0 ? 'the whole register' : `only ${diallingCodes.join(', ')}`}`,
    movement === null
      ? 'no earlier copy to compare it with'
      : `since ${movement.since}: ${figures(movement.added)} added, ${figures(movement.removed)} removed`,
    ...(since === null
      ? []
      : [`updated with the changes since ${since}, ${hasRemovals ? 'with' : 'without'} removals`]),
    `loaded on ${loadedOn}${fileName === null ? '' : ` from ${fileName}`}, SHA-256 ${sha256}`,
    ...overridden.map(({ saw }) => `accepted by hand: ${saw}`),
  ];
}

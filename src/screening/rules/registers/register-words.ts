/** How a sentence names a register and what answered for it. */
import type { Detail } from '../../finding.js';

/** The register by its initials; both call registers where none is named. */
export function nameOf(register: Detail['register']): string {
  return register === undefined ? 'TPS and CTPS' : register.toUpperCase();
}

/** The copy or the check that answered, with its day. */
export function evidenceOf({ asOf, by }: Detail): string {
  return by === 'service' ? `checked by a service on ${asOf}` : `copy of ${asOf}`;
}

/** Why not even a screening service answered, where one was asked. */
export function whyUnanswered(
  register: Detail['register'],
  { takenBackOn, invalidOn }: Pick<Detail, 'takenBackOn' | 'invalidOn'>,
): string | undefined {
  if (takenBackOn !== undefined)
    return `A check of ${takenBackOn} found the number on the ${nameOf(register)} register and was taken back, and nothing later answers.`;
  return invalidOn === undefined
    ? undefined
    : `A screening service called the number invalid on ${invalidOn} and did not check it. Check whether it was mistyped.`;
}

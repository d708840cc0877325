/** Which registers an undecided number waits for, where it waits for nothing else. */

import { CALL_REGISTERS, type RegisterName } from '../evidence.js';
import type { Reason } from '../finding.js';
import type { ReasonCode } from '../precedence.js';
import type { Verdict } from './decide.js';

/** The doubts that a register copy or a check by a service would settle. */
const REGISTER_DOUBTS: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'register-missing',
  'register-incomplete',
  'register-stale',
  'outside-register-coverage',
]);

/**
 * The registers whose answer alone would decide the verdict; none where anything else is open, or where the
 * number is known as listed, which no check can lift that leaves the copy as it is.
 */
export function registersWanting({ outcome, reasons }: Verdict): readonly RegisterName[] {
  if (outcome !== 'needs-review') return [];
  const wanting = new Set<RegisterName>();
  for (const reason of reasons) {
    switch (reason.kind) {
      case 'gate':
        return [];
      case 'bar':
        if (isListing(reason.code) || !reason.keys.some(({ outcome: key }) => key === 'opens')) return [];
        break;
      case 'doubt':
        // What a service called invalid it would call invalid again.
        if (!REGISTER_DOUBTS.has(reason.code) || reason.detail.invalidOn !== undefined) return [];
        for (const name of registersOf(reason)) wanting.add(name);
        break;
      case 'key':
      case 'positive':
      case 'note':
        break;
    }
  }
  return [...wanting];
}

/**
 * The registers that the number waits for among other things, and whose answer would bring it further; none
 * where it is blocked, or no number that a register could answer for.
 */
export function registersAwaited({ outcome, reasons }: Verdict): readonly RegisterName[] {
  if (outcome !== 'needs-review' || reasons.some(({ code }) => NO_NUMBER.has(code))) return [];
  return reasons.flatMap((reason) =>
    reason.kind === 'doubt' && REGISTER_DOUBTS.has(reason.code) && reason.detail.invalidOn === undefined
      ? registersOf(reason)
      : [],
  );
}

const NO_NUMBER: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'number-invalid',
  'number-kind-not-callable',
]);

function registersOf({ detail }: Reason): readonly RegisterName[] {
  return detail.register === undefined ? CALL_REGISTERS : [detail.register];
}

function isListing(code: ReasonCode): boolean {
  return code === 'tps-listed' || code === 'ctps-listed' || code === 'fps-listed';
}

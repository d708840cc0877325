/** Which registers an undecided number waits for, where it waits for nothing else. */
import type { Verdict } from './decide.js';
import { CALL_REGISTERS, type RegisterName } from './evidence.js';
import type { ReasonCode } from './reasons.js';

/** The doubts that a register copy or a check by a service would settle. */
export const REGISTER_DOUBTS: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
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
      case 'doubt': {
        if (!REGISTER_DOUBTS.has(reason.code)) return [];
        const { register } = reason.detail;
        for (const name of register === undefined ? CALL_REGISTERS : [register]) wanting.add(name);
        break;
      }
      case 'key':
      case 'positive':
      case 'note':
        break;
    }
  }
  return [...wanting];
}

function isListing(code: ReasonCode): boolean {
  return code === 'tps-listed' || code === 'ctps-listed' || code === 'fps-listed';
}

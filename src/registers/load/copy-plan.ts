/** What is known of a copy before it comes into force: all that the guards look at, and nothing else. */
import type { IsoDate } from '../../screening/dates.js';
import type { Register, RegisterCopy } from '../../store/registers/register-copies.js';
import type { OverriddenGuard } from '../../store/revisions.js';
import { type CodeCounts, isSameCoverage } from '../set/coverage.js';

/** The copy that the planned one takes the place of. */
export interface CopyInForce {
  readonly asOf: IsoDate;
  readonly numbers: number;
  readonly diallingCodes: readonly string[];
  /** What a person accepted of it. */
  readonly overridden: readonly OverriddenGuard[];
}

export interface AnyPlan {
  readonly register: Register;
  readonly asOf: IsoDate;
  readonly today: IsoDate;
  /** The dialling codes that the copy will cover; none: the whole register. */
  readonly diallingCodes: readonly string[];
  /** The day in Europe/London on which the file was last changed; of several files, the oldest. */
  readonly modifiedOn: IsoDate;
  /** Distinct numbers of the file; of an update, of its additions. */
  readonly numbers: number;
  /** The same by the dialling codes of a part copy, or by the regions' codes of a full one. */
  readonly counts: CodeCounts;
  /** null: this is the first. */
  readonly inForce: CopyInForce | null;
  /** The earliest as-of day under which this register was loaded from the very same bytes; null: never. */
  readonly sameBytesSince: IsoDate | null;
}

/** A file with every number of the register, or of a part of it. */
export interface LoadPlan extends AnyPlan {
  readonly kind: 'full' | 'part';
  /** `removalsKnownTo`: it may still hold what left the register since the end of this day. */
  readonly inForce: (CopyInForce & { readonly removalsKnownTo: IsoDate | null }) | null;
  /** Against the copy in force; not looked at where there is none of the same coverage. */
  readonly movement: { readonly added: number; readonly removed: number };
}

/** A "changes since" file. */
export interface UpdatePlan extends AnyPlan {
  readonly kind: 'update';
  /** The changes begin after the end of this day, which is not after the as-of day of the copy in force. */
  readonly since: IsoDate;
  readonly inForce: CopyInForce & { readonly counts: CodeCounts };
  /** How many of the additions the copy in force has. */
  readonly additionsHeld: number;
  /** null: none were given. */
  readonly removals: { readonly numbers: number; readonly held: number; readonly removed: number } | null;
}

export type CopyPlan = LoadPlan | UpdatePlan;

/** The copy in force, where this one can be compared with it. A copy of other coverage counts as a first one. */
export function comparedWith({ inForce, diallingCodes }: LoadPlan): LoadPlan['inForce'] {
  return inForce !== null && isSameCoverage(inForce.diallingCodes, diallingCodes) ? inForce : null;
}

/** The earliest as-of day under which these very bytes were loaded; null: never. */
export function firstLoadOf(copies: readonly RegisterCopy[], sha256: string): IsoDate | null {
  return copies.find((copy) => copy.sha256 === sha256)?.asOf ?? null;
}

/** What rules conclude. A finding is data: a code and its facts, never a sentence. */
import type { Channel, Purpose } from './campaign.js';
import type { Misplaced, NumberRepair } from './contact.js';
import type { IsoDate } from './dates.js';
import type { RegisterName, WordsHere } from './evidence.js';
import type { FactKey } from './facts.js';
import type { ReasonCode } from './precedence.js';

/** The facts a finding may carry, each where it has a meaning. Names of bodies, never of people. */
export interface Detail {
  readonly fact?: FactKey;
  readonly register?: RegisterName;
  readonly asOf?: IsoDate;
  /** A screening service answered on the day `asOf`; left out, a register copy did. */
  readonly by?: 'service';
  /** As in `Listing`. */
  readonly takenBackOn?: IsoDate;
  readonly invalidOn?: IsoDate;
  readonly on?: IsoDate;
  readonly until?: IsoDate;
  readonly controller?: string;
  readonly country?: string;
  readonly service?: string;
  readonly purpose?: Purpose;
  readonly channel?: Channel;
  readonly columns?: readonly string[];
  readonly repair?: NumberRepair;
  readonly holds?: Misplaced;
  readonly words?: 'opt-out' | 'deceased';
  /** Where such words are; left out where another record has them. */
  readonly quoted?: readonly WordsHere[];
  readonly recordedIn?: 'ledger' | 'list';
  readonly missing?: readonly string[];
}

/** What one key does to its bar. A failed key never blocks by itself: it says why the bar is still shut. */
export interface KeyFinding {
  readonly kind: 'key';
  readonly outcome: 'opens' | 'unproven' | 'fails';
  readonly code: ReasonCode;
  /** The last day on which the key opens; null: no end is known. */
  readonly until: IsoDate | null;
  readonly detail: Detail;
}

export interface GateFinding {
  readonly kind: 'gate';
  readonly effect: 'block' | 'review';
  readonly code: ReasonCode;
  readonly detail: Detail;
}

export interface BarFinding {
  readonly kind: 'bar';
  readonly code: ReasonCode;
  readonly detail: Detail;
  readonly keys: readonly KeyFinding[];
}

export interface DoubtFinding {
  readonly kind: 'doubt';
  readonly code: ReasonCode;
  readonly detail: Detail;
}

export interface PositiveFinding {
  readonly kind: 'positive';
  readonly code: ReasonCode;
  /** The last day on which it holds; null: no end is known. */
  readonly until: IsoDate | null;
  readonly detail: Detail;
}

export interface NoteFinding {
  readonly kind: 'note';
  readonly code: ReasonCode;
  readonly detail: Detail;
}

export type Finding = GateFinding | BarFinding | DoubtFinding | PositiveFinding | NoteFinding;

/** A reason as a verdict keeps it: any finding, or a key of a bar. */
export type Reason = Finding | KeyFinding;

export function closedGate(effect: 'block' | 'review', code: ReasonCode, detail: Detail = {}): GateFinding {
  return { kind: 'gate', effect, code, detail };
}

export function bar(code: ReasonCode, keys: readonly KeyFinding[], detail: Detail = {}): BarFinding {
  return { kind: 'bar', code, detail, keys };
}

export function doubt(code: ReasonCode, detail: Detail = {}): DoubtFinding {
  return { kind: 'doubt', code, detail };
}

export function positive(
  code: ReasonCode,
  until: IsoDate | null = null,
  detail: Detail = {},
): PositiveFinding {
  return { kind: 'positive', code, until, detail };
}

export function note(code: ReasonCode, detail: Detail = {}): NoteFinding {
  return { kind: 'note', code, detail };
}

export function opens(code: ReasonCode, until: IsoDate | null, detail: Detail = {}): KeyFinding {
  return { kind: 'key', outcome: 'opens', code, until, detail };
}

export function unproven(code: ReasonCode, detail: Detail = {}): KeyFinding {
  return { kind: 'key', outcome: 'unproven', code, until: null, detail };
}

export function fails(code: ReasonCode, detail: Detail = {}): KeyFinding {
  return { kind: 'key', outcome: 'fails', code, until: null, detail };
}

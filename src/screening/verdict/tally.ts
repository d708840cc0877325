/** The counts of a run, added up record by record: what the summary says and the receipt's `result` holds. */
import type { ContactPoint } from '../contact.js';
import { earliest, type IsoDate } from '../dates.js';
import type { RegisterName } from '../evidence.js';
import type { FactKey } from '../facts.js';
import type { ReasonCode } from '../precedence.js';
import { OUTCOMES, type Outcome, type Verdict } from './decide.js';
import { registersAwaited } from './undecided.js';

export interface OutcomeCount {
  /** Contact points of this outcome. */
  readonly contactPoints: number;
  /** Rows of its file: a record is in the file of each verdict it earned. */
  readonly rows: number;
  /** Records without any contact point; they are rows of the file, too. */
  readonly recordsWithoutContact: number;
  /** Judgements by their decisive reason, most frequent first. They add up to the two counts above. */
  readonly byDecisiveReason: ReadonlyMap<ReasonCode, number>;
}

export interface Tallied {
  readonly records: number;
  readonly contactPoints: number;
  readonly outcomes: Readonly<Record<Outcome, OutcomeCount>>;
  /** Judgements that carry the code at all, decisive or not. */
  readonly byReason: ReadonlyMap<ReasonCode, number>;
  /** Judgements that wait for an open fact, by the fact. */
  readonly byOpenFact: ReadonlyMap<FactKey, number>;
  /** The registers that anybody in needs-review waits for. */
  readonly registersAwaited: ReadonlySet<RegisterName>;
  /** The first day on which an allowed verdict ends; null where nothing was allowed. */
  readonly validUntil: IsoDate | null;
  /** Allowed contact points that are listed or objected to; not zero only where the contact is no marketing. */
  readonly allowedThoughListed: number;
  readonly allowedThoughObjected: number;
}

export interface Tally {
  /** `times`: the number of records; 1 if left out. */
  addRecord(times?: number): void;
  /** `times`: the number of records alike; 1 if left out. */
  addRow(outcome: Outcome, times?: number): void;
  addVerdict(point: ContactPoint, verdict: Verdict, codes: readonly ReasonCode[], times?: number): void;
  addAllowedThough(kind: 'listed' | 'objected', times?: number): void;
  /** Takes up what was counted elsewhere, of other records. */
  addAll(counted: Tallied): void;
  /** Records added so far. */
  records(): number;
  result(): Tallied;
}

interface Running {
  contactPoints: number;
  rows: number;
  recordsWithoutContact: number;
  readonly byDecisiveReason: Map<ReasonCode, number>;
}

export function createTally(): Tally {
  const outcomes: Record<Outcome, Running> = {
    allowed: nothingYet(),
    blocked: nothingYet(),
    'needs-review': nothingYet(),
  };
  const byReason = new Map<ReasonCode, number>();
  const byOpenFact = new Map<FactKey, number>();
  const awaited = new Set<RegisterName>();
  let records = 0;
  let validUntil: IsoDate | null = null;
  let allowedThoughListed = 0;
  let allowedThoughObjected = 0;
  return {
    addRecord(times = 1) {
      records += times;
    },
    addRow(outcome, times = 1) {
      outcomes[outcome].rows += times;
    },
    addVerdict(point, verdict, codes, times = 1) {
      const count = outcomes[verdict.outcome];
      if (point.kind === 'missing') count.recordsWithoutContact += times;
      else count.contactPoints += times;
      increase(count.byDecisiveReason, verdict.decisive.code, times);
      for (const code of codes) increase(byReason, code, times);
      for (const { code, detail } of verdict.reasons) {
        if (code === 'campaign-fact-missing' && detail.fact !== undefined)
          increase(byOpenFact, detail.fact, times);
      }
      for (const register of registersAwaited(verdict)) awaited.add(register);
      validUntil = earliest([validUntil, verdict.validUntil]);
    },
    addAllowedThough(kind, times = 1) {
      if (kind === 'listed') allowedThoughListed += times;
      else allowedThoughObjected += times;
    },
    addAll(counted) {
      records += counted.records;
      for (const outcome of OUTCOMES) {
        const [to, from] = [outcomes[outcome], counted.outcomes[outcome]];
        to.contactPoints += from.contactPoints;
        to.rows += from.rows;
        to.recordsWithoutContact += from.recordsWithoutContact;
        for (const [code, times] of from.byDecisiveReason) increase(to.byDecisiveReason, code, times);
      }
      for (const [code, times] of counted.byReason) increase(byReason, code, times);
      for (const [fact, times] of counted.byOpenFact) increase(byOpenFact, fact, times);
      for (const register of counted.registersAwaited) awaited.add(register);
      validUntil = earliest([validUntil, counted.validUntil]);
      allowedThoughListed += counted.allowedThoughListed;
      allowedThoughObjected += counted.allowedThoughObjected;
    },
    records: () => records,
    result: () => ({
      records,
      contactPoints:
        outcomes.allowed.contactPoints +
        outcomes.blocked.contactPoints +
        outcomes['needs-review'].contactPoints,
      outcomes: {
        allowed: settled(outcomes.allowed),
        blocked: settled(outcomes.blocked),
        'needs-review': settled(outcomes['needs-review']),
      },
      byReason: mostFirst(byReason),
      byOpenFact,
      registersAwaited: awaited,
      validUntil,
      allowedThoughListed,
      allowedThoughObjected,
    }),
  };
}

function nothingYet(): Running {
  return { contactPoints: 0, rows: 0, recordsWithoutContact: 0, byDecisiveReason: new Map() };
}

function settled(count: Running): OutcomeCount {
  return { ...count, byDecisiveReason: mostFirst(count.byDecisiveReason) };
}

function increase<Key>(counts: Map<Key, number>, code: Key, times: number): void {
  counts.set(code, (counts.get(code) ?? 0) + times);
}

/** Most frequent first; by code where equal, so that the order of rows changes nothing. */
function mostFirst(counts: ReadonlyMap<ReasonCode, number>): ReadonlyMap<ReasonCode, number> {
  return new Map([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

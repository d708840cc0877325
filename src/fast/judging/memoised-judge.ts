/**
 * Judges plain records by memo. What a rule may ask of one is its kind, the status and listings of its numbers, and
 * what ledger and list hold on it. The first record with such a memo key is judged as on the reference path; its
 * verdicts and its row plan serve for all that follow.
 */
import { statusPlace } from '../../contacts/cells/phone/number-status.js';
import type { RecordBatch } from '../../contacts/csv/record-batch.js';
import type { CellSpans } from '../../contacts/csv/token-spans.js';
import { countRecord } from '../../judge-record.js';
import type { JudgedRows } from '../../judging/batch-worker.js';
import { createRecordJudge, type RecordJudge, type RecordJudging } from '../../judging/record-judge.js';
import { dialledIn } from '../../outcomes/dial-list.js';
import { type AllowedNumber, type RowSettings, screeningCells } from '../../outcomes/record-rows.js';
import type { IsoDate } from '../../screening/dates.js';
import type { Tally } from '../../screening/verdict/tally.js';
import { registersWanting } from '../../screening/verdict/undecided.js';
import type { JudgedPoint } from '../../screening-result.js';
import { type CellTable, REPAIRS } from '../cells/cell-table.js';
import type { PlainCell, PlainRows, RowPlan } from '../rows/plain-rows.js';
import { EvidenceKeys } from './evidence-keys.js';
import { NO_KEY, PairInterner } from './interner.js';
import { PlainRecords, type RecordFilters } from './plain-records.js';
import { BY_EVIDENCE, BY_REFERENCE, ReadBatch } from './read-batch.js';

/** What the records with one memo key have in common. */
interface RecordMemo {
  readonly judged: readonly JudgedPoint[];
  readonly plan: RowPlan;
  /** The numbers that may be contacted, by their place among the contact cells. */
  readonly allowed: readonly { readonly place: number; readonly validUntil: IsoDate | null }[];
  records: number;
}

export interface PlainSettings {
  readonly judging: RecordJudging;
  readonly filters: RecordFilters;
  /** Whether every allowed number has to be reported. */
  readonly listsAllowed: boolean;
  /** Where rows are written; null where none are. */
  readonly rows: PlainRows | null;
  readonly rowSettings: RowSettings;
}

/** Above all numbers of pairs. */
const ABOVE_PAIRS = 2 ** 26;

/** Memo keys that are remembered; a record with a further one goes to the reference path. */
const MOST_MEMOS = 50_000;
/** Parts of a class that stand for a cell of a number: empty, the same number as in an earlier cell, a number of some status that is listed in some way. */
const EMPTY = 0;
const SAME_AS = 1;
const LISTED_AS = 1 << 12;
/** More than there are statuses of a number times what is repaired to read it. */
const WAYS_WRITTEN = 64;

export class MemoisedJudge {
  private readonly records: PlainRecords;
  private readonly batch: ReadBatch;
  /** The numbers of the record at hand of which registers are asked, and what was repaired to read them. */
  private readonly numbers: Float64Array;
  private readonly repaired: Uint8Array;
  private readonly pairs = new PairInterner();
  private readonly memos = new Map<number, RecordMemo | null>();
  private readonly held: EvidenceKeys;
  private readonly judge: RecordJudge;

  constructor(
    private readonly settings: PlainSettings,
    cells: CellTable,
  ) {
    const { judging, filters } = settings;
    const { columns, findings, judgement } = judging;
    const { channel } = judgement.facts.campaign;
    this.records = new PlainRecords(columns, channel, filters, findings.isQuiet, cells);
    this.numbers = new Float64Array(this.records.numbers.length);
    this.repaired = new Uint8Array(this.records.numbers.length);
    this.batch = new ReadBatch(this.records.numbers.length);
    this.judge = createRecordJudge(judging);
    this.held = new EvidenceKeys(judging);
  }

  /** Judges and writes the plain records of a batch. The rows are overwritten after `BATCHES_HELD` further batches. */
  judgeBatch(batch: RecordBatch, spans: CellSpans): JudgedRows {
    const { rows, judging, listsAllowed } = this.settings;
    this.batch.read(batch.count, spans, this.records, judging.listings);
    const remaining: number[] = [];
    const allowed: AllowedNumber[] = [];
    rows?.begin();
    for (let row = 0; row < batch.count; row += 1) {
      const found = this.judgeRecord(batch, spans, row);
      if (found === null) {
        remaining.push(row);
        rows?.leaveGap();
        continue;
      }
      if (!listsAllowed) continue;
      for (const { place, validUntil } of found.allowed) {
        allowed.push({ row, number: `+44${this.numbers[place]}`, validUntil });
      }
    }
    return { remaining, rows: rows?.written() ?? [], allowed };
  }

  /** Judges and writes the record, and answers its memo; null if it remains, and nothing was done. */
  private judgeRecord(batch: RecordBatch, spans: CellSpans, row: number): RecordMemo | null {
    const way = this.batch.ways[row];
    if (way === BY_REFERENCE) return null;
    let id = this.batch.kinds[row] ?? 0;
    this.takeNumbers(row);
    for (let place = 0; place < this.numbers.length; place += 1)
      id = this.pairs.of(id, this.partOf(row, place));
    const held = way === BY_EVIDENCE ? this.held.on(batch, spans, row, this.records) : this.held.none();
    if (id === NO_KEY || held === NO_KEY) return null;
    // Both are small, so that no two of them have the same sum.
    id += held * ABOVE_PAIRS;
    let found = this.memos.get(id);
    if (found === undefined) {
      if (this.memos.size >= MOST_MEMOS) return null;
      found = this.judgeFirst(batch, row);
      this.memos.set(id, found);
    }
    if (found === null) return null;
    found.records += 1;
    this.settings.rows?.write(found.plan, spans, row, batch.line(row), this.numbers);
    return found;
  }

  /** Counts what was judged so. */
  count(tally: Tally): void {
    for (const found of this.memos.values()) {
      if (found !== null && found.records > 0) countRecord(tally, found.judged, found.records);
    }
  }

  /** Takes the numbers of a record, and what was repaired to read them, out of the batch. */
  private takeNumbers(row: number): void {
    const { numbers, repaired, batch } = this;
    for (let place = 0; place < numbers.length; place += 1) {
      numbers[place] = batch.numbers[row * numbers.length + place] ?? 0;
      repaired[place] = batch.repaired[row * numbers.length + place] ?? 0;
    }
  }

  private partOf(row: number, place: number): number {
    const { numbers, repaired } = this;
    const number = numbers[place] ?? 0;
    if (number === 0) return EMPTY;
    const same = numbers.indexOf(number);
    const isRepaired = repaired[place] ?? 0;
    if (same < place) return SAME_AS + same * REPAIRS.length + isRepaired;
    const written = statusPlace(number) * REPAIRS.length + isRepaired;
    return LISTED_AS + this.batch.listingsAt(row * numbers.length + place) * WAYS_WRITTEN + written;
  }

  /** Judges the first record with a memo key; null if each such record has to be judged by itself. */
  private judgeFirst(batch: RecordBatch, row: number): RecordMemo | null {
    const { rows, rowSettings } = this.settings;
    const { judged } = this.judge(batch, row);
    const { points } = judged;
    if (!this.held.isThatOf(judged))
      throw new Error('a record was given the memo of one on which something else is held');
    // Numbers that wait for a register are written down one by one.
    if (points.some(({ verdict }) => registersWanting(verdict).length > 0)) return null;
    const { numbers, repaired } = this;
    const cells = rowSettings.contactCells.map((column, place): PlainCell => {
      if (this.records.isByEmail) return { kind: 'address', column };
      const number = numbers[place] ?? 0;
      return {
        kind: 'number',
        column,
        isFirstOfItsNumber: number !== 0 && numbers.indexOf(number) === place,
        isRepaired: repaired[place] !== 0,
      };
    });
    const plan = rows?.plan(cells, points, (outcome, earned) =>
      screeningCells(outcome, earned, batch, row, rowSettings),
    );
    const allowed = points.flatMap((point) => {
      const dialled = dialledIn(point);
      if (dialled === null) return [];
      const place = rowSettings.contactCells.findIndex((column) => point.placed.columns.includes(column));
      if (place === -1) throw new Error('an allowed number is in no contact cell of its record');
      return [{ place, validUntil: dialled.validUntil }];
    });
    return { judged: points, plan: plan ?? [], allowed, records: 0 };
  }
}

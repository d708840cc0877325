/**
 * The short way of a record that is written as most are. What a rule may ask of it is its kind, how its numbers are
 * listed and what ledger and list hold on it; so the first record of each such class is judged as any other, and
 * the verdicts and rows of that one serve for all that follow.
 */
import { standingPlace } from '../contacts/number-standing.js';
import { NO_PAIR, Pairs } from '../contacts/pairs.js';
import { MENDED } from '../contacts/plain-numbers.js';
import { BY_EMAIL, BY_ID, BY_NUMBER, PlainRecords, type RecordFilters } from '../contacts/plain-records.js';
import type { RecordBatch } from '../contacts/record-batch.js';
import { createFlagReader, type FlagReader } from '../contacts/record-flags.js';
import { NO_WORDS } from '../contacts/record-words.js';
import type { CellSpans } from '../contacts/walked-records.js';
import { countRecord, type JudgedPoint } from '../judge-record.js';
import { patternOf } from '../ledger/ledger-look-up.js';
import type { PlainCell, PlainRows, RowPlan } from '../outcomes/plain-rows.js';
import { type RowSettings, screeningCells } from '../outcomes/record-rows.js';
import type { Tally } from '../outcomes/tally.js';
import {
  type ListEvidence,
  type Listing,
  NOTHING_IN_LIST,
  type RegisterName,
} from '../screening/evidence.js';
import { registersWanting } from '../screening/undecided.js';
import type { LedgerRecord } from '../store/ledger-record.js';
import type { JudgedByClass } from './batch-work.js';
import { type CloseJudge, type CloseJudging, createCloseJudge } from './close-judge.js';

/** What the records of a class have in common. */
interface RecordClass {
  readonly judged: readonly JudgedPoint[];
  readonly plan: RowPlan;
  records: number;
}

export interface PlainSettings {
  readonly judging: CloseJudging;
  readonly filters: RecordFilters;
  /** Where rows are written; null where none are. */
  readonly rows: PlainRows | null;
  readonly rowSettings: RowSettings;
}

const SILENT = JSON.stringify(NOTHING_IN_LIST);
/** No pair has this number. */
const NOTHING_HELD = 0;
const ABOVE_PAIRS = 2 ** 26;
/** Contents and matches of entries that are told apart. */
const MOST_HELD = 20_000;

/** Classes that are remembered; a record of a further one is judged closely. */
const MOST_CLASSES = 50_000;
/** Parts of a class that stand for a contact cell: empty, the same number as in an earlier cell, a number of some standing that is listed in some way. */
const EMPTY = 0;
const SAME_AS = 1;
const LISTED_AS = 1 << 12;
/** More than there are standings of a number times what is mended to read it. */
const WAYS_WRITTEN = 64;

/** How a record is to be judged. */
const CLOSELY = 0;
const PLAIN = 1;
/** By class, once it is known what ledger and list hold on it. */
const HELD = 2;

const REGISTERS = ['tps', 'ctps', 'fps'] as const satisfies readonly RegisterName[];
const NOT_ASKED: Listing = { status: 'not-loaded' };

/** The records of a batch as they were read: by row, or by row and place among the contact cells. */
class ReadBatch {
  ways = new Uint8Array(0);
  kinds = new Uint32Array(0);
  numbers = new Float64Array(0);
  mended = new Uint8Array(0);
  readonly listings: Record<RegisterName, Listing[]> = { tps: [], ctps: [], fps: [] };

  /** `places`: contact cells of a record. */
  constructor(readonly places: number) {}

  /** Makes room for so many records. */
  begin(count: number): void {
    if (count <= this.ways.length) return;
    const numbers = count * this.places;
    this.ways = new Uint8Array(count);
    this.kinds = new Uint32Array(count);
    this.numbers = new Float64Array(numbers);
    this.mended = new Uint8Array(numbers);
    for (const register of REGISTERS) this.listings[register] = new Array<Listing>(numbers).fill(NOT_ASKED);
  }
}

export class PlainScreening {
  private readonly records: PlainRecords;
  private readonly batch: ReadBatch;
  /** The numbers in the contact cells of the record at hand, and what was mended to read them. */
  private readonly numbers: Float64Array;
  private readonly mended: Uint8Array;
  private readonly pairs = new Pairs();
  /** The listings of a number that were met, side by side for each register. */
  private readonly listings: Listing[] = [];
  private readonly classes = new Map<number, RecordClass | null>();
  /** What was met in the ledger: by content, by content and match, and row by row. */
  private readonly contents = new Map<LedgerRecord, number>();
  private readonly patterns = new Map<string, number>();
  private readonly held = new Pairs();
  /** What the list was found to say of a record. */
  private readonly saidInList = new Map<string, number>();
  /** What ledger and list hold together. */
  private readonly together = new Pairs();

  private readonly judge: CloseJudge;
  private readonly readFlags: FlagReader;
  /** What was found to be held on the record at hand: how many entries, and what the list says. */
  private entriesHeld = 0;
  private listSaid = SILENT;

  constructor(private readonly settings: PlainSettings) {
    const { judging, filters } = settings;
    const { columns, findings, judgement } = judging;
    const { channel } = judgement.facts.campaign;
    this.records = new PlainRecords(columns, channel, filters, findings.isQuiet);
    this.numbers = new Float64Array(this.records.numbers.length);
    this.mended = new Uint8Array(this.records.numbers.length);
    this.batch = new ReadBatch(this.records.numbers.length);
    this.judge = createCloseJudge(judging);
    this.readFlags = createFlagReader(columns);
  }

  /** Judges and writes the plain records of a batch. How long the rows stand, `BATCHES_HELD` says. */
  screen(batch: RecordBatch, spans: CellSpans): JudgedByClass {
    const { rows } = this.settings;
    this.readAll(batch, spans);
    const left: number[] = [];
    rows?.begin();
    for (let row = 0; row < batch.count; row += 1) {
      if (this.screenRecord(batch, spans, row)) continue;
      left.push(row);
      rows?.leaveGap();
    }
    return { left, rows: rows?.written() ?? [] };
  }

  /** Reads the records of a batch, and looks all their numbers up together. */
  private readAll({ count }: RecordBatch, spans: CellSpans): void {
    const { records, batch } = this;
    const { places } = batch;
    batch.begin(count);
    for (let row = 0; row < count; row += 1) {
      const isRead = records.read(spans, row);
      batch.ways[row] = !isRead ? CLOSELY : records.mayBeHeld !== 0 || records.mayBeBound ? HELD : PLAIN;
      batch.kinds[row] = records.kind;
      for (let place = 0; place < places; place += 1) {
        const at = row * places + place;
        batch.numbers[at] = isRead ? (records.numbers[place] ?? 0) : 0;
        batch.mended[at] = records.mended[place] ?? 0;
      }
    }
    const { listings } = this.settings.judging;
    for (const register of REGISTERS)
      listings.listingsInCopy(register, batch.numbers, count * places, batch.listings[register]);
  }

  /** Judges and writes the record; false where it has to be judged closely, and nothing was done. */
  private screenRecord(batch: RecordBatch, spans: CellSpans, row: number): boolean {
    const way = this.batch.ways[row];
    if (way === CLOSELY) return false;
    this.entriesHeld = 0;
    this.listSaid = SILENT;
    let id = this.batch.kinds[row] ?? 0;
    this.takeNumbers(row);
    for (let place = 0; place < this.numbers.length; place += 1)
      id = this.pairs.of(id, this.partOf(row, place));
    const held = way === HELD ? this.heldOn(batch, spans, row) : NOTHING_HELD;
    if (id === NO_PAIR || held === NO_PAIR) return false;
    // Both are small, so that no two of them have the same sum.
    id += held * ABOVE_PAIRS;
    let found = this.classes.get(id);
    if (found === undefined) {
      if (this.classes.size >= MOST_CLASSES) return false;
      found = this.judgeFirst(batch, row);
      this.classes.set(id, found);
    }
    if (found === null) return false;
    found.records += 1;
    this.settings.rows?.write(found.plan, spans, row, batch.line(row), this.numbers);
    return true;
  }

  /** Counts what was judged so. */
  count(tally: Tally): void {
    for (const found of this.classes.values()) {
      if (found !== null && found.records > 0) countRecord(tally, found.judged, found.records);
    }
  }

  /** Takes the numbers of a record, and what was mended to read them, out of the batch. */
  private takeNumbers(row: number): void {
    const { numbers, mended, batch } = this;
    for (let place = 0; place < numbers.length; place += 1) {
      numbers[place] = batch.numbers[row * numbers.length + place] ?? 0;
      mended[place] = batch.mended[row * numbers.length + place] ?? 0;
    }
  }

  private partOf(row: number, place: number): number {
    const { numbers, mended } = this;
    const number = numbers[place] ?? 0;
    if (number === 0) return EMPTY;
    const same = numbers.indexOf(number);
    const isMended = mended[place] ?? 0;
    if (same < place) return SAME_AS + same * MENDED.length + isMended;
    const written = standingPlace(number) * MENDED.length + isMended;
    return LISTED_AS + this.listingsAt(row * numbers.length + place) * WAYS_WRITTEN + written;
  }

  /** A small number for all that ledger and list hold on a record, and how it touches its numbers. */
  private heldOn(batch: RecordBatch, spans: CellSpans, row: number): number {
    const { ledger, judgement, findings } = this.settings.judging;
    const { list, channel } = judgement.facts.campaign;
    // Others were read since.
    this.records.read(spans, row);
    const { mayBeHeld, mayBeBound } = this.records;
    const { contacts, ...keys } = this.records.keys(spans, row);
    let held = NOTHING_HELD;
    if (mayBeHeld !== 0) {
      const contactKeys = { ...keys, idSystem: list.id_system };
      // Where the filter says no, there is nothing to look up.
      const entries = ledger.entriesFor({
        ...contactKeys,
        numbers: (mayBeHeld & BY_NUMBER) === 0 ? [] : keys.numbers,
        emails: (mayBeHeld & BY_EMAIL) === 0 ? [] : keys.emails,
        personId: (mayBeHeld & BY_ID) === 0 ? null : keys.personId,
      });
      this.entriesHeld = entries.length;
      for (const entry of entries) {
        const content = numberOf(this.contents, entry.record);
        const pattern = numberOf(this.patterns, patternOf(entry, contacts, contactKeys));
        held = this.held.of(this.held.of(held, content), pattern);
      }
    }
    if (!mayBeBound) return held === NOTHING_HELD ? held : this.together.of(held, NOTHING_HELD);
    const flags = this.readFlags(batch, row);
    // Words that a record itself holds are found under its keys, as those of others are.
    const said = findings.optOuts({ ...keys, flags, words: NO_WORDS, handles: [], postalKey: null }, channel);
    this.listSaid = textOfList(said);
    if (this.listSaid === SILENT && held === NOTHING_HELD) return held;
    return this.together.of(held, numberOf(this.saidInList, this.listSaid));
  }

  /** A small number for how a number of the batch is listed: there are few ways, and the common ones come first. */
  private listingsAt(place: number): number {
    const { tps, ctps, fps } = this.batch.listings;
    const onTps = tps[place] ?? NOT_ASKED;
    const onCtps = ctps[place] ?? NOT_ASKED;
    const onFps = fps[place] ?? NOT_ASKED;
    const { listings } = this;
    for (let at = 0; at < listings.length; at += 3) {
      if (listings[at] === onTps && listings[at + 1] === onCtps && listings[at + 2] === onFps) return at;
    }
    listings.push(onTps, onCtps, onFps);
    return listings.length - 3;
  }

  /** Judges the first record of a class; null where each of its records has to be judged by itself. */
  private judgeFirst(batch: RecordBatch, row: number): RecordClass | null {
    const { rows, rowSettings } = this.settings;
    const { judged } = this.judge(batch, row);
    const { points, entries, list } = judged;
    const isSame = entries.length === this.entriesHeld && textOfList(list) === this.listSaid;
    if (!isSame) throw new Error('a record was taken for one of a class about which something else is held');
    // Numbers that wait for a register are written down one by one.
    if (points.some(({ verdict }) => registersWanting(verdict).length > 0)) return null;
    const { numbers, mended } = this;
    const cells = rowSettings.contactCells.map((column, place): PlainCell => {
      const number = numbers[place] ?? 0;
      return {
        column,
        isFirstOfItsNumber: number !== 0 && numbers.indexOf(number) === place,
        isMended: mended[place] !== 0,
      };
    });
    const plan = rows?.plan(cells, points, (outcome, earned) =>
      screeningCells(outcome, earned, batch, row, rowSettings),
    );
    return { judged: points, plan: plan ?? [], records: 0 };
  }
}

/** What a list says of a record, as text: the same for the same. */
function textOfList(said: ListEvidence): string {
  return JSON.stringify(said);
}

/** A number from 1 on for a key, no two alike; `NO_PAIR` for one too many. */
function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  if (numbers.size >= MOST_HELD) return NO_PAIR;
  numbers.set(key, numbers.size + 1);
  return numbers.size;
}

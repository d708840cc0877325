/**
 * The evidence key of a plain record: one small number for what ledger and list hold on it. Two records share a key
 * only if the rules get the same evidence for both.
 */

import type { RecordBatch } from '../../contacts/csv/record-batch.js';
import type { CellSpans } from '../../contacts/csv/token-spans.js';
import { createFlagReader, type FlagReader } from '../../contacts/record/record-flags.js';
import { wordsOf } from '../../contacts/record/record-words.js';
import type { JudgedContact } from '../../judge-record.js';
import type { RecordJudging } from '../../judging/record-judge.js';
import { patternOf } from '../../ledger/look-up/ledger-look-up.js';
import { type ListEvidence, NOTHING_IN_LIST } from '../../screening/evidence.js';
import type { LedgerRecord } from '../../store/ledger/ledger-record.js';
import { NO_KEY, PairInterner } from './interner.js';
import { BY_EMAIL, BY_ID, BY_NUMBER, type PlainKeys, type PlainRecords } from './plain-records.js';

/** No pair has this number. */
export const NOTHING_HELD = 0;
const SILENT = textOf(NOTHING_IN_LIST);
/** Distinct contents and matches of entries, and distinct things that a list says, that are remembered. */
const MOST_HELD = 20_000;

export class EvidenceKeys {
  /** What was met in the ledger: by content, by match, and entry by entry. */
  private readonly contents = new Map<LedgerRecord, number>();
  private readonly patterns = new Map<string, number>();
  private readonly held = new PairInterner();
  /** What the list was found to say of a record. */
  private readonly said = new Map<string, number>();
  /** What ledger and list hold together. */
  private readonly together = new PairInterner();
  private readonly readFlags: FlagReader;
  /** Of the record at hand: how many entries are held on it, and what the list says. */
  private entries = 0;
  private listSays = SILENT;

  constructor(private readonly judging: RecordJudging) {
    this.readFlags = createFlagReader(judging.columns);
  }

  /** For a record on which nothing is held. */
  none(): number {
    this.entries = 0;
    this.listSays = SILENT;
    return NOTHING_HELD;
  }

  /** For a record on which something may be held; `NO_KEY` if the reference path has to judge it. */
  on(batch: RecordBatch, spans: CellSpans, row: number, records: PlainRecords): number {
    this.none();
    // `records` now holds a later record, so read this one again.
    records.read(spans, row);
    const keys = records.keys(spans, row);
    const inLedger = records.mayBeInLedger === 0 ? NOTHING_HELD : this.inLedger(keys, records.mayBeInLedger);
    const inList = records.mayBeInList ? this.inList(batch, row, keys) : NOTHING_HELD;
    return inLedger === NOTHING_HELD && inList === NOTHING_HELD
      ? NOTHING_HELD
      : this.together.of(inLedger, inList);
  }

  /** Whether the reference path found the same on the record at hand. */
  isThatOf({ entries, list }: JudgedContact): boolean {
    return entries.length === this.entries && textOf(list) === this.listSays;
  }

  private inLedger({ contacts, ...keys }: PlainKeys, mayBeInLedger: number): number {
    const { ledger, judgement } = this.judging;
    const contactKeys = { ...keys, idSystem: judgement.facts.campaign.list.id_system };
    // Where the filter says no, there is nothing to look up.
    const entries = ledger.entriesFor({
      ...contactKeys,
      numbers: (mayBeInLedger & BY_NUMBER) === 0 ? [] : keys.numbers,
      emails: (mayBeInLedger & BY_EMAIL) === 0 ? [] : keys.emails,
      personId: (mayBeInLedger & BY_ID) === 0 ? null : keys.personId,
    });
    this.entries = entries.length;
    let held = NOTHING_HELD;
    for (const entry of entries) {
      const content = numberOf(this.contents, entry.record);
      const pattern = numberOf(this.patterns, patternOf(entry, contacts, contactKeys));
      held = this.held.of(this.held.of(held, content), pattern);
    }
    return held;
  }

  private inList(batch: RecordBatch, row: number, { contacts: _, ...keys }: PlainKeys): number {
    const { findings, judgement } = this.judging;
    const flags = this.readFlags(batch, row);
    const words = wordsOf(this.judging.columns, batch, row);
    const record = { ...keys, flags, words, handles: [], postalKey: null };
    this.listSays = textOf(findings.optOuts(record, judgement.facts.campaign.channel));
    return this.listSays === SILENT ? NOTHING_HELD : numberOf(this.said, this.listSays);
  }
}

/** What a list says of a record, as text: the same for the same. */
function textOf(said: ListEvidence): string {
  return JSON.stringify(said);
}

/** A number from 1 on for a key, no two alike; `NO_KEY` for one too many. */
function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  if (numbers.size >= MOST_HELD) return NO_KEY;
  numbers.set(key, numbers.size + 1);
  return numbers.size;
}

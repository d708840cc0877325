/** Judging the records of a list one after the other, writing each where it belongs, and counting. */
import type { ColumnRoles, OptOutRole } from '../contacts/column-roles.js';
import { contactColumns, reachesByNumber } from '../contacts/contact-points.js';
import type { ListFile } from '../contacts/list-file.js';
import type { RecordBatch } from '../contacts/record-batch.js';
import { createRecordReader, type RecordSettings } from '../contacts/record-reader.js';
import type { ListFindings } from '../contacts/survey.js';
import { countRecord, judgeRecord } from '../judge-record.js';
import { knownOptOuts } from '../known-opt-outs.js';
import type { Ledger } from '../ledger/ledger-look-up.js';
import { layoutFor, type OutcomeLayout } from '../outcomes/outcome-row.js';
import { type OutcomeSink, screeningCells, writeRecord } from '../outcomes/record-rows.js';
import { createTally, type Tally } from '../outcomes/tally.js';
import type { ListingReader } from '../registers/listing-reader.js';
import type { Judgement } from '../screening/decide.js';
import { registersWanting } from '../screening/undecided.js';
import { PlainScreening } from './plain-screening.js';

/** Makes the sink once the shape of the list is known. `check` has none. */
export type OpenSink = (list: ListFile, layout: OutcomeLayout, columns: ColumnRoles) => OutcomeSink;

export interface PassSettings {
  readonly list: ListFile;
  readonly columns: ColumnRoles;
  readonly listings: ListingReader;
  readonly ledger: Ledger;
  readonly judgement: Judgement;
  readonly isReplay: boolean;
  readonly isCloselyRead: boolean;
  readonly openSink: OpenSink | null;
}

export interface JudgingPass {
  /** Nothing is written of a record but its rows, so that all can be taken back. */
  readonly canBeTakenBack: boolean;
  /**
   * Judges, writes and counts a record. `isAhead`: false for one of which more than its rows would be written,
   * and then nothing was done.
   */
  add(batch: RecordBatch, row: number, isAhead?: boolean): boolean;
  /** Call it between batches. */
  flush(): void;
  readonly tally: Tally;
  /** Takes up into the tally what was counted apart. Call it once, behind the last record. */
  end(): void;
  /** Removes what was written. */
  takeBack(): void;
}

/** A ledger much larger than the list is asked record by record. */
const ENTRIES_A_RECORD = 20;
/** No record that can be found by anything is shorter, in bytes. */
const SHORTEST_RECORD = 20;

/** Begins a pass over a list in which the survey found `findings`. */
export function beginPass(
  { list, columns, listings, ledger, judgement, isReplay, isCloselyRead, openSink }: PassSettings,
  reading: RecordSettings,
  findings: ListFindings,
): JudgingPass {
  const { campaign } = judgement.facts;
  const { channel } = campaign;
  const readRecord = createRecordReader(columns, reading);
  const contactCells = contactColumns(columns, channel);
  const layout = layoutFor(list.header);
  const sink = openSink?.(list, layout, columns) ?? null;
  const tally = createTally();
  const rows = { list, columns, contactCells, layout, campaign, isReplay };
  const judge = (batch: RecordBatch, row: number) => {
    const contact = readRecord(batch, row);
    return { contact, judged: judgeRecord(contact, { findings, listings, ledger, judgement }) };
  };

  const entries = Object.values(ledger.counts).reduce((sum, count) => sum + count, 0);
  const hasShortWay =
    !isCloselyRead &&
    reachesByNumber(channel) &&
    !listings.hasResults &&
    (sink === null || sink.plainRows !== null) &&
    entries * SHORTEST_RECORD <= list.sizeInBytes * ENTRIES_A_RECORD;
  const plain = hasShortWay
    ? new PlainScreening({
        columns,
        channel,
        contactCells,
        filters: [findings.keys, ...(ledger.isEmpty ? [] : [ledger.keyFilter()])],
        isQuiet: findings.isQuiet,
        listings,
        judge,
        planRows: (cells, judged, batch, row) =>
          sink?.plainRows?.plan(cells, judged, (outcome, earned) =>
            screeningCells(outcome, earned, batch, row, rows),
          ) ?? [],
        writeRow: (plan, batch, row, numbers) => {
          if (batch.spans !== null) sink?.plainRows?.write(plan, batch.spans, row, batch.line(row), numbers);
        },
      })
    : null;

  return {
    canBeTakenBack: hasShortWay,
    add(batch, row, isAhead = false) {
      // Every record of a file may be opted out by its name, and a file among others is named in its rows.
      const isOrdinary = batch.origin.optOuts.length === 0 && batch.origin.name === null;
      if (isOrdinary && plain?.screen(batch, row) === true) {
        tally.addRecord();
        return true;
      }
      const { contact, judged } = judge(batch, row);
      const { points } = judged;
      if (isAhead && points.some(({ verdict }) => registersWanting(verdict).length > 0)) return false;
      tally.addRecord();
      countRecord(tally, points, 1);
      if (sink === null) return true;
      writeRecord(batch, row, points, sink, contact, rows);
      const optOuts = (): ReadonlySet<OptOutRole> => knownOptOuts(contact, campaign, findings, ledger);
      sink.addRecord({ batch, row, contact, judged: points, knownOptOuts: optOuts });
      return true;
    },
    flush: () => sink?.flush(),
    tally,
    end: () => plain?.count(tally),
    takeBack: () => sink?.takeBack(),
  };
}

/** A judged record as rows: one in the file of each verdict it earned, every row with its reasons. */
import { stringify } from 'csv-stringify/sync';
import { readEmails } from '../contacts/cells/email-address.js';
import { readPhoneCell } from '../contacts/cells/phone/phone-cell.js';
import type { ColumnRoles } from '../contacts/columns/column-roles.js';
import { placeOf, type RecordBatch } from '../contacts/csv/record-batch.js';
import type { ListFile } from '../contacts/list/list-file.js';
import type { ListedContact } from '../contacts/record/record-reader.js';
import type { OptOutRole } from '../contacts/roles.js';
import { isHalfOfNumber } from '../contacts/survey/split-numbers.js';
import type { Campaign, Channel } from '../screening/campaign.js';
import { earliest, type IsoDate } from '../screening/dates.js';
import { codesOf, OUTCOMES, type Outcome } from '../screening/verdict/decide.js';
import { explain } from '../screening/verdict/explanations.js';
import type { JudgedPoint } from '../screening-result.js';
import { contactCellFor, contactOf } from './contact-cells.js';
import type { OutcomeLayout, ScreeningCells } from './outcome-row.js';

/** An allowed number of the record in this row. */
export interface AllowedNumber {
  readonly row: number;
  readonly number: string;
  readonly validUntil: IsoDate | null;
}

/** A record of the list with what was judged of it. */
export interface JudgedRecord {
  readonly batch: RecordBatch;
  readonly row: number;
  readonly contact: ListedContact;
  readonly judged: readonly JudgedPoint[];
  /** What the person has refused, by any channel; worked out when it is asked for. */
  readonly knownOptOuts: () => ReadonlySet<OptOutRole>;
}

/** Where rows go. */
export interface OutcomeSink {
  readonly add: (outcome: Outcome, cells: readonly string[]) => void;
  /** Adds rows that come as bytes. */
  readonly addBytes: (outcome: Outcome, bytes: Uint8Array, records: number) => void;
  /** Called with every record that is judged by itself, for the files beside the three. */
  readonly addRecord: (record: JudgedRecord) => void;
  /** Called with each allowed number of the others, where a file needs it. */
  readonly reportAllowed: (batch: RecordBatch, allowed: AllowedNumber) => void;
  readonly flush: () => void;
  /** Closes and removes the files. */
  readonly rollBack: () => void;
}

export interface RowSettings {
  readonly list: Pick<ListFile, 'header' | 'delimiter'>;
  readonly columns: ColumnRoles;
  /** The columns of the run's contact cells. */
  readonly contactCells: readonly number[];
  readonly layout: OutcomeLayout;
  readonly campaign: Campaign;
  readonly isReplay: boolean;
}

/** Writes the record to the file of each verdict that one of its contact points earned. */
export function writeRecord(
  batch: RecordBatch,
  row: number,
  judged: readonly JudgedPoint[],
  sink: OutcomeSink,
  contact: ListedContact,
  settings: RowSettings,
): void {
  const { layout } = settings;
  for (const outcome of OUTCOMES) {
    const earned = judged.filter(({ verdict }) => verdict.outcome === outcome);
    if (earned.length === 0) continue;
    const cells = cellsFor(outcome, batch, row, contact, judged, settings);
    sink.add(outcome, layout.rowOf(outcome, cells, screeningCells(outcome, earned, batch, row, settings)));
  }
}

function cellsFor(
  outcome: Outcome,
  batch: RecordBatch,
  row: number,
  contact: ListedContact,
  judged: readonly JudgedPoint[],
  { list, columns, contactCells, campaign }: RowSettings,
): readonly string[] {
  return list.header.map((_name, column) => {
    const cell = batch.cell(row, column);
    if (contactCells.includes(column))
      return contactCellFor(outcome, cell, column, contact.isPlain(column), judged);
    // What nobody judged must not be used either.
    const isIgnored = columns.rolesOf(column).includes('ignore');
    const isUsable = (): boolean =>
      holdsContact(cell, campaign.channel) || isHalfOfNumber(batch, row, column);
    return outcome === 'allowed' && isIgnored && isUsable() ? '' : cell;
  });
}

function holdsContact(cell: string, channel: Channel): boolean {
  return holdsNumber(cell) || (channel === 'email' && readEmails(cell).length > 0);
}

function holdsNumber(cell: string): boolean {
  const digits = cell.normalize('NFKC').replace(/\D/gu, '').length;
  return digits > 0 && readPhoneCell(cell).points.some(({ kind }) => kind === 'number' || digits >= 9);
}

/** The `screening_` cells of the row of a record in the file of `outcome`, for the points that earned it. */
export function screeningCells(
  outcome: Outcome,
  earned: readonly JudgedPoint[],
  batch: RecordBatch,
  row: number,
  { list, campaign, isReplay }: RowSettings,
): ScreeningCells {
  const codes = new Set(earned.flatMap(({ verdict }) => codesOf(verdict)));
  const decisive = earned[0]?.verdict.decisive;
  return {
    screening_verdict: outcome,
    screening_channel: campaign.channel,
    screening_purpose: campaign.purpose,
    screening_contact: earned
      .map(contactOf)
      .filter((written) => written !== '')
      .join(';'),
    screening_reasons: [...codes].join(';'),
    screening_explanation: `${isReplay ? 'REPLAY: ' : ''}${decisive === undefined ? '' : explain(decisive)}`,
    screening_valid_until: earliest(earned.map(({ verdict }) => verdict.validUntil)) ?? '',
    screening_line: String(placeOf(batch, row)),
    screening_surplus: surplusOf(batch, row, list),
  };
}

/** The cells beyond the header, written as one line of CSV so that none runs into the next. */
function surplusOf(batch: RecordBatch, row: number, { header, delimiter }: RowSettings['list']): string {
  const surplus: string[] = [];
  for (let column = header.length; column < batch.cellCount(row); column += 1)
    surplus.push(batch.cell(row, column));
  return surplus.length === 0
    ? ''
    : stringify([surplus], { delimiter, record_delimiter: '\n', quoted_match: /[\r\n]/ }).slice(0, -1);
}

/** `ledger import`: a file of records into the ledger, wholly or not at all. */
import { basename } from 'node:path';
import type { Clock } from '../../clock.js';
import { UserError } from '../../errors.js';
import type { IsoDate } from '../../screening/dates.js';
import { beginLedgerChange } from '../../store/ledger/ledger-change.js';
import type { Store } from '../../store/open-store.js';
import { type ImportResult, Intake } from './intake.js';
import { readLedgerHeader } from './ledger-columns.js';
import { type CsvRow, readLedgerCsv } from './ledger-csv.js';
import { type LedgerRow, readLedgerRow } from './ledger-row.js';
import { openPlainList } from './plain-list.js';

export interface ImportRequest {
  readonly path: string;
  /** The file is a plain list, and every line of it an objection to every caller. */
  readonly asObjection: boolean;
  /** Pass over unreadable consents and soft opt-ins; nothing else ever is. */
  readonly keepGood: boolean;
}

/**
 * Imports a file into the ledger as one revision. Importing the same file again changes nothing and
 * makes no revision. Throws a `UserError`, with the ledger as it was, where the file or its header
 * cannot be read, or any line cannot that must not be passed over; it tells the first ten lines.
 */
export async function importLedger(
  store: Store,
  clock: Clock,
  request: ImportRequest,
): Promise<ImportResult> {
  const csv = readLedgerCsv(request.path);
  const change = beginLedgerChange(store);
  try {
    const intake = new Intake(change, request.keepGood);
    let readRow: RowReader | undefined;
    for await (const row of csv.rows) {
      if (row.kind === 'broken') {
        intake.refuse(row.line, row.says);
      } else if (readRow === undefined) {
        const opened = openRows(row, request, clock.today);
        readRow = opened.readRow;
        if (!opened.isHeader) intake.take(row.line, readRow(row.cells));
      } else {
        intake.take(row.line, readRow(row.cells));
      }
    }
    if (readRow === undefined && intake.refused === 0) {
      throw new UserError(`cannot import \`${request.path}\`: the file is empty`);
    }
    if (intake.refused > 0) throw new UserError(intake.refusalOf(request.path));
    const { tally } = intake;
    const fileSha256 = csv.sha256();
    const revision = change.commit(clock, {
      kind: 'ledger-import',
      fileName: basename(request.path),
      fileSha256,
      counts: tally.forRevision(),
      overridden: [],
    });
    return { ...intake.result(), revision, fileSha256 };
  } finally {
    change.rollback();
  }
}

type RowReader = (cells: readonly string[]) => LedgerRow;

function openRows(
  { cells }: CsvRow & { kind: 'row' },
  { path, asObjection }: ImportRequest,
  today: IsoDate,
): { isHeader: boolean; readRow: RowReader } {
  if (asObjection) {
    const { hasHeader, readRow } = openPlainList(cells, path);
    return { isHeader: hasHeader, readRow };
  }
  const places = readLedgerHeader(cells, path);
  const width = cells.length;
  const readRow: RowReader = (row) => {
    // Which cell is missing or too many is anybody's guess, and so is what any of them means.
    if (row.length !== width) return ragged(row.length, width);
    return readLedgerRow((column) => (row[places.get(column) ?? width] ?? '').trim(), today);
  };
  return { isHeader: true, readRow };
}

function ragged(cells: number, width: number): LedgerRow {
  const says = `the line has ${cells} cells, and the header ${width}`;
  return { status: 'unreadable', kind: null, says, mayBePassedOver: false };
}

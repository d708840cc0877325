/** One row of a native ledger file: what it records of whom, or why it cannot be read. */
import type { IsoDate } from '../../screening/dates.js';
import {
  type ConsentRecord,
  idSystemKey,
  LEDGER_RECORDS,
  type LedgerKeys,
  type LedgerRecord,
  type LedgerRecordKind,
  METHODS,
  OBTAINED,
  type ObjectionRecord,
  SCOPES,
  SOFT_OPT_IN_BASES,
  type SoftOptInRecord,
  TIES,
} from '../../store/ledger/ledger-record.js';
import { readLedgerEmail, readLedgerNumber } from '../contact-cell.js';
import type { LedgerColumn } from './ledger-columns.js';
import {
  agreedChannels,
  agreedPurposes,
  objectedChannels,
  objectedPurposes,
  otherPurposesIn,
} from './ledger-words.js';
import { RowCells } from './row-cells.js';

export type LedgerRow =
  | {
      readonly status: 'read';
      readonly keys: LedgerKeys;
      readonly record: LedgerRecord;
      /** Purposes outside the campaign list: each matches only itself. */
      readonly otherPurposes: readonly string[];
      /** Its number is none that the numbering plan knows: it binds, but somebody should look at it. */
      readonly hasInvalidNumber: boolean;
    }
  | {
      readonly status: 'unreadable';
      /** null: not even what the row records. */
      readonly kind: LedgerRecordKind | null;
      readonly says: string;
      /** Leaving it out loses no objection and no withdrawal, so that `--keep-good` may. */
      readonly mayBePassedOver: boolean;
    };

/**
 * Reads one row. `cellOf` gives the text of a column without blanks round it, empty where there is none;
 * `today` is the day after which no objection can have been made.
 */
export function readLedgerRow(cellOf: (column: LedgerColumn) => string, today: IsoDate): LedgerRow {
  const cells = new RowCells(cellOf);
  if (cellOf('record') === '') cells.refuse('record', `is empty; write one of: ${LEDGER_RECORDS.join(', ')}`);
  const kind = cells.word('record', LEDGER_RECORDS);
  const { hasInvalidNumber, ...keys } = readKeys(cells);
  if (kind === null) return unreadable(cells, null);
  const record = readRecord(kind, cells, today);
  if (kind === 'wrong-number' && keys.phone === null && keys.email === null) {
    cells.problems.push('a wrong number needs the `phone` or the `email` that reaches somebody else');
  }
  if (cells.problems.length > 0) return unreadable(cells, kind);
  return { status: 'read', keys, record, otherPurposes: otherPurposesIn(record), hasInvalidNumber };
}

function unreadable(cells: RowCells, kind: LedgerRecordKind | null): LedgerRow {
  // A consent that was withdrawn is an objection too, and that must not be lost with it.
  const isWithdrawn = cells.text('withdrawn_on') !== null;
  const mayBePassedOver = (kind === 'consent' || kind === 'soft-opt-in') && !isWithdrawn;
  return { status: 'unreadable', kind, says: cells.problems.join(', '), mayBePassedOver };
}

function readRecord(kind: LedgerRecordKind, cells: RowCells, today: IsoDate): LedgerRecord {
  switch (kind) {
    case 'objection':
    case 'withdrawal':
    case 'fundraising-preference':
      return readObjection(kind, cells, today);
    case 'consent':
      return readConsent(cells, today);
    case 'soft-opt-in':
      return readSoftOptIn(cells, today);
    case 'wrong-number':
      return { record: kind, on: cells.pastDay('on', today) };
  }
}

function readKeys(cells: RowCells): LedgerKeys & { readonly hasInvalidNumber: boolean } {
  const personId = cells.text('person_id')?.replace(/^'/u, '') ?? null;
  const system = cells.text('id_system');
  if (personId !== null && system === null) {
    cells.refuse('id_system', 'is empty; an id means somebody only within the system it comes from');
  }
  const [phoneCell, emailCell] = [cells.text('phone'), cells.text('email')];
  if (phoneCell === null && emailCell === null && personId === null) {
    cells.problems.push('nobody is named; fill in `phone`, `email`, or `person_id` with `id_system`');
  }
  const phone = phoneCell === null ? null : readLedgerNumber(phoneCell);
  const email = emailCell === null ? null : readLedgerEmail(emailCell);
  if (phone?.status === 'unreadable') cells.refuse('phone', phone.why);
  if (email?.status === 'unreadable') cells.refuse('email', email.why);
  return {
    phone: phone?.status === 'read' ? phone.value : null,
    email: email?.status === 'read' ? email.value : null,
    personId,
    idSystem: personId === null || system === null ? null : idSystemKey(system),
    hasInvalidNumber: phone?.status === 'read' && phone.isInvalid,
  };
}

function readObjection(kind: ObjectionRecord['record'], cells: RowCells, today: IsoDate): ObjectionRecord {
  const on = cells.pastDay('on', today);
  const withdrawnOn = cells.pastDay('withdrawn_on', today);
  if (kind !== 'withdrawal' && withdrawnOn !== null) {
    // Read as the end of the objection, it would let somebody be rung who asked not to be.
    cells.refuse(
      'withdrawn_on',
      'is for consents; an objection ends with a later consent, not with a day here',
    );
  }
  return {
    record: kind,
    scope: cells.word('scope', SCOPES),
    controller: objectedController(cells),
    channels: objectedChannels(cells),
    purposes: objectedPurposes(cells),
    // Of a withdrawal's two days the later is that of the withdrawal, the other that of the consent.
    on: on === null || (withdrawnOn !== null && withdrawnOn > on) ? withdrawnOn : on,
  };
}

function readConsent(cells: RowCells, today: IsoDate): ConsentRecord {
  return {
    record: 'consent',
    controller: nameIn(cells, 'controller'),
    ...agreedChannels(cells),
    purposes: agreedPurposes(cells),
    on: cells.day('on'),
    withdrawnOn: cells.pastDay('withdrawn_on', today),
    obtained: cells.word('obtained', OBTAINED),
    controllerNamed: cells.yesNo('controller_named'),
    method: cells.word('method', METHODS),
    tiedTo: cells.word('tied_to', TIES),
    source: cells.text('source'),
    wording: cells.text('wording'),
    dueDiligence: cells.text('due_diligence'),
  };
}

function readSoftOptIn(cells: RowCells, today: IsoDate): SoftOptInRecord {
  return {
    record: 'soft-opt-in',
    controller: nameIn(cells, 'controller'),
    ...agreedChannels(cells),
    purposes: agreedPurposes(cells),
    on: cells.day('on'),
    withdrawnOn: cells.pastDay('withdrawn_on', today),
    basis: cells.word('basis', SOFT_OPT_IN_BASES),
    obtainedBy: nameIn(cells, 'obtained_by'),
    obtainedOn: cells.day('obtained_on'),
    optOutAtCollection: cells.yesNo('opt_out_at_collection'),
    similarProducts: cells.yesNo('similar_products'),
    soleCharitablePurpose: cells.yesNo('sole_charitable_purpose'),
    source: cells.text('source'),
    wording: cells.text('wording'),
  };
}

/** Taken as the name of a body, such a word would bind nobody who rings. */
const EVERYBODY = /^(?:all|any|every|everyone|everybody|anyone|anybody|none|n\/?a|[*-])$/iu;

function objectedController(cells: RowCells): string | null {
  const name = nameIn(cells, 'controller');
  if (name === null || !EVERYBODY.test(name)) return name;
  return cells.refuse('controller', 'names no body; leave it empty for an objection to every caller');
}

/** The name of a body, spaced as names are compared. */
function nameIn(cells: RowCells, column: LedgerColumn): string | null {
  return cells.text(column)?.replace(/\s+/gu, ' ') ?? null;
}

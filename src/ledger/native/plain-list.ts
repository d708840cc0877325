/** A plain list of people who do not want to be contacted: one number or address a line. */
import { UserError } from '../../errors.js';
import type { LedgerKeys, ObjectionRecord } from '../../store/ledger/ledger-record.js';
import { readLedgerContact } from '../contact-cell.js';
import type { LedgerRow } from './ledger-row.js';

/** An objection to every caller, on every channel, for any purpose, by line and person, and undated: so never older than a consent. */
export const PLAIN_OBJECTION: ObjectionRecord = {
  record: 'objection',
  scope: null,
  controller: null,
  channels: 'all',
  purposes: 'any',
  on: null,
};

const CONTACT_HEADER = /phone|mobile|\bcell|\btel|landline|number|e-?mail|address|contact/i;

export interface PlainList {
  /** Whether the first line is a header, and no objection. */
  readonly hasHeader: boolean;
  readonly readRow: (cells: readonly string[]) => LedgerRow;
}

/**
 * How to read the plain list called `fileName` that begins with the cells `first`. Throws a `UserError`
 * where its header names a second column of contacts, whose objections would be lost.
 */
export function openPlainList(first: readonly string[], fileName: string): PlainList {
  const hasHeader = isHeader(first);
  const others = first.slice(1).filter((name) => CONTACT_HEADER.test(name));
  if (hasHeader && others.length > 0) {
    throw new UserError(
      `\`${fileName}\` line 1: a plain list has one column of numbers or addresses, and this one has ${others.length + 1}; ` +
        'import each as a list of its own, or use the native form with the columns `record`, `phone` and `email`',
    );
  }
  return { hasHeader, readRow: (cells) => readPlainRow(cells, hasHeader) };
}

function readPlainRow(cells: readonly string[], hasHeader: boolean): LedgerRow {
  // Without a header nobody can say what a second cell is; it may be a number that must not be rung either.
  if (!hasHeader && cells.slice(1).some((cell) => cell.trim() !== '')) {
    return unreadable('more than one cell stands here; a plain list has one number or address a line');
  }
  const contact = readLedgerContact((cells[0] ?? '').trim());
  if (contact.status === 'unreadable') return unreadable(`the line ${contact.why}`);
  const keys: LedgerKeys = { ...contact.value, personId: null, idSystem: null };
  return {
    status: 'read',
    keys,
    record: PLAIN_OBJECTION,
    otherPurposes: [],
    hasInvalidNumber: contact.isInvalid,
  };
}

function isHeader([first = '']: readonly string[]): boolean {
  return CONTACT_HEADER.test(first) && !/@|\d{3}/.test(first);
}

function unreadable(says: string): LedgerRow {
  return { status: 'unreadable', kind: 'objection', says, mayBePassedOver: false };
}

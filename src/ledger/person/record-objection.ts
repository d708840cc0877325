/** `objection`: somebody said "don't ring again". */
import type { Clock } from '../../clock.js';
import { UserError } from '../../errors.js';
import type { LedgerChannel } from '../../screening/evidence.js';
import { beginLedgerChange } from '../../store/ledger/ledger-change.js';
import { LEDGER_CHANNELS, type LedgerKeys, type ObjectionRecord } from '../../store/ledger/ledger-record.js';
import type { Store } from '../../store/open-store.js';
import { readLedgerContact } from '../contact-cell.js';

export interface ObjectionRequest {
  /** Numbers and email addresses, as they were typed. */
  readonly contacts: readonly string[];
  /** The body that was told to stop. */
  readonly controller: string;
  readonly channels: readonly LedgerChannel[] | 'all';
}

export interface ObjectionResult {
  readonly recorded: number;
  /** Recorded for the same day, controller and channels before, or given twice. */
  readonly alreadyKnown: number;
  /** Which of the contacts (from 1) are numbers that the numbering plan does not know: perhaps slips for others. */
  readonly invalidNumbers: readonly number[];
  /** null: all of them were known, and nothing was changed. */
  readonly revision: number | null;
}

/**
 * Records an objection of today, to the controller given, for every contact: on the line and the person,
 * for any purpose. All of them make one revision. Throws a `UserError`, with nothing recorded, where a
 * contact is neither a number nor an address.
 */
export function recordObjections(store: Store, clock: Clock, request: ObjectionRequest): ObjectionResult {
  const { contacts, controller, channels } = request;
  if (contacts.length === 0) {
    throw new UserError(
      'no number or email address was given; name whoever objected, or `-` to read them from standard input',
    );
  }
  // Nothing would be objected to, and the person would be rung again.
  if (channels.length === 0) throw new RangeError('an objection without a channel');
  const read = contacts.map(readContact);
  const invalidNumbers = read.flatMap(({ isInvalid }, place) => (isInvalid ? [place + 1] : []));
  const record: ObjectionRecord = {
    record: 'objection',
    scope: null,
    controller: controller.trim().replace(/\s+/gu, ' '),
    channels: channels === 'all' ? 'all' : LEDGER_CHANNELS.filter((channel) => channels.includes(channel)),
    purposes: 'any',
    on: clock.today,
  };
  const change = beginLedgerChange(store);
  try {
    let recorded = 0;
    for (const { keys } of read) if (change.add(keys, record)) recorded += 1;
    const alreadyKnown = read.length - recorded;
    const counts = { objection: recorded, alreadyKnown };
    const made = { kind: 'objection', fileName: null, fileSha256: null, counts, overridden: [] } as const;
    return { recorded, alreadyKnown, invalidNumbers, revision: change.commit(clock, made) };
  } finally {
    change.rollback();
  }
}

function readContact(text: string, place: number): { keys: LedgerKeys; isInvalid: boolean } {
  const contact = readLedgerContact(text.trim());
  if (contact.status === 'read') {
    return { keys: { ...contact.value, personId: null, idSystem: null }, isInvalid: contact.isInvalid };
  }
  throw new UserError(
    `contact ${place + 1} (${masked(text)}) ${contact.why}; nothing was recorded. Correct it and record them all again`,
  );
}

/** At most the last two digits: enough to find the number on one's own list. */
function masked(text: string): string {
  if (/[@\uFF20]/u.test(text)) return 'an address';
  const digits = text.replace(/\D/g, '');
  return digits.length < 5 ? 'no number' : `•••• ••••${digits.slice(-2)}`;
}

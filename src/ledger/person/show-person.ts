/** `ledger show`: all that the ledger holds on whoever a number, an address or an id names. */
import { UserError } from '../../errors.js';
import { entriesHeldOn, type HeldEntry, type LedgerKey } from '../../store/ledger/ledger-history.js';
import { idSystemKey } from '../../store/ledger/ledger-record.js';
import type { Store } from '../../store/open-store.js';
import { readLedgerContact } from '../contact-cell.js';

export interface HeldOnPerson {
  readonly key: LedgerKey;
  readonly entries: readonly HeldEntry[];
  /** Other numbers, addresses and ids that those entries name: under each of them more may be held. */
  readonly alsoNamed: readonly LedgerKey[];
}

/**
 * The key that a user means by `text`: a number or an address, or where `idSystem` is given an id of that
 * system. Throws a `UserError` that quotes nothing of it.
 */
export function ledgerKeyOf(text: string, idSystem: string | null): LedgerKey {
  const value = text.trim();
  if (idSystem !== null) {
    if (value === '') throw new UserError('no id was given');
    return { kind: 'person', value: value.replace(/^'/u, ''), idSystem: idSystemKey(idSystem) };
  }
  const contact = readLedgerContact(value);
  if (contact.status === 'unreadable') {
    throw new UserError(
      `the contact ${contact.why}; for an id name its system too, as \`--id-system NationBuilder\``,
    );
  }
  const { phone, email } = contact.value;
  return phone === null ? { kind: 'email', value: email } : { kind: 'phone', value: phone };
}

/** All that is held under `key`, and what else those entries name. */
export function heldOn(store: Store, key: LedgerKey): HeldOnPerson {
  const entries = entriesHeldOn(store, key);
  const named = new Map<string, LedgerKey>();
  for (const { keys } of entries) {
    for (const other of keysIn(keys)) if (!isSameKey(other, key)) named.set(JSON.stringify(other), other);
  }
  return { key, entries, alsoNamed: [...named.values()] };
}

/** The keys of an entry, one by one. */
export function keysIn({ phone, email, personId, idSystem }: HeldEntry['keys']): readonly LedgerKey[] {
  const keys: LedgerKey[] = [];
  if (phone !== null) keys.push({ kind: 'phone', value: phone });
  if (email !== null) keys.push({ kind: 'email', value: email });
  if (personId !== null && idSystem !== null) keys.push({ kind: 'person', value: personId, idSystem });
  return keys;
}

export function isSameKey(one: LedgerKey, other: LedgerKey): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** `ledger erase`: forgets a person, but for the bare number or address that must not be contacted. */
import type { Clock } from '../../clock.js';
import { beginLedgerChange } from '../../store/ledger/ledger-change.js';
import { entriesHeldOn, type HeldEntry, type LedgerKey } from '../../store/ledger/ledger-history.js';
import { isObjection, type LedgerKeys } from '../../store/ledger/ledger-record.js';
import type { Store } from '../../store/open-store.js';
import { wipeErased } from '../../store/wipe.js';
import { PLAIN_OBJECTION } from '../native/plain-list.js';
import { isSameKey, keysIn } from './show-person.js';

export interface EraseResult {
  /** Entries removed, ended ones among them. */
  readonly erased: number;
  /** Answers of screening services on the numbers that stay, removed too: they are objected whatever the register says. */
  readonly erasedAnswers: number;
  /** What stays, each bare and objected: the contact itself, and whatever else must go on being blocked. */
  readonly kept: Readonly<Record<LedgerKey['kind'], number>>;
  /** Entries still held under the other keys that the erased ones named, which may be somebody else's. */
  readonly heldElsewhere: number;
  /** null: nothing but the bare key was held, and nothing was changed. */
  readonly revision: number | null;
  /** The erased text is gone from the bytes of the store too; not so while another process reads it. */
  readonly isWiped: boolean;
}

/**
 * Removes every entry that names `key`, in one revision, and holds in their place bare objections of today to
 * every caller. All numbers and addresses that those entries named are held, since an objection by an entry
 * with two keys bound both; an id is held only where an objection named it, or it was all that was given.
 */
export function erasePerson(store: Store, clock: Clock, key: LedgerKey): EraseResult {
  const { erased, erasedAnswers, kept, revision } = replaceByBareKeys(store, clock, key);
  const count = (kind: LedgerKey['kind']): number => kept.filter((held) => held.kind === kind).length;
  const elsewhere = kept.flatMap((held) => entriesHeldOn(store, held).filter((entry) => !isBare(entry)));
  return {
    erased,
    erasedAnswers,
    kept: { phone: count('phone'), email: count('email'), person: count('person') },
    heldElsewhere: new Set(elsewhere.map(({ id }) => id)).size,
    revision,
    // Also where nothing was held: an erasure that could not be wiped is wiped by asking again.
    isWiped: wipeErased(store),
  };
}

function replaceByBareKeys(
  store: Store,
  clock: Clock,
  key: LedgerKey,
): Pick<EraseResult, 'erased' | 'erasedAnswers' | 'revision'> & { readonly kept: readonly LedgerKey[] } {
  const change = beginLedgerChange(store);
  try {
    const held = entriesHeldOn(store, key);
    const toErase = held.filter((entry) => !isBare(entry));
    const kept = keysToHold(key, toErase);
    const erasedAnswers = kept.reduce(
      (sum, { kind, value }) => sum + (kind === 'phone' ? change.removeAnswers(value) : 0),
      0,
    );
    if (held.length > 0 && toErase.length + erasedAnswers === 0)
      return { erased: 0, erasedAnswers, kept, revision: null };
    for (const { id } of toErase) change.remove(id);
    for (const bare of kept) change.add(keysOf(bare), { ...PLAIN_OBJECTION, on: clock.today });
    const counts = { erased: toErase.length, answers: erasedAnswers, kept: kept.length };
    const made = { kind: 'ledger-erase', fileName: null, fileSha256: null, counts, overridden: [] } as const;
    return { erased: toErase.length, erasedAnswers, kept, revision: change.commit(clock, made) };
  } finally {
    change.rollback();
  }
}

function keysToHold(key: LedgerKey, erased: readonly HeldEntry[]): readonly LedgerKey[] {
  const kept: LedgerKey[] = [key];
  for (const { keys, record, endedBy } of erased) {
    if (endedBy !== null) continue;
    for (const named of keysIn(keys)) {
      const isNeeded = named.kind !== 'person' || isObjection(record);
      if (isNeeded && !kept.some((held) => isSameKey(held, named))) kept.push(named);
    }
  }
  return kept;
}

/** Nothing but one key, "objected", and at most a day. */
function isBare({ keys, record, endedBy }: HeldEntry): boolean {
  return (
    endedBy === null &&
    keysIn(keys).length === 1 &&
    record.record === 'objection' &&
    record.scope === null &&
    record.controller === null &&
    record.channels === 'all' &&
    record.purposes === 'any'
  );
}

function keysOf(key: LedgerKey): LedgerKeys {
  return {
    phone: key.kind === 'phone' ? key.value : null,
    email: key.kind === 'email' ? key.value : null,
    personId: key.kind === 'person' ? key.value : null,
    idSystem: key.kind === 'person' ? key.idSystem : null,
  };
}

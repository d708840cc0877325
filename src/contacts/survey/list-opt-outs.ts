/**
 * The list's own opt-outs: an opt-out in any record binds that person, and every number and address of
 * that record, wherever else in the list they stand. No consent lifts it.
 */
import type { Channel } from '../../screening/campaign.js';
import type { ListEvidence } from '../../screening/evidence.js';
import type { ScratchIndex } from '../../store/scratch-index.js';
import { columnLabel } from '../columns/column-names.js';
import type { ColumnRoles } from '../columns/column-roles.js';
import { KeyFilter } from '../key-filter.js';
import { flagColumnsOf, type RecordFlags } from '../record/record-flags.js';
import type { RecordKeys } from '../record/record-reader.js';
import type { FoundWords } from '../record/record-words.js';
import { OPT_OUT_ROLES, type OptOutRole, type Role } from '../roles.js';
import { bitsOf, WAYS, type Way } from '../vocabulary/meanings.js';

/** What one record says that may bind others. */
export interface RecordSignals {
  readonly flags: RecordFlags;
  readonly words: FoundWords;
}

export interface ListOptOuts {
  /** Whether a record says anything that may bind another. */
  hasSignal(signals: RecordSignals): boolean;
  /** Takes up what a record says, under its keys. */
  add(signals: RecordSignals, keys: RecordKeys): void;
  /** Knows every key that anything was taken up under. */
  readonly keys: KeyFilter;
  /** Whether nothing was taken up, of no record. */
  isQuiet(): boolean;
  readonly evidenceFor: OptOutEvidence;
  /** All that was taken up; null where that is too much to hold in memory. */
  all(): HeldOptOuts | null;
}

/** What the list says of a record, in itself and in every other that shares a key with it. */
export type OptOutEvidence = (record: RecordSignals & RecordKeys, channel: Channel) => ListEvidence;

/** The opt-outs of a list, outside the index in which they were taken up. */
export interface HeldOptOuts {
  /** By kind of key, what each key is known to say, as bits. */
  readonly kinds: readonly (readonly [kind: string, masks: ReadonlyMap<string, number>])[];
  readonly groupsWithUnread: ReadonlySet<number>;
}

/** The flags that bind a channel. */
export function bindingRoles(channel: Channel): readonly OptOutRole[] {
  switch (channel) {
    case 'live-call':
    case 'automated-call':
      return ['do_not_call', 'do_not_contact'];
    case 'sms':
      return ['do_not_text', 'do_not_contact'];
    case 'email':
      return ['do_not_email', 'do_not_contact'];
    case 'post':
      return ['do_not_mail', 'do_not_contact'];
    case 'fax':
    case 'social-dm':
      return ['do_not_contact'];
  }
}

/** The way of contact that words have to refuse, to bear on a channel. */
function wayOf(channel: Channel): Way {
  switch (channel) {
    case 'live-call':
    case 'automated-call':
      return 'calls';
    case 'sms':
      return 'texts';
    case 'email':
      return 'email';
    case 'post':
      return 'post';
    case 'fax':
      return 'fax';
    case 'social-dm':
      return 'social';
  }
}

/** The bit of an opt-out role is its place in `OPT_OUT_ROLES`; then come the ways that words refuse, and these. */
const WORDS_FROM = OPT_OUT_ROLES.length;
const DECEASED_WORDS = 1 << (WORDS_FROM + WAYS.length);
const DECEASED = DECEASED_WORDS << 1;

/** Of the opted-out records of a large list; a small one has fewer, and memory that is not touched costs no time. */
const MOST_KEYS_EXPECTED = 1_000_000;
/** A record takes more in most lists, and few records opt out. */
const BYTES_A_KEY = 40;

/** Flag columns whose unread values one mask can hold; further columns go under a kind of their own. */
const COLUMNS_A_MASK = 30;

/** Keeps the signals of a list with these columns, `sizeInBytes` long, in `scratch`. */
export function createListOptOuts(
  columns: ColumnRoles,
  sizeInBytes: number,
  scratch: ScratchIndex,
): ListOptOuts {
  const flagColumns = flagColumnsIn(columns);
  const places = new Map(flagColumns.map(({ label }, place) => [label, place]));
  const groupsWithUnread = new Set<number>();

  const keysHeld = KeyFilter.for(Math.min(sizeInBytes / BYTES_A_KEY, MOST_KEYS_EXPECTED));
  let isQuiet = true;

  return {
    keys: keysHeld,
    isQuiet: () => isQuiet,
    hasSignal: ({ flags, words }) => maskOf(flags, words) !== 0 || flags.unreadColumns.length > 0,

    add({ flags, words }, keys) {
      isQuiet = false;
      const mask = maskOf(flags, words);
      const unread = flags.unreadColumns.flatMap((label) => places.get(label) ?? []);
      for (const place of unread) groupsWithUnread.add(Math.floor(place / COLUMNS_A_MASK));
      for (const [kind, key] of entriesOf(keys)) {
        keysHeld.add(key);
        if (mask !== 0) scratch.add(kind, key, mask);
        for (const place of unread) {
          const group = Math.floor(place / COLUMNS_A_MASK);
          scratch.add(unreadKind(kind, group), key, 1 << (place % COLUMNS_A_MASK));
        }
      }
    },

    evidenceFor: evidenceIn(columns, scratch, groupsWithUnread),

    all() {
      const kinds = scratch.all();
      return kinds && { kinds, groupsWithUnread };
    },
  };
}

/** The evidence in opt-outs that were taken up elsewhere. */
export function heldEvidence(columns: ColumnRoles, { kinds, groupsWithUnread }: HeldOptOuts): OptOutEvidence {
  const masks = new Map(kinds);
  return evidenceIn(columns, { find: (kind, key) => masks.get(kind)?.get(key) ?? 0 }, groupsWithUnread);
}

type HeldMasks = Pick<ScratchIndex, 'find'>;

function flagColumnsIn(
  columns: ColumnRoles,
): readonly { readonly label: string; readonly roles: readonly Role[] }[] {
  return flagColumnsOf(columns).map((column) => ({
    label: columnLabel(columns.header, column),
    roles: columns.rolesOf(column),
  }));
}

function evidenceIn(
  columns: ColumnRoles,
  scratch: HeldMasks,
  groupsWithUnread: ReadonlySet<number>,
): OptOutEvidence {
  const flagColumns = flagColumnsIn(columns);
  const unreadFound = (kind: string, keys: readonly string[]): readonly string[] =>
    [...groupsWithUnread].flatMap((group) => {
      const mask = find(scratch, unreadKind(kind, group), keys);
      const inGroup = flagColumns.slice(group * COLUMNS_A_MASK, (group + 1) * COLUMNS_A_MASK);
      return inGroup.flatMap(({ label }, bit) => ((mask & (1 << bit)) === 0 ? [] : [label]));
    });
  return (record, channel) => {
    const { flags, words, numbers, emails, handles } = record;
    const refusing = bitsOf([wayOf(channel)]);
    const postal = channel === 'post' && record.postalKey !== null ? [record.postalKey] : [];
    const persons = record.personId === null ? [] : [record.personId];
    const binding = bindingRoles(channel);
    const bound = binding.reduce((mask, role) => mask | bitOf(role), 0);
    // A record without any key still binds itself.
    const own = maskOf(flags, words);
    const shared =
      own |
      find(scratch, 'number', numbers) |
      find(scratch, 'email', emails) |
      find(scratch, 'handle', handles);
    const household = find(scratch, 'postal', postal);
    const person = find(scratch, 'person', persons);
    const either = shared | person;
    const unread = new Set([
      ...flags.unreadColumns,
      ...unreadFound('number', numbers),
      ...unreadFound('email', emails),
      ...unreadFound('handle', handles),
      ...unreadFound('postal', postal),
      ...unreadFound('person', persons),
    ]);
    return {
      optOut: optOutOf(
        ((shared | household) & bound) !== 0,
        (person & bound) !== 0,
        numbers.length + emails.length + handles.length + postal.length > 0,
      ),
      unreadFlags: flagColumns.flatMap(({ label, roles }) =>
        unread.has(label) && (roles.includes('deceased') || binding.some((role) => roles.includes(role)))
          ? [label]
          : [],
      ),
      isDeathUnread: flagColumns.some(({ label, roles }) => unread.has(label) && roles.includes('deceased')),
      optOutWords: ((either >> WORDS_FROM) & refusing) !== 0,
      deceasedWords: (either & DECEASED_WORDS) !== 0,
      wordsHere: words.quotes.flatMap(({ column, isDeath, refused, words: quoted }) =>
        isDeath || (refused & refusing) !== 0
          ? [{ column: columnLabel(columns.header, column), isDeath, words: quoted }]
          : [],
      ),
      deceasedElsewhere: (person & DECEASED) !== 0 && (own & DECEASED) === 0,
    };
  };
}

/** Only a record with a number or address can share one; without any, an opt-out of its own is the person's. */
function optOutOf(isShared: boolean, isPersons: boolean, hasContact: boolean): ListEvidence['optOut'] {
  if (isShared) return hasContact ? 'number' : 'person';
  return isPersons ? 'person' : null;
}

function bitOf(role: OptOutRole): number {
  return 1 << OPT_OUT_ROLES.indexOf(role);
}

function maskOf({ optOuts, deceased }: RecordFlags, words: FoundWords): number {
  let mask = 0;
  for (const role of OPT_OUT_ROLES) {
    if (optOuts[role] === 'yes') mask |= bitOf(role);
  }
  mask |= words.refused << WORDS_FROM;
  if (words.deceased) mask |= DECEASED_WORDS;
  if (deceased.status === 'recorded' && deceased.value) mask |= DECEASED;
  return mask;
}

function* entriesOf({
  numbers,
  emails,
  handles,
  postalKey,
  personId,
}: RecordKeys): Generator<readonly [kind: string, key: string]> {
  for (const number of numbers) yield ['number', number];
  for (const email of emails) yield ['email', email];
  for (const handle of handles) yield ['handle', handle];
  if (postalKey !== null) yield ['postal', postalKey];
  if (personId !== null) yield ['person', personId];
}

function unreadKind(kind: string, group: number): string {
  return `unread ${group} by ${kind}`;
}

function find(scratch: HeldMasks, kind: string, keys: readonly string[]): number {
  return keys.reduce((mask, key) => mask | scratch.find(kind, key), 0);
}

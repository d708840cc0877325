/**
 * What stands in a column, gathered value by value in one pass with bounded memory.
 *
 * ```ts
 * const taker = createProfileTaker();
 * taker.add('Active', 1); // record by record
 * taker.add('Lapsed', 812); // or by distinct value, with its count
 * const profile = taker.result(); // plain data: it may be sent from a worker
 * mergeProfiles([profileOfOneWorker, profileOfAnother]);
 * ```
 *
 * INVARIANT: the result depends on the values and their counts alone, never on their order or on how the records
 * were shared out. So the values that are kept are those with the smallest hashes: whoever is kept in the end was
 * never dropped, and its count is exact.
 */
import { foldText } from '../text/normalise-text.js';
import { HASH_SEED, hashStep } from '../text/text-hash.js';
import { bareValue, formOfValue, STANDS_FOR, VALUE_FORMS, type ValueForm } from './value-forms.js';

export interface ProfileValue {
  /** The value as it is compared (`valueKey`). */
  readonly key: string;
  /** How it is written: of several spellings the first of the alphabet. */
  readonly text: string;
  readonly form: ValueForm;
  readonly count: number;
}

export interface ColumnProfile {
  /** Cells that hold anything but blanks. */
  readonly filled: number;
  readonly forms: Readonly<Record<ValueForm, number>>;
  /** Characters of all filled cells. */
  readonly characters: number;
  /** Every distinct value, or `MOST_VALUES` of them. Not sorted by count: see `mostFrequent`. */
  readonly values: readonly ProfileValue[];
  /** More distinct values stand in the column than are kept. */
  readonly isMany: boolean;
}

export interface ProfileTaker {
  /** Counts the cell of so many records. Cheap enough for every distinct value, and bounded for any length. */
  add(cell: string, times: number): void;
  addProfile(profile: ColumnProfile): void;
  result(): ColumnProfile;
}

export const MOST_VALUES = 200;

/** Of a longer value only its beginning is kept, with a hash of the rest. */
const LONGEST_KEPT = 80;

interface Kept {
  readonly hash: number;
  /** Of several spellings (`DNC`, `dnc`) the first of `VALUE_FORMS`. */
  form: ValueForm;
  text: string;
  count: number;
}

/** The value as the accounting compares it: case, blanks, quotes round it and a final stop do not matter. */
export function valueKey(cell: string): string {
  const form = formOfValue(cell);
  return form === null ? '' : keyOf(cell, form);
}

function keyOf(cell: string, form: ValueForm): string {
  const stands = STANDS_FOR.get(form);
  if (stands !== undefined) return stands;
  const written = cell.length > LONGEST_KEPT ? cell.trim() : bareValue(cell);
  if (written.length > LONGEST_KEPT && !CUT.test(written)) {
    return `${foldedFully(written.slice(0, LONGEST_KEPT)).trim()}... #${hashOf(written).toString(16).padStart(8, '0')}`;
  }
  return foldedFully(written);
}

/** A value that is known by its beginning alone, as a map file writes it. */
const CUT = /^.{0,1500}\.\.\. #[0-9a-f]{8}$/su;

/** A character in another form may itself have another: folding goes on until nothing changes. */
function foldedFully(text: string): string {
  const folded = foldText(bareValue(text));
  if (folded === '') return text.trim();
  return folded === text ? folded : foldedFully(folded);
}

/** How the value is shown: on one line, and only its beginning where it is long. */
function textOf(cell: string, form: ValueForm): string {
  const stands = STANDS_FOR.get(form);
  if (stands !== undefined) return stands;
  if (cell.length > LONGEST_KEPT) return keyOf(cell, form);
  return bareValue(cell).replace(/\s+/gu, ' ');
}

export function createProfileTaker(): ProfileTaker {
  const forms = noForms();
  const kept = new Map<string, Kept>();
  let filled = 0;
  let characters = 0;
  let isMany = false;
  /** Values with a hash beyond it are not kept. */
  let limit = Number.POSITIVE_INFINITY;

  const keep = (key: string, text: string, form: ValueForm, count: number): void => {
    const known = kept.get(key);
    if (known !== undefined) {
      known.count += count;
      if (text < known.text) known.text = text;
      if (VALUE_FORMS.indexOf(form) < VALUE_FORMS.indexOf(known.form)) known.form = form;
      return;
    }
    const hash = hashOf(key);
    if (hash > limit) {
      isMany = true;
      return;
    }
    kept.set(key, { hash, form, text, count });
    if (kept.size > 2 * MOST_VALUES) prune();
  };

  const prune = (): void => {
    const inOrder = sorted(kept);
    for (const [key] of inOrder.slice(MOST_VALUES)) kept.delete(key);
    if (inOrder.length > MOST_VALUES) {
      isMany = true;
      limit = inOrder[MOST_VALUES - 1]?.[1].hash ?? limit;
    }
  };

  return {
    add(cell, times) {
      const form = formOfValue(cell);
      if (form === null) return;
      filled += times;
      forms[form] += times;
      characters += cell.trim().length * times;
      keep(keyOf(cell, form), textOf(cell, form), form, times);
    },
    addProfile(profile) {
      filled += profile.filled;
      characters += profile.characters;
      for (const form of VALUE_FORMS) forms[form] += profile.forms[form];
      if (profile.isMany) {
        isMany = true;
        limit = Math.min(limit, largestHash(profile));
      }
      for (const { key, text, form, count } of profile.values) keep(key, text, form, count);
    },
    result() {
      prune();
      const inOrder = sorted(kept).filter(([, { hash }]) => hash <= limit);
      return {
        filled,
        forms: { ...forms },
        characters,
        values: inOrder.map(([key, { text, form, count }]) => ({ key, text, form, count })),
        isMany,
      };
    },
  };
}

/** One profile of the records of all. The order of `profiles` does not matter. */
export function mergeProfiles(profiles: readonly ColumnProfile[]): ColumnProfile {
  const taker = createProfileTaker();
  for (const profile of profiles) taker.addProfile(profile);
  return taker.result();
}

/** The profile of these cells, a record each. */
export function profileOf(cells: Iterable<string>): ColumnProfile {
  const taker = createProfileTaker();
  for (const cell of cells) taker.add(cell, 1);
  return taker.result();
}

/** The kept values, the most frequent first. */
export function mostFrequent({ values }: ColumnProfile): readonly ProfileValue[] {
  return [...values].sort((one, other) => other.count - one.count || (one.key < other.key ? -1 : 1));
}

/** How many distinct values the column holds; about, where they are many. */
export function distinctValues(profile: ColumnProfile): number {
  if (!profile.isMany) return profile.values.length;
  // The hashes are spread evenly, so that the largest of the smallest tells how thick they lie.
  const spread = largestHash(profile) / HASHES;
  return Math.min(profile.filled, Math.round((profile.values.length - 1) / Math.max(spread, 1 / HASHES)));
}

/** The mean length of a filled cell. */
export function meanLength({ characters, filled }: ColumnProfile): number {
  return filled === 0 ? 0 : characters / filled;
}

const HASHES = 2 ** 32;

function largestHash({ values }: ColumnProfile): number {
  return values.reduce((largest, { key }) => Math.max(largest, hashOf(key)), 0);
}

function sorted(kept: ReadonlyMap<string, Kept>): [string, Kept][] {
  return [...kept].sort(([one, { hash }], [other, { hash: otherHash }]) =>
    hash === otherHash ? (one < other ? -1 : 1) : hash - otherHash,
  );
}

/** A hash of 32 bits that is spread evenly. */
function hashOf(text: string): number {
  let hash = HASH_SEED;
  for (let at = 0; at < text.length; at += 1) hash = hashStep(hash, text.charCodeAt(at));
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function noForms(): Record<ValueForm, number> {
  return {
    placeholder: 0,
    tick: 0,
    'yes-no': 0,
    bit: 0,
    day: 0,
    time: 0,
    email: 0,
    handle: 0,
    link: 0,
    coordinate: 0,
    postcode: 0,
    money: 0,
    figure: 0,
    quantity: 0,
    'phone-like': 0,
    letter: 0,
    id: 0,
    code: 0,
    address: 0,
    words: 0,
    text: 0,
    signs: 0,
  };
}

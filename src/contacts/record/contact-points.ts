/** The points by which a record reaches somebody on the channel of the run, and in which cells they stand. */
import type { Channel } from '../../screening/campaign.js';
import type { ContactPoint } from '../../screening/contact.js';
import type { EmailReading } from '../cells/email-address.js';
import type { PhoneReading } from '../cells/phone/phone-cell.js';
import { handlesIn } from '../cells/social-handle.js';
import { type ColumnRoles, contactRoles } from '../columns/column-roles.js';
import type { PostalAddress } from './postal-address.js';

/** A contact point with where it stands. A point that stands in several cells comes once, with all of them. */
export interface PlacedPoint {
  readonly point: ContactPoint;
  /** Empty for a record that has nothing in its contact cells. */
  readonly columns: readonly number[];
  /** The piece of the first of those cells that it was read from, as written; of a letter, the address in one line. */
  readonly text: string;
}

/** The cells of a record that points are made of, each read once. */
export interface ContactReadings {
  readonly phones: ReadonlyMap<number, PhoneReading>;
  readonly emails: ReadonlyMap<number, EmailReading>;
  readonly postalAddress: PostalAddress | null;
  readonly cell: (column: number) => string;
}

const MISSING: PlacedPoint = { point: { kind: 'missing' }, columns: [], text: '' };

/**
 * The columns whose cells are the contact cells of `channel`: what may not be contacted is taken out of
 * them. Fax has columns of its own, and uses the phone columns of a list that has none.
 */
export function contactColumns(columns: ColumnRoles, channel: Channel): readonly number[] {
  const filled = contactRoles(channel).map((role) => columns.columnsOf(role));
  return filled.find((found) => found.length > 0) ?? [];
}

/** Whether the points of `channel` are telephone numbers. */
export function reachesByNumber(channel: Channel): boolean {
  switch (channel) {
    case 'live-call':
    case 'automated-call':
    case 'sms':
    case 'fax':
      return true;
    case 'email':
    case 'social-dm':
    case 'post':
      return false;
  }
}

/** Every point of the record on `channel`; one that is missing where it has none. */
export function placePoints(
  channel: Channel,
  pointColumns: readonly number[],
  readings: ContactReadings,
): readonly PlacedPoint[] {
  const placed = pointsOf(channel, pointColumns, readings);
  return placed.length > 0 ? placed : [MISSING];
}

function pointsOf(
  channel: Channel,
  pointColumns: readonly number[],
  readings: ContactReadings,
): readonly PlacedPoint[] {
  switch (channel) {
    case 'live-call':
    case 'automated-call':
    case 'sms':
    case 'fax':
      return merged(pointColumns.flatMap((column) => cellPoints(column, readings.phones.get(column))));
    case 'email':
      return merged(pointColumns.flatMap((column) => cellPoints(column, readings.emails.get(column))));
    case 'social-dm':
      return merged(pointColumns.flatMap((column) => handlePoints(column, readings)));
    case 'post': {
      const { postalAddress } = readings;
      if (postalAddress === null) return [];
      const { columns, text } = postalAddress;
      return [{ point: { kind: 'postal-address' }, columns, text }];
    }
  }
}

/** The points of a cell that was read, each with its place. */
function cellPoints(
  column: number,
  reading: PhoneReading | EmailReading | undefined,
): readonly PlacedPoint[] {
  return (reading?.points ?? []).map(({ text, ...point }) => ({ point, columns: [column], text }));
}

function handlePoints(column: number, { cell }: ContactReadings): readonly PlacedPoint[] {
  return handlesIn(cell(column)).map((handle) => ({
    point: { kind: 'social-handle', handle },
    columns: [column],
    text: handle,
  }));
}

/** The same number or address in several cells is one point; what cannot be read stays apart. */
function merged(points: readonly PlacedPoint[]): readonly PlacedPoint[] {
  const placed: PlacedPoint[] = [];
  const places = new Map<string, number>();
  for (const found of points) {
    const key = keyOf(found.point);
    const known = key === null ? undefined : places.get(key);
    const before = known === undefined ? undefined : placed[known];
    if (known !== undefined && before !== undefined) {
      placed[known] = { ...before, columns: [...before.columns, ...found.columns] };
      continue;
    }
    if (key !== null) places.set(key, placed.length);
    placed.push(found);
  }
  return placed;
}

function keyOf(point: ContactPoint): string | null {
  switch (point.kind) {
    case 'number':
      return point.number;
    case 'email':
      return point.address;
    case 'social-handle':
      return point.handle;
    case 'postal-address':
    case 'unreadable':
    case 'missing':
      return null;
  }
}

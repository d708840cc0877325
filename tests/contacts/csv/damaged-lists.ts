/** Lists of invented people, and what may happen to a file on its way: a seeded generator of both. */

export type Random = () => number;

/** A generator of numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

export function oneOf<T>(random: Random, choices: readonly [T, ...T[]]): T {
  return choices[below(random, choices.length)] ?? choices[0];
}

/** A mobile number of the drama range, as written nationally: its index is from 0 to 999. */
export function mobileAt(index: number): string {
  return `07700900${String(index).padStart(3, '0')}`;
}

export interface MadeList {
  readonly bytes: Buffer;
  readonly encoding: 'utf8' | 'utf16le' | 'latin1';
  readonly header: string;
  readonly lineEnd: string;
  /** Each number of the list once, as `07700900123`. */
  readonly numbers: readonly string[];
  /** The records that say `do not call`, as their text stands in the file, each on one line, with their number. */
  readonly optOuts: readonly { readonly text: string; readonly number: string }[];
}

const NOTES = [
  '',
  '',
  '',
  'rang in May',
  'moved, see file',
  'second line:\nleft a message',
  'asked "why us"\r\nand hung up',
  '5" pipe; ask again',
  'Zoë’s friend',
] as const;

/** A sound list of a few records in one of the ways in which lists are written. */
export function makeList(random: Random): MadeList {
  const delimiter = oneOf(random, [',', ',', ';', '\t', '|']);
  const lineEnd = oneOf(random, ['\n', '\r\n', '\r']);
  const encoding = oneOf<MadeList['encoding']>(random, ['utf8', 'utf8', 'utf8', 'utf16le', 'latin1']);
  const quotesAll = random() < 0.3;
  const shuffled = ['id', 'Name', 'Phone', 'Mobile', 'Town', 'Notes', 'do_not_call']
    .filter((name) => name === 'Phone' || random() < 0.75)
    .map((name) => ({ name, at: random() }))
    .sort((one, other) => one.at - other.at);
  const columns = shuffled.map(({ name }) => name);
  const write = (cells: readonly string[]): string =>
    cells.map((cell) => writeCell(cell, delimiter, quotesAll)).join(delimiter);

  const numbers: string[] = [];
  const optOuts: { text: string; number: string }[] = [];
  const start = below(random, 900);
  const count = 1 + below(random, random() < 0.1 ? 60 : 12);
  const rows: string[] = [];
  for (let row = 0; row < count; row += 1) {
    // Now and then somebody stands in the list twice.
    const number = row > 0 && random() < 0.15 ? (numbers[0] ?? '') : mobileAt(start + row);
    const isOptOut = columns.includes('do_not_call') && random() < 0.2;
    const cells = columns.map((name) => cellOf(name, number, row, isOptOut, random));
    const text = write(cells);
    if (!numbers.includes(number)) numbers.push(number);
    if (isOptOut && !/[\r\n]/.test(text)) optOuts.push({ text, number });
    rows.push(text);
  }
  const header = write(columns);
  const text = [header, ...rows].map((line) => line + lineEnd).join('');
  const told = encoding === 'latin1' ? text.replaceAll('’', "'") : text;
  const mark = encoding === 'utf16le' || (encoding === 'utf8' && random() < 0.3) ? '\ufeff' : '';
  return { bytes: Buffer.from(mark + told, encoding), encoding, header, lineEnd, numbers, optOuts };
}

function cellOf(column: string, number: string, row: number, isOptOut: boolean, random: Random): string {
  switch (column) {
    case 'id':
      return `M${row}`;
    case 'Name':
      return oneOf(random, ['Ada', 'Snodgrub, Bob', 'Zoë', 'Cosmo "Cos" Twiddleham']);
    case 'Phone':
      return oneOf(random, [number, `${number.slice(0, 5)} ${number.slice(5)}`, `+44${number.slice(1)}`]);
    case 'Town':
      return oneOf(random, ['Elmet', 'Elmet, Northfield']);
    case 'Notes':
      return NOTES[below(random, NOTES.length)] ?? '';
    case 'do_not_call':
      return isOptOut ? oneOf(random, ['yes', 'Y', '1', 'TRUE']) : oneOf(random, ['', 'no']);
    default:
      return '';
  }
}

function writeCell(cell: string, delimiter: string, quotesAll: boolean): string {
  const mustQuote = cell.includes(delimiter) || /["\r\n]/.test(cell);
  return mustQuote || quotesAll ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** What happened to a file, one to four times. */
export function damage(bytes: Buffer, random: Random): Buffer {
  let damaged = bytes;
  for (let times = 1 + below(random, 4); times > 0; times -= 1) damaged = damageOnce(damaged, random);
  return damaged;
}

function damageOnce(bytes: Buffer, random: Random): Buffer {
  const at = below(random, bytes.length + 1);
  const insert = (what: string): Buffer =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from(what, 'latin1'), bytes.subarray(at)]);
  const remove = (what: string): Buffer => {
    const found = bytes.indexOf(what, at, 'latin1');
    return found < 0 ? bytes : Buffer.concat([bytes.subarray(0, found), bytes.subarray(found + 1)]);
  };
  switch (below(random, 14)) {
    case 0: {
      const flipped = Buffer.from(bytes);
      if (at < bytes.length) flipped[at] = (bytes[at] ?? 0) ^ (1 << below(random, 8));
      return flipped;
    }
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return bytes.subarray(below(random, Math.min(40, bytes.length)));
    case 3:
    case 4:
      return remove('"');
    case 5:
    case 6:
      return insert('"');
    case 7:
      return remove(oneOf(random, [',', ';', '\t', '|']));
    case 8:
      return insert(oneOf(random, [',', ';', '\t', '|']));
    case 9:
      return insert('\0');
    case 10:
      return insert(oneOf(random, ['\n', '\r', '\r\n']));
    case 11:
      return remove(oneOf(random, ['\n', '\r']));
    case 12:
      return insert(String.fromCharCode(below(random, 256)));
    default: {
      const end = at + below(random, 30);
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
    }
  }
}

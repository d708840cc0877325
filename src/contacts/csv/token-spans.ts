/**
 * Token spans: records as offsets into their bytes. A record that nobody has to read as text never becomes a string,
 * and a worker can read the same memory.
 */
/** Records of one file as they were read together; their cells stand as in the file. */
export interface FileRecords {
  readonly count: number;
  line(row: number): number;
  cell(row: number, place: number): string;
  cellCount(row: number): number;
  damage(row: number): ReadRecord['damage'];
  /** null where they were read by csv-parse. */
  readonly tokens: TokenSpans | null;
}

/** One record as it left the parser. `damage` knows nothing of the header yet, so it is never `ragged`. */
export interface ReadRecord {
  readonly cells: readonly string[];
  readonly line: number;
  readonly damage: Exclude<RecordDamage, 'ragged'> | null;
}

/**
 * What is wrong with a record, so that a cell may stand under the wrong header: it has more or fewer
 * cells than the header, a quote is out of place, or a NUL character stands in a cell.
 */
export type RecordDamage = 'ragged' | 'broken-quotes' | 'nul-byte';

/** What a record holds besides plain cells, as bits of its traits. */
export const QUOTED = 1;
/** A quote in a cell that does not stand in quotes. */
export const LOOSE_QUOTE = 2;
export const NUL = 4;
export const SEVERAL_LINES = 8;
/** Other records stand in a quoted cell of it. */
export const SWALLOWS = 16;

const QUOTE = 0x22;

/** What the tokenizer noted. */
export interface TokenSpans {
  /** UTF-8. */
  readonly bytes: Buffer;
  /** For each cell where it begins and ends in `bytes`, without its quotes; a quote in it is doubled there. */
  readonly bounds: Uint32Array;
  /** For each record the place of its first cell, counted over all; after the last one, how many cells there are. */
  readonly firstCells: Uint32Array;
  /** The physical line on which each record begins. */
  readonly lines: Uint32Array;
  readonly traits: Uint8Array;
}

/** The records as every reader gives them. */
export function recordsFromSpans(tokens: TokenSpans): FileRecords {
  const { bytes, bounds, firstCells, lines, traits } = tokens;
  const count = lines.length;
  const firstOf = (row: number): number => {
    if (row < 0 || row >= count) throw new RangeError(`row ${row} of a batch of ${count} was asked for`);
    return firstCells[row] ?? 0;
  };
  const cellCount = (row: number): number => (firstCells[row + 1] ?? 0) - firstOf(row);
  return {
    count,
    line: (row) => lines[row] ?? 0,
    cell: (row, place) => (place < cellCount(row) ? textOf(bytes, bounds, firstOf(row) + place) : ''),
    cellCount,
    damage: (row) => damageOf(traits[row] ?? 0),
    tokens,
  };
}

/** The same records without the first. */
export function spansAfterFirst({ bytes, bounds, firstCells, lines, traits }: TokenSpans): TokenSpans {
  return {
    bytes,
    bounds,
    firstCells: firstCells.subarray(1),
    lines: lines.subarray(1),
    traits: traits.subarray(1),
  };
}

/** The text of a cell, by its place among all cells. */
export function textOf(bytes: Buffer, bounds: Uint32Array, cell: number): string {
  const start = bounds[cell * 2] ?? 0;
  const text = bytes.toString('utf8', start, bounds[cell * 2 + 1]);
  return bytes[start - 1] === QUOTE && text.includes('"') ? text.replaceAll('""', '"') : text;
}

function damageOf(traits: number): ReadRecord['damage'] {
  if ((traits & SWALLOWS) !== 0) return 'broken-quotes';
  return (traits & NUL) === 0 ? null : 'nul-byte';
}

/**
 * Where the cells of records stand in the bytes of the list. Only of plain records may the bytes be read: sound,
 * as many cells as the header, no quote in a cell that does not stand in quotes itself.
 */
export class CellSpans {
  readonly bytes: Buffer;
  /** For each cell where it begins and where it ends in `bytes`, without its quotes: two numbers a cell. */
  readonly bounds: Uint32Array;

  /** `width`: the cells of a sound record. */
  constructor(
    readonly tokens: TokenSpans,
    readonly width: number,
  ) {
    this.bytes = tokens.bytes;
    this.bounds = tokens.bounds;
  }

  isPlain(row: number): boolean {
    const { traits, firstCells } = this.tokens;
    return (
      ((traits[row] ?? SWALLOWS) & (LOOSE_QUOTE | NUL | SWALLOWS)) === 0 &&
      (firstCells[row + 1] ?? 0) - (firstCells[row] ?? 0) === this.width
    );
  }

  /** The place in `bounds` of the bounds of the record's first cell. */
  first(row: number): number {
    return (this.tokens.firstCells[row] ?? 0) * 2;
  }

  /** Whether no cell of the record is quoted, so that its bytes may be copied whole. */
  isUnquoted(row: number): boolean {
    return ((this.tokens.traits[row] ?? QUOTED) & QUOTED) === 0;
  }
}

/**
 * Both readers of plain phone cells against the full reading and against libphonenumber-js, over 200,000 drawn cells.
 * A new reader is one more line in READERS.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, test, vi } from 'vitest';
import { isDramaNumber } from '../../../src/contacts/cells/phone/drama-ranges.js';
import { numberStatusOf } from '../../../src/contacts/cells/phone/number-status.js';
import {
  type CellPoint,
  type PhoneReading,
  readInFull,
  readPhoneCell,
  readPlain,
} from '../../../src/contacts/cells/phone/phone-cell.js';
import { NOT_PLAIN, numberEntry, numberIn, REPAIRS, repairIn } from '../../../src/fast/cells/cell-table.js';
import { isPhoneNumber } from '../../../src/screening/contact.js';
import { shapeOf, writtenCells } from '../../contacts/cells/phone/written-cells.js';

/** So many cells take a while on a busy machine. */
vi.setConfig({ testTimeout: 300_000 });

const CELLS = 200_000;
const SEED = 20_261_122;

/** Each answers as the full reading does, or null where it leaves the cell to that. `share`: how many it answers at least. */
const READERS: readonly (readonly [
  name: string,
  share: number,
  read: (cell: string) => PhoneReading | null,
])[] = [
  ['patterns', 0.3, readPlain],
  ['an automaton', 0.3, readFromBytes],
];

/** What the cell is by its bytes alone. */
function readFromBytes(cell: string): PhoneReading | null {
  const bytes = Buffer.from(`;${cell};`);
  const answer = numberEntry(bytes, 1, bytes.length - 1);
  if (answer === NOT_PLAIN) return null;
  const national = String(numberIn(answer));
  const repair = REPAIRS[repairIn(answer)] ?? null;
  const number = `+44${national}`;
  if (!isPhoneNumber(number)) return null;
  const point: CellPoint = {
    kind: 'number',
    number,
    numberStatus: numberStatusOf(national),
    repairs: repair === null ? [] : [repair],
    // The bracket in front is left out of the piece that is told.
    text: cell.trim().replace(/^\(/, ''),
  };
  return { points: [point], residue: '', isPlain: repair === null };
}

/** A number that stands alone in its cell. */
type NumberPoint = Extract<CellPoint, { readonly kind: 'number' }>;

/** In what, and why, a reading may differ from what libphonenumber-js makes of the same cell. */
const DIFFERENCES = {
  'kept for drama': 'the metadata calls several of these ranges invalid, and all are read as ordinary lines',
  'told by its range': 'services and Crown dependencies are told by range, whether or not a number is in use',
  'trunk zero kept': 'of Manx numbers a digit short the parser keeps the trunk zero; neither may be rung',
  'not the whole cell':
    'the parser reads one number and passes over what stands beside it; here all digits count',
  repaired: 'a lost zero, a missing or doubled prefix, scientific notation; each is a `number-repaired` note',
  'cut by signs': 'separators that the parser takes for the end of the number',
  'left to a person':
    'the parser drops, or turns letters into, digits; here nothing is dropped and no letter is one',
} as const satisfies Readonly<Record<string, string>>;
type Difference = keyof typeof DIFFERENCES;

/** The only ones for a cell that holds one number and nothing else. */
const BY_RANGE: ReadonlySet<string> = new Set<Difference>([
  'kept for drama',
  'told by its range',
  'trunk zero kept',
]);

const cells = [...writtenCells(SEED, CELLS)];

/** What libphonenumber-js makes of a cell. */
interface Parsed {
  readonly number: string;
  readonly isValid: boolean;
  readonly country: string | undefined;
}

/** The parser is the slow part, and is asked once for each cell. */
const parsedCells: readonly (Parsed | null)[] = cells.map((cell) => {
  const parsed = parsePhoneNumberFromString(cell, 'GB');
  if (parsed === undefined) return null;
  return { number: parsed.number, isValid: parsed.isValid(), country: parsed.country };
});

describe.for(READERS)('plain cells read by %s', ([, share, read]) => {
  test('are read as in full', () => {
    let answered = 0;
    const wrong: string[] = [];
    for (const [index, cell] of cells.entries()) {
      const quick = read(cell);
      if (quick === null) continue;
      answered += 1;
      if (JSON.stringify(quick) !== JSON.stringify(readInFull(cell))) wrong.push(named(index, cell));
    }
    expect(wrong).toEqual([]);
    expect(answered / CELLS).toBeGreaterThan(share);
  });

  test('disagree with libphonenumber-js only where a number is known by its range', () => {
    const wrong = cells.flatMap((cell, index) => {
      const quick = read(cell);
      const difference = quick === null ? null : differenceOf(cell, quick, parsedCells[index] ?? null);
      return difference === null || BY_RANGE.has(difference) ? [] : [`${difference} ${named(index, cell)}`];
    });
    expect(wrong).toEqual([]);
  });
});

test('every reading agrees with libphonenumber-js, or differs in a way that is written down', () => {
  const found = new Set<Difference>();
  const wrong: string[] = [];
  for (const [index, cell] of cells.entries()) {
    if (cell.trim() === '') continue;
    const difference = differenceOf(cell, readPhoneCell(cell), parsedCells[index] ?? null);
    if (difference === 'unexplained') wrong.push(named(index, cell));
    else if (difference !== null) found.add(difference);
  }
  expect(wrong).toEqual([]);
  expect([...found].toSorted()).toEqual(Object.keys(DIFFERENCES).toSorted());
});

/** How a reading differs from the parser's; null where they agree. */
function differenceOf(
  cell: string,
  { points, residue }: PhoneReading,
  parsed: Parsed | null,
): Difference | 'unexplained' | null {
  const [point, second] = points;
  if (point === undefined || point.kind === 'unreadable' || second !== undefined) {
    // What is not one number here is never rung: the parser may make what it will of it.
    const mayBeRung = points.some((one) => one.kind === 'number' && one.numberStatus.kind === 'callable');
    if (mayBeRung) return points.every((one) => isWritten(one, cell)) ? 'not the whole cell' : 'unexplained';
    return parsed?.isValid === true ? 'left to a person' : null;
  }
  if (parsed?.number !== point.number) return whyOther(cell, point, residue, parsed);
  const isValid = parsed.isValid && parsed.country !== undefined;
  switch (point.numberStatus.kind) {
    case 'callable':
      if (isValid && parsed.country === 'GB') return null;
      return isDramaNumber(Number(point.number.slice(3))) ? 'kept for drama' : 'unexplained';
    case 'invalid':
      return parsed.isValid ? 'unexplained' : null;
    case 'not-callable':
      return isValid ? null : 'told by its range';
    case 'crown-dependency':
      return isValid && parsed.country !== 'GB' ? null : 'told by its range';
    case 'non-uk':
      return parsed.country === 'GB' ? 'unexplained' : null;
  }
}

/** Why the one number that was read is not the parser's. */
function whyOther(
  cell: string,
  point: NumberPoint,
  residue: string,
  parsed: Parsed | null,
): Difference | 'unexplained' {
  if (!isWritten(point, cell)) return 'unexplained';
  if (point.repairs.some((repair) => repair !== 'surrounding-text')) return 'repaired';
  if (parsed?.number === `+440${point.number.slice(3)}` && point.numberStatus.kind !== 'callable') {
    return 'trunk zero kept';
  }
  if (residue !== '') return 'not the whole cell';
  return parsed?.isValid === true ? 'unexplained' : 'cut by signs';
}

/** Whether the number's national digits stand in the cell, in their order, with nothing but signs between them. */
function isWritten(point: CellPoint, cell: string): boolean {
  if (point.kind === 'unreadable') return true;
  const national = point.number.replace(/^\+44/, '').replace('+', '');
  return inAscii(cell).replace(/\D/gu, '').includes(national);
}

/** The digits of the scripts that are drawn, worked out apart from the reader's own way. */
function inAscii(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x0966));
}

function named(index: number, cell: string): string {
  return `cell ${index} of seed ${SEED}: ${shapeOf(cell)}`;
}

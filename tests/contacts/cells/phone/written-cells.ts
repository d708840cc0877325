/**
 * Phone cells as people and programs write them, whole and broken, without end and the same for the same
 * seed. The digits are drawn, so that a cell may by chance be somebody's number: never print one.
 */

/** A number from 0 up to, not including, 1, at each call. */
export type Random = () => number;

/** The same row of numbers for the same seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` cells of every style. */
export function* writtenCells(seed: number, count: number): Generator<string> {
  const random = createRandom(seed);
  for (let index = 0; index < count; index += 1) yield writtenCell(random);
}

/** The cell with every digit made a `d`, so that a failing test may show how it was written. */
export function shapeOf(cell: string): string {
  return JSON.stringify(cell.replace(/\p{N}/gu, 'd'));
}

/** How often each style is drawn, for every hundred cells. */
const STYLES: readonly (readonly [share: number, style: (random: Random) => string])[] = [
  [40, plain],
  [12, grouped],
  [8, foreign],
  [8, dressed],
  [8, severalNumbers],
  [6, withWords],
  [4, repaired],
  [4, inOtherSigns],
  [8, broken],
  [2, noise],
];

function writtenCell(random: Random): string {
  let draw = random() * 100;
  for (const [share, style] of STYLES) {
    draw -= share;
    if (draw < 0) return style(random);
  }
  return plain(random);
}

/** Beginnings of national numbers: every kind of the plan, the numbers kept for drama, and ranges nobody has. */
const BEGINNINGS = (
  '7 7 71 74 75 77 78 79 7700900 7700900 7624 77003 1 1 11 12 14 16 161 191 1204 1534 1481 1624 1697 1632960 ' +
  '20 20 23 28 29 2079460 1144960 1154960 2896496 3 30 33 34 37 3069990 5 50 55 56 800 808 8081570 84 845 87 ' +
  '9 90 91 9098790 70 76 4 6'
).split(' ');

function plain(random: Random): string {
  const start = pick(random, ['0', '0', '0', '0', '+44', '+44 ']);
  const digits = national(random);
  const cut = pick(random, [0, 0, 2, 3, 4, 4]);
  const more = pick(random, [0, 0, 3, 4]);
  const written = [digits.slice(0, cut), digits.slice(cut, cut + more), digits.slice(cut + more)]
    .filter((group) => group !== '')
    .join(' ');
  return `${pick(random, ['', '', '', ' '])}${start}${written}${pick(random, ['', '', '', ' ', '  '])}`;
}

const SEPARATORS = [' ', '-', '.', '/', '', '  ', ' - ', '\u00a0', '\u2011', '_', ', '];

function grouped(random: Random): string {
  const separator = pick(random, SEPARATORS);
  const [first = '', ...others] = groupsOf(random, national(random));
  const area = pick(random, [
    `0${first}`,
    `(0${first})`,
    `+44 (0)${first}`,
    `+44(0) ${first}`,
    `0044 ${first}`,
  ]);
  const alike = pick(random, [
    area,
    area,
    `44 ${first}`,
    `+440${first}`,
    `00 44 ${first}`,
    `+0044${first}`,
    first,
  ]);
  return [alike, ...others].join(separator);
}

function foreign(random: Random): string {
  const country = pick(random, [
    '1',
    '1',
    '33',
    '353',
    '49',
    '61',
    '7',
    '39',
    '34',
    '20',
    '800',
    '91',
    '999',
  ]);
  const start = pick(random, ['+', '+', '00', '']);
  const separator = pick(random, [' ', '', '-']);
  return `${start}${country}${separator}${groupsOf(random, digitsOf(random, 7 + below(random, 5))).join(separator)}`;
}

function dressed(random: Random): string {
  const cell = pick(random, [plain, grouped])(random).trim();
  return pick(random, [
    `'${cell}`,
    `"${cell}"`,
    `="${cell}"`,
    `=${cell}`,
    `tel:${cell}`,
    `(${cell})`,
    `*${cell}*`,
    `${cell}.`,
    `${cell};`,
    `-${cell}`,
    `<${cell}>`,
    `wa.me/44${national(random)}`,
  ]);
}

function severalNumbers(random: Random): string {
  const separator = pick(random, [
    ' / ',
    '/',
    '//',
    ', ',
    ';',
    ' or ',
    ' and ',
    ' & ',
    '\n',
    '|',
    ' ::: ',
    ' ',
    '-',
    ' - ',
  ]);
  const cells = Array.from({ length: 2 + below(random, 2) }, () => plain(random).trim());
  return pick(random, [cells, cells, [...cells.slice(0, 1), digitsOf(random, 1 + below(random, 6))]]).join(
    separator,
  );
}

const WORDS = [
  'home',
  'Ada',
  'DO NOT CALL',
  'call after 3pm',
  '(work)',
  'x12',
  'ext 345',
  '#6',
  '2nd',
  'Flat 2',
  'M',
  'dead',
];

function withWords(random: Random): string {
  const cell = pick(random, [plain, grouped])(random).trim();
  const words = pick(random, WORDS);
  return pick(random, [
    `${cell} ${words}`,
    `${words} ${cell}`,
    `${cell}${words}`,
    `${words}: ${cell}`,
    `${cell} - ${words}`,
  ]);
}

function repaired(random: Random): string {
  const digits = national(random);
  const figure = pick(random, [digits, `44${digits}`]);
  return pick(random, [
    digits,
    `44${digits}`,
    `${figure}.0`,
    `${figure[0]}.${figure.slice(1)}E+${figure.length - 1}`,
    `${figure[0]}.${figure.slice(1, 6)}E+${figure.length - 1}`,
    `${figure[0]}.${figure.slice(1)}e${figure.length}`,
  ]);
}

function inOtherSigns(random: Random): string {
  const cell = pick(random, [plain, grouped])(random);
  const zero = pick(random, [0xff10, 0x0660, 0x06f0, 0x0966]);
  const hidden = pick(random, ['\u200b', '\u200e', '\u202a', '\ufeff', '\u00ad', '\u2060']);
  return pick(random, [
    cell.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit))),
    cell.replace(/ /g, '\u202f'),
    insert(random, cell, hidden),
    `${hidden}${cell}${hidden}`,
  ]);
}

function broken(random: Random): string {
  const cell = pick(random, [plain, plain, grouped, severalNumbers, withWords])(random);
  const at = below(random, cell.length);
  return pick(random, [
    cell.slice(0, at) + cell.slice(at + 1),
    cell.slice(0, at),
    cell.slice(at),
    insert(random, cell, digitsOf(random, 1)),
    insert(
      random,
      cell,
      pick(random, ['O', 'l', 'x', 'E', '+', '(', ')', '.', '/', '\u00b2', '\u3007', '?', '00']),
    ),
    cell + cell,
    cell.replaceAll('0', 'O'),
    cell.replaceAll('1', 'l'),
    `${pick(random, ['12/03/2026', '2026-03-12', '3:15', '7'])} ${cell}`,
    `${cell} ${pick(random, ['12/03/2026', '2026-03-12', '3:15', '7'])}`,
  ]);
}

const NOISE = [
  ...'0123456789',
  ...'0123456789',
  ...' .-/()+,;:',
  'E',
  'x',
  'ext',
  '@',
  '#',
  '44',
  '\u00a0',
  'a',
  '\n',
  '*',
];

function noise(random: Random): string {
  return Array.from({ length: 1 + below(random, 24) }, () => pick(random, NOISE)).join('');
}

function national(random: Random): string {
  const length = random() < 0.93 ? 10 : 9;
  const start = pick(random, BEGINNINGS);
  return start + digitsOf(random, length - start.length);
}

function groupsOf(random: Random, digits: string): readonly string[] {
  const groups: string[] = [];
  for (let from = 0; from < digits.length; ) {
    const length = 2 + below(random, 5);
    groups.push(digits.slice(from, from + length));
    from += length;
  }
  return groups;
}

function digitsOf(random: Random, count: number): string {
  return Array.from({ length: count }, () => String(below(random, 10))).join('');
}

function insert(random: Random, cell: string, sign: string): string {
  const at = below(random, cell.length + 1);
  return cell.slice(0, at) + sign + cell.slice(at);
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

function pick<T>(random: Random, from: readonly [T, ...T[]] | readonly T[]): T {
  const picked = from[below(random, from.length)];
  if (picked === undefined) throw new Error('there is nothing to pick from');
  return picked;
}

/**
 * Invented contact lists of any size: 8 columns, one telephone number a record, a quarter of the numbers
 * listed, the others from ranges in which numbers are listed. Seeded: the same seed gives the same file.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { pick, randomNumbers } from './random.js';

const COLUMNS = ['person_id', 'first_name', 'last_name', 'email', 'phone', 'address', 'town', 'postcode'];
const FLAGS = ['do_not_call', 'do_not_email'];
const FIRST_NAMES = ['Ann', 'Bilal', 'Carys', 'Dafydd', 'Edith', 'Farah', 'Gwen', 'Hamish', 'Isla', 'Jakub'];
const STREETS = [
  'High Street',
  'Mill Lane',
  'Station Road',
  'Church Row',
  'Long Acre',
  'The Green',
  'Kiln Way',
];
const TOWNS = ['Northfield', 'Eastmarsh', 'Westhaven', 'Southwell Cross', 'Middleton Vale', 'Upper Brook'];
const CHUNK = 1 << 20;

/** How people write a national number (digits after the leading 0). */
/** @type {((number: string) => string)[]} */
const PLAIN = [
  (number) => `0${number}`,
  (number) => `+44${number}`,
  (number) => `0${number.slice(0, 4)} ${number.slice(4)}`,
  (number) => `+44 ${number.slice(0, 4)} ${number.slice(4)}`,
  (number) => `0${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`,
];
/** @type {((number: string) => string)[]} */
const MESSY = [
  ...PLAIN,
  (number) => `(0${number.slice(0, 4)}) ${number.slice(4)}`,
  (number) => `0${number.slice(0, 4)}-${number.slice(4)}`,
  (number) => `+44 (0)${number.slice(0, 4)} ${number.slice(4)}`,
  (number) => `0044${number}`,
  (number) => `44${number}`,
  (number) => number,
  (number) => ` 0${number.slice(0, 4)}.${number.slice(4, 7)}.${number.slice(7)} `,
];

/**
 * Draws numbers for a list from these listed ones (rising).
 * @param {ArrayLike<number>} listed
 * @param {(below: number) => number} random
 */
function numberDrawer(listed, random) {
  return () => {
    const number = listed[Math.floor((random(1 << 30) / (1 << 30)) * listed.length)] ?? 0;
    return random(4) === 0 ? number : Math.floor(number / 10_000) * 10_000 + random(10_000);
  };
}

/**
 * Writes `rows` records. `isQuoted`: every cell in quotes. `isMessy`: numbers written in every way, and names
 * that are not all ASCII. `hasFlags`: two opt-out columns, one record in a hundred opted out.
 * @param {string} path
 * @param {number} rows
 * @param {ArrayLike<number>} listed
 * @param {{ seed: number, isQuoted?: boolean, isMessy?: boolean, hasFlags?: boolean }} options
 */
export function writeContactList(
  path,
  rows,
  listed,
  { seed, isQuoted = false, isMessy = false, hasFlags = false },
) {
  const random = randomNumbers(seed);
  const draw = numberDrawer(listed, random);
  const ways = isMessy ? MESSY : PLAIN;
  const file = openSync(path, 'w');
  /** @type {(text: string) => string} */
  const cell = isQuoted ? (text) => `"${text}"` : (text) => text;
  let text = `${[...COLUMNS, ...(hasFlags ? FLAGS : [])].map(cell).join(',')}\n`;
  for (let row = 0; row < rows; row += 1) {
    const number = String(draw());
    const first = pick(FIRST_NAMES, random(FIRST_NAMES.length));
    const last = isMessy && random(20) === 0 ? `Müller${random(900)}` : `Example${random(9000)}`;
    const cells = [
      `M${row}`,
      first,
      last,
      `${first.toLowerCase()}.${row}@example.com`,
      pick(ways, random(ways.length))(number),
      `${1 + random(200)} ${pick(STREETS, random(STREETS.length))}`,
      pick(TOWNS, random(TOWNS.length)),
      `ZZ${1 + random(99)} ${1 + random(9)}AA`,
    ];
    if (hasFlags) cells.push(random(100) === 0 ? 'yes' : 'no', random(100) === 0 ? '1' : '');
    text += `${cells.map(cell).join(',')}\n`;
    if (text.length > CHUNK) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}

/**
 * Writes a ledger of `entries` objections to live calls in the native form: five in ten by number, four by
 * address, one by person_id. One in twenty is about somebody of a list of `rows` records.
 * @param {string} path
 * @param {number} entries
 * @param {number} rows
 * @param {ArrayLike<number>} listed
 * @param {number} seed
 */
export function writeLedger(path, entries, rows, listed, seed) {
  const random = randomNumbers(seed);
  const draw = numberDrawer(listed, random);
  const file = openSync(path, 'w');
  let text = 'record,phone,email,person_id,id_system,channels,on\n';
  for (let entry = 0; entry < entries; entry += 1) {
    const isInList = random(20) === 0;
    const member = isInList ? random(rows) : rows + entry;
    const kind = random(10);
    const keys =
      kind < 5
        ? [`0${draw()}`, '', '', '']
        : kind < 9
          ? [
              '',
              `${pick(FIRST_NAMES, entry % FIRST_NAMES.length).toLowerCase()}.${member}@example.com`,
              '',
              '',
            ]
          : ['', '', `M${member}`, 'members'];
    text += `objection,${keys.join(',')},live-call,2026-${String(1 + random(9)).padStart(2, '0')}-14\n`;
    if (text.length > CHUNK) {
      writeSync(file, text);
      text = '';
    }
  }
  writeSync(file, text);
  closeSync(file);
}

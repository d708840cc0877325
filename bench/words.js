/**
 * How many refusals and deaths in people's own words are found, and how many harmless ones too: of fixtures/words, by
 * half. Rules and stems are written with the half `tuning` in view; the half `held-out` is only counted. Prints what
 * was missed with `--missed`, of the tuning half alone. Build first.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { readFlag } from '../dist/contacts/cells/flag-values.js';
import { findWords } from '../dist/contacts/vocabulary/find-words.js';
import { readHeader } from '../dist/contacts/vocabulary/read-header.js';

const REFUSING_KINDS = new Set(['refusal', 'listing', 'restriction']);

/** @type {readonly { file: string, text: string, means: string, isRight: (text: string, means: string) => boolean }[]} */
const measures = [
  { file: 'notes', text: 'phrase', means: 'means', isRight: isNoteRight },
  { file: 'headers', text: 'header', means: 'means', isRight: isHeaderRight },
  {
    file: 'flag-values',
    text: 'value',
    means: 'reads',
    isRight: (value, reads) => readFlag(value) === reads,
  },
];

for (const { file, text, means, isRight } of measures) {
  const csv = readFileSync(new URL(`../fixtures/words/${file}.csv`, import.meta.url));
  /** @type {Record<string, string>[]} */
  const rows = parse(csv, { columns: true });
  /** @type {Map<string, { right: number, rows: number, missed: string[] }>} */
  const tallies = new Map();
  for (const row of rows) {
    const name = `${file}, ${row.half}, ${row[means]}`;
    const tally = tallies.get(name) ?? { right: 0, rows: 0, missed: [] };
    tallies.set(name, tally);
    tally.rows += 1;
    const written = row[text] ?? '';
    if (isRight(written, row[means] ?? '')) tally.right += 1;
    else if (row.half === 'tuning') tally.missed.push(written);
  }
  for (const [name, { right, rows: count, missed }] of [...tallies].sort()) {
    console.log(`${name}: ${right} of ${count} right, ${((100 * right) / count).toFixed(1)} in 100`);
    if (process.argv.includes('--missed') && missed.length > 0) console.log(`  ${missed.join(' | ')}`);
  }
}

/** @param {string} phrase @param {string} means */
function isNoteRight(phrase, means) {
  const found = findWords(phrase);
  if (means === 'harmless') return found.length === 0;
  return means === 'death' ? found.some(({ kind }) => kind === 'death') : found.length > 0;
}

/** @param {string} header @param {string} means */
function isHeaderRight(header, means) {
  const { kind, sense } = readHeader(header);
  if (means === 'harmless') return kind === 'nothing';
  if (means === 'suspicious') return kind !== 'nothing';
  if (means === 'refusal') return REFUSING_KINDS.has(kind);
  return kind === means || (means === 'permission' && kind !== 'nothing' && sense === 'unclear');
}

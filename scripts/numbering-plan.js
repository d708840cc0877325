/**
 * Writes `src/contacts/cells/phone/numbering-plan.ts` from the metadata of libphonenumber-js: run it (about a
 * minute) after that package was updated, `npm run build` before and after. A test fails while the two differ.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/contacts/cells/phone/', import.meta.url).href;
/** @type {typeof import('../src/contacts/cells/phone/number-status.js')} */
const { askPlan } = await import(`${built}number-status.js`);
/** @type {typeof import('../src/contacts/cells/phone/numbering-plan.js')} */
const { LETTERS } = await import(`${built}numbering-plan.js`);
const path = fileURLToPath(new URL('../src/contacts/cells/phone/numbering-plan.ts', import.meta.url));
const letters = new Map(
  Object.entries(LETTERS).map(([letter, numberStatus]) => [JSON.stringify(numberStatus), letter]),
);

/**
 * `first digits` followed by the letter of its status, for every beginning where another status begins.
 * @param {number} length
 */
function runs(length) {
  const found = [];
  let before = null;
  for (let beginning = 100_000; beginning < 1_000_000; beginning += 1) {
    // Not zeros: the numbers kept for drama end so, and are told before the plan is asked.
    const letter = letters.get(JSON.stringify(askPlan(`${beginning}${'5'.repeat(length - 6)}`)));
    if (letter === undefined) throw new Error(`no letter for the numberStatus of ${beginning}`);
    if (letter !== before) found.push(`${beginning}${letter}`);
    before = letter;
  }
  return found.join(' ');
}

writeFileSync(
  path,
  `/**
 * What the numbering plan makes of a UK number, by the first six of its nine or ten digits. Written by
 * \`scripts/numbering-plan.js\` from the metadata of libphonenumber-js; not to be edited.
 */
import type { NumberStatus } from '../../../screening/contact.js';

/** The letters of the runs below. */
export const LETTERS: Readonly<Record<string, NumberStatus>> = ${JSON.stringify(LETTERS, null, 2)};

/** Where each run of beginnings of one status begins, the status behind it as a letter. */
export const RUNS: Readonly<Record<9 | 10, string>> = {
  9: '${runs(9)}',
  10: '${runs(10)}',
};
`,
);
execFileSync('npx', ['biome', 'check', '--write', path], { stdio: 'inherit' });

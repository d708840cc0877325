/** The invented world of the fixtures, set up as a user would. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const WORLD = fileURLToPath(new URL('../fixtures/world', import.meta.url));
/** The day of the story: on any other, the register copies of the fixtures would be too old, as they should. */
export const TODAY = '2026-11-22';

/**
 * The commands that fill a store, each by its arguments.
 * @param {string} world the way to the fixtures from where they are run
 */
export function setUpCommands(world) {
  return [
    ['init'],
    ...['tps', 'ctps'].map((register) => {
      const file = `${register}_ns.txt`;
      const path = join(world, file);
      return ['register', 'load', register, path, '--as-of', '2026-11-20', '--expect-count', distinct(file)];
    }),
    ['ledger', 'import', join(world, 'ledger.csv')],
  ];
}

/**
 * A fixture register is far smaller than a real one, which the guards refuse unless its exact count is named.
 * @param {string} file
 */
function distinct(file) {
  const lines = readFileSync(join(WORLD, file), 'latin1').split('\r\n');
  return String(new Set(lines.map((line) => line.replaceAll(' ', '')).filter((line) => line !== '')).size);
}

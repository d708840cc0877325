/** Promise 7: memory does not grow with the number of rows. Through the built program, whose heap is held small so that it shows. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Workdir, world } from './workdir.js';

const PRELOADED = join(import.meta.dirname, 'peak-memory.cjs');
const AT_ONCE = 10_000;

/** Every fiftieth record opts out, so that the list is read twice and what it says of its people is kept. */
function writeList(path: string, records: number): void {
  writeFileSync(path, 'person_id,name,email,phone,address,do_not_call\n');
  for (let from = 0; from < records; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, records - from) }, (_, index) => {
      const at = from + index;
      const isOptedOut = at % 50 === 0;
      const number = `07700 900${String(isOptedOut ? 700 + (at % 300) : at % 700).padStart(3, '0')}`;
      return `M${at},Person ${at},person.${at}@example.org,${number},${at % 97} Church Row Eastmarsh,${isOptedOut ? 'yes' : ''}\n`;
    });
    appendFileSync(path, rows.join(''));
  }
}

/** What a screening of so many records takes at its peak, in bytes. */
function peakOf(dir: Workdir, records: number, options: readonly string[]): number {
  writeList(join(dir.path, 'contacts.csv'), records);
  const out = `out-${records}`;
  const ran = dir.runWith(
    {
      environment: {
        NODE_OPTIONS: `--max-old-space-size=64 --max-semi-space-size=4 --require="${PRELOADED}"`,
      },
    },
    'screen',
    'contacts.csv',
    '--campaign',
    'campaign.yaml',
    '--out',
    out,
    ...options,
  );
  expect(ran.exitCode, ran.stderr).toBe(0);
  expect(JSON.parse(dir.text(`${out}/receipt.json`)).result.records).toBe(records);
  return Number(dir.text('peak.txt')) * 1024;
}

/** The bytes allowed a record are fewer than it takes to keep what was read of it. */
test.for<[way: string, few: number, many: number, bytesARecord: number, ...options: string[]]>([
  ['by class and by several threads', 250_000, 1_250_000, 50],
  ['one by one', 160_000, 320_000, 200, '--for-spreadsheets'],
])('records judged %s are not kept', { timeout: 180_000 }, ([, few, many, bytesARecord, ...options]) => {
  const dir = world({ contacts: 'phone\n', tps: ['07700900001'] });
  const grown = peakOf(dir, many, options) - peakOf(dir, few, options);
  expect(grown / (many - few)).toBeLessThan(bytesARecord);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../../src/store/open-store.js';
import { readCopies } from '../../../src/store/registers/register-copies.js';
import { campaignText, PROGRAM, TODAY, workdir } from '../../workdir.js';
import { mobile, officialText } from '../register-for-tests.js';

const CHILD = fileURLToPath(new URL('load-over-and-over.js', import.meta.url));
const ROWS = 30_000;

/** Half of the numbers each, and a quarter of them in both. */
const COPIES = [numbersWhere((index) => index % 2 === 0), numbersWhere((index) => index % 4 < 2)] as const;

const receiptSchema = z.object({
  store: z.object({ revision: z.number() }),
  registers: z.object({ tps: z.object({ revision: z.number(), sha256: z.string() }) }),
});

function numbersWhere(isListed: (index: number) => boolean): string[] {
  return Array.from({ length: 1000 }, (_, index) => index)
    .filter(isListed)
    .map(mobile);
}

test('a screening that runs while another process loads judges every row against one revision', async () => {
  if (!existsSync(PROGRAM)) throw new Error('the test runs the built program: run `npm run build` first');
  const dir = workdir();
  dir.write('campaign.yaml', campaignText());
  dir.write(
    'contacts.csv',
    `name,phone\r\n${Array.from({ length: ROWS }, (_, index) => `A${index},${mobile(index % 1000)}\r\n`).join('')}`,
  );
  for (const [index, numbers] of COPIES.entries()) dir.write(`tps-${index}.txt`, officialText(numbers));
  expect(dir.run('init').exitCode).toBe(0);
  const store = join(dir.path, 'ringfence.db');
  const first = dir.run(
    'register',
    'load',
    'tps',
    'tps-1.txt',
    '--as-of',
    '2010-01-01',
    '--expect-count',
    '500',
  );
  expect(first.stderr).toBe('');

  const work = {
    store,
    files: COPIES.map((_, index) => join(dir.path, `tps-${index}.txt`)),
    counts: COPIES.map(({ length }) => length),
  };
  const loader = spawn(process.execPath, [CHILD, JSON.stringify(work)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void loader.kill('SIGKILL'));
  const [began] = await Promise.race([once(loader.stdout, 'data'), once(loader, 'exit')]);
  expect(String(began)).toBe('loading\n');

  for (const run of ['one', 'two']) {
    const screening = spawn(
      process.execPath,
      [PROGRAM, 'screen', 'contacts.csv', '--campaign', 'campaign.yaml', '--out', run],
      { cwd: dir.path, env: { ...process.env, RINGFENCE_TODAY: TODAY }, stdio: 'ignore' },
    );
    const [exitCode] = await once(screening, 'exit');
    expect(exitCode).toBe(0);

    const after = openStore(store, 'read');
    const copies = readCopies(after, 'tps');
    after.close();
    const receipt = receiptSchema.parse(JSON.parse(dir.text(`${run}/receipt.json`)));
    const judgedBy = copies.findIndex(({ revision }) => revision === receipt.registers.tps.revision);
    expect(copies[judgedBy]?.sha256).toBe(receipt.registers.tps.sha256);
    expect(receipt.store.revision).toBe(receipt.registers.tps.revision);
    // Else no load came between, and nothing was proven.
    expect(copies.length - 1).toBeGreaterThan(judgedBy);

    const listed = new Set(COPIES[1 - (judgedBy % 2)]);
    const blocked = dir.rows(`${run}/blocked.csv`);
    const others = [...dir.rows(`${run}/allowed.csv`), ...dir.rows(`${run}/needs-review.csv`)];
    expect(blocked.length + others.length).toBe(ROWS);
    expect(blocked.filter(({ phone }) => !listed.has(phone ?? ''))).toEqual([]);
    expect(others.filter(({ phone }) => listed.has(phone ?? ''))).toEqual([]);
  }
}, 180_000);

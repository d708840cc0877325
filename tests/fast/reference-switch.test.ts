/** `RINGFENCE_REFERENCE=1` turns the fast path off in the field, and the same bytes come out. */
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readClock } from '../../src/clock.js';
import { SCREENING, withPlannedRun } from '../../src/commands/screening-run.js';
import { mobile } from '../registers/register-for-tests.js';
import { campaignText, TODAY, type Workdir, workdir } from '../workdir.js';

const FILES = ['allowed.csv', 'blocked.csv', 'needs-review.csv'];

function prepared(): Workdir {
  const dir = workdir();
  const rows = [0, 1, 2, 3].map((row) => `P${row},${mobile(row)},${row === 3 ? 'yes' : 'no'}\n`);
  dir.write('members.csv', `name,phone,do_not_call\n${rows.join('')}`);
  dir.write('campaign.yaml', campaignText());
  dir.run('init');
  return dir;
}

test('the reference path writes the same files', () => {
  const dir = prepared();
  const runs = ['', '1'].map((reference) => {
    const out = `out${reference}`;
    const environment = { RINGFENCE_REFERENCE: reference };
    const { exitCode } = dir.runWith(
      { environment },
      ...['screen', 'members.csv', '--campaign', 'campaign.yaml', '--out', out],
    );
    return { exitCode, files: FILES.map((name) => dir.text(`${out}/${name}`)) };
  });
  expect(runs[0]?.exitCode).toBe(0);
  expect(runs[1]).toEqual(runs[0]);
});

test.for([true, false])('a run is planned with the switch as it was set: %s', async (isReferenceOnly) => {
  const { path } = prepared();
  const context = {
    ...{ stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() },
    ...{ environment: {}, clock: readClock({ RINGFENCE_TODAY: TODAY }), isReferenceOnly, version: '0' },
    exitWith: () => undefined,
  };
  const typed = z.object(SCREENING).parse({ store: join(path, 'ringfence.db'), hasHeader: true });
  const given = { ...typed, campaign: join(path, 'campaign.yaml') };
  const planned = withPlannedRun(join(path, 'members.csv'), given, context, async ({ request }) => request);
  expect((await planned).isReferenceOnly).toBe(isReferenceOnly);
});

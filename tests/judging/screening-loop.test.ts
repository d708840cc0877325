/** The loop of a screening: how often it reads a list, and that both paths tell the same of it. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCampaignFile } from '../../src/campaign/read-campaign.js';
import { DEFAULT_READING_OPTIONS } from '../../src/contacts/reading-options.js';
import { screenFile } from '../../src/screen-file.js';
import { createStore } from '../../src/store/open-store.js';
import { day, mobile } from '../registers/register-for-tests.js';
import { campaignText, workdir } from '../workdir.js';

const SERVICE = { purpose: 'service', contains_promotion: 'false' };
const QUIET = [`Ann,${mobile(1)},no\n`, `Bo,${mobile(2)},no\n`, `Cy,${mobile(1)},no\n`];
const BINDING = [...QUIET, `Di,${mobile(1)},yes\n`];

/** `whileJudging`: added to the list once its second pass has begun. */
async function screen(
  rows: readonly string[],
  isReferenceOnly: boolean,
  {
    changes = SERVICE,
    whileJudging = '',
  }: { changes?: Readonly<Record<string, string>>; whileJudging?: string } = {},
) {
  const dir = workdir();
  dir.write('campaign.yaml', campaignText(changes));
  const path = join(dir.path, 'members.csv');
  writeFileSync(path, `name,phone,do_not_call\n${rows.join('')}`);
  const phases: string[] = [];
  const screening = await screenFile(
    {
      path,
      displayName: 'members.csv',
      reading: DEFAULT_READING_OPTIONS,
      campaign: await readCampaignFile(join(dir.path, 'campaign.yaml')),
      callDate: day('2026-11-22'),
      lastPlannedOn: null,
      isReplay: false,
      isReferenceOnly,
      threads: null,
    },
    createStore(join(dir.path, 'store.db')),
    null,
    (phase) => {
      if (phases.at(-1) === phase) return;
      phases.push(phase);
      if (phase === 'judging') appendFileSync(path, whileJudging);
    },
  );
  return { phases, screening };
}

describe('a list', () => {
  test.for<[name: string, rows: string[], isReferenceOnly: boolean, phases: string[]]>([
    ['is read once by the fast path where no record binds another', QUIET, false, ['surveying']],
    ['is read twice where one does', BINDING, false, ['surveying', 'judging']],
    ['is read twice by the reference path', QUIET, true, ['surveying', 'judging']],
  ])('%s', async ([, rows, isReferenceOnly, phases]) => {
    expect((await screen(rows, isReferenceOnly)).phases).toEqual(phases);
  });

  test.for([false, true])(
    'has its first row bound by its last one (reference path: %s)',
    async (isReferenceOnly) => {
      const { tallied } = (await screen(BINDING, isReferenceOnly, { changes: {} })).screening;
      expect(tallied.byReason.get('objection-number')).toBe(3);
      expect(tallied.records).toBe(4);
    },
  );

  test.for([false, true])(
    'that changes between its passes is refused (reference path: %s)',
    async (isReferenceOnly) => {
      await expect(screen(BINDING, isReferenceOnly, { whileJudging: 'Ed,,no\n' })).rejects.toThrow(
        '`members.csv` was changed while it was being read; nothing was written. Run it again',
      );
    },
  );
});

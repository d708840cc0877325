/** Publishing a finished run: its receipt, its entry in the log of runs and its folder, all or nothing. */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, UserError } from '../errors.js';
import type { Receipt } from '../outcomes/receipt.js';
import type { RunFolder } from '../outcomes/run-folder.js';
import { openStore } from '../store/open-store.js';
import { addRun } from '../store/runs.js';
import type { Context } from './context.js';
import type { PlannedRun } from './screening-run.js';

/** Writes the receipt, logs the run and renames the folder, all or nothing. Returns the folder's place. */
export function publish(
  folder: RunFolder,
  receipt: Receipt,
  revision: number,
  run: PlannedRun,
  context: Context,
): string {
  const text = `${JSON.stringify(receipt, null, 2)}\n`;
  writeDurably(join(folder.unfinished, 'receipt.json'), text);
  const store = openStore(run.storePath, 'write');
  try {
    return folder.publish((place, rename) => {
      store.connection
        .transaction(() => {
          addRun(store, context.clock, {
            revision,
            command: 'screen',
            list: receipt.input.name,
            listSha256: receipt.input.sha256,
            controller: run.campaign.controller,
            purpose: run.campaign.purpose,
            channel: run.campaign.channel,
            callDate: receipt.result.call_date,
            isReplay: run.isReplay,
            counts: {
              records: receipt.result.records,
              allowed: receipt.result.allowed.contact_points,
              blocked: receipt.result.blocked.contact_points,
              needsReview: receipt.result['needs-review'].contact_points,
            },
            folder: place,
            receiptSha256: createHash('sha256').update(text).digest('hex'),
          });
          rename();
        })
        .immediate();
    });
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('SQLITE_')) {
      throw new UserError(
        `cannot log the run in the store \`${run.storePath}\`: ${messageOf(thrown)}. Nothing was published; make the store writable and run it again`,
      );
    }
    throw thrown;
  } finally {
    store.close();
  }
}

/** Written to the disk itself before the folder is published. */
function writeDurably(path: string, text: string): void {
  const descriptor = openSync(path, 'wx', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** `ringfence screen`: the main job. */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { contactRoles } from '../contacts/columns/column-roles.js';
import { EXIT, messageOf, UserError } from '../errors.js';
import { makeReceipt, type Receipt } from '../outcomes/receipt.js';
import { type FinishedFiles, prepareRunFiles } from '../outcomes/run-files.js';
import { prepareRunFolder, type RunFolder } from '../outcomes/run-folder.js';
import { writingPreset } from '../outcomes/write-back.js';
import type { Channel } from '../screening/campaign.js';
import { unmatchedIds } from '../screening-result.js';
import { openStore } from '../store/open-store.js';
import { addRun } from '../store/runs.js';
import { openScratchIndex } from '../store/scratch-index.js';
import { type Context, sayJson, warn } from './context.js';
import {
  addCampaignOptions,
  addJsonOption,
  addReadingOptions,
  addStoreOption,
  failOnArgument,
} from './options.js';
import { saySummary } from './say-summary.js';
import {
  type FinishedRun,
  gatesThatSayNo,
  type PlannedRun,
  runScreening,
  screeningTyped,
  withPlannedRun,
} from './screening-run.js';

const typedOptions = screeningTyped.extend({
  out: z.string().optional(),
  failOn: z.array(z.enum(['blocked', 'needs-review', 'register-stale', 'expired'])),
  dialList: z.boolean().optional(),
  forSpreadsheets: z.boolean().optional(),
  writeBack: z.string().optional(),
});

export function addScreenCommand(program: Command, context: Context): void {
  const command = program
    .command('screen')
    .summary('screen a contact list and write three files with reasons')
    .description(
      'Screens every number or address of a contact list for the channel of the campaign (live calls, automated\n' +
        'calls, texts, emails, direct messages, faxes, letters) and writes allowed.csv, blocked.csv, needs-review.csv and\n' +
        'receipt.json into a folder of its own (screened/<list>-<day>/, readable by you only). Every row carries\n' +
        'its reasons. A run publishes its folder whole, or nothing.',
    )
    .argument('<contacts>', 'the list, a CSV file; `-` reads it from standard input')
    .requiredOption('--campaign <file>', 'the campaign file')
    .option('--out <dir>', 'the folder to write, new or empty')
    .option(
      '--fail-on <gates>',
      'exit 1 on any of blocked,needs-review,register-stale,expired',
      failOnArgument,
      [],
    );
  command
    .option('--dial-list', 'also write dial-list-until-DATE.csv: each allowed number once, with name and id')
    .option(
      '--for-spreadsheets',
      'write files that a spreadsheet opens unharmed: numbers as text, no formulas',
    )
    .option('--write-back <preset>', 'also write the opt-outs known now, in the form this system imports');
  addCampaignOptions(command);
  addReadingOptions(command);
  addStoreOption(command);
  addJsonOption(command);
  command
    .addHelpText(
      'after',
      '\nExit codes: 0 completed (blocked rows are normal), 1 a gate of --fail-on said no, 2 something you can\n' +
        'mend, 3 a bug. On 2 and 3 nothing is written.\n\nExample:\n' +
        '  ringfence screen members.csv --campaign campaign.yaml\n' +
        '  ringfence screen members.csv --campaign campaign.yaml --map phone="Contact No" --map ignore="Old ref"',
    )
    .action(async (contacts: string, options: unknown) => {
      await screen(contacts, typedOptions.parse(options), context);
    });
}

async function screen(
  contacts: string,
  typed: z.infer<typeof typedOptions>,
  context: Context,
): Promise<void> {
  const writeBack = typed.writeBack === undefined ? null : await writingPreset(typed.writeBack);
  await withPlannedRun(contacts, typed, context, async (run) => {
    const { request } = run;
    if (typed.dialList === true) requireDialling(request.isReplay, run.campaign.channel);
    const startedAt = performance.now();
    const inputName = contacts === '-' ? 'standard-input' : contacts;
    const folder = prepareRunFolder(typed.out ?? null, inputName, request.callDate);
    const before = openScratchIndex();
    try {
      const wanted = {
        dialList: typed.dialList === true,
        toCheck: !request.isReplay,
        forSpreadsheets: typed.forSpreadsheets === true,
        writeBack,
      };
      const files = prepareRunFiles(folder.unfinished, run.campaign, wanted, before);
      const finished = await runScreening(run, files, context);
      const written = files.finish(finished.screening.tallied.validUntil);
      const receipt = makeReceipt({
        ...finished,
        campaign: run.campaign,
        clock: context.clock,
        version: context.version,
        isReplay: run.isReplay,
        elapsed: Math.round(performance.now() - startedAt),
        storeName: basename(run.storePath),
        outputs: written.outputs,
        isForSpreadsheets: wanted.forSpreadsheets,
        savedMap: run.savedMap,
      });
      const place = publish(folder, receipt, finished.revision, run, context);
      report(place, finished, run, receipt, written, typed, context);
    } finally {
      before.close();
      folder.discard();
    }
  });
}

/** Numbers to dial come from a screening by telephone for a day to come: rows of a dial list say no REPLAY. */
function requireDialling(isReplay: boolean, channel: Channel): void {
  if (!contactRoles(channel).includes('phone')) {
    throw new UserError(
      `\`--dial-list\` lists telephone numbers, and \`${channel}\` reaches nobody by one; leave it out`,
    );
  }
  if (isReplay) {
    throw new UserError(
      '`--dial-list` is for a day to come: a day in the past is judged, and nobody rung for it',
    );
  }
}

/** Writes the receipt, logs the run and renames the folder, all or nothing. Returns the folder's place. */
function publish(
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

function report(
  place: string,
  finished: FinishedRun,
  run: PlannedRun,
  receipt: Receipt,
  files: FinishedFiles,
  typed: z.infer<typeof typedOptions>,
  context: Context,
): void {
  if (typed.json === true) {
    sayJson(context, {
      folder: place,
      revision: finished.revision,
      unmatched_ids: unmatchedIds(finished.screening),
      result: receipt.result,
    });
  } else {
    saySummary(run, finished, { ...files, folder: place }, context);
  }
  const saysNo = gatesThatSayNo(typed.failOn, finished.screening, context.clock.today);
  if (saysNo.length > 0) {
    warn(context, `the gate --fail-on ${saysNo.join(',')} says no`);
    context.exitWith(EXIT.gateSaidNo);
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

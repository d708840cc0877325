/** `ringfence screen`: the main job. */
import { basename } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { contactRoles } from '../contacts/columns/column-roles.js';
import { EXIT, UserError } from '../errors.js';
import { makeReceipt, type Receipt } from '../outcomes/receipt.js';
import { type FinishedFiles, prepareRunFiles } from '../outcomes/run-files.js';
import { prepareRunFolder } from '../outcomes/run-folder.js';
import { writingPreset } from '../outcomes/write-back.js';
import type { Channel } from '../screening/campaign.js';
import { unmatchedIds } from '../screening-result.js';
import { openScratchIndex } from '../store/scratch-index.js';
import { addCommand, argument, flag, type Given, option, TEXT } from './command-table.js';
import { type Context, sayJson, warn } from './context.js';
import { GATES_TYPED } from './options.js';
import { publish } from './publish-run.js';
import { saySummary } from './say-summary.js';
import {
  type FinishedRun,
  gatesThatSayNo,
  type PlannedRun,
  runScreening,
  SCREENING,
  withPlannedRun,
} from './screening-run.js';

const takes = {
  contacts: argument('<contacts>', 'the list, a CSV file; `-` reads it from standard input', z.string()),
  campaign: option('--campaign <file>', 'the campaign file', z.string()),
  out: option('--out <dir>', 'the folder to write, new or empty', TEXT),
  failOn: option(
    '--fail-on <gates>',
    'exit 1 on any of blocked,needs-review,register-stale,expired',
    GATES_TYPED.default([]),
  ),
  dialList: flag(
    '--dial-list',
    'also write dial-list-until-DATE.csv: each allowed number once, with name and id',
  ),
  forSpreadsheets: flag(
    '--for-spreadsheets',
    'write files that a spreadsheet opens unharmed: numbers as text, no formulas',
  ),
  writeBack: option(
    '--write-back <preset>',
    'also write the opt-outs known now, in the form this system imports',
    TEXT,
  ),
  ...SCREENING,
};

export function addScreenCommand(program: Command, context: Context): void {
  addCommand(program, {
    name: 'screen',
    summary: 'screen a contact list and write three files with reasons',
    description:
      'Screens every number or address of a contact list for the channel of the campaign (live calls, automated\n' +
      'calls, texts, emails, direct messages, faxes, letters) and writes allowed.csv, blocked.csv, needs-review.csv and\n' +
      'receipt.json into a folder of its own (screened/<list>-<day>/, readable by you only). Every row carries\n' +
      'its reasons. A run publishes its folder whole, or nothing.',
    takes,
    helpAfter:
      '\nExit codes: 0 completed (blocked rows are normal), 1 a gate of --fail-on said no, 2 something you can\n' +
      'put right, 3 a bug. On 2 and 3 nothing is written.\n\nExample:\n' +
      '  ringfence screen members.csv --campaign campaign.yaml\n' +
      '  ringfence screen members.csv --campaign campaign.yaml --map phone="Contact No" --map ignore="Old ref"',
    act: (given) => screen(given, context),
  });
}

async function screen(given: Given<typeof takes>, context: Context): Promise<void> {
  const { contacts } = given;
  const writeBack = given.writeBack === undefined ? null : await writingPreset(given.writeBack);
  await withPlannedRun(contacts, given, context, async (run) => {
    const { request } = run;
    if (given.dialList) requireDialling(request.isReplay, run.campaign.channel);
    const startedAt = performance.now();
    const inputName = contacts === '-' ? 'standard-input' : contacts;
    const folder = prepareRunFolder(given.out ?? null, inputName, request.callDate);
    const before = openScratchIndex();
    try {
      const wanted = {
        dialList: given.dialList,
        toCheck: !request.isReplay,
        forSpreadsheets: given.forSpreadsheets,
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
      report(place, finished, run, receipt, written, given, context);
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

function report(
  place: string,
  finished: FinishedRun,
  run: PlannedRun,
  receipt: Receipt,
  files: FinishedFiles,
  given: Given<typeof takes>,
  context: Context,
): void {
  if (given.json) {
    sayJson(context, {
      folder: place,
      revision: finished.revision,
      unmatched_ids: unmatchedIds(finished.screening),
      result: receipt.result,
    });
  } else {
    saySummary(run, finished, { ...files, folder: place }, context);
  }
  const saysNo = gatesThatSayNo(given.failOn, finished.screening, context.clock.today);
  if (saysNo.length > 0) {
    warn(context, `the gate --fail-on ${saysNo.join(',')} says no`);
    context.exitWith(EXIT.gateSaidNo);
  }
}

/** `ringfence check`: the same judgement as `screen` without files, or a receipt held against lists, for a gate. */
import type { Command } from 'commander';
import { z } from 'zod';
import { EXIT, UserError } from '../errors.js';
import { checkFile, type FileCheck } from '../outcomes/check-receipt.js';
import { readReceipt, resultOf } from '../outcomes/receipt.js';
import { describeFileCheck } from '../reports/lists/file-check.js';
import { unmatchedIds } from '../screening-result.js';
import { addCommand, argument, type Given, option, TEXT } from './command-table.js';
import { type Context, say, sayJson } from './context.js';
import { GATES_TYPED } from './options.js';
import { saySummary } from './say-summary.js';
import { gatesThatSayNo, runScreening, SCREENING, withPlannedRun } from './screening-run.js';

const takes = {
  files: argument(
    '<files...>',
    'one contact list with --campaign; any number of screened files with --receipt',
    z.array(z.string()),
  ),
  campaign: option('--campaign <file>', 'the campaign file', TEXT),
  receipt: option('--receipt <file>', 'the receipt.json of the screening', TEXT),
  failOn: option(
    '--fail-on <gates>',
    'with --campaign, what says no: of blocked,needs-review,register-stale,expired',
    GATES_TYPED.default(['blocked', 'needs-review']),
  ),
  ...SCREENING,
};

export function addCheckCommand(program: Command, context: Context): void {
  addCommand(program, {
    name: 'check',
    summary: 'the judgement as a gate: exit 1 where a list may not be used as it is',
    description:
      'With --campaign: judges a list as `screen` does, writes no files, and exits 1 unless every row is allowed.\n' +
      'With --receipt: needs no store; exits 1 when a file was not screened, was altered since, has expired, or\n' +
      'holds anything but allowed rows. Prints no personal data.',
    takes,
    helpAfter:
      '\nExit codes: 0 the gate is open, 1 it says no, 2 something you can put right, 3 a bug.\n\nExample:\n' +
      '  ringfence check members.csv --campaign campaign.yaml\n' +
      '  ringfence check export/allowed.csv --receipt export/receipt.json',
    act: (given) => check(given, context),
  });
}

async function check(given: Given<typeof takes>, context: Context): Promise<void> {
  const { files, campaign, receipt, json } = given;
  if (receipt !== undefined) {
    if (campaign !== undefined) {
      throw new UserError('give `check` either `--campaign` or `--receipt`, not both');
    }
    await checkAgainstReceipt(files, receipt, json, context);
    return;
  }
  const [contacts] = files;
  if (campaign === undefined || contacts === undefined || files.length > 1) {
    throw new UserError(
      'give `check` one list and `--campaign FILE`, or screened files and `--receipt FILE`',
    );
  }
  await judge(contacts, { ...given, campaign }, context);
}

async function judge(
  contacts: string,
  given: Given<typeof takes> & { readonly campaign: string },
  context: Context,
): Promise<void> {
  await withPlannedRun(contacts, given, context, async (run) => {
    const finished = await runScreening(run, null, context);
    const { screening, revision } = finished;
    const saysNo = gatesThatSayNo(given.failOn, screening, context.clock.today);
    if (given.json) {
      sayJson(context, {
        gate: saysNo.length === 0 ? 'open' : 'no',
        failed: saysNo,
        revision,
        unmatched_ids: unmatchedIds(screening),
        result: resultOf(screening, run.isReplay),
      });
    } else {
      saySummary(run, finished, null, context);
      say(context, saysNo.length === 0 ? '\nThe gate is open.' : `\nThe gate says no: ${saysNo.join(', ')}.`);
    }
    if (saysNo.length > 0) context.exitWith(EXIT.gateSaidNo);
  });
}

async function checkAgainstReceipt(
  files: readonly string[],
  receiptPath: string,
  asJson: boolean,
  context: Context,
): Promise<void> {
  const receipt = readReceipt(receiptPath);
  const checks: FileCheck[] = [];
  for (const file of files) checks.push(await checkFile(file, receipt, context.clock.today));
  if (asJson)
    sayJson(context, {
      gate: checks.every(({ problems }) => problems.length === 0) ? 'open' : 'no',
      files: checks,
    });
  else for (const check of checks) say(context, describeFileCheck(check, receipt));
  if (checks.some(({ problems }) => problems.length > 0)) context.exitWith(EXIT.gateSaidNo);
}

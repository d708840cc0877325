/** `ringfence check`: the same judgement as `screen` without files, or a receipt held against lists, for a gate. */
import type { Command } from 'commander';
import { z } from 'zod';
import { EXIT, UserError } from '../errors.js';
import { checkFile, type FileCheck } from '../outcomes/check-receipt.js';
import { readReceipt, resultOf } from '../outcomes/receipt.js';
import { describeFileCheck } from '../reports/lists/file-check.js';
import { unmatchedIds } from '../screening-result.js';
import { type Context, say, sayJson } from './context.js';
import {
  addCampaignOptions,
  addJsonOption,
  addReadingOptions,
  addStoreOption,
  failOnArgument,
} from './options.js';
import { saySummary } from './say-summary.js';
import { gatesThatSayNo, runScreening, screeningTyped, withPlannedRun } from './screening-run.js';

const failOn = z.array(z.enum(['blocked', 'needs-review', 'register-stale', 'expired']));
const typedOptions = screeningTyped.extend({
  campaign: z.string().optional(),
  receipt: z.string().optional(),
  failOn,
});
const judgedOptions = screeningTyped.extend({ failOn });

export function addCheckCommand(program: Command, context: Context): void {
  const command = program
    .command('check')
    .summary('the judgement as a gate: exit 1 where a list may not be used as it is')
    .description(
      'With --campaign: judges a list as `screen` does, writes no files, and exits 1 unless every row is allowed.\n' +
        'With --receipt: needs no store; exits 1 when a file was not screened, was altered since, has expired, or\n' +
        'holds anything but allowed rows. Prints no personal data.',
    )
    .argument('<files...>', 'one contact list with --campaign; any number of screened files with --receipt')
    .option('--campaign <file>', 'the campaign file')
    .option('--receipt <file>', 'the receipt.json of the screening')
    .option(
      '--fail-on <gates>',
      'with --campaign, what says no: of blocked,needs-review,register-stale,expired',
      failOnArgument,
      ['blocked', 'needs-review'],
    );
  addCampaignOptions(command);
  addReadingOptions(command);
  addStoreOption(command);
  addJsonOption(command);
  command
    .addHelpText(
      'after',
      '\nExit codes: 0 the gate is open, 1 it says no, 2 something you can mend, 3 a bug.\n\nExample:\n' +
        '  ringfence check members.csv --campaign campaign.yaml\n' +
        '  ringfence check export/allowed.csv --receipt export/receipt.json',
    )
    .action(async (files: string[], options: unknown) => {
      const typed = typedOptions.parse(options);
      if (typed.receipt !== undefined) {
        if (typed.campaign !== undefined) {
          throw new UserError('give `check` either `--campaign` or `--receipt`, not both');
        }
        await checkAgainstReceipt(files, typed.receipt, typed.json === true, context);
        return;
      }
      const [contacts] = files;
      if (typed.campaign === undefined || contacts === undefined || files.length > 1) {
        throw new UserError(
          'give `check` one list and `--campaign FILE`, or screened files and `--receipt FILE`',
        );
      }
      await judge(contacts, judgedOptions.parse(options), context);
    });
}

async function judge(
  contacts: string,
  typed: z.infer<typeof judgedOptions>,
  context: Context,
): Promise<void> {
  await withPlannedRun(contacts, typed, context, async (run) => {
    const finished = await runScreening(run, null, context);
    const { screening, revision } = finished;
    const saysNo = gatesThatSayNo(typed.failOn, screening, context.clock.today);
    if (typed.json === true) {
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

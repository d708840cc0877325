/** `ringfence inspect`: what a list is, and what it or the campaign leaves open, before anything is judged. */
import type { Command } from 'commander';
import { z } from 'zod';
import { resolveCallDate } from '../campaign/campaign-dates.js';
import { readCampaignFile } from '../campaign/read-campaign.js';
import { UserError } from '../errors.js';
import { type Inspection, inspectFile } from '../inspect-file.js';
import { campaignAsData, describeCampaign } from '../reports/lists/campaign-inspection.js';
import { describeInspection, inspectionAsData } from '../reports/lists/inspection.js';
import { createProgress } from '../reports/words/progress.js';
import { type Judgement, prepareJudgement } from '../screening/verdict/decide.js';
import { type Context, say, sayJson } from './context.js';
import { withList } from './list-reading.js';
import {
  addCampaignOptions,
  addJsonOption,
  addReadingOptions,
  campaignOptionsTyped,
  onChannel,
  readingOptionsTyped,
} from './options.js';

const typedOptions = readingOptionsTyped.extend({
  ...campaignOptionsTyped.shape,
  campaign: z.string().optional(),
  json: z.boolean().optional(),
});

export function addInspectCommand(program: Command, context: Context): void {
  const command = program
    .command('inspect')
    .summary('what a list is and what it leaves open; judges no row')
    .description(
      'Shows what a contact list is before anything is judged: encoding, delimiter, columns and how each is\n' +
        'understood, every value of every opt-out column and how it is read, numbers, damage with line numbers, and\n' +
        'the exact options to type for what is open. With --campaign also (or only) the gates and open questions of\n' +
        'the campaign file. Needs no store and prints no contact data.',
    )
    .argument(
      '[contacts]',
      'the list; `-` reads it from standard input; left out, only the campaign is shown',
    )
    .option('--campaign <file>', 'the campaign file');
  addCampaignOptions(command);
  addReadingOptions(command);
  addJsonOption(command);
  command
    .addHelpText(
      'after',
      '\nExit codes: 0 completed, whatever is open; 2 something you can mend; 3 a bug.\n\nExample:\n' +
        '  ringfence inspect members.csv\n' +
        '  ringfence inspect members.csv --map do_not_call="DNC 2024" --save-map\n' +
        '  ringfence inspect --campaign campaign.yaml',
    )
    .action(async (contacts: string | undefined, options: unknown) => {
      await inspect(contacts, typedOptions.parse(options), context);
    });
}

async function inspect(
  contacts: string | undefined,
  typed: z.infer<typeof typedOptions>,
  context: Context,
): Promise<void> {
  if (contacts === undefined && typed.campaign === undefined) {
    throw new UserError('give `inspect` a list, or `--campaign FILE`, or both');
  }
  const judgement = typed.campaign === undefined ? null : await judgementOf(typed.campaign, typed, context);
  const inspection = contacts === undefined ? null : await inspectList(contacts, typed, judgement, context);
  if (typed.json === true) {
    sayJson(context, {
      ...(inspection === null ? {} : { list: inspectionAsData(inspection) }),
      ...(judgement === null ? {} : { campaign: campaignAsData(judgement) }),
    });
    return;
  }
  const paragraphs = [
    ...(inspection === null ? [] : describeInspection(inspection)),
    ...(judgement === null ? [] : describeCampaign(judgement)),
  ];
  say(context, paragraphs.join('\n\n'));
}

async function judgementOf(
  path: string,
  typed: z.infer<typeof typedOptions>,
  { clock }: Context,
): Promise<Judgement> {
  const campaign = onChannel(await readCampaignFile(path), typed.channel);
  const { callDate, lastPlannedDay } = resolveCallDate(campaign, clock.today, typed.on ?? null);
  return prepareJudgement(campaign, callDate, lastPlannedDay);
}

async function inspectList(
  contacts: string,
  typed: z.infer<typeof typedOptions>,
  judgement: Judgement | null,
  context: Context,
): Promise<Inspection> {
  const startedAt = performance.now();
  const progress = createProgress(context.stderr, () => performance.now() - startedAt);
  try {
    return await withList(contacts, typed, context, ({ path, displayName, reading }) =>
      inspectFile(
        {
          path,
          displayName,
          reading,
          channel: judgement?.facts.campaign.channel ?? typed.channel ?? null,
          today: context.clock.today,
        },
        (bytes, bytesInAll, records) => progress.update('surveying', bytes, bytesInAll, records),
      ),
    );
  } finally {
    progress.clear();
  }
}

/** `ringfence inspect`: what a list is, and what it or the campaign leaves open, before anything is judged. */
import type { Command } from 'commander';
import { resolveCallDate } from '../campaign/campaign-dates.js';
import { readCampaignFile } from '../campaign/read-campaign.js';
import { UserError } from '../errors.js';
import { type Inspection, inspectFile } from '../inspect-file.js';
import { campaignAsData, describeCampaign } from '../reports/lists/campaign-inspection.js';
import { describeInspection, inspectionAsData } from '../reports/lists/inspection.js';
import { createProgress } from '../reports/words/progress.js';
import { type Judgement, prepareJudgement } from '../screening/verdict/decide.js';
import { addCommand, argument, type Given, option, TEXT } from './command-table.js';
import { type Context, say, sayJson } from './context.js';
import { withList } from './list-reading.js';
import { CAMPAIGN, JSON_RESULT, onChannel, READING } from './options.js';

const takes = {
  contacts: argument(
    '[contacts]',
    'the list; `-` reads it from standard input; left out, only the campaign is shown',
    TEXT,
  ),
  campaign: option('--campaign <file>', 'the campaign file', TEXT),
  ...CAMPAIGN,
  ...READING,
  json: JSON_RESULT,
};

export function addInspectCommand(program: Command, context: Context): void {
  addCommand(program, {
    name: 'inspect',
    summary: 'what a list is and what it leaves open; judges no row',
    description:
      'Shows what a contact list is before anything is judged: encoding, delimiter, columns and how each is\n' +
      'understood, every value of every opt-out column and how it is read, numbers, damage with line numbers, and\n' +
      'the exact options to type for what is open. With --campaign also (or only) the gates and open questions of\n' +
      'the campaign file. Needs no store and prints no contact data.',
    takes,
    helpAfter:
      '\nExit codes: 0 completed, whatever is open; 2 something you can put right; 3 a bug.\n\nExample:\n' +
      '  ringfence inspect members.csv\n' +
      '  ringfence inspect members.csv --map do_not_call="DNC 2024" --save-map\n' +
      '  ringfence inspect --campaign campaign.yaml',
    act: (given) => inspect(given, context),
  });
}

async function inspect(given: Given<typeof takes>, context: Context): Promise<void> {
  const { contacts } = given;
  if (contacts === undefined && given.campaign === undefined) {
    throw new UserError('give `inspect` a list, or `--campaign FILE`, or both');
  }
  const judgement = given.campaign === undefined ? null : await judgementOf(given.campaign, given, context);
  const inspection = contacts === undefined ? null : await inspectList(contacts, given, judgement, context);
  if (given.json) {
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

async function judgementOf(path: string, given: Given<typeof takes>, { clock }: Context): Promise<Judgement> {
  const campaign = onChannel(await readCampaignFile(path), given.channel);
  const { callDate, lastPlannedDay } = resolveCallDate(campaign, clock.today, given.on ?? null);
  return prepareJudgement(campaign, callDate, lastPlannedDay);
}

async function inspectList(
  contacts: string,
  given: Given<typeof takes>,
  judgement: Judgement | null,
  context: Context,
): Promise<Inspection> {
  const startedAt = performance.now();
  const progress = createProgress(context.stderr, () => performance.now() - startedAt);
  try {
    return await withList(contacts, given, context, ({ path, displayName, reading }) =>
      inspectFile(
        {
          path,
          displayName,
          reading,
          channel: judgement?.facts.campaign.channel ?? given.channel ?? null,
          today: context.clock.today,
        },
        (bytes, bytesInAll, records) => progress.update('surveying', bytes, bytesInAll, records),
      ),
    );
  } finally {
    progress.clear();
  }
}

/** `ringfence explain`: one contact, why it is judged as it is, and what would change that. */
import { basename } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { resolveCallDate } from '../campaign/campaign-dates.js';
import { campaignOfReceipt, readCampaignFile } from '../campaign/read-campaign.js';
import { UserError } from '../errors.js';
import { explainContact } from '../explain-contact.js';
import { type Receipt, readReceipt } from '../outcomes/receipt.js';
import { describeExplanation, type ReceiptSeen } from '../reports/explain/explain.js';
import { explanationAsData } from '../reports/explain/explain-data.js';
import type { Campaign } from '../screening/campaign.js';
import type { IsoDate } from '../screening/dates.js';
import { openStore, withSnapshot } from '../store/open-store.js';
import { currentRevision } from '../store/revisions.js';
import { type Context, say, sayJson } from './context.js';
import {
  addCampaignOptions,
  addJsonOption,
  addStoreOption,
  campaignOptionsTyped,
  onChannel,
  storePath,
} from './options.js';
import { typedContact } from './typed-contacts.js';

const typedOptions = z.object({
  ...campaignOptionsTyped.shape,
  campaign: z.string().optional(),
  receipt: z.string().optional(),
  store: z.string().optional(),
  json: z.boolean().optional(),
});

export function addExplainCommand(program: Command, context: Context): void {
  const command = program
    .command('explain')
    .summary('one number or address: the verdict, why, and what would change it')
    .description(
      'Judges one number or email address against the store, without a list, and says which gates and bars stood,\n' +
        'what lifted them or did not, the law, the evidence with its age, and the one fact that would change the\n' +
        'outcome. With --receipt: for the campaign and the day of that run. `-` reads the contact from standard\n' +
        'input, so that it does not stand in the history of the shell. It prints no more than two digits of it.\n' +
        'A letter (post) or a direct message (social-dm) cannot be explained: neither goes to a number or an email\n' +
        'address. Screen the list for these, and read `screening_reasons`.',
    )
    .argument('<contact>', 'a number, an email address, or `-` to read it from standard input')
    .option('--campaign <file>', 'the campaign file')
    .option('--receipt <file>', 'the receipt.json of a screening: its campaign, channel and day');
  addCampaignOptions(command);
  addStoreOption(command);
  addJsonOption(command);
  command
    .addHelpText(
      'after',
      '\nExit codes: 0 explained, whatever the verdict; 2 something you can mend, 3 a bug.\n\nExample:\n' +
        '  ringfence explain "07700 900123" --campaign campaign.yaml\n' +
        '  ringfence explain - --receipt screened/members-2026-11-22/receipt.json',
    )
    .action(async (contact: string, options: unknown) => {
      const typed = typedOptions.parse(options);
      const asked = await planOf(typed, context.clock.today);
      const text = await typedContact(contact, context);
      const path = storePath(typed.store, context);
      const store = openStore(path, 'read');
      try {
        const report = await withSnapshot(store, async () => ({
          explained: explainContact(store, { contact: text, ...asked }),
          lastPlannedOn: asked.lastPlannedOn,
          storeName: basename(path),
          revision: currentRevision(store),
          isReplay: asked.isReplay,
          clockSetTo: context.clock.isSet ? context.clock.today : null,
          receipt: asked.receipt,
        }));
        if (typed.json === true) sayJson(context, explanationAsData(report));
        else say(context, describeExplanation(report));
      } finally {
        store.close();
      }
    });
}

interface Plan {
  readonly campaign: Campaign;
  readonly callDate: IsoDate;
  readonly lastPlannedOn: IsoDate | null;
  readonly isReplay: boolean;
  readonly receipt: ReceiptSeen | null;
}

async function planOf(typed: z.infer<typeof typedOptions>, today: IsoDate): Promise<Plan> {
  if ((typed.campaign === undefined) === (typed.receipt === undefined)) {
    throw new UserError('give `explain` either `--campaign FILE` or `--receipt FILE`');
  }
  if (typed.receipt !== undefined) {
    if (typed.channel !== undefined || typed.on !== undefined) {
      throw new UserError(
        'a receipt says its own channel and day; with `--channel` or `--on` name the `--campaign`',
      );
    }
    return planOfReceipt(readReceipt(typed.receipt), typed.receipt, today);
  }
  const campaign = onChannel(await readCampaignFile(typed.campaign ?? ''), typed.channel);
  return { ...datesOf(campaign, today, typed.on ?? null), campaign, receipt: null };
}

function planOfReceipt(receipt: Receipt, path: string, today: IsoDate): Plan {
  const campaign = campaignOfReceipt(receipt.campaign, path);
  return {
    ...datesOf(campaign, today, receipt.result.call_date),
    campaign,
    receipt: { name: basename(path), revision: receipt.store.revision },
  };
}

function datesOf(
  campaign: Campaign,
  today: IsoDate,
  on: IsoDate | null,
): Pick<Plan, 'callDate' | 'lastPlannedOn' | 'isReplay'> {
  const { callDate, isReplay, lastPlannedDay } = resolveCallDate(campaign, today, on);
  return { callDate, isReplay, lastPlannedOn: lastPlannedDay };
}

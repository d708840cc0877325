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
import { withSnapshot } from '../store/open-store.js';
import { currentRevision } from '../store/revisions.js';
import { addCommand, argument, type Given, option, TEXT } from './command-table.js';
import { type Context, say, sayJson } from './context.js';
import { CAMPAIGN, JSON_RESULT, onChannel, STORE, storePath, withStore } from './options.js';
import { typedContact } from './typed-contacts.js';

const takes = {
  contact: argument(
    '<contact>',
    'a number, an email address, or `-` to read it from standard input',
    z.string(),
  ),
  campaign: option('--campaign <file>', 'the campaign file', TEXT),
  receipt: option('--receipt <file>', 'the receipt.json of a screening: its campaign, channel and day', TEXT),
  ...CAMPAIGN,
  store: STORE,
  json: JSON_RESULT,
};

export function addExplainCommand(program: Command, context: Context): void {
  addCommand(program, {
    name: 'explain',
    summary: 'one number or address: the verdict, why, and what would change it',
    description:
      'Judges one number or email address against the store, without a list, and says which gates and bars stood,\n' +
      'what lifted them or did not, the law, the evidence with its age, and the one fact that would change the\n' +
      'outcome. With --receipt: for the campaign and the day of that run. `-` reads the contact from standard\n' +
      'input, so that it does not stand in the history of the shell. It prints no more than two digits of it.\n' +
      'A letter (post) or a direct message (social-dm) cannot be explained: neither goes to a number or an email\n' +
      'address. Screen the list for these, and read `screening_reasons`.',
    takes,
    helpAfter:
      '\nExit codes: 0 explained, whatever the verdict; 2 something you can put right, 3 a bug.\n\nExample:\n' +
      '  ringfence explain "07700 900123" --campaign campaign.yaml\n' +
      '  ringfence explain - --receipt screened/members-2026-11-22/receipt.json',
    act: (given) => explain(given, context),
  });
}

async function explain(given: Given<typeof takes>, context: Context): Promise<void> {
  const asked = await planOf(given, context.clock.today);
  const contact = await typedContact(given.contact, context);
  const path = storePath(given.store, context);
  await withStore(path, 'read', async (store) => {
    const report = await withSnapshot(store, async () => ({
      explained: explainContact(store, { contact, ...asked }),
      lastPlannedOn: asked.lastPlannedOn,
      storeName: basename(path),
      revision: currentRevision(store),
      isReplay: asked.isReplay,
      clockSetTo: context.clock.isSet ? context.clock.today : null,
      receipt: asked.receipt,
    }));
    if (given.json) sayJson(context, explanationAsData(report));
    else say(context, describeExplanation(report));
  });
}

interface Plan {
  readonly campaign: Campaign;
  readonly callDate: IsoDate;
  readonly lastPlannedOn: IsoDate | null;
  readonly isReplay: boolean;
  readonly receipt: ReceiptSeen | null;
}

async function planOf(given: Given<typeof takes>, today: IsoDate): Promise<Plan> {
  if ((given.campaign === undefined) === (given.receipt === undefined)) {
    throw new UserError('give `explain` either `--campaign FILE` or `--receipt FILE`');
  }
  if (given.receipt !== undefined) {
    if (given.channel !== undefined || given.on !== undefined) {
      throw new UserError(
        'a receipt says its own channel and day; with `--channel` or `--on` name the `--campaign`',
      );
    }
    return planOfReceipt(readReceipt(given.receipt), given.receipt, today);
  }
  const campaign = onChannel(await readCampaignFile(given.campaign ?? ''), given.channel);
  return { ...datesOf(campaign, today, given.on ?? null), campaign, receipt: null };
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

/** `ringfence objection`: "don't ring again". */
import type { Command } from 'commander';
import { z } from 'zod';
import { readCampaignFile } from '../campaign/read-campaign.js';
import { UserError } from '../errors.js';
import { type ObjectionResult, recordObjections } from '../ledger/person/record-objection.js';
import { CHANNELS } from '../screening/campaign.js';
import { addCommand, argument, option, repeated, TEXTS } from './command-table.js';
import { type Context, say, sayJson, warn } from './context.js';
import { JSON_RESULT, STORE, storePath, withStore } from './options.js';
import { typedContacts } from './typed-contacts.js';

const OBJECTION_CHANNELS = [...CHANNELS, 'voicemail'] as const;

export function addObjectionCommand(program: Command, context: Context): void {
  addCommand(program, {
    name: 'objection',
    summary: 'record that somebody said "don\'t ring again"',
    description:
      "Records an objection of today to the campaign's controller, for the line and the person behind it, on all\n" +
      'channels unless told otherwise. It binds from the next screening on. `-` reads one number or address a\n' +
      'line from standard input, so that none stands in the history of the shell.',
    takes: {
      contacts: argument('<contacts...>', 'numbers and email addresses, or `-`', z.array(z.string())),
      campaign: option(
        '--campaign <file>',
        'the campaign file: its controller is the body that was told',
        z.string(),
      ),
      channels: repeated(
        '--channel <channel>',
        'only this channel; repeat it for more',
        TEXTS.transform((words) => words.map(channelNamed)),
      ),
      store: STORE,
      json: JSON_RESULT,
    },
    helpAfter: '\nExample:\n  ringfence objection "07700 900123" --campaign campaign.yaml',
    act: async ({ contacts, campaign, channels, store, json }) => {
      const { controller } = await readCampaignFile(campaign);
      await withStore(storePath(store, context), 'write', async (open) => {
        const result = recordObjections(open, context.clock, {
          contacts: await typedContacts(contacts, context),
          controller,
          channels: channels.length === 0 ? 'all' : channels,
        });
        if (json) sayJson(context, result);
        else sayRecorded(result, controller, channels, context);
      });
    },
  });
}

function channelNamed(word: string): (typeof OBJECTION_CHANNELS)[number] {
  const channel = OBJECTION_CHANNELS.find((known) => known === word);
  if (channel === undefined) {
    throw new UserError(`\`--channel\` takes one of ${OBJECTION_CHANNELS.join(', ')}`);
  }
  return channel;
}

function sayRecorded(
  result: ObjectionResult,
  controller: string,
  channels: readonly string[],
  context: Context,
): void {
  const reach = channels.length === 0 ? 'all channels' : channels.join(', ');
  say(
    context,
    `${result.recorded} recorded, ${result.alreadyKnown} known already: objections to ${controller} on ${reach}.`,
  );
  for (const place of result.invalidNumbers) {
    warn(context, `the ${ordinal(place)} number is not in the UK numbering plan; check it`);
  }
  say(context, 'They bind from the next screening on: screen again before anybody rings from an older list.');
}

function ordinal(place: number): string {
  const ending =
    place % 100 >= 11 && place % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${ending}`;
}

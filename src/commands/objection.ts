/** `ringfence objection`: "don't ring again". */
import type { Command } from 'commander';
import { z } from 'zod';
import { readCampaignFile } from '../campaign/read-campaign.js';
import { UserError } from '../errors.js';
import { recordObjections } from '../ledger/person/record-objection.js';
import { CHANNELS } from '../screening/campaign.js';
import { openStore } from '../store/open-store.js';
import { type Context, say, sayJson, warn } from './context.js';
import { addJsonOption, addStoreOption, storePath } from './options.js';
import { typedContacts } from './typed-contacts.js';

const OBJECTION_CHANNELS = [...CHANNELS, 'voicemail'] as const;

const typedOptions = z.object({
  campaign: z.string(),
  channel: z.array(z.enum(OBJECTION_CHANNELS)),
  store: z.string().optional(),
  json: z.boolean().optional(),
});

export function addObjectionCommand(program: Command, context: Context): void {
  const command = program
    .command('objection')
    .summary('record that somebody said "don\'t ring again"')
    .description(
      "Records an objection of today to the campaign's controller, for the line and the person behind it, on all\n" +
        'channels unless told otherwise. It binds from the next screening on. `-` reads one number or address a\n' +
        'line from standard input, so that none stands in the history of the shell.',
    )
    .argument('<contacts...>', 'numbers and email addresses, or `-`')
    .requiredOption('--campaign <file>', 'the campaign file: its controller is the body that was told')
    .option(
      '--channel <channel>',
      'only this channel; repeat it for more',
      (value, earlier: string[]) => [...earlier, value],
      [],
    );
  addStoreOption(command);
  addJsonOption(command);
  command
    .addHelpText('after', '\nExample:\n  ringfence objection "07700 900123" --campaign campaign.yaml')
    .action(async (contacts: string[], options: unknown) => {
      const parsed = typedOptions.safeParse(options);
      if (!parsed.success) throw new UserError(`\`--channel\` takes one of ${OBJECTION_CHANNELS.join(', ')}`);
      const typed = parsed.data;
      const { controller } = await readCampaignFile(typed.campaign);
      const store = openStore(storePath(typed.store, context), 'write');
      try {
        const result = recordObjections(store, context.clock, {
          contacts: await typedContacts(contacts, context),
          controller,
          channels: typed.channel.length === 0 ? 'all' : typed.channel,
        });
        if (typed.json === true) sayJson(context, result);
        else {
          const channels = typed.channel.length === 0 ? 'all channels' : typed.channel.join(', ');
          say(
            context,
            `${result.recorded} recorded, ${result.alreadyKnown} known already: objections to ${controller} on ${channels}.`,
          );
          for (const place of result.invalidNumbers) {
            warn(
              context,
              `the ${ordinal(place)} number can be read but stands in no numbering plan: look whether it was mistyped`,
            );
          }
          say(
            context,
            'They bind from the next screening on: screen again before anybody rings from an older list.',
          );
        }
      } finally {
        store.close();
      }
    });
}

function ordinal(place: number): string {
  const ending =
    place % 100 >= 11 && place % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${place}${ending}`;
}

/** `ringfence ledger import`. */
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { importLedger } from '../ledger/import-ledger.js';
import { describeImport } from '../reports/ledger-import.js';
import { openStore } from '../store/open-store.js';
import { type Context, say, sayJson } from './context.js';
import { addJsonOption, addStoreOption, storePath } from './options.js';

const typedOptions = z.object({
  as: z.literal('objection').optional(),
  keepGood: z.boolean().optional(),
  store: z.string().optional(),
  json: z.boolean().optional(),
});

export function addLedgerCommands(program: Command, context: Context): void {
  const ledger = program.command('ledger').summary('consents and objections');
  const command = ledger
    .command('import')
    .summary('take in consents, withdrawals, objections and wrong numbers')
    .description(
      'Takes in a ledger in the native CSV form, or with --as objection a plain list of numbers and addresses.\n' +
        'A line that cannot be read stops the import before anything changes. The same file twice changes nothing.\n' +
        'Prints every controller that the file names: consent belongs to one organisation only.',
    )
    .argument('<file>', 'the ledger, a CSV file')
    .addOption(
      new Option(
        '--as <record>',
        'read a plain list, one number or address a line, as objections to every caller',
      ).choices(['objection']),
    )
    .option('--keep-good', 'pass over consents that cannot be read; never over an objection or a withdrawal');
  addStoreOption(command);
  addJsonOption(command);
  command
    .addHelpText(
      'after',
      '\nExample:\n  ringfence ledger import consents.csv\n  ringfence ledger import do-not-call.txt --as objection',
    )
    .action(async (file: string, options: unknown) => {
      const typed = typedOptions.parse(options);
      const store = openStore(storePath(typed.store, context), 'write');
      try {
        const result = await importLedger(store, context.clock, {
          path: file,
          asObjection: typed.as === 'objection',
          keepGood: typed.keepGood === true,
        });
        if (typed.json === true) sayJson(context, result);
        else say(context, describeImport(result));
      } finally {
        store.close();
      }
    });
}

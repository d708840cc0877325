/** `ringfence ledger import` and `ringfence ledger retract`. */
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { UserError } from '../errors.js';
import { importLedger } from '../ledger/import-ledger.js';
import { retractImport } from '../ledger/retract-import.js';
import { describeRetraction, warnOfFreed } from '../reports/ledger-change.js';
import { describeImport } from '../reports/ledger-import.js';
import { openStore } from '../store/open-store.js';
import { type Context, say, sayJson, warn } from './context.js';
import { addEraseCommand, addShowCommand } from './ledger-person.js';
import { addJsonOption, addStoreOption, storePath } from './options.js';

const typedOptions = z.object({
  as: z.literal('objection').optional(),
  keepGood: z.boolean().optional(),
  store: z.string().optional(),
  json: z.boolean().optional(),
});

export function addLedgerCommands(program: Command, context: Context): void {
  const ledger = program.command('ledger').summary('consents and objections');
  addImport(ledger, context);
  addRetract(ledger, context);
  addShowCommand(ledger, context);
  addEraseCommand(ledger, context);
}

function addImport(ledger: Command, context: Context): void {
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

const retractTyped = z.object({ store: z.string().optional(), json: z.boolean().optional() });

function addRetract(ledger: Command, context: Context): void {
  const command = ledger
    .command('retract')
    .summary('undo one import')
    .description(
      'Ends every entry that the import of this revision brought, but for those that another import brought too.\n' +
        'It is a revision of its own, and the ended entries stay on record, so that a past day can still be\n' +
        'looked at. Importing the file again undoes it.',
    )
    .argument('<revision>', 'the number that the import printed; `ledger show` tells it of an entry');
  addStoreOption(command);
  addJsonOption(command);
  command
    .addHelpText('after', '\nExample:\n  ringfence ledger retract 7')
    .action((revision: string, options: unknown) => {
      const typed = retractTyped.parse(options);
      if (!/^[1-9]\d{0,14}$/u.test(revision)) {
        throw new UserError('a revision is a number, such as `ringfence ledger retract 7`');
      }
      const store = openStore(storePath(typed.store, context), 'write');
      try {
        const result = retractImport(store, context.clock, Number(revision));
        if (typed.json === true) sayJson(context, result);
        else say(context, describeRetraction(result));
        const warning = warnOfFreed(result);
        if (warning !== null) warn(context, warning);
      } finally {
        store.close();
      }
    });
}

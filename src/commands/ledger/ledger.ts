/** `ringfence ledger`, and `ringfence ledger retract`. */
import type { Command } from 'commander';
import { z } from 'zod';
import { UserError } from '../../errors.js';
import { retractImport } from '../../ledger/person/retract-import.js';
import { describeRetraction, warnOfFreed } from '../../reports/ledger/ledger-change.js';
import { describeRetractedResults } from '../../reports/registers/register-results.js';
import { retractResults } from '../../results/retract-results.js';
import type { Store } from '../../store/open-store.js';
import { addCommand, argument } from '../command-table.js';
import { type Context, say, sayJson, warn } from '../context.js';
import { JSON_RESULT, STORE, storePath, withStore } from '../options.js';
import { addImportCommand } from './ledger-import.js';
import { addEraseCommand, addShowCommand } from './ledger-person.js';

export function addLedgerCommands(program: Command, context: Context): void {
  const ledger = program.command('ledger').summary('consents and objections');
  addImportCommand(ledger, context);
  addRetract(ledger, context);
  addShowCommand(ledger, context);
  addEraseCommand(ledger, context);
}

function addRetract(ledger: Command, context: Context): void {
  addCommand(ledger, {
    name: 'retract',
    summary: 'undo one import',
    description:
      'Ends every entry that the import of this revision brought, but for those that another import brought too.\n' +
      'It is a revision of its own, and the ended entries stay on record, so that a past day can still be\n' +
      'looked at. Importing the file again undoes it. Of `register results`, nothing that the file found clear is\n' +
      'clear any more, and what it found listed waits for another check, or a later full copy.',
    takes: {
      revision: argument(
        '<revision>',
        'the number that the import printed; `ledger show` tells it of an entry',
        z.string(),
      ),
      store: STORE,
      json: JSON_RESULT,
    },
    helpAfter: '\nExample:\n  ringfence ledger retract 7',
    act: async ({ revision, store, json }) => {
      if (!/^[1-9]\d{0,14}$/u.test(revision)) {
        throw new UserError('a revision is a number, such as `ringfence ledger retract 7`');
      }
      await withStore(storePath(store, context), 'write', (open) =>
        retract(open, Number(revision), json, context),
      );
    },
  });
}

function retract(store: Store, revision: number, asJson: boolean, context: Context): void {
  const results = retractResults(store, context.clock, revision);
  if (results !== null) {
    if (asJson) sayJson(context, results);
    else say(context, describeRetractedResults(results));
    return;
  }
  const result = retractImport(store, context.clock, revision);
  if (asJson) sayJson(context, result);
  else say(context, describeRetraction(result));
  const warning = warnOfFreed(result);
  if (warning !== null) warn(context, warning);
}

/** `ringfence ledger show` and `ringfence ledger erase`: what is held on one person, and forgetting it. */
import type { Command } from 'commander';
import { z } from 'zod';
import { erasePerson } from '../../ledger/person/erase-person.js';
import { type HeldOnPerson, heldOn, ledgerKeyOf } from '../../ledger/person/show-person.js';
import { answersHeldOn } from '../../registers/look-up/answers-held.js';
import { openRegister } from '../../registers/look-up/register-reader.js';
import { describeErasure } from '../../reports/ledger/ledger-change.js';
import { describeHeld, type RegisterStanding } from '../../reports/ledger/ledger-held.js';
import type { PhoneNumber } from '../../screening/contact.js';
import { openStore, type Store, withSnapshot } from '../../store/open-store.js';
import { REGISTERS } from '../../store/registers/register-copies.js';
import { listRuns } from '../../store/runs.js';
import { type Context, say, sayJson, warn } from '../context.js';
import { addJsonOption, addStoreOption, storePath } from '../options.js';
import { typedContact } from '../typed-contacts.js';

const typedOptions = z.object({
  idSystem: z.string().optional(),
  store: z.string().optional(),
  json: z.boolean().optional(),
});

export function addShowCommand(ledger: Command, context: Context): void {
  const command = ledger
    .command('show')
    .summary('all that is held on a person, in full')
    .description(
      'Prints every ledger entry that names a number, an address or an id, in force or ended, with its dates,\n' +
        'sources and revisions; then what the register copies say and what screening services answered, and where\n' +
        'past runs may hold the person.\n' +
        'It prints personal data, for an answer to the person who asked for it.',
    );
  addPersonOptions(command)
    .addHelpText(
      'after',
      '\nExample:\n  ringfence ledger show "07700 900123"\n  ringfence ledger show - --json',
    )
    .action(async (contact: string, options: unknown) => {
      const typed = typedOptions.parse(options);
      const key = ledgerKeyOf(await typedContact(contact, context), typed.idSystem ?? null);
      const store = openStore(storePath(typed.store, context), 'read');
      try {
        const report = await withSnapshot(store, async () => {
          const held = heldOn(store, key);
          const numbers = numbersOf(held);
          return {
            ...held,
            registers: standingsOf(store, numbers),
            answers: answersHeldOn(store, numbers),
            runs: listRuns(store),
          };
        });
        if (typed.json === true) sayJson(context, report);
        else say(context, describeHeld(report));
      } finally {
        store.close();
      }
    });
}

export function addEraseCommand(ledger: Command, context: Context): void {
  const command = ledger
    .command('erase')
    .summary('forget a person, but for the bare contact that must stay blocked')
    .description(
      'Removes every ledger entry that names a number, an address or an id, and what screening services answered on\n' +
        'its numbers, from the bytes of the store too. What stays is the bare number or address, "objected" and today\'s date, so that every caller goes on being\n' +
        'kept from it. It cannot be undone.',
    );
  addPersonOptions(command)
    .addHelpText('after', '\nExample:\n  ringfence ledger erase -')
    .action(async (contact: string, options: unknown) => {
      const typed = typedOptions.parse(options);
      const key = ledgerKeyOf(await typedContact(contact, context), typed.idSystem ?? null);
      const store = openStore(storePath(typed.store, context), 'write');
      try {
        const result = erasePerson(store, context.clock, key);
        if (typed.json === true) sayJson(context, result);
        else say(context, describeErasure(result));
        if (!result.isWiped) {
          warn(
            context,
            'Another process is using the store, so that erased text may still stand in its files: erase again when it has ended.',
          );
        }
      } finally {
        store.close();
      }
    });
}

function addPersonOptions(command: Command): Command {
  command
    .argument('<contact>', 'a number, an email address, or `-` to read it from standard input')
    .option('--id-system <name>', 'the contact is an id of this system, as the ledger names it');
  addStoreOption(command);
  return addJsonOption(command);
}

function numbersOf({ key, alsoNamed }: HeldOnPerson): readonly PhoneNumber[] {
  return [key, ...alsoNamed].flatMap((named) => (named.kind === 'phone' ? [named.value] : []));
}

function standingsOf(store: Store, numbers: readonly PhoneNumber[]): readonly RegisterStanding[] {
  return REGISTERS.flatMap((register) => {
    const reader = openRegister(store, register);
    return numbers.map((number) => ({
      register,
      number,
      listing: reader?.listing(number) ?? { status: 'not-loaded' },
    }));
  });
}

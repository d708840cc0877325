/** `ringfence ledger show` and `ringfence ledger erase`: what is held on one person, and forgetting it. */
import type { Command } from 'commander';
import { z } from 'zod';
import { erasePerson } from '../../ledger/person/erase-person.js';
import { type HeldOnPerson, heldOn, ledgerKeyOf } from '../../ledger/person/show-person.js';
import { answersHeldOn } from '../../registers/look-up/answers-held.js';
import { openRegister } from '../../registers/look-up/register-reader.js';
import { describeErasure } from '../../reports/ledger/ledger-change.js';
import { describeHeld, type HeldListing, type PersonReport } from '../../reports/ledger/ledger-held.js';
import type { PhoneNumber } from '../../screening/contact.js';
import type { LedgerKey } from '../../store/ledger/ledger-history.js';
import { type Store, withSnapshot } from '../../store/open-store.js';
import { REGISTERS } from '../../store/registers/register-copies.js';
import { listRuns } from '../../store/runs.js';
import { addCommand, argument, option, TEXT } from '../command-table.js';
import { type Context, say, sayJson, warn } from '../context.js';
import { JSON_RESULT, STORE, storePath, withStore } from '../options.js';
import { typedContact } from '../typed-contacts.js';

const PERSON = {
  contact: argument(
    '<contact>',
    'a number, an email address, or `-` to read it from standard input',
    z.string(),
  ),
  idSystem: option('--id-system <name>', 'the contact is an id of this system, as the ledger names it', TEXT),
  store: STORE,
  json: JSON_RESULT,
};

export function addShowCommand(ledger: Command, context: Context): void {
  addCommand(ledger, {
    name: 'show',
    summary: 'all that is held on a person, in full',
    description:
      'Prints every ledger entry that names a number, an address or an id, in force or ended, with its dates,\n' +
      'sources and revisions; then what the register copies say and what screening services answered, and where\n' +
      'past runs may hold the person.\n' +
      'It prints personal data, for an answer to the person who asked for it.',
    takes: PERSON,
    helpAfter: '\nExample:\n  ringfence ledger show "07700 900123"\n  ringfence ledger show - --json',
    act: async ({ contact, idSystem, store, json }) => {
      const key = ledgerKeyOf(await typedContact(contact, context), idSystem ?? null);
      await withStore(storePath(store, context), 'read', async (open) => {
        const report = await withSnapshot(open, async () => allHeldOn(open, key));
        if (json) sayJson(context, report);
        else say(context, describeHeld(report));
      });
    },
  });
}

export function addEraseCommand(ledger: Command, context: Context): void {
  addCommand(ledger, {
    name: 'erase',
    summary: 'forget a person, but for the bare contact that must stay blocked',
    description:
      'Removes every ledger entry that names a number, an address or an id, and what screening services answered on\n' +
      'its numbers, from the bytes of the store too. What stays is the bare number or address, "objected" and today\'s date, so that every caller goes on being\n' +
      'kept from it. It cannot be undone.',
    takes: PERSON,
    helpAfter: '\nExample:\n  ringfence ledger erase -',
    act: async ({ contact, idSystem, store, json }) => {
      const key = ledgerKeyOf(await typedContact(contact, context), idSystem ?? null);
      await withStore(storePath(store, context), 'write', (open) => {
        const result = erasePerson(open, context.clock, key);
        if (json) sayJson(context, result);
        else say(context, describeErasure(result));
        if (!result.isWiped) {
          warn(
            context,
            'Another process is using the store, so that erased text may still stand in its files: erase again when it has ended.',
          );
        }
      });
    },
  });
}

function allHeldOn(store: Store, key: LedgerKey): PersonReport {
  const held = heldOn(store, key);
  const numbers = numbersOf(held);
  return {
    ...held,
    registers: standingsOf(store, numbers),
    answers: answersHeldOn(store, numbers),
    runs: listRuns(store),
  };
}

function numbersOf({ key, alsoNamed }: HeldOnPerson): readonly PhoneNumber[] {
  return [key, ...alsoNamed].flatMap((named) => (named.kind === 'phone' ? [named.value] : []));
}

function standingsOf(store: Store, numbers: readonly PhoneNumber[]): readonly HeldListing[] {
  return REGISTERS.flatMap((register) => {
    const reader = openRegister(store, register);
    return numbers.map((number) => ({
      register,
      number,
      listing: reader?.listing(number) ?? { status: 'not-loaded' },
    }));
  });
}

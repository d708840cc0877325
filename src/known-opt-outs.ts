/** Everything a person is known to have refused, by any channel: what the list says and what the ledger holds. */
import type { ListedContact } from './contacts/record/record-reader.js';
import type { OptOutRole } from './contacts/roles.js';
import type { ListFindings } from './contacts/survey/survey.js';
import { entriesIn } from './ledger/look-up/ledger-evidence.js';
import type { Ledger } from './ledger/look-up/ledger-look-up.js';
import { type Campaign, type Channel, isCampaignController } from './screening/campaign.js';
import type { KeyMatch, ObjectionEntry } from './screening/evidence.js';

/** The channel that each opt-out but the one of all contact is asked of. */
const ASKED_OF = [
  ['do_not_call', ['live-call', 'automated-call']],
  ['do_not_text', ['sms']],
  ['do_not_email', ['email']],
  ['do_not_mail', ['post']],
] as const satisfies readonly (readonly [OptOutRole, readonly Channel[]])[];

/** The entries of a record share a key with it already; how does not matter here. */
const ANYHOW: KeyMatch = {
  contact: true,
  person: true,
  namesContact: true,
  namesNumber: true,
  otherPerson: false,
};

/**
 * The opt-outs of a record that bind the campaign's controller, whatever the purpose they were made for.
 * `do_not_contact` stands for all of them together.
 */
export function knownOptOuts(
  contact: ListedContact,
  campaign: Campaign,
  findings: ListFindings,
  ledger: Ledger,
): ReadonlySet<OptOutRole> {
  const { numbers, emails, personId } = contact;
  const objections = ledger
    .entriesFor({ numbers, emails, personId, idSystem: campaign.list.id_system })
    .flatMap((stored) => entriesIn(stored.record, ANYHOW))
    .flatMap((entry) => (isObjection(entry) && binds(entry, campaign) ? [entry] : []));
  const known = ASKED_OF.flatMap(([role, channels]) =>
    channels.some((channel) => findings.optOuts(contact, channel).optOut !== null) ||
    objections.some((entry) => covers(entry, channels))
      ? [role]
      : [],
  );
  return new Set<OptOutRole>(known.length === ASKED_OF.length ? [...known, 'do_not_contact'] : known);
}

function isObjection(entry: ReturnType<typeof entriesIn>[number]): entry is ObjectionEntry {
  switch (entry.record) {
    case 'objection':
    case 'withdrawal':
    case 'fundraising-preference':
      return true;
    case 'consent':
    case 'soft-opt-in':
    case 'wrong-number':
      return false;
  }
}

function binds({ controller }: ObjectionEntry, campaign: Campaign): boolean {
  return controller === null || isCampaignController(campaign, controller);
}

function covers({ channels }: ObjectionEntry, asked: readonly Channel[]): boolean {
  return (
    channels === 'all' ||
    channels.length === 0 ||
    asked.some((channel) => channels.some((one) => one === channel))
  );
}

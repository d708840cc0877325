/** The evidence on one contact: days, ages, sources and revisions, without names and without what people were told. */
import type { Explained } from '../../explain-contact.js';
import { daysBetween, type IsoDate } from '../../screening/dates.js';
import type { Listing, RegisterName } from '../../screening/evidence.js';
import { registersOfChannel } from '../../screening/rules/registers/registers-asked.js';
import type { HeldEntry } from '../../store/ledger/ledger-history.js';
import type { LedgerRecord } from '../../store/ledger/ledger-record.js';
import { messagesBy } from '../words/contact-noun.js';
import { counted } from '../words/count.js';

/** A line for each register that counts for the channel, and for each entry of the ledger. */
export function describeEvidence(explained: Explained): readonly string[] {
  const { campaign, callDate, evidence, registers, held } = explained;
  const asked = registersOfChannel(campaign);
  return [
    ...(asked.length === 0 ? [`Registers: none is asked for ${messagesBy(campaign.channel)}.`] : []),
    ...asked.map((name) =>
      listingLine(name, evidence.registers[name], registers[name]?.revision ?? null, callDate),
    ),
    held.length === 0
      ? 'Ledger: it holds nothing under this contact.'
      : `Ledger: it holds ${counted(held.length, 'entry', 'entries')} under this contact.`,
    ...held.map((entry) => `- ${entryLine(entry, callDate)}`),
  ];
}

function listingLine(
  register: RegisterName,
  listing: Listing,
  revision: number | null,
  callDate: IsoDate,
): string {
  const name = register.toUpperCase();
  if (listing.status === 'not-loaded') return `${name}: no copy is loaded.`;
  if (listing.status !== 'outside-coverage' && listing.by === 'service') {
    const found = listing.status === 'listed' ? 'found the number listed' : 'did not find the number';
    return `${name}: a screening service ${found} on ${listing.asOf} (${age(listing.asOf, callDate)} on the day of the contact).`;
  }
  const copy = `the copy of ${listing.asOf} (${age(listing.asOf, callDate)} on the day of the contact, revision ${revision})`;
  switch (listing.status) {
    case 'listed':
      return `${name}: listed in ${copy}, ${
        listing.earliestOn === 'unknown'
          ? 'since when is not known'
          : `since ${listing.earliestOn} at the earliest`
      }.`;
    case 'not-listed':
      return `${name}: not listed in ${copy}.`;
    case 'outside-coverage':
      return `${name}: ${copy} does not cover this dialling code.`;
  }
}

function age(from: IsoDate, to: IsoDate): string {
  const days = daysBetween(from, to);
  return days < 0 ? `${counted(-days, 'day')} later` : `${counted(days, 'day')} old`;
}

function entryLine({ record, broughtBy }: HeldEntry, callDate: IsoDate): string {
  const revisions = broughtBy.map(({ number, madeOn }) => `revision ${number} of ${madeOn}`).join('; ');
  return `${recordLine(record, callDate)} (${revisions})`;
}

function recordLine(record: LedgerRecord, callDate: IsoDate): string {
  switch (record.record) {
    case 'wrong-number':
      return `wrong number, ${dated(record.on, callDate)}`;
    case 'objection':
    case 'withdrawal':
    case 'fundraising-preference': {
      const channels = record.channels === 'all' ? 'all channels' : record.channels.join(', ');
      const purposes = record.purposes === 'any' ? 'any purpose' : record.purposes.join(', ');
      const name = record.record.replace('-', ' ');
      return `${name}, ${dated(record.on, callDate)}: to ${record.controller ?? 'every caller'}, ${channels}, ${purposes}`;
    }
    case 'consent':
      return [
        `consent, ${dated(record.on, callDate)}: to ${record.controller ?? 'nobody named'}`,
        listed(record.channels, 'no channel'),
        listed(record.purposes, 'no purpose'),
        obtainedFrom(record.obtained),
        sourceOf(record.source),
        `what the person was told is ${isRecorded(record.wording)}`,
        ...(record.withdrawnOn === null ? [] : [`withdrawn on ${record.withdrawnOn}`]),
      ].join(', ');
    case 'soft-opt-in':
      return [
        `soft opt-in (${record.basis ?? 'no basis'}), details taken ${dated(record.obtainedOn, callDate)}`,
        `by ${record.obtainedBy ?? 'nobody named'}`,
        `a way to refuse offered then: ${yesNo(record.optOutAtCollection)}`,
      ].join(', ');
  }
}

/** Known words only: a longer source may name somebody. */
const SOURCES = ['form', 'call', 'event', 'website', 'web form', 'paper form', 'sms', 'email', 'letter'];

function sourceOf(source: string | null): string {
  const known = SOURCES.find((word) => word === source?.trim().toLowerCase());
  return known === undefined ? `how it was given is ${isRecorded(source)}` : `given by ${known}`;
}

function obtainedFrom(obtained: 'direct' | 'third-party' | null): string {
  switch (obtained) {
    case 'direct':
      return 'given to it directly';
    case 'third-party':
      return 'given through somebody else';
    case null:
      return 'not recorded whether to it directly';
  }
}

function isRecorded(value: string | null): string {
  return value === null ? 'not recorded' : 'recorded';
}

function listed(words: readonly string[], none: string): string {
  return words.length === 0 ? none : words.join(' and ');
}

function yesNo(value: boolean | null): string {
  if (value === null) return 'not recorded';
  return value ? 'yes' : 'no';
}

function dated(on: IsoDate | null, callDate: IsoDate): string {
  if (on === null) return 'undated';
  const days = daysBetween(on, callDate);
  if (days === 0) return `${on} (the day of the contact)`;
  return `${on} (${counted(Math.abs(days), 'day')} ${days > 0 ? 'before' : 'after'} the contact)`;
}

/** One number or address judged without a list: its evidence, its verdict, and what would change it. */

import { readPhoneCell } from './contacts/cells/phone/phone-cell.js';
import { reachesByNumber } from './contacts/record/contact-points.js';
import { UserError } from './errors.js';
import { evidenceOn } from './judge-record.js';
import { readLedgerContact } from './ledger/contact-cell.js';
import { openLedger } from './ledger/look-up/ledger-look-up.js';
import { heldOn } from './ledger/person/show-person.js';
import { openListings } from './registers/look-up/listing-reader.js';
import { openRegisters, type RegisterReaders } from './registers/look-up/register-reader.js';
import type { Campaign, Channel } from './screening/campaign.js';
import { type ContactPoint, isEmailAddress, NOT_RECORDED, type Person } from './screening/contact.js';
import type { IsoDate } from './screening/dates.js';
import { type Evidence, NOTHING_IN_LIST } from './screening/evidence.js';
import type { Verdict } from './screening/verdict/decide.js';
import { judgeWorld, type World } from './screening/what-if/change.js';
import { type WhatWouldChange, whatWouldChange } from './screening/what-if/what-would-change.js';
import type { HeldEntry, LedgerKey } from './store/ledger/ledger-history.js';
import type { Store } from './store/open-store.js';

export interface ExplainRequest {
  /** The number or address, as it was typed. */
  readonly contact: string;
  readonly campaign: Campaign;
  readonly callDate: IsoDate;
  readonly lastPlannedOn: IsoDate | null;
}

export interface Explained {
  readonly key: LedgerKey;
  readonly campaign: Campaign;
  readonly callDate: IsoDate;
  readonly evidence: Evidence;
  readonly verdict: Verdict;
  readonly wouldChange: WhatWouldChange;
  readonly registers: RegisterReaders;
  /** The entries in force that name the contact, with the revisions that brought them. */
  readonly held: readonly HeldEntry[];
}

/** What a list that holds nothing but the number or address says of the person: an individual, as far as it goes. */
const NOTHING_LISTED: Person = {
  subscriberKind: 'individual',
  mailboxKind: 'not-recorded',
  dateOfBirth: NOT_RECORDED,
  membership: { status: NOT_RECORDED, controller: null, endedOn: NOT_RECORDED },
  deceased: NOT_RECORDED,
  mpsListed: NOT_RECORDED,
  foundBy: { numberOrEmail: true, personId: false },
  isMalformed: false,
};

/**
 * Judges one contact against the store as it stands now. Run it within `withSnapshot`. Throws a `UserError`,
 * which quotes nothing of the contact, where it cannot be read or the channel does not reach it.
 */
export function explainContact(store: Store, request: ExplainRequest): Explained {
  const { campaign, callDate, lastPlannedOn } = request;
  const { key, point } = readContact(request.contact, campaign.channel);
  const keys = {
    numbers: key.kind === 'phone' ? [key.value] : [],
    emails: key.kind === 'email' ? [key.value] : [],
    personId: null,
    idSystem: campaign.list.id_system,
  };
  const registers = openRegisters(store);
  const entries = openLedger(store).entriesFor(keys);
  const evidence = evidenceOn(point, keys, {
    listings: openListings(store, registers),
    entries,
    list: NOTHING_IN_LIST,
  });
  const contact = { point, person: NOTHING_LISTED, evidence };
  const world: World = { campaign, callDate, lastPlannedOn, contact };
  return {
    key,
    campaign,
    callDate,
    evidence,
    verdict: judgeWorld(world),
    wouldChange: whatWouldChange(world),
    registers,
    held: heldOn(store, key).entries.filter(({ endedBy }) => endedBy === null),
  };
}

function readContact(
  text: string,
  channel: Channel,
): { readonly key: LedgerKey; readonly point: ContactPoint } {
  const read = readLedgerContact(text.trim());
  if (read.status === 'unreadable') throw new UserError(`the contact ${read.why}`);
  const { phone, email } = read.value;
  if (phone !== null) {
    if (!reachesByNumber(channel)) throw notReached('a number', channel);
    const point = readPhoneCell(text.trim()).points.find(({ kind }) => kind === 'number');
    if (point === undefined) throw new UserError('the contact holds no number that can be read');
    return { key: { kind: 'phone', value: phone }, point };
  }
  if (channel !== 'email' || !isEmailAddress(email)) throw notReached('an email address', channel);
  return { key: { kind: 'email', value: email }, point: { kind: 'email', address: email } };
}

function notReached(contact: string, channel: Channel): UserError {
  switch (channel) {
    case 'post':
    case 'social-dm':
      return new UserError(
        `the channel is \`${channel}\`, and only a number or an email address can be explained: the ledger knows no postal address and no account. Screen the list, and read \`screening_reasons\` of its row`,
      );
    case 'live-call':
    case 'automated-call':
    case 'sms':
    case 'fax':
    case 'email':
      return new UserError(
        `the channel is \`${channel}\`, which does not reach anybody by ${contact}; name the channel with \`--channel\``,
      );
  }
}

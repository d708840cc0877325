/** What a stored record of the ledger means to the judgement. */
import { distance } from 'fastest-levenshtein';
import { PURPOSES } from '../../screening/campaign.js';
import type { KeyMatch, LedgerEntry, ObjectionEntry, SoftOptInEntry } from '../../screening/evidence.js';
import type { ConsentRecord, LedgerRecord, SoftOptInRecord } from '../../store/ledger/ledger-record.js';

/** The evidence in one record, matched as `match` says. A withdrawn consent is a consent and an objection. */
export function entriesIn(record: LedgerRecord, match: KeyMatch): LedgerEntry[] {
  switch (record.record) {
    case 'objection':
    case 'withdrawal':
    case 'fundraising-preference':
      return [{ ...record, match }];
    case 'wrong-number':
      return [{ ...record, match }];
    case 'consent': {
      const { otherChannels: _, ...consent } = record;
      return [{ ...consent, match }, ...withdrawalIn(record, match)];
    }
    case 'soft-opt-in': {
      const withdrawal = withdrawalIn(record, match);
      return withdrawal.length > 0 ? withdrawal : [softOptInEntry(record, match)];
    }
  }
}

function softOptInEntry(record: SoftOptInRecord, match: KeyMatch): SoftOptInEntry {
  return {
    record: 'soft-opt-in',
    match,
    controller: record.controller,
    channels: record.channels,
    coversAnyChannel: record.channels.length === 0 && record.otherChannels.length === 0,
    purposes: record.purposes,
    basis: record.basis,
    obtainedBy: record.obtainedBy,
    obtainedOn: record.obtainedOn,
    optOutAtCollection: record.optOutAtCollection,
    similarProducts: record.similarProducts,
    soleCharitablePurpose: record.soleCharitablePurpose,
  };
}

/** A withdrawal binds as an objection does, even off the register (PECR 2003 reg. 21(5), 22(2)). */
function withdrawalIn(record: ConsentRecord | SoftOptInRecord, match: KeyMatch): ObjectionEntry[] {
  if (record.withdrawnOn === null) return [];
  return [
    {
      record: 'withdrawal',
      match,
      scope: null,
      controller: record.controller,
      channels: withdrawnChannels(record),
      purposes: withdrawnPurposes(record.purposes),
      on: record.withdrawnOn,
    },
  ];
}

/** A word nobody can read covers nothing in a consent; in its withdrawal it may be any channel, so it is all. */
function withdrawnChannels({
  channels,
  otherChannels,
}: ConsentRecord | SoftOptInRecord): ObjectionEntry['channels'] {
  return channels.length === 0 || otherChannels.length > 0 ? 'all' : channels;
}

/** Likewise a purpose that is a misspelling, or `any`; one that is plainly another's matches only itself. */
function withdrawnPurposes(purposes: readonly string[]): ObjectionEntry['purposes'] {
  const isUnclear = (purpose: string): boolean => /^(any|all)$/i.test(purpose) || isMisspelt(purpose);
  return purposes.length === 0 || purposes.some(isUnclear) ? 'any' : purposes;
}

function isMisspelt(purpose: string): boolean {
  return (
    PURPOSES.every((known) => known !== purpose) &&
    PURPOSES.some((known) => distance(known, purpose.toLowerCase()) <= 2)
  );
}

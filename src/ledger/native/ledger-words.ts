/**
 * The `channels` and `purposes` of a ledger row. An objection is read strictly, since a word that is
 * skipped would free somebody to be rung; a consent loosely, since a word that is skipped opens nothing.
 */
import { PURPOSES } from '../../screening/campaign.js';
import type { LedgerChannel } from '../../screening/evidence.js';
import { LEDGER_CHANNELS, type LedgerRecord } from '../../store/ledger/ledger-record.js';
import { knownWord, type RowCells, unknownWordSentence } from './row-cells.js';

/** The channels of an objection; blank is all of them. An unknown word is a problem of the row. */
export function objectedChannels(cells: RowCells): LedgerChannel[] | 'all' {
  const words = cells.list('channels');
  for (const word of words) {
    if (knownWord(word, ['all', ...LEDGER_CHANNELS]) === undefined) {
      cells.refuse('channels', unknownWordSentence(word, ['all', ...LEDGER_CHANNELS]));
    }
  }
  const isAll = words.length === 0 || words.some((word) => knownWord(word, ['all']) === 'all');
  return isAll ? 'all' : knownChannels(words);
}

/** The purposes of an objection; blank is any of them. An unknown word is a problem of the row. */
export function objectedPurposes(cells: RowCells): string[] | 'any' {
  const words = cells.list('purposes');
  for (const word of words) {
    // Kept as it stands, a word outside the campaign list would bind no campaign: an objection nobody sees.
    if (knownWord(word, ['any', ...PURPOSES]) === undefined) {
      cells.refuse('purposes', unknownWordSentence(word, ['any', ...PURPOSES]));
    }
  }
  const isAny = words.length === 0 || words.some((word) => knownWord(word, ['any']) === 'any');
  return isAny ? 'any' : agreedPurposes(cells);
}

/** The channels of a consent, and the words that are none and cover none. */
export function agreedChannels(cells: RowCells): { channels: LedgerChannel[]; otherChannels: string[] } {
  const words = cells.list('channels');
  const otherChannels = words.filter((word) => knownWord(word, LEDGER_CHANNELS) === undefined).sort();
  return { channels: knownChannels(words), otherChannels };
}

function knownChannels(words: readonly string[]): LedgerChannel[] {
  return LEDGER_CHANNELS.filter((channel) => words.some((word) => knownWord(word, [channel]) === channel));
}

/** The purposes of a consent, those outside the campaign list among them. */
export function agreedPurposes(cells: RowCells): string[] {
  const purposes = cells.list('purposes').map((word) => knownWord(word, PURPOSES) ?? word);
  return [...new Set(purposes)].sort();
}

/** The purposes of a consent that no campaign can have: each matches only itself. */
export function otherPurposesIn(record: LedgerRecord): readonly string[] {
  if (record.record !== 'consent' && record.record !== 'soft-opt-in') return [];
  return record.purposes.filter((word) => knownWord(word, PURPOSES) === undefined);
}

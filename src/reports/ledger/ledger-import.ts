/** What `ledger import` says of an import: what each kind of record became, and for which controller. */
import type { ImportResult } from '../../ledger/native/intake.js';
import { LEDGER_RECORDS } from '../../store/ledger/ledger-record.js';
import { counted } from '../words/count.js';
import { maskText } from '../words/mask.js';

/** The counts by kind, every controller named, words nobody knows, and lines passed over. No contact data. */
export function describeImport(result: ImportResult): string {
  const { counts, controllers, unknownChannels, unknownPurposes, passedOver, revision } = result;
  return [
    LEDGER_RECORDS.every((kind) => counts[kind].read + counts[kind].passedOver === 0)
      ? 'The file holds no records; nothing was changed.'
      : revision === null
        ? 'The ledger held all of it already; nothing was changed.'
        : `Imported as revision ${revision}:`,
    ...LEDGER_RECORDS.filter((kind) => counts[kind].read + counts[kind].passedOver > 0).map((kind) => {
      const { read, added, alreadyKnown, passedOver: left } = counts[kind];
      const unread = left === 0 ? '' : `, ${left} passed over because they could not be read`;
      return `  ${kind}: ${read} read, ${added} new, ${alreadyKnown} known already${unread}`;
    }),
    ...(controllers.length === 0 ? [] : ['For these controllers (consent given to one serves no other):']),
    ...controllers.map(({ name, counts: kinds }) => {
      const each = Object.entries(kinds).map(([kind, count]) => `${kind} ${count}`);
      return `  ${name === null ? 'no controller named: objections bind every caller, consents serve none' : maskText(name)}: ${each.join(', ')}`;
    }),
    ...unknownChannels.map(
      ({ word, count }) =>
        `The channel \`${word}\` (${counted(count, 'time')}) is none that a consent can cover.`,
    ),
    ...unknownPurposes.map(
      ({ word, count }) =>
        `The purpose \`${maskText(word)}\` (${counted(count, 'time')}) is none of a campaign's; it matches only itself.`,
    ),
    ...(result.invalidNumbers === 0
      ? []
      : [
          `${counted(result.invalidNumbers, 'number')} can be read but stand in no numbering plan (line ${result.invalidNumberLines.join(', ')}): look whether they were mistyped, since a mistyped objection protects nobody.`,
        ]),
    ...passedOver.map(({ line, reason }) => `Passed over line ${line}: ${reason}.`),
  ].join('\n');
}

/** What `ledger import` says of the export of another system: what each value became, and for whom. */
import type { CountedBecame, CountedLines, ToldExport } from '../../ledger/exports/export-tally.js';
import { counted } from '../words/count.js';
import { maskText } from '../words/mask.js';

/** Told before what is told of every import. No contact data. */
export function describeExport(told: ToldExport, files: readonly string[]): string {
  const { became, controller } = told;
  const hasConsents = became.some(({ becomes }) => becomes === 'consent');
  const hasObjections = became.some(({ becomes }) => becomes === 'objection');
  return [
    ...(files.length === 0 ? [] : [`Read from the zip, as one import: ${files.join(', ')}.`]),
    `Read as ${told.system} (${told.preset}). What each value became:`,
    ...became.map(
      (one) => `  ${one.where} = ${one.value}: ${describeBecame(one)}: ${counted(one.count, 'row')}`,
    ),
    ...(hasObjections ? ['Objections bind every caller, since the export does not say who was told.'] : []),
    ...(hasConsents ? [consentsOf(controller)] : []),
    ...(told.hasIds
      ? [
          `Ids are held as those of \`${told.idSystem}\`: a list with the same ids finds them where its campaign file says \`id_system: ${told.idSystem}\`.`,
        ]
      : []),
    ...(told.unreadContacts.lines.length === 0
      ? []
      : [
          `${linesOf(told.unreadContacts)} an opt-out, and a contact cell that names nobody: the opt-out holds for what else the row names.`,
        ]),
    ...(told.optOutWords.lines.length === 0
      ? []
      : [
          `${linesOf(told.optOutWords)} words such as "do not call" in a note, a tag or a name, which no import reads: look at each, and record an objection with \`ringfence objection\`.`,
        ]),
  ].join('\n');
}

function linesOf({ count, lines }: CountedLines): string {
  return `${counted(count, 'row')} (line ${lines.join(', ')}) ${count === 1 ? 'holds' : 'hold'}`;
}

function consentsOf(controller: string | null): string {
  const who =
    controller === null
      ? 'The export names no body that the consents were given to, so they serve nobody: import it again with `--controller NAME` if you know'
      : `The consents are held as given to ${maskText(controller)}, as you said`;
  return `${who}. What the export does not prove (wording, purpose, method) stays unproven.`;
}

function describeBecame({ becomes, channels, because }: CountedBecame): string {
  switch (becomes) {
    case 'nothing':
      return `nothing (${because})`;
    case 'wrong-number':
      return 'wrong-number';
    case 'objection':
    case 'consent': {
      const on =
        channels === 'all' ? 'all channels' : channels.length === 0 ? 'no channel' : channels.join(', ');
      return `${becomes} on ${on}`;
    }
  }
}

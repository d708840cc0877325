/** What `ledger retract` and `ledger erase` say of what they did. No contact data. */
import type { EraseResult } from '../../ledger/person/erase-person.js';
import type { RetractResult } from '../../ledger/person/retract-import.js';
import { counted } from '../words/count.js';

/** What ended with an import, and what stays. */
export function describeRetraction(result: RetractResult): string {
  const { retracted, revision, counts, stayed } = result;
  const which = `revision ${retracted.number} of ${retracted.madeOn}${retracted.fileName === null ? '' : ` (${retracted.fileName})`}`;
  if (revision === null) return `Nothing that ${which} brought is in force any more; nothing was changed.`;
  return [
    `Retracted ${which}; that is revision ${revision}:`,
    ...Object.entries(counts).map(([kind, count]) => `  ${kind}: ${count} no longer in force`),
    ...(stayed === 0
      ? []
      : [`  ${counted(stayed, 'entry stays', 'entries stay')}, because another import brought it too`]),
  ].join('\n');
}

/** What a retraction sets free; null where it ended no objection. */
export function warnOfFreed({ objections, revision }: RetractResult): string | null {
  if (revision === null || objections === 0) return null;
  return `${counted(objections, 'objection or withdrawal', 'objections and withdrawals')} no longer ${objections === 1 ? 'binds' : 'bind'} anybody. If those people did ask not to be contacted, import the file again.`;
}

/** What an erasure removed, what it keeps and why, and what it cannot reach. */
export function describeErasure(result: EraseResult): string {
  const { erased, erasedAnswers, kept, heldElsewhere, revision } = result;
  const keys = [
    [kept.phone, 'number', 'numbers'],
    [kept.email, 'address', 'addresses'],
    [kept.person, 'id', 'ids'],
  ] as const;
  const named = keys.filter(([count]) => count > 0).map(([count, one, more]) => counted(count, one, more));
  return [
    revision === null
      ? 'Nothing but the bare contact is held; nothing was changed.'
      : `Erased ${counted(erased, 'entry', 'entries')}${erasedAnswers === 0 ? '' : ` and ${counted(erasedAnswers, 'answer')} of screening services`}; that is revision ${revision}.`,
    `Kept: ${named.join(', ')}, bare, with "objected" and a day and nothing else. Without that, the next list that names this person would have them contacted again.`,
    ...(heldElsewhere === 0
      ? []
      : [
          `${counted(heldElsewhere, 'entry is', 'entries are')} still held under the other numbers, addresses or ids that the erased entries named. They may be somebody else's: look with \`ringfence ledger show\`, and erase them too if not.`,
        ]),
    'Not reached: the register, where only the subscriber can end a listing; lists, run folders and backups, which lie outside the store; and the files that were imported. Importing one again would bring its entries back, older than the objection, which goes on blocking.',
  ].join('\n');
}

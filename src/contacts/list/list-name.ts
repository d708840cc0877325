/**
 * What the name of a whole list says of everybody in it: the name of its file, of its sheet, or a line above its
 * header. Beside other lists such a name binds; of a list given alone it is asked, since `members-no-opt-outs.csv`
 * may mean the opposite.
 */
import { UserError } from '../../errors.js';
import { readEmail } from '../cells/email-address.js';
import { readPhoneCell } from '../cells/phone/phone-cell.js';
import { optOutsOfName } from '../columns/member-opt-outs.js';
import type { OpenQuestion } from '../columns/open-questions.js';
import { roughRows } from '../csv/title-rows.js';
import type { NameAnswers, NamedPlace } from '../reading-options.js';
import type { OptOutRole } from '../roles.js';
import { findWords } from '../vocabulary/find-words.js';

/** A name as it was found. */
export interface FoundName {
  readonly place: NamedPlace;
  readonly text: string;
}

export interface NameReading {
  /** The opt-outs that hold for every record. */
  readonly optOuts: readonly OptOutRole[];
  readonly questions: readonly OpenQuestion[];
}

/** Reads the names of a list; `isAlone`: no other list is read with it. */
export function readNames(found: readonly FoundName[], answers: NameAnswers, isAlone: boolean): NameReading {
  const optOuts = new Set<OptOutRole>();
  const questions = new Map<NamedPlace, OpenQuestion>();
  for (const { place, text } of found) {
    const answer = answers[place];
    const [role, ...others] = refusalsOf({ place, text });
    if (answer === 'ignore' || (answer === undefined && role === undefined)) continue;
    if (answer !== undefined) optOuts.add(answer);
    else if (!isAlone) for (const said of [role, ...others]) if (said !== undefined) optOuts.add(said);
    if (answer === undefined && isAlone && role !== undefined) {
      const name = place === 'title' ? null : text;
      questions.set(place, { kind: 'name-refuses', place, name, role });
    }
  }
  return { optOuts: [...optOuts], questions: [...questions.values()] };
}

function refusalsOf({ place, text }: FoundName): readonly OptOutRole[] {
  const named = optOutsOfName(place === 'file' ? text : `${text}.csv`);
  if (named.length > 0) return named;
  return findWords(text.replaceAll('_', ' ')).length > 0 ? ['do_not_contact'] : [];
}

/**
 * Throws a `UserError` where a line that was passed over above the header looks like a record: what it says, an
 * opt-out perhaps, would be lost. `lines` count from the first line of the file.
 */
export function refuseSkippedRecords(lines: readonly string[], delimiter: string, displayName: string): void {
  for (const [index, line] of lines.entries()) {
    const cells = (roughRows(line, delimiter)[0] ?? []).filter((cell) => cell.trim() !== '');
    if (cells.length < 2 || !cells.some(isContact)) continue;
    throw new UserError(
      `\`${displayName}\`, line ${index + 1}: \`--skip-lines\` passes over this line, but it holds a telephone number or an email address and looks like a record; give a smaller number, or take the line out of the file`,
    );
  }
}

function isContact(cell: string): boolean {
  if (readEmail(cell.trim()) !== null) return true;
  const { points, isPlain } = readPhoneCell(cell);
  return isPlain && points.some((point) => point.kind === 'number' && point.numberStatus.kind !== 'invalid');
}

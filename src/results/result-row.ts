/** One row of a result file: which number it is about, and what it answers. */
import { numbersMeant } from '../contacts/cells/phone/numbers-meant.js';
import { readPhoneCell } from '../contacts/cells/phone/phone-cell.js';
import { readDate } from '../contacts/cells/written-date.js';
import type { PhoneNumber } from '../screening/contact.js';
import type { IsoDate } from '../screening/dates.js';
import type { RegisterName } from '../screening/evidence.js';
import type { ResultAnswer } from '../store/registers/register-results.js';
import type { Answer, AnswerColumn } from '../systems/shape/results.js';
import { wordOf } from './choose-provider.js';

/** A column of the file with what its words mean. */
export interface PlacedColumn extends AnswerColumn {
  readonly place: number;
  /** Where the days of listing stand; null: nowhere. */
  readonly datesPlace: number | null;
}

export interface RowReading {
  readonly numberPlace: number;
  readonly columns: readonly PlacedColumn[];
  /** The registers that the file answers for. */
  readonly registers: readonly RegisterName[];
  readonly isEmptyClear: boolean;
  readonly checkedOn: IsoDate;
}

export type ResultRow =
  | {
      readonly kind: 'answers';
      readonly numbers: readonly PhoneNumber[];
      readonly answers: readonly ResultAnswer[];
    }
  /** It answers for no register. `invalid`: the number that the service calls invalid; null: it calls none so. */
  | { readonly kind: 'no-evidence'; readonly invalid: PhoneNumber | null }
  /** It answers, but its number cannot be read, so that nobody knows for whom. */
  | { readonly kind: 'number-unreadable' }
  /** The file is refused for it. */
  | { readonly kind: 'refused'; readonly says: string };

/** Reads a row, whose cells `cell` gives by their place. */
export function readResultRow(cell: (place: number) => string, reading: RowReading): ResultRow {
  const settled = new Map<RegisterName, 'listed' | 'clear'>();
  let isVoid = false;
  let isInvalid = false;
  let listedOn: IsoDate | null = null;
  for (const { place, words, datesPlace, isOptional } of reading.columns) {
    const word = wordOf(cell(place));
    const answer = meaningOf(word, words, reading, isOptional === true);
    if (answer === undefined) return refused(`the result \`${word.slice(0, 40)}\` is not known`);
    if (answer === 'nothing' || answer === 'invalid') {
      isVoid = true;
      isInvalid ||= answer === 'invalid';
      continue;
    }
    for (const register of reading.registers) {
      const said = answer[register];
      if (said !== undefined && settled.get(register) !== 'listed') settled.set(register, said);
    }
    if (datesPlace === null) continue;
    const earliestOn = earliestIn(cell(datesPlace), reading.checkedOn);
    if (earliestOn === undefined) return refused('the day of listing cannot be read, or is after the check');
    if (earliestOn !== null && (listedOn === null || earliestOn < listedOn)) listedOn = earliestOn;
  }
  const answers = [...settled].flatMap(([register, said]): ResultAnswer[] => {
    if (said === 'listed') return [{ register, isListed: true, listedOn }];
    return isVoid ? [] : [{ register, isListed: false, listedOn: null }];
  });
  const number = cell(reading.numberPlace);
  return answers.length === 0
    ? { kind: 'no-evidence', invalid: isInvalid ? onlyNumberIn(number) : null }
    : ofNumber(number, answers);
}

/** A cell that is empty is clear only where the user says so of this file. */
function meaningOf(
  word: string,
  words: AnswerColumn['words'],
  { registers, isEmptyClear }: RowReading,
  isOptional: boolean,
): Answer | undefined {
  if (word !== '') return Object.hasOwn(words, word) ? words[word] : undefined;
  if (isOptional || !isEmptyClear) return 'nothing';
  return Object.fromEntries(registers.map((register) => [register, 'clear'] as const));
}

/** Clear holds for the one number of the cell, read beyond doubt; listed for all that may be meant. */
function ofNumber(cell: string, answers: readonly ResultAnswer[]): ResultRow {
  const only = onlyNumberIn(cell);
  if (only !== null) return { kind: 'answers', numbers: [only], answers };
  const { points } = readPhoneCell(cell);
  const read = points.flatMap((point) => (point.kind === 'number' ? [point.number] : []));
  const numbers = [...new Set([...read, ...numbersMeant(cell)])];
  const listed = answers.filter(({ isListed }) => isListed);
  return numbers.length === 0 || listed.length === 0
    ? { kind: 'number-unreadable' }
    : { kind: 'answers', numbers, answers: listed };
}

/** The number of a cell that holds it beyond doubt and nothing else; else null. */
function onlyNumberIn(cell: string): PhoneNumber | null {
  const { points, residue } = readPhoneCell(cell);
  const [only] = points;
  return points.length === 1 && only?.kind === 'number' && !/[\p{L}\p{N}]/u.test(residue)
    ? only.number
    : null;
}

/** The earliest of the days in `cell`; null: none stands there; undefined: one cannot be read. */
function earliestIn(cell: string, checkedOn: IsoDate): IsoDate | null | undefined {
  let earliestOn: IsoDate | null = null;
  for (const part of cell.split(/[,;]/u)) {
    const read = readDate(part, 'dmy', checkedOn);
    if (read.status === 'not-recorded') continue;
    if (read.status !== 'recorded' || read.value > checkedOn) return undefined;
    if (earliestOn === null || read.value < earliestOn) earliestOn = read.value;
  }
  return earliestOn;
}

function refused(says: string): ResultRow {
  return { kind: 'refused', says };
}

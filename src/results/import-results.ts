/** `register results`: the result file of a screening service, wholly or not at all. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { type Clock, londonDay } from '../clock.js';
import { headerWords } from '../contacts/header-words.js';
import { type ListFile, openList } from '../contacts/list-file.js';
import { DEFAULT_READING_OPTIONS } from '../contacts/reading-options.js';
import { placeOf } from '../contacts/record-batch.js';
import { messageOf, UserError } from '../errors.js';
import type { IsoDate } from '../screening/dates.js';
import type { RegisterName } from '../screening/evidence.js';
import type { Store } from '../store/open-store.js';
import { REGISTERS } from '../store/register-copies.js';
import {
  beginResults,
  type ResultCounts,
  type ResultsFile,
  readResultsFiles,
} from '../store/register-results.js';
import { chooseProvider, type SaidOfFile } from './choose-provider.js';
import type { Provider } from './provider.js';
import { type PlacedColumn, type RowReading, readResultRow } from './result-row.js';

export interface ResultsRequest extends SaidOfFile {
  readonly path: string;
  readonly checkedOn: IsoDate;
  readonly isEmptyClear: boolean;
}

export type ResultsImport =
  | (ResultsFile &
      ResultCounts & {
        readonly outcome: 'taken-in';
        readonly rows: number;
        /** Rows that are no evidence, as `INVALID`, and those whose number cannot be read. */
        readonly noEvidence: number;
        readonly unreadable: number;
      })
  /** The same file, of the same check and read in the same way, was taken in before: nothing was changed. */
  | { readonly outcome: 'already-taken-in'; readonly file: ResultsFile };

const PROBLEMS_TOLD = 10;

/**
 * Takes in a result file as one revision. Throws a `UserError`, and changes nothing, where the file cannot be
 * read, where a result or a day in it is not known, where the check day cannot be that of the file, or where
 * the same bytes were taken in as an earlier check.
 */
export async function importResults(
  store: Store,
  clock: Clock,
  request: ResultsRequest,
): Promise<ResultsImport> {
  const { path, checkedOn } = request;
  const fileName = basename(path);
  const provider = await chooseProvider(request);
  const list = await openList(path, fileName, DEFAULT_READING_OPTIONS);
  refuseImpossibleDay(path, checkedOn, clock.today);
  const reading = readingOf(list, provider, request);
  const intake = beginResults(store);
  try {
    const counts = { rows: 0, noEvidence: 0, unreadable: 0 };
    const told: string[] = [];
    let refused = 0;
    const records = list.readRecords();
    for await (const batch of records) {
      for (let row = 0; row < batch.count; row += 1) {
        counts.rows += 1;
        const read =
          batch.damage(row) === null
            ? readResultRow((place) => batch.cell(row, place), reading)
            : ({
                kind: 'refused',
                says: 'the line has too many or too few cells, or a broken quote',
              } as const);
        switch (read.kind) {
          case 'answers':
            for (const number of read.numbers) for (const answer of read.answers) intake.add(number, answer);
            break;
          case 'no-evidence':
            counts.noEvidence += 1;
            break;
          case 'number-unreadable':
            counts.unreadable += 1;
            break;
          case 'refused':
            refused += 1;
            if (told.length < PROBLEMS_TOLD) told.push(`line ${placeOf(batch, row)}: ${read.says}`);
            break;
        }
      }
    }
    if (refused > 0) {
      throw new UserError(
        [
          `cannot take in \`${fileName}\`: ${refused === 1 ? 'one line is' : `${refused} lines are`} not understood, and none is ever taken for clear, so nothing was changed. Mend the file, or say what it holds with another \`--provider\``,
          ...told,
        ].join('\n'),
      );
    }
    const file = {
      provider: provider.service,
      reading: describeReading(list, reading),
      registers: reading.registers,
      checkedOn,
      fileName,
      sha256: records.result().sha256,
    };
    const same = readResultsFiles(store).filter(({ sha256 }) => sha256 === file.sha256);
    const before = same.find(
      (earlier) =>
        earlier.checkedOn === checkedOn &&
        earlier.provider === file.provider &&
        earlier.reading === file.reading,
    );
    if (before !== undefined) return { outcome: 'already-taken-in', file: before };
    const earlier = same.find((known) => known.checkedOn < checkedOn);
    if (earlier !== undefined) {
      throw new UserError(
        `\`${fileName}\` was taken in as a check of ${earlier.checkedOn}, byte for byte, so it is none of ${checkedOn}; have the numbers checked again and take in the new file`,
      );
    }
    return { outcome: 'taken-in', ...file, ...counts, ...intake.commit(clock, file) };
  } finally {
    intake.rollback();
  }
}

/** A check day that is too late would be trusted for too long; no option lifts this. */
function refuseImpossibleDay(path: string, checkedOn: IsoDate, today: IsoDate): void {
  if (checkedOn > today) {
    throw new UserError(
      `the check day ${checkedOn} is after today, ${today}; give the day on which the service checked`,
    );
  }
  let modifiedOn: IsoDate;
  try {
    modifiedOn = londonDay(statSync(path).mtime);
  } catch (thrown) {
    throw new UserError(`cannot read \`${path}\`: ${messageOf(thrown)}`);
  }
  if (checkedOn > modifiedOn) {
    throw new UserError(
      `\`${basename(path)}\` was last changed on ${modifiedOn}, so it cannot hold a check of ${checkedOn}; give the day on which the service checked`,
    );
  }
}

function readingOf(list: ListFile, provider: Provider, request: ResultsRequest): RowReading {
  const words = list.header.map(headerWords);
  const placeIn = (headers: readonly string[]): number | null => {
    for (const header of headers) {
      const places = words.flatMap((text, place) => (text === headerWords(header) ? [place] : []));
      if (places.length > 1) {
        throw new UserError(
          `\`${list.displayName}\` has ${places.length} columns called \`${header}\`; leave one of them, or name another with \`--number-column\` or \`--result-column\``,
        );
      }
      if (places[0] !== undefined) return places[0];
    }
    return null;
  };
  const needed = (headers: readonly string[], option: string): number => {
    const place = placeIn(headers);
    if (place !== null) return place;
    throw new UserError(
      `\`${list.displayName}\` has no column ${headers.map((header) => `\`${header}\``).join(' or ')}; name the one that ${provider.service} writes with \`${option}\``,
    );
  };
  const columns = provider.answers.flatMap((column): PlacedColumn[] => {
    const place =
      column.isOptional === true ? placeIn(column.headers) : needed(column.headers, '--result-column');
    return place === null ? [] : [{ ...column, place, datesPlace: placeIn(column.dates ?? []) }];
  });
  return {
    numberPlace: needed(provider.numbers, '--number-column'),
    columns,
    registers: registersOf(provider, request.registers),
    isEmptyClear: request.isEmptyClear,
    checkedOn: request.checkedOn,
  };
}

/** What the service answers for, or the part of it that was bought. */
function registersOf(
  { service, answers }: Provider,
  asked: readonly RegisterName[] | null,
): readonly RegisterName[] {
  const answered = REGISTERS.filter((register) =>
    answers.some(({ words }) =>
      Object.values(words).some((word) => word !== 'nothing' && word[register] !== undefined),
    ),
  );
  const wrong = asked?.find((register) => !answered.includes(register));
  if (wrong !== undefined) {
    throw new UserError(
      `${service} does not answer for the register \`${wrong}\`; it does for ${answered.join(', ')}`,
    );
  }
  return asked === null ? answered : answered.filter((register) => asked.includes(register));
}

function describeReading(
  { header }: ListFile,
  { numberPlace, columns, registers, isEmptyClear }: RowReading,
): string {
  const answers = columns.map(({ place, words }) => [header[place], words]);
  return JSON.stringify([header[numberPlace], answers, registers, isEmptyClear]);
}

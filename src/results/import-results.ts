/** `register results`: the result file of a screening service, wholly or not at all. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { type Clock, londonDay } from '../clock.js';
import { placeOf } from '../contacts/csv/record-batch.js';
import { openList } from '../contacts/list/list-file.js';
import { DEFAULT_READING_OPTIONS } from '../contacts/reading-options.js';
import { messageOf, UserError } from '../errors.js';
import type { IsoDate } from '../screening/dates.js';
import type { Store } from '../store/open-store.js';
import {
  type ResultCounts,
  type ResultsFile,
  readResultsFiles,
} from '../store/registers/register-results.js';
import { beginResults } from '../store/registers/results-change.js';
import type { OverriddenGuard } from '../store/revisions.js';
import { chooseProvider, type SaidOfFile } from './choose-provider.js';
import { describeReading, type ReadingRequest, readingOf } from './place-columns.js';
import { readResultRow } from './result-row.js';

export interface ResultsRequest extends SaidOfFile, ReadingRequest {
  readonly path: string;
  /** The count of numbers with which a person accepts the file although its bytes are those of an earlier check. */
  readonly expectCount: number | null;
}

export type ResultsImport =
  | (Omit<ResultsFile, 'retractedBy'> &
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
            if (read.invalid !== null) intake.addInvalid(read.invalid);
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
          `cannot take in \`${fileName}\`: ${refused === 1 ? 'one line is' : `${refused} lines are`} not understood, and none is ever taken for clear, so nothing was changed. Correct the file, or say what it holds with another \`--provider\``,
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
        earlier.reading === file.reading &&
        earlier.retractedBy === null,
    );
    if (before !== undefined) return { outcome: 'already-taken-in', file: before };
    const overridden = acceptedGuards(same, fileName, checkedOn, {
      seen: intake.counts().numbers,
      expected: request.expectCount,
    });
    return {
      outcome: 'taken-in',
      ...file,
      ...counts,
      overridden,
      ...intake.commit(clock, { ...file, overridden }),
    };
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

/**
 * The same bytes under a later day are likelier an old file than a check that found everything as it was: a
 * person who knows better repeats the count.
 */
function acceptedGuards(
  same: readonly ResultsFile[],
  fileName: string,
  checkedOn: IsoDate,
  count: { readonly seen: number; readonly expected: number | null },
): readonly OverriddenGuard[] {
  if (count.expected !== null && count.expected !== count.seen) {
    throw new UserError(
      `\`--expect-count ${count.expected}\` accepts another file: \`${fileName}\` has answers for ${count.seen}`,
    );
  }
  const earlier = same.findLast((known) => known.checkedOn < checkedOn);
  if (earlier === undefined) return [];
  if (count.expected === null) {
    throw new UserError(
      `\`${fileName}\` was taken in as a check of ${earlier.checkedOn}, byte for byte, so it is hardly one of ${checkedOn}; have the numbers checked again and take in the new file. If the service did check them again and nothing has changed, accept it with \`--expect-count ${count.seen}\``,
    );
  }
  return [
    {
      guard: 'same-bytes',
      saw: `the same bytes as the check of ${earlier.checkedOn} (revision ${earlier.revision}); numbers in it: ${count.seen}`,
    },
  ];
}

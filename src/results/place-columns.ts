/** Where a result file has its numbers and answers. */

import type { ListFile } from '../contacts/list/list-file.js';
import { headerWords } from '../contacts/text/header-words.js';
import { UserError } from '../errors.js';
import type { IsoDate } from '../screening/dates.js';
import type { RegisterName } from '../screening/evidence.js';
import { REGISTERS } from '../store/registers/register-copies.js';
import type { Provider } from './choose-provider.js';
import type { PlacedColumn, RowReading } from './result-row.js';

export interface ReadingRequest {
  readonly registers: readonly RegisterName[] | null;
  readonly isEmptyClear: boolean;
  readonly checkedOn: IsoDate;
}

/**
 * Finds the columns of a result file and what their words mean. Throws a `UserError` where a column is not there or
 * stands there twice, or where the service does not answer for a register that was asked for.
 */
export function readingOf(list: ListFile, provider: Provider, request: ReadingRequest): RowReading {
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
      Object.values(words).some((word) => typeof word !== 'string' && word[register] !== undefined),
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

/** How a file was read, as one text: the same file read in another way is another. */
export function describeReading(
  { header }: ListFile,
  { numberPlace, columns, registers, isEmptyClear }: RowReading,
): string {
  const answers = columns.map(({ place, words }) => [header[place], words]);
  return JSON.stringify([header[numberPlace], answers, registers, isEmptyClear]);
}

/**
 * The phone cells of public test suites, in the folder that RINGFENCE_CORPORA names. Some are somebody's
 * number: tests speak of them by their id alone, and compare so that a failure prints none.
 */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DRAMA_RANGES } from '../../../../src/contacts/cells/phone/drama-ranges.js';
import { readPhoneCell } from '../../../../src/contacts/cells/phone/phone-cell.js';
import { readCorpus, skippedWithoutCorpora } from '../../../corpora.js';

type Reason =
  /** Readable and valid are two questions: it is looked up, and goes to review where it is not listed. */
  | 'readable, but no number of the plan'
  /** The suite asks whether it is a mobile, or a line of one country; here it is read and goes to review. */
  | 'read, and reviewed as a service'
  | 'read, and reviewed as foreign'
  /** Repairing it would be a guess: a zero or a plus too many, a trunk prefix of another country. */
  | 'left to a person';

/** Every cell that is deliberately read otherwise than the corpus says, by its id. */
const DIFFERENCES: Readonly<Record<string, Reason>> = {
  'ph-0011': 'left to a person',
  'ph-0035': 'readable, but no number of the plan',
  'ph-0045': 'readable, but no number of the plan',
  'ph-0061': 'left to a person',
  'ph-0065': 'left to a person',
  'ph-0067': 'left to a person',
  'ph-0069': 'left to a person',
  'ph-0071': 'left to a person',
  'ph-0073': 'left to a person',
  'ph-0075': 'readable, but no number of the plan',
  'ph-0085': 'read, and reviewed as foreign',
  'ph-0087': 'read, and reviewed as foreign',
  'ph-0095': 'left to a person',
  'ph-0163': 'read, and reviewed as a service',
  'ph-0167': 'read, and reviewed as a service',
  'ph-0177': 'readable, but no number of the plan',
  'ph-0221': 'readable, but no number of the plan',
  'ph-0223': 'readable, but no number of the plan',
  'ph-0229': 'readable, but no number of the plan',
  'ph-0231': 'readable, but no number of the plan',
  'ph-0307': 'readable, but no number of the plan',
  'ph-0319': 'read, and reviewed as a service',
  'ph-0417': 'readable, but no number of the plan',
  'ph-0419': 'read, and reviewed as foreign',
  'ph-0421': 'read, and reviewed as a service',
  'ph-0779': 'readable, but no number of the plan',
  'ph-0781': 'readable, but no number of the plan',
  'ph-0785': 'readable, but no number of the plan',
  'ph-0787': 'readable, but no number of the plan',
  'ph-0791': 'readable, but no number of the plan',
  'ph-0793': 'readable, but no number of the plan',
  'ph-0797': 'readable, but no number of the plan',
  'ph-0799': 'readable, but no number of the plan',
};

/** A whole number, then a word and digits that are none: the number is judged, the rest waits for a person. */
const WHOLE_BESIDE_UNREADABLE: readonly string[] = ['ph-0297'];

const phones = z.array(
  z.object({
    id: z.string(),
    input: z.string(),
    expected_e164: z.string().nullable(),
    expected_all: z.array(z.string()).optional(),
    expected_ext: z.string().optional(),
  }),
);
const ranges = z.object({ ranges: z.array(z.object({ e164_prefix: z.string(), count: z.number() })) });

describe.skipIf(skippedWithoutCorpora !== null)(
  `the phone cells of public test suites ${skippedWithoutCorpora ?? ''}`,
  () => {
    const cells = phones.parse(readCorpus('phones.json') ?? []);

    test('are all there', () => {
      expect(cells.length).toBeGreaterThanOrEqual(424);
      expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
    });

    test('read as expected, but for a written list of differences', () => {
      const differing = cells.filter((cell) => !isAsExpected(cell)).map(({ id }) => id);
      expect(differing.toSorted()).toEqual(Object.keys(DIFFERENCES).toSorted());
    });

    test('differ for the reason that is written beside them', () => {
      const wrong = cells.filter(({ id, input }) => {
        const written = DIFFERENCES[id];
        return written !== undefined && reasonOf(input) !== written;
      });
      expect(wrong.map(({ id }) => id)).toEqual([]);
    });

    test('may be rung only where the corpus knows the same number', () => {
      const wronglyCallable = cells.filter(({ input, expected_e164, expected_all }) =>
        readPhoneCell(input).points.some(
          (point) =>
            point.kind === 'number' &&
            point.numberStatus.kind === 'callable' &&
            ![...(expected_all ?? []), expected_e164].includes(point.number),
        ),
      );
      expect(wronglyCallable.map(({ id }) => id)).toEqual(WHOLE_BESIDE_UNREADABLE);
    });

    test('keep an extension beside the number', () => {
      const lost = cells.filter(
        ({ input, expected_ext }) =>
          expected_ext !== undefined && !readPhoneCell(input).residue.includes(expected_ext),
      );
      expect(lost.map(({ id }) => id)).toEqual([]);
    });
  },
);

describe.skipIf(skippedWithoutCorpora !== null)(
  `the numbers kept for drama ${skippedWithoutCorpora ?? ''}`,
  () => {
    const { ranges: kept } = ranges.parse(readCorpus('drama-ranges.json') ?? { ranges: [] });

    test('are the ranges that the reader knows, no more and no fewer', () => {
      expect(kept.map(({ e164_prefix }) => e164_prefix.slice(3)).toSorted()).toEqual(
        [...DRAMA_RANGES].map(String).toSorted(),
      );
    });

    test('are ordinary lines throughout, but for premium rate', () => {
      const odd = kept.flatMap(({ e164_prefix, count }) =>
        Array.from({ length: count }, (_, index) => `${e164_prefix}${String(index).padStart(3, '0')}`).filter(
          (number) => {
            const [point] = readPhoneCell(number).points;
            const wanted = e164_prefix.startsWith('+449') ? 'not-callable' : 'callable';
            return point?.kind !== 'number' || point.number !== number || point.numberStatus.kind !== wanted;
          },
        ),
      );
      expect(odd).toEqual([]);
    });
  },
);

interface PhoneCell {
  readonly input: string;
  readonly expected_e164: string | null;
  readonly expected_all?: readonly string[] | undefined;
}

function isAsExpected({ input, expected_e164, expected_all }: PhoneCell): boolean {
  const { points } = readPhoneCell(input);
  const numbers = points.flatMap((point) => (point.kind === 'number' ? [point.number] : []));
  if (expected_all !== undefined) {
    return numbers.length === points.length && numbers.join() === expected_all.join();
  }
  return (points.length === 1 ? (numbers[0] ?? null) : null) === expected_e164;
}

function reasonOf(input: string): Reason | null {
  const [point] = readPhoneCell(input).points;
  if (point?.kind !== 'number') return 'left to a person';
  switch (point.numberStatus.kind) {
    case 'invalid':
      return 'readable, but no number of the plan';
    case 'not-callable':
      return 'read, and reviewed as a service';
    case 'non-uk':
      return 'read, and reviewed as foreign';
    case 'callable':
    case 'crown-dependency':
      return null;
  }
}

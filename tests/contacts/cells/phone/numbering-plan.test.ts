/** The table of the numbering plan against the metadata it was made from. */
import { describe, expect, test, vi } from 'vitest';
import { isDramaNumber } from '../../../../src/contacts/cells/phone/drama-ranges.js';
import { askPlan, numberStatusOf } from '../../../../src/contacts/cells/phone/number-status.js';
import { RUNS } from '../../../../src/contacts/cells/phone/numbering-plan.js';
import { below, randomFrom } from '../../csv/damaged-lists.js';

vi.setConfig({ testTimeout: 120_000 });

const LENGTHS = [9, 10] as const;

/** Numbers on both sides of each place where another status begins, and some drawn at random. */
function numbersOf(length: 9 | 10): readonly string[] {
  const random = randomFrom(length);
  const behind = (): string => String(below(random, 10 ** (length - 6))).padStart(length - 6, '0');
  const edges = RUNS[length].split(' ').flatMap((run) => {
    const from = Number(run.slice(0, 6));
    return [from, from - 1, from + 1];
  });
  const drawn = Array.from({ length: 8000 }, () => 100_000 + below(random, 900_000));
  return [...edges, ...drawn].filter((from) => from >= 100_000).map((from) => `${from}${behind()}`);
}

describe.for(LENGTHS)('the table of numbers of %i digits', (length) => {
  test('says what the metadata says', () => {
    for (const number of numbersOf(length)) {
      const isToldByRange = /^9|^8[47]|^70|^76(?!24)/.test(number) || isDramaNumber(Number(number));
      if (!isToldByRange) expect(numberStatusOf(number), number).toEqual(askPlan(number));
    }
  });
});

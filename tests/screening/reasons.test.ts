/** The catalogue of reason codes, which is collected from the rules. */
import { describe, expect, test } from 'vitest';
import { isReasonCode, reasonCodes } from '../../src/screening/precedence.js';
import type { Decision } from '../../src/screening/rule.js';
import { reasons } from '../../src/screening/rules/index.js';

test.for([...reasonCodes])(
  '%s has a title without a final stop, and a law or the word that it is none',
  (code) => {
    expect(reasons[code].title).toMatch(/^[A-Z].*[^.]$/);
    expect(reasons[code].law).toMatch(/\d|^house setting|^Isle of Man|the controller's own direction/);
  },
);

test('no title says that a contact is safe, legal or compliant', () => {
  const titles = reasonCodes.map((code) => reasons[code].title).join('\n');
  expect(titles).not.toMatch(/\b(?:safe|legal|compliant|compliance)\b/i);
});

test.for<[string, boolean]>([
  ['tps-listed', true],
  ['deceased', true],
  ['no-consent', true],
  ['settled-by-review', false],
  ['toString', false],
  ['', false],
])('%j is a reason code: %s', ([text, answer]) => {
  expect(isReasonCode(text)).toBe(answer);
});

describe('a person may settle', () => {
  const SETTLED: Readonly<Record<string, readonly Decision[]>> = {
    'opt-out-in-text': ['clear', 'refused', 'dead'],
    'flag-unread': ['clear', 'refused', 'dead'],
    'number-ambiguous': ['choose'],
    'child-contact': ['clear'],
    'subscriber-kind-unknown': ['clear'],
  };

  test.for(Object.entries(SETTLED))('%s, by %j', ([code, decisions]) => {
    expect(isReasonCode(code) && reasons[code].settledBy).toEqual(decisions);
  });

  test('no other reason: what the law or the evidence lacks is not settled by looking', () => {
    const settled = reasonCodes.filter((code) => reasons[code].settledBy !== null);
    expect(settled.toSorted()).toEqual(Object.keys(SETTLED).toSorted());
  });
});

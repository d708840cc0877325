import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findWords, findWordsClosely } from '../../../src/contacts/vocabulary/find-words.js';
import {
  findWordsInName,
  findWordsInNameClosely,
} from '../../../src/contacts/vocabulary/find-words-in-name.js';
import { Grammar, type Rule } from '../../../src/contacts/vocabulary/grammar.js';
import type { FindingKind, Way } from '../../../src/contacts/vocabulary/meanings.js';
import { anchorWords, mayHoldWordsIn, scanForWords } from '../../../src/contacts/vocabulary/prefilter.js';
import { EXCUSING_RULES, FINDING_RULES } from '../../../src/contacts/vocabulary/rules.js';
import { tokensOf } from '../../../src/contacts/vocabulary/tokens.js';
import { undoText } from '../../../src/contacts/vocabulary/undo-text.js';

function isMatched<Says>(rule: Rule<Says>, text: string): boolean {
  return new Grammar([rule]).matchesIn(tokensOf(undoText(text))).length > 0;
}

describe('every rule', () => {
  test.for(FINDING_RULES.map((rule) => [rule.source, rule] as const))('%s finds its examples', ([, rule]) => {
    for (const example of rule.examples) {
      expect([example, isMatched(rule, example)]).toEqual([example, true]);
      expect([example, findWords(example).length > 0]).toEqual([example, true]);
    }
  });

  test.for(EXCUSING_RULES.map((rule) => [rule.source, rule] as const))(
    '%s excuses its examples',
    ([, rule]) => {
      for (const example of rule.examples) {
        expect([example, isMatched(rule, example)]).toEqual([example, true]);
        expect([example, findWords(example)]).toEqual([example, []]);
      }
    },
  );
});

describe('what a note says', () => {
  test.for<[string, FindingKind, readonly Way[] | 'all', string]>([
    ['moved; no calls pls', 'refusal', ['calls'], 'no calls'],
    [
      'keen, but Do NOT under any circumstances RING',
      'refusal',
      ['calls'],
      'Do NOT under any circumstances RING',
    ],
    ['no emails please', 'refusal', ['email'], 'no emails'],
    ['no calls, texts or emails', 'refusal', ['calls', 'texts', 'email'], 'no calls'],
    ['no texts, phone is fine', 'refusal', ['texts'], 'no texts'],
    ['do not contact', 'refusal', 'all', 'do not contact'],
    ['email only', 'refusal', ['calls', 'texts', 'post', 'fax', 'social'], 'email only'],
    ['on TPS', 'listing', ['calls'], 'TPS'],
    ['sadly passed away', 'death', 'all', 'passed away'],
    ['donâ€™t call', 'refusal', ['calls'], 'donâ€™t call'],
    ['DO NOT<br>CALL', 'refusal', ['calls'], 'DO NOT<br>CALL'],
    ['do%20not%20call', 'refusal', ['calls'], 'do%20not%20call'],
    ['d\u200bo n\u043et call', 'refusal', ['calls'], 'd\u200bo n\u043et call'],
    ['volunteer; driver; DNC', 'refusal', 'all', 'DNC'],
    ['📵 please', 'refusal', ['calls', 'texts'], '📵'],
    ['take off phone list', 'removal', ['calls'], 'take off phone list'],
  ])('`%s`', ([text, kind, channels, words]) => {
    const [first] = findWords(text);
    const expected = channels === 'all' ? ['calls', 'texts', 'email', 'post', 'fax', 'social'] : channels;
    expect({ kind: first?.kind, channels: first?.channels, words: first?.words }).toEqual({
      kind,
      channels: expected,
      words,
    });
  });

  test('a finding tells where its words stand', () => {
    const text = 'âœ… keen – do\u00a0not ring';
    for (const { start, end, words } of findWords(text)) expect(text.slice(start, end)).toBe(words);
    expect(findWords(text)).toHaveLength(1);
  });

  test('words that excuse one refusal leave another alone', () => {
    expect(findWords('no calls after 9pm').map(({ words }) => words)).toEqual([]);
    expect(findWords('no calls after 9pm. do not email').map(({ words }) => words)).toEqual(['do not email']);
    expect(findWords('husband died, do not ring').map(({ kind }) => kind)).toEqual(['refusal']);
  });
});

describe('the cell of a name', () => {
  test.for<[string, readonly FindingKind[]]>([
    ['Ann Example (DO NOT CALL)', ['refusal']],
    ["Mr Example (dec'd)", ['death']],
    ['The late John', ['death']],
    ['Estate of J Example', ['death']],
    ['Exors of J Example', ['death']],
    ['Ann (late)', ['death']],
    ['Example - TPS', ['listing']],
    ['Refused', ['refusal']],
    ['Dead', ['death']],
    ...[
      'Mrs Dead',
      'Ann Stop',
      'Stop Example',
      'Late',
      'Dunne',
      'Call',
      'Ring',
      'Phone',
      'Post',
      'Will',
      'Mark',
    ].map((name): [string, readonly FindingKind[]] => [name, []]),
    ...[
      'Ann Late',
      'Mark Post',
      'Will Call',
      'Hope Never',
      'Rip van Example',
      'Call & Phone Ltd',
      'TPS Ltd',
    ].map((name): [string, readonly FindingKind[]] => [name, []]),
  ])('`%s`', ([name, kinds]) => {
    expect(findWordsInName(name).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe('the quick look', () => {
  const words = [...anchorWords()];
  const examples = [...FINDING_RULES, ...EXCUSING_RULES].flatMap((rule) => rule.examples);
  const pieces = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom(...examples),
    fc.constantFrom(
      'not',
      'do',
      'no',
      'to',
      'be',
      'call',
      'd0',
      'n0t',
      'c@ll',
      'donotcall',
      'phoneoptout',
      'Ann',
      '5',
      'x',
    ),
    fc.string({ maxLength: 6 }),
  );
  const glue = fc.constantFrom(
    ' ',
    ' ',
    '',
    ', ',
    '. ',
    '?',
    '/',
    '-',
    "'",
    ': ',
    '\n',
    '&nbsp;',
    '_',
    '@',
    '1',
  );
  const sentences = fc
    .array(fc.tuple(pieces, glue), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.map(([piece, sign]) => piece + sign).join(''));

  test('never skips an example of a rule', () => {
    for (const example of FINDING_RULES.flatMap((rule) => rule.examples))
      expect([example, mayHoldWordsIn(example)]).toEqual([example, true]);
  });

  test('never skips what is found, in notes or names, and says the same of bytes', () => {
    fc.assert(
      fc.property(sentences, (text) => {
        const found = findWordsClosely(text).length + findWordsInNameClosely(text).length;
        const bytes = Buffer.from(text);
        expect(mayHoldWordsIn(text)).toBe(scanForWords(bytes, 0, bytes.length));
        if (found > 0) expect(mayHoldWordsIn(text)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  test.for(['Ann Example', '12 High Street, Leeds', 'keen gardener', '07700 900123', 'M-10492', ''])(
    'skips `%s`',
    (text) => {
      expect(mayHoldWordsIn(text)).toBe(false);
    },
  );
});

describe('a hostile text', () => {
  test.for([
    ['of one word', 'not '.repeat(20_000)],
    ['of openings', 'do not '.repeat(10_000)],
    ['of single letters', 'd o n o t '.repeat(8_000)],
    ['without a blank', 'donotcall'.repeat(8_000)],
    ['of entities', '&#68;'.repeat(15_000)],
    ['of misread bytes', 'Ã¢â‚¬â„¢'.repeat(8_000)],
    ['of open tags', '<b '.repeat(20_000)],
    ['of refusals', 'no calls, do not ring, on TPS. '.repeat(2_000)],
  ])('%s is read to its end', ([, text = '']) => {
    const found = findWordsClosely(`${text}; do not ring`);
    expect(found.at(-1)?.words.endsWith('do not ring')).toBe(true);
  });
});

test.for<[string, boolean]>([
  ['END', true],
  ['End.', true],
  ['likes tea, and a garden\nend', false],
  ['tea; end', false],
])('`%s` is a reply that refuses: %s', ([text, isRefusal]) => {
  expect(findWords(text).length > 0).toBe(isRefusal);
});

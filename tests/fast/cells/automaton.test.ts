/** An automaton accepts what the pattern of the same grammar accepts: the two readers of one declaration are one. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLAIN_EMAIL, PLAIN_ID, PLAIN_NUMBERS } from '../../../src/contacts/cells/plain-cells.js';
import {
  character,
  either,
  type Grammar,
  patternOf,
  repeat,
  sequence,
} from '../../../src/contacts/text/grammar.js';
import { Automaton } from '../../../src/fast/cells/automaton.js';

const SMALL: readonly (readonly [name: string, grammar: Grammar, accepted: string[], refused: string[]])[] = [
  ['a sequence', sequence('ab', character('09')), ['ab0', 'ab9'], ['', 'ab', 'ab00', 'b0', 'ab:']],
  ['alternatives', either('ab', 'ac'), ['ab', 'ac'], ['a', 'abc', 'ad']],
  ['any number of times', repeat(character('a'), 0), ['', 'a', 'aaaa'], ['b', 'ab']],
  ['two times at least', repeat(character('a'), 2), ['aa', 'aaa'], ['', 'a', 'aab']],
  ['two or three times', repeat(sequence('ab'), 2, 3), ['abab', 'ababab'], ['ab', 'aba', 'abababab']],
  [
    'repeats within repeats',
    repeat(sequence(repeat(character('a'), 1), '.'), 1),
    ['a.', 'aa.a.'],
    ['.', 'a', 'a..'],
  ],
];

describe.for(SMALL)('%s', ([, grammar, accepted, refused]) => {
  test.for(accepted)('accepts `%s`', (text) => {
    expect([accepts(grammar, text), patternOf(grammar).test(text)]).toEqual([true, true]);
  });

  test.for(refused)('refuses `%s`', (text) => {
    expect([accepts(grammar, text), patternOf(grammar).test(text)]).toEqual([false, false]);
  });
});

test('of two grammars the first that accepts is named', () => {
  const automaton = Automaton.of([sequence('ab'), repeat(character('az'), 0)]);
  const named = ['ab', 'abc', '', '1'].map((text) => automaton.accept(Buffer.from(text), 0, text.length));
  expect(named).toEqual([1, 2, 2, 0]);
});

const DECLARED: readonly (readonly [name: string, grammar: Grammar])[] = [
  ...PLAIN_NUMBERS.map(({ grammar, digits, repair }) => [`number of ${digits}, ${repair}`, grammar] as const),
  ['email', PLAIN_EMAIL],
  ['id', PLAIN_ID],
];

test.for(DECLARED)('%s: pattern and automaton accept the same', ([, grammar]) => {
  const pattern = patternOf(grammar);
  let both = 0;
  fc.assert(
    fc.property(fc.oneof(drawn(grammar), slightlyWrong(drawn(grammar))), (text) => {
      const isAccepted = accepts(grammar, text);
      expect(isAccepted, text).toBe(pattern.test(text));
      if (isAccepted) both += 1;
    }),
    { numRuns: 3000 },
  );
  expect(both).toBeGreaterThan(1000);
});

test('no cell is of two forms of a number', () => {
  const patterns = PLAIN_NUMBERS.map(({ grammar }) => patternOf(grammar));
  for (const { grammar } of PLAIN_NUMBERS) {
    fc.assert(
      fc.property(drawn(grammar), (text) => patterns.filter((pattern) => pattern.test(text)).length === 1),
    );
  }
});

const automata = new Map<Grammar, Automaton>();

/** The text stands between others, as a cell does. */
function accepts(grammar: Grammar, text: string): boolean {
  const automaton = automata.get(grammar) ?? Automaton.of([grammar]);
  automata.set(grammar, automaton);
  const bytes = Buffer.from(`1${text}1`);
  return automaton.accept(bytes, 1, bytes.length - 1) === 1;
}

/** Texts that the grammar accepts. */
function drawn(grammar: Grammar): fc.Arbitrary<string> {
  switch (grammar.kind) {
    case 'character':
      return fc.constantFrom(...grammar.of).map((code) => String.fromCharCode(code));
    case 'sequence':
      return fc.tuple(...grammar.parts.map(drawn)).map((parts) => parts.join(''));
    case 'either':
      return fc.oneof(...grammar.options.map(drawn));
    case 'repeat':
      return fc
        .array(drawn(grammar.part), {
          minLength: grammar.fewest,
          maxLength: Math.min(grammar.most ?? Number.POSITIVE_INFINITY, grammar.fewest + 3),
        })
        .map((parts) => parts.join(''));
  }
}

/** The same with one character changed, added or left out. */
function slightlyWrong(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const change = fc.constantFrom('', '0', '4', '5', ' ', '  ', '-', '.', '(', ')', '@', '_', 'a', 'é');
  return fc.tuple(texts, change, fc.nat(), fc.nat(1)).map(([text, sign, at, cut]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + sign + text.slice(place + cut);
  });
}

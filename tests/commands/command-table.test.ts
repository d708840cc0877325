/** The table of a command: one declaration gives commander its options, the help its text and the command its values. */
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  addCommand,
  argument,
  choice,
  flag,
  type Given,
  option,
  parsedBy,
  repeated,
  TEXT,
  TEXTS,
} from '../../src/commands/command-table.js';

const LENGTH = parsedBy((text) => (/^\d+$/u.test(text) ? Number(text) : undefined), 'Write a whole number.');
const OF_CAKES = {
  icing: option('--icing <colour>', 'of cakes', TEXT),
  candles: flag('--candles', 'of cakes'),
};
const takes = {
  files: argument('<files...>', 'what to bake', z.array(z.string())),
  oven: option('--oven <name>', 'where', z.string()),
  minutes: option('--minutes <n>', 'how long', LENGTH.default(40)),
  heat: choice('--heat <level>', 'how hot', ['low', 'high']),
  add: repeated('--add <spice>', 'what to add', TEXTS),
  hasLid: flag('--no-lid', 'without a lid'),
  ...OF_CAKES,
};

interface Baked {
  readonly given: Given<typeof takes> | null;
  readonly ofCakes: readonly string[];
  readonly said: string;
}

async function bake(...argv: string[]): Promise<Baked> {
  let [given, ofCakes, said]: [Baked['given'], Baked['ofCakes'], string] = [null, [], ''];
  const hear = (text: string): void => {
    said += text;
  };
  const program = new Command('kitchen').exitOverride().configureOutput({ writeOut: hear, writeErr: hear });
  addCommand(program, {
    name: 'bake',
    summary: 'bake',
    description: 'Bakes.',
    takes,
    helpAfter: '\nExample:\n  kitchen bake bread',
    act: (got, typed) => {
      given = got;
      ofCakes = typed(OF_CAKES);
    },
  });
  await program.parseAsync(['bake', ...argv], { from: 'user' }).catch(() => undefined);
  return { given, ofCakes, said };
}

const plain = { files: ['bread'], oven: 'stone', minutes: 40, add: [], hasLid: true, candles: false };

describe('a command gets', () => {
  test.for<[string, string[], Partial<Given<typeof takes>>]>([
    ['the default of each option that was not typed', [], {}],
    ['the value that a text stands for', ['--minutes', '25'], { minutes: 25 }],
    ['one of the choices', ['--heat', 'high'], { heat: 'high' }],
    [
      'every value of an option that was repeated',
      ['--add', 'salt', '--add', 'rye'],
      { add: ['salt', 'rye'] },
    ],
    ['a flag that was typed', ['--candles'], { candles: true }],
    ['false for a flag that begins with --no-', ['--no-lid'], { hasLid: false }],
    ['all arguments', ['rolls'], { files: ['bread', 'rolls'] }],
  ])('%s', async ([, argv, wanted]) => {
    const { given } = await bake('bread', '--oven', 'stone', ...argv);
    expect(given).toEqual({ ...plain, ...wanted });
  });

  test('nothing of an earlier run in the same process', async () => {
    await bake('bread', '--oven', 'stone', '--add', 'salt');
    expect((await bake('bread', '--oven', 'stone')).given).toEqual(plain);
  });
});

describe('commander reports', () => {
  test.for<[string, string[], string]>([
    [
      'a value that the schema refuses',
      ['--oven', 'o', '--minutes', 'long'],
      "error: option '--minutes <n>' argument 'long' is invalid. Write a whole number.",
    ],
    ['a value that is no choice', ['--oven', 'o', '--heat', 'mild'], 'Allowed choices are low, high.'],
    ['an option whose schema needs a value', [], "error: required option '--oven <name>' not specified"],
    ['an option that is not in the table', ['--oven', 'o', '--salt'], "error: unknown option '--salt'"],
  ])('%s', async ([, argv, sentence]) => {
    const { given, said } = await bake('bread', ...argv);
    expect(given).toBeNull();
    expect(said).toContain(sentence);
  });
});

test('the help shows the default of the schema', async () => {
  const { said } = await bake('--help');
  expect(said).toMatch(/--minutes <n>\s+how long \(default: 40\)/u);
  expect(said).toMatch(/--oven <name>\s+where\n/u);
});

test('the options of one mode that were typed can be named, even where their value is the default', async () => {
  const typed = await bake('bread', '--oven', 'o', '--minutes', '40', '--icing', '', '--candles');
  expect(typed.ofCakes).toEqual(['--icing', '--candles']);
  expect((await bake('bread', '--oven', 'o', '--minutes', '40')).ofCakes).toEqual([]);
});

test('an entry without flags is a bug that shows when the program is built', () => {
  const added = { name: 'bake', summary: '', description: '', helpAfter: '', act: () => undefined };
  expect(() => addCommand(new Command(), { ...added, takes: { oven: z.string() } })).toThrow(
    'declared without its flags',
  );
});

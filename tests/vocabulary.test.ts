/** One word an idea: words that the source gave up stay out of it, in names, comments and messages alike. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/** What is not said, and what is said in its place. */
const GIVEN_UP: readonly (readonly [pattern: RegExp, instead: string])[] = [
  [/\bmend(?:s|ed|ing)?\b/iu, 'repair (a number), correct or put right (a file)'],
  [/\bglanc(?:e|es|ed|ing)\b/iu, 'scan'],
  [/\bdull\b/iu, 'has nothing to report'],
  [/\b(?:thread ?)?lanes?\b/iu, 'worker'],
  [/\bsieves?\b/iu, 'prefilter'],
  [/\bskim(?:s|med|mer|ming)?\b/iu, 'prefilter'],
  [/\bshort ways?\b/iu, 'fast path'],
  [/\bas ever\b/iu, 'as before, or leave it out'],
  [/\b(?:numberStanding|standingOf)\b/u, 'number status'],
];

function sources(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|js)$/u.test(name))
    .map((name) => join(folder, name));
}

/** Data in other people's words, which says what it says. */
const DATA = /vocabulary[\\/](?:words|rules|read-header)|accounting[\\/]everyday/u;

test.for(GIVEN_UP)('%s is not said; say: %s', ([pattern]) => {
  const found = [...sources('src'), ...sources('bin'), ...sources('scripts')]
    .filter((path) => !DATA.test(path))
    .flatMap((path) =>
      readFileSync(join(ROOT, path), 'utf8')
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
    );
  expect(found).toEqual([]);
});

test('commands speak plain words in README, too', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  expect(GIVEN_UP.filter(([pattern]) => pattern.test(readme)).map(([, instead]) => instead)).toEqual([]);
});

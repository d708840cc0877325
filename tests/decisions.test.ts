/** The decisions on open questions of the law: each in one form, and each held by a test that is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = join(ROOT, 'decisions');
const INDEX = '000-how-decisions-are-kept.md';
const HEADINGS = ['Date', 'Law', 'Decision', 'Reason', 'Held by'];

interface Decision {
  readonly title: string;
  readonly headings: readonly string[];
  readonly date: string;
  readonly heldBy: string;
  readonly lines: number;
}

function readDecision(file: string): Decision {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const [top = '', ...parts] = text.split(/^## /mu);
  const sections = new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end).trim()] as const;
    }),
  );
  return {
    title: top.trim().replace(/^# /u, ''),
    headings: parts.map((part) => part.slice(0, part.indexOf('\n'))),
    date: sections.get('Date') ?? '',
    heldBy: sections.get('Held by') ?? '',
    lines: text.trimEnd().split('\n').length,
  };
}

/** Whether the text of a test file has this very name, in quotes of any kind. */
function namesTest(text: string, name: string): boolean {
  return [`'${name}'`, `"${name}"`, `\`${name}\``].some((quoted) => text.includes(quoted));
}

const files = readdirSync(FOLDER).sort();
const decisions = files.filter((file) => file !== INDEX);

test('decisions are numbered without gaps, and nothing else is in the folder', () => {
  expect(files[0]).toBe(INDEX);
  const numbers = decisions.map((file) => /^(\d{3})-[a-z0-9-]+\.md$/u.exec(file)?.[1]);
  expect(numbers).toEqual(decisions.map((_, place) => String(place + 1).padStart(3, '0')));
});

test('the index has one line for each decision, with its title', () => {
  const lines = readFileSync(join(FOLDER, INDEX), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('- ['));
  expect(lines).toEqual(
    decisions.map((file) => `- [${file.slice(0, 3)}](${file}) ${readDecision(file).title}`),
  );
});

describe.for(decisions)('%s', (file) => {
  const decision = readDecision(file);

  test('states one decision under the headings, in order', () => {
    expect(decision.title.split(' ').length).toBeGreaterThan(3);
    expect(decision.headings).toEqual(HEADINGS);
    expect(decision.lines).toBeLessThanOrEqual(25);
  });

  test('has the day it was decided', () => {
    expect(decision.date).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    expect(new Date(`${decision.date}T00:00:00Z`).toISOString()).toContain(decision.date);
  });

  test('is held by tests that are there', () => {
    const holders = decision.heldBy.split('\n');
    expect(holders.length).toBeGreaterThan(0);
    for (const holder of holders) {
      const [, path = '', name = ''] = /^- `(tests\/[^`]+\.ts)`: (.+)$/u.exec(holder) ?? [];
      expect(path, holder).not.toBe('');
      expect(existsSync(join(ROOT, path)), path).toBe(true);
      expect(namesTest(readFileSync(join(ROOT, path), 'utf8'), name), `${path}: ${name}`).toBe(true);
    }
  });
});

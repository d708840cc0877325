/** Every rule has its page, every page its headings, every reason code its one place. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isReasonCode, reasonCodes } from '../src/screening/reasons.js';

const rulesFolder = new URL('../src/screening/rules', import.meta.url);

/** Pages of what is no rule in the index: the keys that several bars share, and two codes that no one rule raises. */
const PAGES_WITHOUT_A_RULE = [
  'campaign-facts',
  'consent',
  'corporate-subscriber',
  'nothing-known',
  'soft-opt-in',
];

const SECTIONS = ['Question', 'What the law says', 'How this tool decides', 'What to do', 'Known limits'];

interface Section {
  readonly title: string;
  readonly body: string;
}

interface Page {
  readonly name: string;
  /** From the folder of the rules. */
  readonly path: string;
  readonly text: string;
  readonly titles: readonly string[];
  readonly sections: readonly Section[];
  /** What stands behind `###`, wherever it stands. */
  readonly codeHeadings: readonly string[];
}

/** The rules as the index imports them; `import type` brings no rule. */
function rulesOfIndex(): readonly string[] {
  const index = readFileSync(new URL('index.ts', rulesFolder), 'utf8');
  return captures(index, /^import \{[^}]*\} from '\.\/([a-z0-9/-]+)\.js';$/gm);
}

function readPage(path: string): Page {
  const text = readFileSync(new URL(path, rulesFolder), 'utf8');
  return {
    name: basename(path, '.md'),
    path,
    text,
    titles: captures(text, /^# (.*)$/gm),
    sections: text
      .split(/^## /m)
      .slice(1)
      .map((section) => {
        const [title = '', ...lines] = section.split('\n');
        return { title, body: lines.join('\n') };
      }),
    codeHeadings: captures(text, /^###+ (.*)$/gm),
  };
}

function captures(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, captured]) => (captured === undefined ? [] : [captured]));
}

/** The text below each `###` of a section. */
function codeTexts(body: string): readonly string[] {
  return body
    .split(/^### /m)
    .slice(1)
    .map((part) => part.split('\n').slice(1).join('\n').trim());
}

const rules = rulesOfIndex();
const pages = readdirSync(rulesFolder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map(readPage);

test('the index imports rules', () => {
  expect(rules).toContain('registers/register-listing');
});

test('every rule of the index has a page, and no page is left over', () => {
  const names = pages.map(({ name }) => name).sort();
  expect(names).toEqual([...rules, ...PAGES_WITHOUT_A_RULE].map((path) => basename(path)).sort());
});

describe.each(pages)('the page $name', ({ titles, path, text, sections, codeHeadings }) => {
  test('has a question as its title', () => {
    expect(titles).toHaveLength(1);
    expect(text).toMatch(/^# [A-Z].*\?\n/);
  });

  test('has the five sections in their order, none of them empty', () => {
    expect(sections.map(({ title }) => title)).toEqual(SECTIONS);
    for (const { title, body } of sections) expect(body.trim(), title).not.toBe('');
  });

  test('has only codes of the catalogue as further headings, each with its text, in the third section', () => {
    const body = sections.find(({ title }) => title === 'How this tool decides')?.body ?? '';
    expect(captures(body, /^###+ (.*)$/gm)).toEqual(codeHeadings);
    expect(codeHeadings.filter((heading) => codeIn(heading) === null)).toEqual([]);
    expect(codeTexts(body)).not.toContain('');
  });

  test('links only to pages that are there', () => {
    const linked = captures(text, /\]\(([^):]+\.md)\)/g);
    expect(linked.filter((to) => !existsSync(new URL(to, new URL(path, rulesFolder))))).toEqual([]);
  });
});

test('every reason code is the heading of exactly one page', () => {
  const placesOf = new Map<string, string[]>();
  for (const { name, codeHeadings } of pages) {
    for (const heading of codeHeadings) {
      const code = codeIn(heading) ?? heading;
      placesOf.set(code, [...(placesOf.get(code) ?? []), name]);
    }
  }
  const misplaced = reasonCodes
    .map((code) => ({ code, pages: placesOf.get(code) ?? [] }))
    .filter((place) => place.pages.length !== 1);
  expect(misplaced).toEqual([]);
});

/** The reason code that a heading holds in backticks, or null where it holds none. */
function codeIn(heading: string): string | null {
  const [code] = captures(heading, /^`([^`]+)`$/g);
  return code !== undefined && isReasonCode(code) ? code : null;
}

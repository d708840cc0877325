/** Every rule has its page, every page its headings, every reason code its one place. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isReasonCode, reasonCodes } from '../src/screening/precedence.js';
import type { Codes } from '../src/screening/rule.js';
import { campaignFactCodes } from '../src/screening/rules/campaign-facts.js';
import { consentCodes } from '../src/screening/rules/consent/consent.js';
import { corporateSubscriberCodes } from '../src/screening/rules/consent/corporate-subscriber.js';
import { softOptInCodes } from '../src/screening/rules/consent/soft-opt-in.js';
import { campaignRules, contactRules } from '../src/screening/rules/index.js';
import { nothingKnownCodes } from '../src/screening/rules/nothing-known.js';

const rulesFolder = new URL('../src/screening/rules/', import.meta.url);

/** The codes of each home: of every rule, and those that several rules share or none raises. */
const homes: ReadonlyMap<string, Codes> = new Map<string, Codes>([
  ...[...campaignRules, ...contactRules].map(({ id, codes }) => [id, codes] as const),
  ['campaign-facts', campaignFactCodes],
  ['consent', consentCodes],
  ['corporate-subscriber', corporateSubscriberCodes],
  ['nothing-known', nothingKnownCodes],
  ['soft-opt-in', softOptInCodes],
]);

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
  /** The headings of the third level, in every section. */
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
  expect(names).toEqual(rules.map((path) => basename(path)).sort());
});

test('every reason code has one home', () => {
  const codes = [...homes.values()].flatMap((codes) => Object.keys(codes));
  expect(codes.toSorted()).toEqual(reasonCodes.toSorted());
});

describe.each(pages)('the page $name', ({ name, titles, path, text, sections, codeHeadings }) => {
  test('has a question as its title', () => {
    expect(titles).toHaveLength(1);
    expect(text).toMatch(/^# [A-Z].*\?\n/);
  });

  test('has the five sections in their order, none of them empty', () => {
    expect(sections.map(({ title }) => title)).toEqual(SECTIONS);
    for (const { title, body } of sections) expect(body.trim(), title).not.toBe('');
  });

  test('has the codes of its rule as further headings, each with its text, in the third section', () => {
    const body = sections.find(({ title }) => title === 'How this tool decides')?.body ?? '';
    expect(captures(body, /^###+ (.*)$/gm)).toEqual(codeHeadings);
    expect(codeHeadings.map(codeIn).toSorted()).toEqual(Object.keys(homes.get(name) ?? {}).toSorted());
    expect(codeTexts(body)).not.toContain('');
  });

  test('links only to pages that are there', () => {
    const linked = captures(text, /\]\(([^):]+\.md)\)/g);
    expect(linked.filter((to) => !existsSync(new URL(to, new URL(path, rulesFolder))))).toEqual([]);
  });
});

/** The reason code that a heading holds in backticks, or null where it holds none. */
function codeIn(heading: string): string | null {
  const [code] = captures(heading, /^`([^`]+)`$/g);
  return code !== undefined && isReasonCode(code) ? code : null;
}

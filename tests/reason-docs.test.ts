/** The pages of the reason codes are generated from the pages of the rules, and are not kept in git. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  catalogueAsMarkdown,
  describeReason,
  reasonAsMarkdown,
} from '../src/reports/explain/reason-pages.js';
import { reasonCodes } from '../src/screening/precedence.js';
import { reasons } from '../src/screening/rules/index.js';

/** Where `npm run docs` puts the pages. */
const FOLDER = resolve(import.meta.dirname, '../docs/reasons');
const HEADINGS = ['Question', 'How this tool decides', 'What the law says', 'What to do', 'Known limits'];

describe.each(reasonCodes)('the page of %s', (code) => {
  const page = reasonAsMarkdown(code, '../../src/screening/rules');

  test('has its title, effect and law first, and every section', () => {
    const { title, law } = reasons[code];
    const [heading, , about] = page.split('\n');
    expect(heading).toBe(`# \`${code}\`: ${title}`);
    expect(about?.endsWith(`; ${law}`)).toBe(true);
    const parts = page.split(/^## /mu).slice(1);
    expect(parts.map((part) => part.split('\n')[0])).toEqual(HEADINGS);
    for (const part of parts) expect(part.split('\n').slice(1).join('').trim()).not.toBe('');
  });

  test('links to files that are there', () => {
    const dead = linksIn(page).filter((to) => !to.startsWith('https:') && !existsSync(resolve(FOLDER, to)));
    expect(dead).toEqual([]);
  });

  test('has no link to a file on a terminal, and the same words otherwise', () => {
    const shown = describeReason(code);
    expect(linksIn(shown).filter((to) => !to.startsWith('https:'))).toEqual([]);
    expect(shown).toContain(reasons[code].title);
  });
});

test('a link is shown with the name of the rule, where its text does not say it', () => {
  const page = describeReason('consent-valid');
  expect(page).toContain('[regulation 22(2)](https://www.legislation.gov.uk/uksi/2003/2426/regulation/22)');
  expect(page).toContain('a listing (register-listing)');
  expect(page).toContain('claims management,');
});

test('the table names every code with its law and links to its page', () => {
  const rows = catalogueAsMarkdown().split('\n').slice(4, -1);
  expect(rows).toHaveLength(reasonCodes.length);
  for (const [index, code] of reasonCodes.entries()) {
    expect(rows[index]).toContain(`[\`${code}\`](${code}.md)`);
    expect(rows[index]).toContain(` | ${reasons[code].title} | ${reasons[code].law} |`);
  }
});

function linksIn(page: string): readonly string[] {
  return [...page.matchAll(/\]\(([^)]+)\)/gu)].flatMap(([, to]) => (to === undefined ? [] : [to]));
}

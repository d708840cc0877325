/** `docs/reasons` is generated from the pages of the rules; `UPDATE_CASES=1` writes it. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reasonAsMarkdown } from '../src/reports/explain/reason-pages.js';
import { reasonCodes } from '../src/screening/precedence.js';

const folder = new URL('../docs/reasons', import.meta.url);
const HEADINGS = ['Question', 'How this tool decides', 'What the law says', 'What to do', 'Known limits'];

if (process.env.UPDATE_CASES === '1') {
  mkdirSync(folder, { recursive: true });
  for (const code of reasonCodes) writeFileSync(new URL(`${code}.md`, folder), reasonAsMarkdown(code));
}

test('every code has its page in docs/reasons, and no page is left over', () => {
  expect(readdirSync(folder).sort()).toEqual(reasonCodes.map((code) => `${code}.md`).sort());
});

test.for([...reasonCodes])('the page of %s is up to date and whole', (code) => {
  const page = readFileSync(new URL(`${code}.md`, folder), 'utf8');
  expect(page).toBe(reasonAsMarkdown(code));
  const parts = page.split(/^## /mu).slice(1);
  expect(parts.map((part) => part.split('\n')[0])).toEqual(HEADINGS);
  for (const part of parts) expect(part.split('\n').slice(1).join('').trim()).not.toBe('');
});

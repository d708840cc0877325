/** `docs/declared-facts.md` and `docs/campaign.schema.json` are generated; `UPDATE_CASES=1` writes them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { campaignAsJsonSchema, factsAsMarkdown } from '../../src/campaign/facts-pages.js';
import { declaredFacts } from '../../src/screening/facts.js';

const docs = new URL('../../docs/', import.meta.url);
const pages: readonly [string, () => string][] = [
  ['declared-facts.md', factsAsMarkdown],
  ['campaign.schema.json', () => `${JSON.stringify(campaignAsJsonSchema(), null, 2)}\n`],
];

test.for(pages)('%s is up to date', ([name, made]) => {
  const file = new URL(name, docs);
  if (process.env.UPDATE_CASES === '1') writeFileSync(file, made());
  expect(readFileSync(file, 'utf8')).toBe(made());
});

test('the page has every declared fact, in the order of the table', () => {
  const headings = [...factsAsMarkdown().matchAll(/^## `(.*)`$/gmu)].map(([, key]) => key);
  expect(headings).toEqual(declaredFacts.map(({ key }) => key));
});

test('the schema demands what the contract demands, and no more', () => {
  expect(campaignAsJsonSchema()).toMatchObject({
    required: ['controller', 'controller_kind', 'purpose', 'channel', 'list'],
    additionalProperties: false,
    properties: { list: { required: ['controller'], additionalProperties: false } },
  });
});

test.for(declaredFacts)(
  'the schema asks the question of $key where it stands in the file',
  ({ key, question }) => {
    let schema: unknown = campaignAsJsonSchema();
    for (const step of key.split('.')) schema = memberOf(memberOf(schema, 'properties'), step);
    expect(memberOf(schema, 'description')).toContain(question);
  },
);

function memberOf(schema: unknown, name: string): unknown {
  const direct: unknown = Object(schema)[name];
  if (direct !== undefined) return direct;
  // A part that may be left empty stands as one of two.
  const parts: unknown = Object(schema).anyOf;
  return Array.isArray(parts) ? memberOf(parts[0], name) : undefined;
}

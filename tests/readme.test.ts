/** The README is checked against what it describes. UPDATE_DOCS=1 rewrites its generated parts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadSystems } from '../src/contacts/columns/load-systems.js';
import { EFFECT_WORDS } from '../src/reports/explain/reason-pages.js';
import { type ReasonCode, reasonCodes } from '../src/screening/precedence.js';
import { reasons } from '../src/screening/rules/index.js';

const ROOT = resolve(import.meta.dirname, '..');
const README = resolve(ROOT, 'README.md');

/** Those that most lists meet. The table of all is a generated page. */
const MET_MOST_OFTEN: readonly ReasonCode[] = [
  'campaign-fact-missing',
  'list-unauthorised',
  'objection-number',
  'objection-person',
  'opt-out-in-text',
  'tps-listed',
  'register-stale',
  'register-missing',
  'no-consent',
  'consent-evidence-incomplete',
];

describe('README.md', () => {
  test('lists the reason codes that most lists meet, as the catalogue has them', () => {
    const rows = MET_MOST_OFTEN.map((code) => {
      const { title, law, effect } = reasons[code];
      return `| \`${code}\` | ${EFFECT_WORDS[effect]} | ${title} | ${law} |`;
    });
    expectPart(
      'reasons',
      ['| code | effect | means | law |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    );
  });

  test('says how many codes there are', () => {
    expect(readFileSync(README, 'utf8')).toContain(`all ${reasonCodes.length} codes`);
  });

  test('lists every system, by the names that options take', async () => {
    const rows = (await loadSystems())
      .toSorted((one, other) => one.title.localeCompare(other.title, 'en'))
      .map(({ name, title, list, ledger, results, writeBack }) => {
        const cells = [
          list === undefined ? '' : `\`${name}\``,
          ledger === undefined ? '' : `\`${ledger.name ?? name}\``,
          writeBack === undefined ? '' : `\`${name}\``,
          results === undefined ? '' : `\`${name}\``,
        ];
        return `| ${[title, ...cells].join(' | ')} |`;
      });
    const heads = ['system', 'list: `--preset`', 'ledger: `--preset`', '`--write-back`', '`--provider`'];
    expectPart(
      'systems',
      [`| ${heads.join(' | ')} |`, `|${' --- |'.repeat(heads.length)}`, ...rows].join('\n'),
    );
  });

  test('shows the summary of the faction as the fixtures have it', () => {
    const summary = readFileSync(resolve(ROOT, 'fixtures/world/expected/faction/summary.txt'), 'utf8');
    const beginning = summary.split('\n\n').slice(0, 3).join('\n\n').trimEnd();
    expectPart('faction', `\`\`\`\n${beginning}\n\`\`\``);
  });
});

function expectPart(name: string, wanted: string): void {
  const readme = readFileSync(README, 'utf8');
  const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const from = readme.indexOf(start) + start.length;
  const to = readme.indexOf(end);
  expect(to).toBeGreaterThanOrEqual(from);
  if (process.env.UPDATE_DOCS !== undefined) {
    writeFileSync(README, `${readme.slice(0, from)}${wanted}\n${readme.slice(to)}`);
    return;
  }
  expect(readme.slice(from, to).trimEnd()).toBe(wanted);
}

/** The catalogue of reason codes as text, and the page of one code out of the page of its rule. */

import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { ownFolder } from '../../own-files.js';
import { type ReasonCode, reasonCodes } from '../../screening/precedence.js';
import type { ReasonInfo } from '../../screening/rule.js';
import { reasons } from '../../screening/rules/index.js';

const RULE_PAGES = ownFolder('screening/rules');

/** A link from the page of one rule to that of another: its text and the path. */
const LINK_TO_PAGE = /\[([^\]]+)\]\(([a-z./-]+\.md)\)/gu;

const EFFECTS: Readonly<Record<ReasonInfo['effect'], string>> = {
  block: 'blocks',
  review: 'needs a person',
  key: 'opens a bar, or says why it stands',
  positive: 'allows where nothing else stands',
  note: 'a note',
};

/** The same in one word, for a table. */
export const EFFECT_WORDS: Readonly<Record<ReasonInfo['effect'], string>> = {
  block: 'blocks',
  review: 'review',
  key: 'key',
  positive: 'allows',
  note: 'note',
};

/** Every code with its title, what it does and its law. */
export function describeReasons(): string {
  const lines = reasonCodes.map((code) => {
    const { title, law, effect } = reasons[code];
    return `${code}\n  ${title}\n  ${EFFECTS[effect]}; ${law}`;
  });
  return `${lines.join('\n')}\n\nOne code's page: ringfence reasons CODE`;
}

/** What `reasons --json` prints of a code. */
export function reasonAsData(code: ReasonCode): Pick<ReasonInfo, 'title' | 'law' | 'effect'> {
  const { title, law, effect } = reasons[code];
  return { title, law, effect };
}

/** The page of one code for a terminal: its own section first, then the law, what to do and the limits of its rule. */
export function describeReason(code: ReasonCode): string {
  return partsOf(code)
    .join('\n\n')
    .replace(LINK_TO_PAGE, (_, text: string, path: string) => named(text, path));
}

/** A terminal follows no link to a file: the text stays, with the name of the rule where the text does not say it. */
function named(text: string, path: string): string {
  const rule = posix.basename(path, '.md');
  return wordsOf(text) === wordsOf(rule) ? text : `${text} (${rule})`;
}

function wordsOf(text: string): string {
  return text.toLowerCase().replace(/[\s-]+/gu, ' ');
}

/** The head, then the sections, each its heading and its text. */
function partsOf(code: ReasonCode): readonly string[] {
  const { title, law, effect } = reasons[code];
  const head = `${code}: ${title}\n${EFFECTS[effect]}; ${law}`;
  const page = pageOf(code)?.text;
  if (page === undefined) return [head];
  const parts = ['Question', 'What the law says', 'What to do', 'Known limits'].map((heading) => [
    heading,
    sectionOf(page, '##', heading),
  ]);
  const [question = [], theLaw = [], toDo = [], limits = []] = parts;
  const lead =
    sectionOf(page, '##', 'How this tool decides')
      .split(/(?:^|\n)### /u)[0]
      ?.trim() ?? '';
  const own = [
    'How this tool decides',
    [lead, sectionOf(page, '###', `\`${code}\``)].filter((text) => text !== '').join('\n\n'),
  ];
  return [head, ...[question, own, theLaw, toDo, limits].map(([heading, text]) => `${heading}\n\n${text}`)];
}

/**
 * Where the provisions of a code can be read: the links on its page whose regulation or article the code names.
 * A house setting has none.
 */
export function lawLinks(code: ReasonCode): readonly string[] {
  const { law } = reasons[code];
  if (law.startsWith('house setting')) return [];
  const text = sectionOf(pageOf(code)?.text ?? '', '##', 'What the law says');
  const urls = [...text.matchAll(/\]\((https:[^)]+)\)/gu)].flatMap(([, url]) =>
    url === undefined ? [] : [url],
  );
  return [...new Set(urls)].filter((url) =>
    new RegExp(`\\b${url.slice(url.lastIndexOf('/') + 1)}(?![0-9A-Z])`, 'u').test(law),
  );
}

/** The table of every code in Markdown, each a link to its page in the same folder. */
export function catalogueAsMarkdown(): string {
  const rows = reasonCodes.map((code) => {
    const { title, law, effect } = reasons[code];
    return `| [\`${code}\`](${code}.md) | ${EFFECT_WORDS[effect]} | ${title} | ${law} |`;
  });
  return [
    '# Reason codes',
    '',
    '| code | effect | means | law |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** The page of one code in Markdown. `rulePages`: the way from the folder of the page to that of the rules. */
export function reasonAsMarkdown(code: ReasonCode, rulePages: string): string {
  const [head = '', ...parts] = partsOf(code);
  const [first = '', ...about] = head.split('\n');
  const text = [
    `# ${first.replace(code, `\`${code}\``)}`,
    ...about,
    ...parts.map((part) => `## ${part}`),
  ].join('\n\n');
  const from = posix.dirname(pageOf(code)?.path ?? '');
  const linked = text.replace(
    LINK_TO_PAGE,
    (_, words: string, path: string) => `[${words}](${posix.join(rulePages, from, path)})`,
  );
  return `${linked}\n`;
}

interface RulePage {
  /** From the folder of the rules, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

function pageOf(code: ReasonCode): RulePage | undefined {
  for (const name of readdirSync(RULE_PAGES, { recursive: true, encoding: 'utf8' })) {
    const path = name.replaceAll('\\', '/');
    if (!path.endsWith('.md')) continue;
    const text = readFileSync(new URL(path, RULE_PAGES), 'utf8');
    if (text.includes(`\n### \`${code}\`\n`)) return { path, text };
  }
  return undefined;
}

/** The text under a heading, up to the next one of its level or above. */
function sectionOf(page: string, level: '##' | '###', heading: string): string {
  const start = page.indexOf(`\n${level} ${heading}\n`);
  if (start < 0) return '';
  const text = page.slice(start + level.length + heading.length + 3);
  const end = text.search(level === '##' ? /\n## /u : /\n##/u);
  return (end < 0 ? text : text.slice(0, end)).trim();
}

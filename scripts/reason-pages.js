/**
 * Writes a page for every reason code, and the table of them all, into a folder: the build into dist/, `npm run docs`
 * into docs/reasons. They are made of the compiled catalogue and of the pages of the rules.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string} folder @param {string} rulePages the folder that holds the pages of the rules */
export async function writeReasonPages(folder, rulePages) {
  const { catalogueAsMarkdown, reasonAsMarkdown } = await import('../dist/reports/explain/reason-pages.js');
  const { reasonCodes } = await import('../dist/screening/precedence.js');
  const toRules = relative(folder, rulePages).split(sep).join('/');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const code of reasonCodes)
    writeFileSync(resolve(folder, `${code}.md`), reasonAsMarkdown(code, toRules));
  writeFileSync(resolve(folder, 'README.md'), catalogueAsMarkdown());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeReasonPages(resolve(root, 'docs/reasons'), resolve(root, 'src/screening/rules'));
  console.log('docs/reasons is written');
}

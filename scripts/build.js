/**
 * Compiles src/ into dist/, lays the rule pages beside the compiled rules, where `reasons CODE` reads them, and
 * removes compiled presets that have no source any more: they are found by their folder.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
mkdirSync(`${root}/dist/screening/rules`, { recursive: true });
for (const file of readdirSync(`${root}/src/screening/rules`)) {
  if (file.endsWith('.md'))
    cpSync(`${root}/src/screening/rules/${file}`, `${root}/dist/screening/rules/${file}`);
}
const presets = `${root}/dist/contacts/presets`;
for (const file of readdirSync(presets)) {
  const source = file.replace(/(?:\.d)?\.[jt]s$/u, '.ts');
  if (!existsSync(`${root}/src/contacts/presets/${source}`)) rmSync(`${presets}/${file}`);
}

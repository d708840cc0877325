/** Compiles src/ into dist/ and lays the rule pages beside the compiled rules, where `reasons CODE` reads them. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
mkdirSync(`${root}/dist/screening/rules`, { recursive: true });
for (const file of readdirSync(`${root}/src/screening/rules`)) {
  if (file.endsWith('.md'))
    cpSync(`${root}/src/screening/rules/${file}`, `${root}/dist/screening/rules/${file}`);
}

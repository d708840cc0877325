/**
 * Compiles src/ into dist/, lays the rule pages beside the compiled rules, where `reasons CODE` reads them,
 * removes compiled presets that have no source any more (they are found by their folder), and puts the command
 * together with the packages it uses into few files: to find and open some four hundred took half of a short run.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

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

for (const file of readdirSync(`${root}/dist`))
  if (/^part-.*\.js$/u.test(file)) rmSync(`${root}/dist/${file}`);
const program = await rolldown({
  // A screening of a long list starts threads of its own.
  input: { program: `${root}/dist/cli.js`, lane: `${root}/dist/judging/lane-thread.js` },
  platform: 'node',
  // The one is native, and the other is loaded only when a number asks for it.
  external: ['better-sqlite3', /^libphonenumber-js/u],
});
await program.write({
  dir: `${root}/dist`,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'part-[name]-[hash].js',
});
await program.close();

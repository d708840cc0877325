/**
 * Compiles src/ into dist/, lays the rule pages beside the compiled rules, where `reasons CODE` reads them,
 * removes compiled presets that have no source any more (they are found by their folder), puts everything together
 * with the packages it uses into one file, and keeps what V8 makes of that file: to find, open and compile some
 * four hundred took half of a short run.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { keepCompiled } from './keep-compiled.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
mkdirSync(`${root}/dist/screening/rules`, { recursive: true });
for (const file of readdirSync(`${root}/src/screening/rules`)) {
  if (file.endsWith('.md'))
    cpSync(`${root}/src/screening/rules/${file}`, `${root}/dist/screening/rules/${file}`);
}
const PRESET_FOLDERS = ['contacts/presets', 'ledger/presets', 'results/providers'];
for (const folder of PRESET_FOLDERS) {
  for (const file of readdirSync(`${root}/dist/${folder}`)) {
    const source = file.replace(/(?:\.d)?\.[jt]s$/u, '.ts');
    if (!existsSync(`${root}/src/${folder}/${source}`)) rmSync(`${root}/dist/${folder}/${file}`);
  }
}

/** In one file there is no folder to look into: its presets are those that lie there now. */
const presetsOfFolders = {
  name: 'presets-of-folders',
  load: {
    filter: { id: /[\\/]contacts[\\/]preset-folder\.js$/u },
    handler() {
      const folders = PRESET_FOLDERS.map((folder) => {
        const presets = readdirSync(`${root}/dist/${folder}`)
          .filter((file) => file.endsWith('.js'))
          .sort()
          .map((file) => {
            const path = JSON.stringify(`${root}/dist/${folder}/${file}`);
            return `{ ...(await import(${path})).default, name: ${JSON.stringify(file.slice(0, -3))} }`;
          });
        return `${JSON.stringify(folder)}: async () => [${presets.join(',\n')}]`;
      });
      return `const FOLDERS = {${folders.join(',\n')}};\nexport const loadFolder = (folder) => FOLDERS[folder]();`;
    },
  },
};

const program = await rolldown({
  input: `${root}/dist/program.js`,
  platform: 'node',
  // The one is native, and the other is loaded only when a number asks for it.
  external: ['better-sqlite3', /^libphonenumber-js/u],
  plugins: [presetsOfFolders],
});
await program.write({ file: `${root}/dist/program.cjs`, format: 'cjs', codeSplitting: false });
await program.close();
await keepCompiled();

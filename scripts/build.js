/**
 * Compiles src/ into an empty dist/, copies the rule pages beside the compiled rules, where `reasons CODE` reads
 * them, makes the pages of the reason codes, bundles everything with the packages it uses into one file, and keeps what V8 compiles of that file: to
 * find, open and compile some four hundred files took half of a short run.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { keepCompiled } from './keep-compiled.js';
import { writeReasonPages } from './reason-pages.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

// A file that was moved or deleted must not live on in the build: systems are found by their folder.
rmSync(`${root}/dist`, { recursive: true, force: true });
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
cpSync(`${root}/src/screening/rules`, `${root}/dist/screening/rules`, {
  recursive: true,
  filter: (path) => path.endsWith('.md') || statSync(path).isDirectory(),
});
await writeReasonPages(`${root}/dist/docs/reasons`, `${root}/dist/screening/rules`);

/** In one file there is no folder to look into: its systems are those that lie there now. */
const systemsOfFolder = {
  name: 'systems-of-folder',
  load: {
    filter: { id: /[\\/]contacts[\\/]columns[\\/]systems-folder\.js$/u },
    handler() {
      const systems = readdirSync(`${root}/dist/systems`)
        .filter((file) => file.endsWith('.js'))
        .sort()
        .map((file) => {
          const path = JSON.stringify(`${root}/dist/systems/${file}`);
          return `{ ...(await import(${path})).default, name: ${JSON.stringify(file.slice(0, -3))} }`;
        });
      return `export const readSystems = async () => [${systems.join(',\n')}];`;
    },
  },
};

const program = await rolldown({
  input: `${root}/dist/program.js`,
  platform: 'node',
  // The one is native, and the other is loaded only when a number asks for it.
  external: ['better-sqlite3', /^libphonenumber-js/u],
  plugins: [systemsOfFolder],
});
await program.write({ file: `${root}/dist/program.cjs`, format: 'cjs', codeSplitting: false });
await program.close();
await keepCompiled();

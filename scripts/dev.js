/**
 * `npm run dev -- screen list.csv …` runs ringfence from source. Only what changed is compiled, into `.dev/`, and
 * nothing is bundled: 2 seconds after an edit on a quiet machine, 20 the first time. The tests run what
 * `npm run build` makes, never this.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dev = join(root, '.dev');
const source = join(root, 'src');
const compiled = join(dev, 'dist');

mkdirSync(compiled, { recursive: true });
removeLeftovers();
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const compile = ['-p', 'tsconfig.build.json', '--outDir', compiled, '--declaration', 'false'];
const { status } = spawnSync(
  process.execPath,
  [tsc, ...compile, '--tsBuildInfoFile', join(dev, 'tsbuildinfo')],
  { cwd: root, stdio: 'inherit' },
);
if (status !== 0) process.exit(status ?? 1);

// The pages that `reasons CODE` reads, the version, and bin/ with what opens the program put in its place.
cpSync(source, compiled, {
  recursive: true,
  filter: (path) => path.endsWith('.md') || statSync(path).isDirectory(),
});
copyFileSync(join(root, 'package.json'), join(dev, 'package.json'));
cpSync(join(root, 'bin'), join(dev, 'bin'), { recursive: true });
copyFileSync(join(root, 'scripts/dev/open-program.cjs'), join(dev, 'bin/open-program.js'));

const run = spawnSync(process.execPath, [join(dev, 'bin/ringfence.js'), ...process.argv.slice(2)], {
  // npm itself goes to the root of the repository.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
});
process.exitCode = run.status ?? 3;

/** A source file that was moved or deleted must not live on: presets are found by their folder. */
function removeLeftovers() {
  for (const entry of readdirSync(compiled, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.js')) continue;
    if (!existsSync(join(source, entry.replace(/\.js$/u, '.ts')))) rmSync(join(compiled, entry));
  }
}

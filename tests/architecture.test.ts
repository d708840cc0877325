/** The house checks its own plan: which folder may import which, and which package is known where. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '../src');

/**
 * What each room may import, besides itself. Arrows point from the edge to the core and never back:
 * a room that needs one to its left holds something that belongs elsewhere.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'program.ts': ['cli.ts', 'fast'],
  'cli.ts': ['commands', 'reports', 'clock.ts', 'errors.ts'],
  'index.ts': ['screening', 'errors.ts'],
  commands: [
    'screen-file.ts',
    'screening-result.ts',
    'judging',
    'explain-contact.ts',
    'inspect-file.ts',
    'campaign',
    'contacts',
    'ledger',
    'registers',
    'results',
    'outcomes',
    'reports',
    'store',
    'screening',
    'own-files.ts',
    'clock.ts',
    'errors.ts',
  ],
  'screening-result.ts': ['contacts', 'ledger', 'registers', 'store', 'screening'],
  'screen-file.ts': [
    'screening-result.ts',
    'fast',
    'judging',
    'contacts',
    'ledger',
    'registers',
    'outcomes',
    'store',
    'screening',
    'errors.ts',
  ],
  // A second implementation of `judging/batch-worker.ts`. Everything runs without it, so nothing else may know it.
  fast: [
    'judge-record.ts',
    'screening-result.ts',
    'judging',
    'contacts',
    'ledger',
    'registers',
    'outcomes',
    'store',
    'screening',
    'own-files.ts',
    'errors.ts',
  ],
  judging: [
    'judge-record.ts',
    'screening-result.ts',
    'known-opt-outs.ts',
    'contacts',
    'ledger',
    'registers',
    'outcomes',
    'store',
    'screening',
    'errors.ts',
  ],
  'inspect-file.ts': ['contacts', 'store', 'screening'],
  'known-opt-outs.ts': ['contacts', 'ledger', 'screening'],
  'judge-record.ts': ['screening-result.ts', 'contacts', 'ledger', 'registers', 'store', 'screening'],
  'explain-contact.ts': [
    'judge-record.ts',
    'contacts',
    'ledger',
    'registers',
    'store',
    'screening',
    'errors.ts',
  ],
  reports: [
    'screening-result.ts',
    'explain-contact.ts',
    'inspect-file.ts',
    'outcomes',
    'contacts',
    'ledger',
    'registers',
    'results',
    'store',
    'screening',
    'own-files.ts',
    'errors.ts',
  ],
  outcomes: ['screening-result.ts', 'contacts', 'screening', 'clock.ts', 'errors.ts'],
  campaign: ['screening', 'errors.ts'],
  ledger: ['contacts', 'store', 'screening', 'own-files.ts', 'clock.ts', 'errors.ts'],
  results: ['contacts', 'store', 'screening', 'own-files.ts', 'clock.ts', 'errors.ts'],
  registers: ['store', 'screening', 'clock.ts', 'errors.ts'],
  contacts: ['store', 'screening', 'own-files.ts', 'errors.ts'],
  store: ['screening', 'clock.ts', 'errors.ts'],
  screening: [],
  'clock.ts': ['screening', 'errors.ts'],
  'own-files.ts': [],
  'errors.ts': [],
};

/** A package that only some rooms may know, so that it can be exchanged there and nowhere else. */
const PACKAGE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['store'],
  'csv-parse': ['contacts', 'ledger'],
  'csv-stringify': ['outcomes'],
  'libphonenumber-js': ['contacts'],
  numfmt: ['contacts'],
  sax: ['contacts'],
  yauzl: ['contacts', 'registers'],
  yaml: ['campaign', 'contacts'],
  commander: ['cli.ts', 'commands'],
  chalk: ['reports'],
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

const files = sourceFiles(SOURCE);
const imports = files.flatMap(importsOf);

describe('the import rule', () => {
  test.for(Object.keys(MAY_IMPORT))('%s imports only what stands to its right', (room) => {
    const forbidden = imports
      .filter((found) => found.room === room && found.target.startsWith('.'))
      .map((found) => ({ ...found, into: roomOf(resolveTarget(found)) }))
      .filter(({ into }) => into !== room && !(MAY_IMPORT[room] ?? []).includes(into))
      .map(({ file, into }) => `${file} imports ${into}`);
    expect(forbidden).toEqual([]);
  });

  test('only the loop and the worker program know the fast path', () => {
    const users = imports
      .filter(({ room, target }) => room !== 'fast' && target.startsWith('.'))
      .filter((found) => roomOf(resolveTarget(found)) === 'fast')
      .map(({ file }) => file);
    expect([...new Set(users)].toSorted()).toEqual(['program.ts', 'screen-file.ts']);
  });

  test('only the entry of the fast path knows its threads', () => {
    const users = imports
      .filter(({ file, target }) => target.startsWith('.') && !file.startsWith('fast/threads/'))
      .filter((found) => short(resolveTarget(found)).startsWith('fast/threads/'))
      .map(({ file }) => file);
    expect([...new Set(users)].toSorted()).toEqual(['fast/fast-path.ts', 'program.ts']);
  });

  test('every file stands in a room of the plan', () => {
    const homeless = files.map((file) => roomOf(file)).filter((room) => MAY_IMPORT[room] === undefined);
    expect(homeless).toEqual([]);
  });

  test('no file imports itself by way of others', () => {
    expect(circlesAmong((file) => file)).toEqual([]);
  });

  test('no folder imports itself by way of others', () => {
    expect(circlesAmong(folderOf)).toEqual([]);
  });

  test('the core imports no package and nothing of Node', () => {
    const foreign = imports.filter(({ room, target }) => room === 'screening' && !target.startsWith('.'));
    expect(foreign).toEqual([]);
  });

  test.for(Object.entries(PACKAGE_ROOMS))('only its own rooms know %s', ([name, rooms]) => {
    const users = imports.filter(({ target }) => target === name || target.startsWith(`${name}/`));
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter(({ room }) => !rooms.includes(room))).toEqual([]);
  });
});

describe('the core', () => {
  test('reads no clock and no environment', () => {
    const readers = files
      .filter((file) => roomOf(file) === 'screening')
      .filter((file) =>
        /\bnew Date\(\)|\bDate\.now\b|\bprocess\.|\bperformance\./u.test(readFileSync(file, 'utf8')),
      );
    expect(readers.map(short)).toEqual([]);
  });
});

describe('the whole source', () => {
  test.for<[string, RegExp]>([
    ['no type is asserted', /(?<!\bimport \*|\bexport \*) as (?!const\b)[\w[{(]/u],
    ['nothing is any', /(?::\s|<|\|\s)any\b/u],
    ['nothing is asserted not to be null', /[\w)\]]!(?:[.;,)\]]|\s*$)/mu],
    ['nothing looks at the network', /from 'node:(?:net|http|https|http2|dgram|dns|tls)|\bfetch\(/u],
  ])('%s', ([, pattern]) => {
    const found = files.flatMap((file) =>
      codeOf(file)
        .split('\n')
        .flatMap((line, index) =>
          pattern.test(line) ? [`${short(file)}:${index + 1}: ${line.trim()}`] : [],
        ),
    );
    expect(found).toEqual([]);
  });
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourceFiles(path);
    return name.endsWith('.ts') ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const matches = readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'([^'\n,]+)'/gu);
  return [...matches].map(([, target = '']) => ({ file: short(file), room: roomOf(file), target }));
}

function resolveTarget({ file, target }: Import): string {
  return resolve(SOURCE, dirname(file), target.replace(/\.js$/u, '.ts'));
}

/** The circles of imports among files, or among groups of files: each a list of its members, sorted. */
function circlesAmong(groupOf: (file: string) => string): readonly (readonly string[])[] {
  const reached = new Map<string, Set<string>>();
  for (const found of imports.filter(({ target }) => target.startsWith('.'))) {
    const from = groupOf(found.file);
    const into = groupOf(short(resolveTarget(found)));
    if (from !== into) reached.set(from, (reached.get(from) ?? new Set()).add(into));
  }
  // Warshall's closure: whoever reaches a group reaches all that it reaches.
  for (const between of reached.keys()) {
    for (const targets of reached.values()) {
      if (targets.has(between)) for (const target of reached.get(between) ?? []) targets.add(target);
    }
  }
  const inCircle = [...reached.keys()].filter((group) => reached.get(group)?.has(group) === true);
  const circles = inCircle.map((group) =>
    inCircle.filter((other) => reached.get(group)?.has(other) && reached.get(other)?.has(group)).toSorted(),
  );
  return [...new Map(circles.map((circle) => [circle.join(), circle])).values()];
}

/** The folder of a file; a file beside the rooms is a folder of its own. */
function folderOf(file: string): string {
  return file.includes('/') ? posix.dirname(file) : file;
}

function roomOf(file: string): string {
  return short(file).split('/')[0] ?? '';
}

function short(file: string): string {
  return relative(SOURCE, file).split('\\').join(posix.sep);
}

/** The file without its comments and texts, in which anything may be said. */
function codeOf(file: string): string {
  let code = readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//gu, (comment) => comment.replace(/[^\n]/gu, ' '))
    .replace(/(?<!:)\/\/ .*$/gmu, '')
    .replace(/^import [^;]*;$/gmu, (block) => block.replace(/[^\n]/gu, ''));
  // Innermost first: a template may hold code that holds a template.
  for (let before = ''; before !== code; ) {
    before = code;
    code = code.replace(/\$\{[^`{}]*\}/gu, '').replace(/`(?:[^`\\$]|\\.|\$(?!\{))*`/gu, "''");
  }
  return code.replace(/'(?:[^'\\\n]|\\.)*'/gu, "''");
}

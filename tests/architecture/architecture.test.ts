/** The house checks its own plan: which folder may import which, and which package is known where. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CORE, FROM_ANYWHERE, ROOMS } from './rooms.js';

const SOURCE = resolve(import.meta.dirname, '../../src');

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

const arrows = imports
  .filter(({ target }) => target.startsWith('.'))
  .map((found) => ({ ...found, into: roomOf(resolveTarget(found)) }))
  .filter(({ room, into }) => room !== into);

/** Whether `pattern` (a room, or `room/**`) stands for `room`. */
function isNamed(pattern: string, room: string): boolean {
  const all = pattern.replace(/\/\*\*$/u, '');
  return room === all || (all !== pattern && room.startsWith(`${all}/`));
}

describe('the import rule', () => {
  const names = ROOMS.map(({ name }) => name);

  test.for(ROOMS)('$name imports only what its reasons name', ({ name, mayImport }) => {
    const isAllowed = (into: string): boolean =>
      (FROM_ANYWHERE.includes(into) && !name.startsWith(CORE)) ||
      mayImport.some(([rooms]) => rooms.some((pattern) => isNamed(pattern, into)));
    const forbidden = arrows.filter(({ room, into }) => room === name && !isAllowed(into));
    expect(forbidden.map(({ file, into }) => `${file} imports ${into}`)).toEqual([]);
  });

  test.for(ROOMS)('$name names no room that it does not import', ({ name, mayImport }) => {
    const used = arrows.filter(({ room }) => room === name).map(({ into }) => into);
    const unused = mayImport.flatMap(([rooms]) =>
      rooms.filter((pattern) => !used.some((into) => isNamed(pattern, into))),
    );
    expect(unused).toEqual([]);
  });

  test('every file stands in a room of the plan', () => {
    expect(files.map(roomOf).filter((room) => !names.includes(room))).toEqual([]);
  });

  test('no room imports one that stands below it', () => {
    const back = arrows.filter(({ room, into }) => names.indexOf(into) > names.indexOf(room));
    expect(back.map(({ file, into }) => `${file} imports ${into}`)).toEqual([]);
  });

  test('only the loop and the program of a worker know the fast path', () => {
    const users = arrows
      .filter(({ room, into }) => isNamed('fast/**', into) && !isNamed('fast/**', room))
      .map(({ file }) => file);
    expect([...new Set(users)].toSorted()).toEqual(['program.ts', 'screen-file.ts']);
  });

  test('only the door of the fast path knows its threads', () => {
    const users = arrows.filter(({ into }) => into === 'fast/threads').map(({ file }) => file);
    expect([...new Set(users)].toSorted()).toEqual(['fast/fast-path.ts', 'program.ts']);
  });

  test('no file imports itself by way of others', () => {
    expect(circles()).toEqual([]);
  });

  test('the core imports no package and nothing of Node', () => {
    const foreign = imports.filter(({ room, target }) => room.startsWith(CORE) && !target.startsWith('.'));
    expect(foreign).toEqual([]);
  });

  test.for(Object.entries(PACKAGE_ROOMS))('only its own rooms know %s', ([name, rooms]) => {
    const users = imports.filter(({ target }) => target === name || target.startsWith(`${name}/`));
    expect(users.length).toBeGreaterThan(0);
    expect(users.filter(({ room }) => !rooms.some((known) => isNamed(`${known}/**`, room)))).toEqual([]);
  });
});

describe('the core', () => {
  test('reads no clock and no environment', () => {
    const readers = files
      .filter((file) => roomOf(file).startsWith(CORE))
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

/** The circles of imports among files, each a list of its members. */
function circles(): readonly (readonly string[])[] {
  const reached = new Map<string, Set<string>>();
  for (const found of imports.filter(({ target }) => target.startsWith('.'))) {
    const into = short(resolveTarget(found));
    reached.set(found.file, (reached.get(found.file) ?? new Set()).add(into));
  }
  // Warshall's closure: whoever reaches a file reaches all that it reaches.
  for (const between of reached.keys()) {
    for (const targets of reached.values()) {
      if (targets.has(between)) for (const target of reached.get(between) ?? []) targets.add(target);
    }
  }
  const inCircle = [...reached.keys()].filter((file) => reached.get(file)?.has(file) === true).toSorted();
  const found = inCircle.map((file) =>
    inCircle.filter((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file)),
  );
  return [...new Map(found.map((circle) => [circle.join(), circle])).values()];
}

/** The folder of a file; a file beside the folders is a room of its own. */
function roomOf(file: string): string {
  const path = short(file);
  return path.includes('/') ? posix.dirname(path) : path;
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

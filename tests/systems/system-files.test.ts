/** The files of `src/systems`: each says what it may, is called by one name, and has its fixtures. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findNamed, loadSystems, namesOf } from '../../src/contacts/columns/load-systems.js';
import { FIXTURES } from '../run-case.js';
import { workdir } from '../workdir.js';
import { systemSchema } from './system-schema.js';

const SOURCE = resolve(import.meta.dirname, '../../src/systems');
const systems = await loadSystems();
const each = systems.map((system) => [system.name, system] as const);

describe('a file of a system', () => {
  test('is found by its folder', () => {
    const files = readdirSync(SOURCE).filter((file) => file.endsWith('.ts'));
    expect(systems.map(({ name }) => `${name}.ts`)).toEqual(files.sort());
  });

  test.for(each)('%s says nothing that is not known', ([, system]) => {
    expect(systemSchema.safeParse(system).error?.issues ?? []).toEqual([]);
  });

  test.for<[string, object]>([
    ['a reading', { flags: [{ reads: 'no consent', columns: ['Status'], binds: ['do_not_call'] }] }],
    [
      'what a word becomes',
      {
        flags: [
          {
            reads: 'words',
            columns: ['Status'],
            binds: ['do_not_call'],
            words: [{ words: ['gold'], becomes: 'no consent' }],
          },
        ],
      },
    ],
    [
      'a word as nobody looks it up',
      {
        flags: [
          {
            reads: 'words',
            columns: ['Status'],
            binds: ['do_not_call'],
            words: [{ words: ['Opt-Out'], becomes: 'objection' }],
          },
        ],
      },
    ],
    ['what a column binds', { flags: [{ reads: 'day', columns: ['Left on'], binds: ['do_not_ring'] }] }],
    ['a role', { columns: { do_not_ring: ['Left on'] } }],
    ['a channel', { ledger: { fileNames: [{ words: ['x'], becomes: 'objection', channels: ['pigeon'] }] } }],
    ['a signature that fits any header', { list: { called: 'an example', signatures: [{ none: ['Id'] }] } }],
    ['a facet', { lists: {} }],
    [
      'an answer of a service',
      { results: { numbers: ['number'], answers: [{ headers: ['r'], words: { x: 'ok' } }] } },
    ],
    ['what a system imports', { writeBack: { do_not_call: { column: 'DNC', value: '' } } }],
  ])('is refused for an invented thing: %s', ([, invented]) => {
    expect(systemSchema.safeParse({ name: 'example', title: 'Example' }).success).toBe(true);
    expect(systemSchema.safeParse({ name: 'example', title: 'Example', ...invented }).success).toBe(false);
  });

  test.for(each)('%s is known by a list, an export or results, or is no system', ([, system]) => {
    const { list, ledger, results, writeBack } = system;
    expect([list, ledger, results].some((facet) => facet !== undefined)).toBe(true);
    // What is written back is read by both, and nobody could say of what is no flag how it is.
    if (writeBack !== undefined) expect([list, ledger]).not.toContain(undefined);
    if (results !== undefined)
      expect([list, ledger, system.columns, system.flags]).toEqual(Array(4).fill(undefined));
  });

  test.for(each)('%s gives a column one meaning', ([, { columns = {}, flags = [] }]) => {
    const flagged = flags.flatMap((flag) => flag.columns);
    expect(new Set(flagged).size).toBe(flagged.length);
    const plain = Object.entries(columns).flatMap(([role, headers]) => (role === 'notes' ? [] : headers));
    expect(plain.filter((header) => flagged.includes(header))).toEqual([]);
  });
});

describe('the name of a system', () => {
  test('is that of no other', () => {
    const names = systems.flatMap((system) => {
      const { name, otherNames } = namesOf(system);
      return [...new Set([name, ...otherNames])].map((one) => `${one}: ${system.name}`);
    });
    const ofSeveral = names.filter(
      (one) => names.filter((other) => other.split(': ')[0] === one.split(': ')[0]).length > 1,
    );
    expect(ofSeveral).toEqual([]);
  });

  test.for<[string, string]>([
    ['civicrm', 'civicrm'],
    ['civicrm-activities', 'civicrm'],
    ['salesforce', 'salesforce'],
    ['salesforce-consent', 'salesforce'],
    [' NationBuilder ', 'nationbuilder'],
    ['TPS Services', 'tps-services'],
    ['tps_services', 'tps-services'],
  ])('may be typed as `%s`', ([typed, name]) => {
    const named = systems.map((system) => ({ ...namesOf(system), system }));
    expect(findNamed(typed, named)?.system.name).toBe(name);
  });
});

describe('the fixtures of a system', () => {
  const inCases = readdirSync(join(FIXTURES, 'cases'))
    .map((name) => join(FIXTURES, 'cases', name, 'case.json'))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'utf8'));

  test.for(each)('are there for every facet of %s', ([name, { list, ledger, results }]) => {
    const folder = join(FIXTURES, 'systems', name);
    const held = existsSync(folder) ? readdirSync(folder).sort() : [];
    expect(held).toEqual([
      ...(ledger === undefined ? [] : ['ledger']),
      ...(list === undefined ? [] : ['list']),
    ]);
    for (const facet of held) expect(readdirSync(join(folder, facet)).length).toBeGreaterThan(1);
    if (results !== undefined) expect(inCases.some((text) => text.includes(`"${name}"`))).toBe(true);
  });

  test('are of no other system', () => {
    const known = new Set(systems.map(({ name }) => name));
    expect(readdirSync(join(FIXTURES, 'systems')).filter((name) => !known.has(name))).toEqual([]);
  });
});

test('the help of `register results` names every service, and no other', () => {
  const [, named = ''] =
    /Presets:\s+([^;]+);/u.exec(workdir().run('register', 'results', '--help').stdout) ?? [];
  const services = systems.flatMap(({ name, results }) => (results === undefined ? [] : [name]));
  expect(named.split(/,\s+/u).sort()).toEqual(services);
});

/** The dial list of a list most of whose records are judged by class, through the built program. */
import { expect, test } from 'vitest';
import { screen, type Workdir, world } from '../workdir.js';

const mobile = (index: number): string => `07700900${String(index).padStart(3, '0')}`;

/** The numbers of the dial list, and those of `allowed.csv`, each once and in the order of the rows. */
function numbersIn(dir: Workdir): { dialled: string[]; allowed: string[] } {
  const [name = ''] = dir.list('out').filter((file) => file.startsWith('dial-list-until-'));
  const contacts = dir.rows('out/allowed.csv').flatMap((row) => row.screening_contact?.split(';') ?? []);
  return {
    dialled: dir.rows(`out/${name}`).map((row) => row.number ?? ''),
    allowed: [...new Set(contacts)],
  };
}

test('has the order of the list, whichever way a record was judged', () => {
  const rows = Array.from({ length: 40 }, (_, index) => {
    const number = mobile(index);
    // Every other cell holds more than a number, and is read closely.
    return `M${index},Ada,${index % 2 === 0 ? number : `${number} (home)`},${mobile(100 + (index % 7))}\n`;
  });
  const dir = world({ contacts: `person_id,first_name,phone,mobile\n${rows.join('')}`, tps: [mobile(2)] });
  expect(screen(dir, '--dial-list').exitCode).toBe(0);
  const { dialled, allowed } = numbersIn(dir);
  expect(dialled).toHaveLength(46);
  expect(dialled).toEqual(allowed);
});

test('lacks nobody where the last of many records opts out', () => {
  const rows = Array.from({ length: 9000 }, (_, index) => `M${index},Ada Example,${mobile(index % 900)},\n`);
  const list = `person_id,name,phone,do_not_call\n${rows.join('')}L1,Bo,${mobile(950)},yes\n`;
  expect(list.length).toBeGreaterThan(2 ** 18);
  const dir = world({ contacts: list, tps: [mobile(2)] });
  expect(screen(dir, '--dial-list').exitCode).toBe(0);
  const { dialled, allowed } = numbersIn(dir);
  expect(dialled).toHaveLength(899);
  expect(dialled).toEqual(allowed);
});

import { expect, test } from 'vitest';
import { type Workdir, workdir } from '../workdir.js';
import { mobile, officialText } from './register-for-tests.js';

const mobiles = Array.from({ length: 400 }, (_, index) => mobile(index));

/** A folder whose store holds a TPS copy of 18 November. */
function withCopy(): Workdir {
  const dir = workdir();
  dir.write('tps.txt', officialText(mobiles));
  dir.write('added.txt', officialText([mobile(500), mobile(501)]));
  dir.write('removed.txt', officialText([mobile(0)]));
  expect(dir.run('init').exitCode).toBe(0);
  const load = dir.run(
    'register',
    'load',
    'tps',
    'tps.txt',
    '--as-of',
    '2026-11-18',
    '--expect-count',
    '400',
  );
  expect(load.exitCode).toBe(0);
  return dir;
}

function update(dir: Workdir, ...more: string[]) {
  return dir.run(
    'register',
    'update',
    'tps',
    'added.txt',
    '--since',
    '2026-11-18',
    '--as-of',
    '2026-11-20',
    ...more,
  );
}

test('`register update` says what it added, and what it cannot know', () => {
  const dir = withCopy();
  const { exitCode, stdout, stderr } = update(dir);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toContain(
    'Updated the TPS copy of 2026-11-18 to 2026-11-20: 2 added, 0 removed, 402 numbers now, revision 2.',
  );
  expect(stdout).toContain(
    'What left the register after 2026-11-18 is not known, so those numbers still count as listed',
  );
  expect(stdout).toContain('It can clear a number for contact up to 2026-12-17.');
  expect(dir.run('register', 'status').stdout).toContain(
    'What left the register after 2026-11-18 is not known, so those numbers still count as listed',
  );
});

test('`register update --removals` takes numbers off, and the history shows the movement of each copy', () => {
  const dir = withCopy();
  expect(update(dir, '--removals', 'removed.txt').stdout).toContain('2 added, 1 removed, 401 numbers now');
  const { stdout } = dir.run('register', 'status', '--history');
  expect(stdout).not.toContain('is not known');
  expect(stdout).toContain('since 2026-11-18: 2 added, 1 removed');
  expect(stdout).toContain('updated with the changes since 2026-11-18, with removals');
  expect(stdout).toContain('2026-11-18  revision 1, 400 numbers');
});

test('`register update` refuses a gap, with exit 2', () => {
  const dir = withCopy();
  const { exitCode, stdout, stderr } = dir.run(
    ...['register', 'update', 'tps', 'added.txt', '--since', '2026-11-19', '--as-of', '2026-11-20'],
  );
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  expect(stderr).toContain('what was added between is missing');
});

test('`register update --json` prints the result', () => {
  const dir = withCopy();
  expect(JSON.parse(update(dir, '--json').stdout)).toMatchObject({
    outcome: 'updated',
    movement: { added: 2, removed: 0 },
    removalsKnownTo: '2026-11-18',
  });
  expect(JSON.parse(update(dir, '--json').stdout)).toMatchObject({ outcome: 'already-updated' });
});

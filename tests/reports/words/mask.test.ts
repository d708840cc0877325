import { expect, test } from 'vitest';
import { maskedStack } from '../../../src/reports/words/mask.js';

function bug(message: string, frames: readonly string[]): Error {
  const error = new Error(message);
  error.stack = [`Error: ${message}`, ...frames].join('\n');
  return error;
}

test('a bug is told with its place in the program, and without whom it is about', () => {
  const frames = [
    '    at judge (/opt/ringfence/dist/program.cjs:47194:12)',
    '    at async /opt/ringfence/dist/program.cjs:51074:3',
  ];
  const message = 'could not ring 07700 900123 or ann@example.com';
  expect(maskedStack(bug(message, frames)).split('\n')).toEqual([
    'Error: could not ring ••••23 or •••@•••',
    ...frames,
  ]);
});

test.for<[what: string, message: string]>([
  ['in a message of several lines', 'not read:\n    at (07700 900123:1:2)\n07700900123:1:2'],
  ['in a message that looks like a place', '    at x.js:07700:900123'],
])('nothing of a number shows %s', ([, message]) => {
  const told = maskedStack(bug(message, ['    at judge (program.cjs:47194:12)']));
  expect(told).not.toMatch(/900123|07700/);
  expect(told).toContain('(program.cjs:47194:12)');
});

test('a number in the place of a file is masked', () => {
  expect(maskedStack(bug('no', ['    at open (/lists/07700900123.js:10:2)']))).toBe(
    'Error: no\n    at open (/lists/••••23.js:10:2)',
  );
});

test('a stack without its message is masked whole', () => {
  const error = bug('no', []);
  error.stack = '    at program.cjs:47194:12';
  error.message = 'other';
  expect(maskedStack(error)).not.toContain('47194');
});

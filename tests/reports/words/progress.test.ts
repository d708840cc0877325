import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createProgress, progressLine } from '../../../src/reports/words/progress.js';

test('the line tells the share done, the rate and the time left', () => {
  expect(progressLine('judging', 250, 1000, 5000, 10_000)).toBe(
    'judging   ██████░░░░░░░░░░░░░░░░░░  25%  5,000 rows, 500 a second, 0:30 left',
  );
});

test('nothing is drawn where there is no terminal', () => {
  const stream = new PassThrough();
  const progress = createProgress(stream, () => 0);
  progress.update('judging', 1, 2, 3);
  progress.clear();
  expect(stream.read()).toBeNull();
});

test('on a terminal the line is drawn after a while, not too often, and wiped at the end', () => {
  const stream = Object.assign(new PassThrough(), { isTTY: true });
  let now = 0;
  const progress = createProgress(stream, () => now);
  for (now = 0; now < 1000; now += 10) progress.update('judging', now, 1000, now);
  progress.clear();
  const drawn = String(stream.read());
  expect(drawn.split('judging').length - 1).toBe(5);
  expect(drawn.endsWith('\r\u001b[K')).toBe(true);
});

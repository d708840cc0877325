import { describe, expect, test } from 'vitest';
import { isBareAnswer, readFlag } from '../../../src/contacts/cells/flag-values.js';
import type { FlagReading } from '../../../src/contacts/roles.js';

describe('a cell of an opt-out column', () => {
  test.for<[FlagReading, string[]]>([
    [
      'yes',
      ['TRUE', 'true', 'T', 'yes', 'Yes', ' YES ', 'y', '1', '1.0', 'x', 'X', '✓', '✔️', '☑', 'on', 'Checked'],
    ],
    ['yes', ["'1", '"yes"', '\u00a0yes\u00a0', 'yes.', 'ｙｅｓ', '-1', '[x]', 'Yes!']],
    [
      'yes',
      ['opted out', 'Opt-Out', 'opt  out', 'Unsubscribed', 'do not call', 'DO NOT CALL', 'Don’t call', 'DNC'],
    ],
    ['yes', ['stop', 'Refused', 'objected', 'no calls', 'spam complaint', 'TPS', 'Deceased']],
    [
      'yes',
      ['2026-03-12', '2018-06-12 07:53:28', '2026-05-08T10:21:01.000Z', '12/03/2026', '3/15/2024 2:30 PM'],
    ],
    ['no', ['FALSE', 'false', 'F', 'no', 'No', 'n', '0', '0.0', 'off', "'0", '☐', 'not listed']],
    ['no', ['opted in', 'Opt-In', 'Subscribed', 'OK to call', 'alive']],
    ['not-recorded', ['', ' ', '\u200b', '-', 'na', 'N/A', '#N/A', 'null', 'None', 'unknown', 'didnotask']],
    [
      'not-recorded',
      ['did not ask', "didn't ask", 'Not asked', '0000-00-00', '0000-00-00 00:00:00', '(blank)'],
    ],
    [
      'unread',
      ['maybe', '2', '?', 'ok', 'see notes', 'yes?', '07700 900123', '45231', 'not', '31/31/2026', 'ja'],
    ],
    ['unread', ['yes and no', 'true false', 'not subscribed', 'normal_unsubscribe']],
  ])('is read as %s', ([reading, cells]) => {
    for (const cell of cells) expect([cell, readFlag(cell)]).toEqual([cell, reading]);
  });
});

describe('a cell of a column whose header does not tell what a yes means', () => {
  test.for<[FlagReading, string[]]>([
    ['yes', ['Unsubscribed', 'Opt-Out', 'opted out', 'spam_complaint', 'refused', 'Do not call', 'DNC']],
    ['no', ['Subscribed', 'Opt-In', 'opted in', 'OK to call']],
    ['not-recorded', ['', 'Unknown', 'n/a']],
    // A yes here would mean "subscribed", and in an opt-out column the reverse.
    ['unread', ['Yes', 'No', 'TRUE', 'FALSE', '1', '0', 'x', '2026-03-12', 'bouncing', 'Not Subscribed']],
  ])('is read as %s', ([reading, cells]) => {
    for (const cell of cells) expect([cell, readFlag(cell, 'unclear')]).toEqual([cell, reading]);
  });
});

describe('a cell of a column that asks for permission', () => {
  test.for<[FlagReading, string[]]>([
    ['yes', ['No', 'FALSE', 'n', '0', "'0", 'Unsubscribed', 'refused', 'Do not call', 'opted out']],
    ['no', ['Yes', 'TRUE', '1', 'x', '✓', '2026-03-12', 'Opted in', 'OK to call']],
    ['not-recorded', ['', 'Unknown', 'not asked']],
    ['unread', ['maybe', 'mornings only', 'not']],
  ])('is read as %s', ([reading, cells]) => {
    for (const cell of cells) expect([cell, readFlag(cell, 'permission')]).toEqual([cell, reading]);
  });
});

test('bare answers are known however they are written', () => {
  for (const cell of ['Yes', ' no ', "'1", '0', 'X', 'TRUE.', '✓'])
    expect([cell, isBareAnswer(cell)]).toEqual([cell, true]);
  for (const cell of ['', 'maybe', 'opted out', '07700 900123', '2026-03-12']) {
    expect([cell, isBareAnswer(cell)]).toEqual([cell, false]);
  }
});

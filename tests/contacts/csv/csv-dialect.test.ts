import { expect, test } from 'vitest';
import { findDialect } from '../../../src/contacts/csv/csv-dialect.js';

const asked = { delimiter: null, skipLines: 0 };

test.for<[string, boolean, string]>([
  ['a record that the text cuts short decides nothing', false, ','],
  ['the last record of a whole text does', true, ';'],
])('%s', ([, isWhole, delimiter]) => {
  expect(findDialect('a;b,c\n1;2', isWhole, asked, 'members.csv').delimiter).toBe(delimiter);
});

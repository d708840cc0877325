import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { EVERYDAY_HEADERS, everydayHeader } from '../../../src/contacts/accounting/everyday-headers.js';
import { VOCABULARY_OF_REFUSAL } from '../../../src/contacts/accounting/vocabulary-of-refusal.js';

/** Doors and data, a fund with its purpose, and words that lie one letter beside one of the vocabulary. */
const OF_OTHER_MATTERS =
  /^(?:do not (?:knock|trade|exchange|share|sell|walk)|restricted fund|end date|donor|created(?: \w+)?)$/;

describe('a header of every day', () => {
  test('there are more than 300 of them', () => {
    expect(EVERYDAY_HEADERS.length).toBeGreaterThan(300);
  });

  test.for([
    'Ward',
    'Polling District',
    't_shirt_size',
    'JobTitle',
    'Gift Aid?',
    'Home Address Town',
    'Is volunteer',
    'Membership renewal date',
    'FIRSTNAME',
    'Wards',
    'House No',
    'Emergency contact name',
    'photo_consent',
    'Account Manager 2',
  ])('%s', (header) => {
    expect(everydayHeader(header)).not.toBeNull();
  });

  test.for([
    'Status',
    'Ward status',
    'Call ward',
    'No ward',
    'Ward do not call',
    'Member removed',
    'Active',
    'Contact',
    'Phone',
    'Consent',
    'Code',
    'Name on stop list',
    'Title?? DNC',
    '',
    '2024',
    'Email',
    'Volunteer calls ok',
  ])('%s is none', (header) => {
    expect(everydayHeader(header)).toBeNull();
  });

  test('covers no header that refuses or permits', () => {
    const rows = z
      .array(z.object({ header: z.string() }))
      .parse(
        parse(
          readFileSync(resolve(import.meta.dirname, '../../../fixtures/accounting/refusing-columns.csv')),
          { columns: true },
        ),
      );
    expect(rows.map(({ header }) => header).filter((header) => everydayHeader(header) !== null)).toEqual([]);
  });

  test('holds no phrase in which the vocabulary reads a refusal, but for those of other matters', () => {
    const refusing = EVERYDAY_HEADERS.filter((phrase) => {
      const { matter } = VOCABULARY_OF_REFUSAL.readSense(phrase);
      return matter === 'refusal' || matter === 'listing' || matter === 'death';
    });
    const others = refusing.filter((phrase) => !OF_OTHER_MATTERS.test(phrase));
    expect(others).toEqual([]);
  });
});

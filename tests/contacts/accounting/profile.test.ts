import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ColumnProfile,
  createProfileTaker,
  distinctValues,
  MOST_VALUES,
  meanLength,
  mergeProfiles,
  mostFrequent,
  profileOf,
  valueKey,
} from '../../../src/contacts/accounting/profile.js';
import { formOfValue, type ValueForm } from '../../../src/contacts/accounting/value-forms.js';

describe('the form of a value', () => {
  test.for<readonly [ValueForm, string]>([
    ['placeholder', 'n/a | - | unknown | not recorded | N/A'],
    ['yes-no', 'yes | No | TRUE | f | Y | off | No.'],
    ['tick', 'x | ✓ | [x] | checked'],
    ['bit', "0 | 1 | -1 | 1.0 | '1"],
    ['day', '2026-05-01 | 01/05/2026 | 1 May 2026 | 2026-05-01T10:00:00Z | 2026-11 | Nov 2026'],
    ['time', '12:30 | 9.15am | 10 pm'],
    ['email', 'ann@example.org'],
    ['handle', '@annexample'],
    ['link', 'https://example.org/a | www.example.org | example.co.uk'],
    ['coordinate', '53.79960 | 53.7996, -1.5491'],
    ['postcode', 'LS1 4AP | m415bu'],
    ['money', '£12.00 | 1,200 | 12.50 | €5 | (£3.00)'],
    ['figure', '7 | 1200 | 2019'],
    ['quantity', '37.5 | 98% | 14 days'],
    ['phone-like', '020 7946 0123 | +44 7700 900123 | 07700900123'],
    ['letter', 'B | k'],
    ['id', 'M123 | C-102 | 6f1a2b3c-0000-4000-8000-000000000000 | E0800009 | S1'],
    ['code', 'DNCL | GMB | EE'],
    ['address', '12 Mill Lane | Flat 3'],
    ['words', 'Do not call | Northfield | not home'],
    ['text', 'met at the stall, keen on housing and buses, call after six'],
    ['signs', '" | ? | !!'],
  ])('%s: %s', ([form, values]) => {
    for (const value of values.split(' | ')) expect([value, formOfValue(value)]).toEqual([value, form]);
  });

  test('an empty cell has none', () => {
    expect(formOfValue(' \u00a0 ')).toBeNull();
  });
});

describe('a value as it is compared', () => {
  test.for([
    ['case and blanks', ' Do  Not Call ', 'do not call'],
    ['quotes round it', '"Stop"', 'stop'],
    ['a final stop', 'refused.', 'refused'],
    ['days are alike', '2026-05-01', '(a day)'],
    ['no address is kept', 'ann@example.org', '(an email address)'],
    ['no number is kept', '07700 900123', '(a telephone number)'],
    ['a ditto mark is no empty cell', '"', '"'],
    ['an empty cell is', '  ', ''],
  ] as const)('%s', ([, cell, key]) => {
    expect(valueKey(cell)).toBe(key);
  });

  test('is compared with itself alike, and as it is shown', () => {
    const cells = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ maxLength: 300 }),
      fc.constantFrom("'07700 900123'", '"a".'),
    );
    fc.assert(
      fc.property(cells, (cell) => {
        const key = valueKey(cell);
        expect(valueKey(key)).toBe(key);
        for (const { key: kept, text } of profileOf([cell]).values) expect(valueKey(text)).toBe(kept);
      }),
      { numRuns: 500 },
    );
  });

  test('long cells that begin alike are two', () => {
    const start = 'I agree that the club may '.repeat(10);
    expect(valueKey(`${start}ring me`)).not.toBe(valueKey(`${start}write to me`));
  });
});

describe('the profile of a column', () => {
  test('counts cells, forms and values', () => {
    const profile = profileOf(['Active', 'active', '', 'Lapsed', ' ']);
    expect(profile.filled).toBe(3);
    expect(profile.forms.words).toBe(3);
    expect(mostFrequent(profile).map(({ key, text, count }) => [key, text, count])).toEqual([
      ['active', 'Active', 2],
      ['lapsed', 'Lapsed', 1],
    ]);
    expect(meanLength(profile)).toBe(6);
  });

  const cells = fc.oneof(
    fc.constantFrom('DNC', 'dnc', 'Dnc.', '', 'n/a', '2026-05-01', '01/02/2026', 'x', '"', 'Active'),
    fc.integer({ min: 0, max: 900 }).map(String),
    fc.string(),
  );

  test('does not depend on the order of the records, or on who counted which', () => {
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 700 }), fc.nat(), fc.nat(), (all, first, second) => {
        const [one, other] = [first, second]
          .map((at) => (all.length === 0 ? 0 : at % all.length))
          .sort((a, b) => a - b);
        const parts = [all.slice(0, one), all.slice(one, other), all.slice(other)].map(profileOf);
        const [a, b, c] = parts;
        if (a === undefined || b === undefined || c === undefined) throw new Error('three parts');
        const whole = profileOf(all);
        expect(profileOf([...all].reverse())).toEqual(whole);
        expect(mergeProfiles([a, b, c])).toEqual(whole);
        expect(mergeProfiles([mergeProfiles([c, b]), a])).toEqual(whole);
        expect(mergeProfiles([c, mergeProfiles([a, b])])).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  test('more distinct values than are kept are many, and those that are kept have their whole count', () => {
    const all = Array.from({ length: 1000 }, (_, index) => `value ${index}`);
    const parts = [all, [...all].reverse(), all.slice(0, 500)].map(profileOf);
    const profile = mergeProfiles(parts);
    expect(profile.isMany).toBe(true);
    expect(profile.values).toHaveLength(MOST_VALUES);
    for (const { key, count } of profile.values) expect(count).toBe(Number(key.slice(6)) < 500 ? 3 : 2);
  });

  test('a distinct value may be added with its count', () => {
    const byValue = createProfileTaker();
    byValue.add('Active', 3);
    byValue.add('DNC', 2);
    expect(byValue.result()).toEqual(profileOf(['DNC', 'Active', 'Active', 'DNC', 'Active']));
  });

  test('is plain data', () => {
    const profile = profileOf(['Active', 'DNC', '07700 900123']);
    const sent: ColumnProfile = JSON.parse(JSON.stringify(profile));
    expect(sent).toEqual(profile);
  });

  test('stays small with 10,000 distinct values and with cells of 60 kB', () => {
    const taker = createProfileTaker();
    for (let index = 0; index < 10_000; index += 1) taker.add(`Tag ${index}`, 1);
    for (let index = 0; index < 300; index += 1) taker.add(`${index} ${'word '.repeat(12_000)}`, 1);
    const profile = taker.result();
    expect(JSON.stringify(profile).length).toBeLessThan(60_000);
    expect(profile.filled).toBe(10_300);
    // About 10,300; told from the thickness of the hashes.
    expect(distinctValues(profile)).toBeGreaterThan(8_000);
    expect(distinctValues(profile)).toBeLessThan(13_000);
  });
});

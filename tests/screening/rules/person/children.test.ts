import { expect, test } from 'vitest';
import { NOT_RECORDED, UNREADABLE } from '../../../../src/screening/contact.js';
import { children } from '../../../../src/screening/rules/person/children.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, day, recorded, toldBy } from '../../facts-for-tests.js';

const bornOn = (text: string): Change['person'] => ({ dateOfBirth: recorded(day(text)) });

test.for<[string, string, string, string[]]>([
  ['the day before the eighteenth birthday', '2008-11-25', '2026-11-24', ['doubt child-contact']],
  ['the eighteenth birthday', '2008-11-24', '2026-11-24', []],
  ['the day after the eighteenth birthday', '2008-11-23', '2026-11-24', []],
  [
    'born on 29 February, on 28 February eighteen years later',
    '2008-02-29',
    '2026-02-28',
    ['doubt child-contact'],
  ],
  ['born on 29 February, on 1 March eighteen years later', '2008-02-29', '2026-03-01', []],
  ['a date of birth after the call', '2027-01-01', '2026-11-24', ['doubt child-contact']],
])('%s', ([, born, callDate, lines]) => {
  expect(toldBy(children, { person: { ...bornOn(born) }, callDate: day(callDate) })).toEqual(lines);
});

test.for<[string, Change, string[]]>([
  ['no date of birth is no finding', { person: { dateOfBirth: NOT_RECORDED } }, []],
  [
    'a date of birth nobody can read leaves the question open',
    { person: { dateOfBirth: UNREADABLE } },
    ['doubt child-contact'],
  ],
  [
    'it is asked of contact that is no marketing too',
    {
      campaign: { purpose: 'service', contains_promotion: false },
      person: { ...bornOn('2015-01-01') },
    },
    ['doubt child-contact'],
  ],
  [
    'the subscriber may be a person where the kind is unknown',
    { person: { ...bornOn('2015-01-01'), subscriberKind: 'unknown' } },
    ['doubt child-contact'],
  ],
  ['a company has no age', { person: { ...bornOn('2015-01-01'), subscriberKind: 'corporate' } }, []],
])('%s', ([, change, lines]) => {
  expect(toldBy(children, change)).toEqual(lines);
});

eachCodeHasItsWorld(children.codes, {
  'child-contact': { person: { dateOfBirth: recorded(day('2015-01-01')) } },
});

import { expect, test } from 'vitest';
import { UNREADABLE } from '../../../../src/screening/contact.js';
import { deceased } from '../../../../src/screening/rules/person/deceased.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, consent, recorded, SERVICE_CALL, toldBy } from '../../facts-for-tests.js';

test.for<[string, Change, string[]]>([
  ['nothing is recorded of a death', {}, []],
  ['recorded as living', { person: { deceased: recorded(false) } }, []],
  ['recorded as dead', { person: { deceased: recorded(true) } }, ['bar deceased']],
  [
    'recorded as dead in another row of the same person',
    { said: { deceasedElsewhere: true } },
    ['bar deceased'],
  ],
  [
    'one row says living, another dead',
    { person: { deceased: recorded(false) }, said: { deceasedElsewhere: true } },
    ['bar deceased'],
  ],
  [
    'no consent opens the bar',
    { person: { deceased: recorded(true) }, ledger: [consent()] },
    ['bar deceased'],
  ],
  [
    'it holds for contact that is no marketing',
    { ...SERVICE_CALL, person: { deceased: recorded(true) } },
    ['bar deceased'],
  ],
  ['an entry that nobody can read is no record of a death', { person: { deceased: UNREADABLE } }, []],
])('%s', ([, change, lines]) => {
  expect(toldBy(deceased, change)).toEqual(lines);
});

eachCodeHasItsWorld(deceased.codes, {
  deceased: { person: { deceased: recorded(true) } },
});

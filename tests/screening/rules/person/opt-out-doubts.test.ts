import { expect, test } from 'vitest';
import { UNREADABLE } from '../../../../src/screening/contact.js';
import { optOutDoubts } from '../../../../src/screening/rules/person/opt-out-doubts.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, consent, factsWith, SERVICE_CALL, toldBy } from '../../facts-for-tests.js';

test.for<[string, Change, string[]]>([
  ['a list that says nothing', {}, []],
  ['an opt-out flag that nobody can read', { said: { unreadFlags: ['DNC 2024'] } }, ['doubt flag-unread']],
  ['a death flag that nobody can read', { person: { deceased: UNREADABLE } }, ['doubt flag-unread']],
  ['a note that asks for no calls', { said: { optOutWords: true } }, ['doubt opt-out-in-text']],
  ['a note that says "dead"', { said: { deceasedWords: true } }, ['doubt opt-out-in-text']],
  [
    'a note that says both',
    { said: { optOutWords: true, deceasedWords: true } },
    ['doubt opt-out-in-text', 'doubt opt-out-in-text'],
  ],
  [
    'no consent settles what nobody can read',
    { said: { unreadFlags: ['DNC 2024'], optOutWords: true }, ledger: [consent()] },
    ['doubt flag-unread', 'doubt opt-out-in-text'],
  ],
  [
    'an opt-out flag that nobody can read stops any contact',
    { ...SERVICE_CALL, said: { unreadFlags: ['DNC 2024'] } },
    ['doubt flag-unread'],
  ],
  [
    'so does a note that asks for no calls',
    { ...SERVICE_CALL, said: { optOutWords: true } },
    ['doubt opt-out-in-text'],
  ],
  [
    'a death flag that nobody can read stops any contact',
    { ...SERVICE_CALL, person: { deceased: UNREADABLE }, said: { unreadFlags: ['DNC 2024'] } },
    ['doubt flag-unread'],
  ],
  [
    'a note that says "dead" stops any contact',
    { ...SERVICE_CALL, said: { deceasedWords: true } },
    ['doubt opt-out-in-text'],
  ],
])('%s', ([, change, lines]) => {
  expect(toldBy(optOutDoubts, change)).toEqual(lines);
});

test.for<[string, Change, unknown]>([
  [
    'the columns of the flags',
    { said: { unreadFlags: ['DNC 2024', 'TPS'] } },
    { columns: ['DNC 2024', 'TPS'] },
  ],
  ['the column of the death', { person: { deceased: UNREADABLE } }, { columns: ['deceased'] }],
  ['that the words are those of an opt-out', { said: { optOutWords: true } }, { words: 'opt-out' }],
  ['that the words are those of a death', { said: { deceasedWords: true } }, { words: 'deceased' }],
])('the finding tells %s', ([, change, detail]) => {
  expect(optOutDoubts.findings(factsWith(change)).map((finding) => finding.detail)).toEqual([detail]);
});

eachCodeHasItsWorld(optOutDoubts.codes, {
  'flag-unread': { said: { unreadFlags: ['DNC 2024'] } },
  'opt-out-in-text': { said: { optOutWords: true } },
});

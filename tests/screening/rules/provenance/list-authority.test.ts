import { expect, test } from 'vitest';
import { listAuthority } from '../../../../src/screening/rules/provenance/list-authority.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import {
  ANOTHERS_LIST,
  AUTHORISATION,
  CALL_DATE,
  type Change,
  consent,
  day,
  FACTION,
  FACTION_RINGS_PARTY_MEMBERS,
  toldBy,
} from '../../facts-for-tests.js';

test.for<[string, Change, string[]]>([
  ["a body's own list with its authority closes no gate", {}, []],
  ["a body's own list needs no record of an authority", { list: { authorisation: null } }, []],
  ["a body's own list is taken as authorised where nobody says", { list: { authorised: null } }, []],
  [
    "a body's own list may be closed to a use",
    { list: { authorised: false } },
    ['gate block list-unauthorised'],
  ],
  ["another body's list with its authority on record closes no gate", { list: ANOTHERS_LIST }, []],
  [
    "another body's list without its authority blocks",
    { list: { ...ANOTHERS_LIST, authorised: false } },
    ['gate block list-unauthorised'],
  ],
  [
    'nobody has said whether the other body agreed: review',
    { list: { ...ANOTHERS_LIST, authorised: null } },
    ['gate review campaign-fact-missing'],
  ],
  [
    'an authority of which there is no record waits for a person',
    { list: { ...ANOTHERS_LIST, authorisation: null } },
    ['gate review campaign-fact-missing'],
  ],
  [
    'neither answer nor record: both are told',
    { list: { ...ANOTHERS_LIST, authorised: null, authorisation: null } },
    ['gate review campaign-fact-missing', 'gate review campaign-fact-missing'],
  ],
  [
    'a refusal blocks with no record asked for',
    { list: { ...ANOTHERS_LIST, authorised: false, authorisation: null } },
    ['gate block list-unauthorised', 'gate review campaign-fact-missing'],
  ],
  [
    'an authority given on the day of the call is in time',
    { list: { ...ANOTHERS_LIST, authorisation: { ...AUTHORISATION, on: CALL_DATE } } },
    [],
  ],
  [
    'an authority given a day after the call is too late',
    { list: { ...ANOTHERS_LIST, authorisation: { ...AUTHORISATION, on: day('2026-11-25') } } },
    ['gate review campaign-fact-missing'],
  ],
  [
    'a list under an alias of the controller is its own',
    {
      campaign: { controller_aliases: ['Northfield Party HQ'] },
      list: { controller: 'northfield party hq' },
    },
    [],
  ],
  [
    'a faction inside the party is another body than the party',
    { campaign: { controller: FACTION }, list: { authorised: null } },
    ['gate review campaign-fact-missing', 'gate review campaign-fact-missing'],
  ],
  [
    'no consent of a person replaces the authority of the controller',
    {
      ...FACTION_RINGS_PARTY_MEMBERS,
      list: { ...FACTION_RINGS_PARTY_MEMBERS.list, authorised: false },
      ledger: [consent({ controller: FACTION })],
    },
    ['gate block list-unauthorised'],
  ],
  [
    'it is asked of contact that is no marketing too',
    { campaign: { purpose: 'service', contains_promotion: false }, list: { authorised: false } },
    ['gate block list-unauthorised'],
  ],
])('%s', ([, change, lines]) => {
  expect(toldBy(listAuthority, change)).toEqual(lines);
});

eachCodeHasItsWorld(listAuthority.codes, {
  'list-unauthorised': { list: { authorised: false } },
});

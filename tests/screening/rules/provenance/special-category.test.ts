import { expect, test } from 'vitest';
import { NOT_RECORDED } from '../../../../src/screening/contact.js';
import { specialCategory } from '../../../../src/screening/rules/provenance/special-category.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import {
  ANOTHERS_LIST,
  type Change,
  consent,
  day,
  FACTION,
  FACTION_RINGS_PARTY_MEMBERS,
  indirectConsent,
  PARTY,
  recorded,
  toldBy,
} from '../../facts-for-tests.js';

const BAR = 'bar special-category-disclosure';

test.for<[string, Change, string[]]>([
  ["a party's own members", {}, []],
  [
    'members of the party on a list that a faction calls its own',
    {
      campaign: { controller: FACTION },
      list: { source: 'own-records', controller: FACTION },
      membership: { controller: PARTY, status: recorded('lapsed') },
    },
    ['doubt list-provenance-unknown'],
  ],
  [
    'somebody who is recorded as no member of another body',
    { membership: { controller: FACTION, status: recorded('none') } },
    [],
  ],
  ["a party's own members, whatever kind is declared", { list: { controller_kind: 'political-party' } }, []],
  ['a faction that rings the members of its party', FACTION_RINGS_PARTY_MEMBERS, [BAR]],
  [
    'the members of a religious body',
    { list: { ...ANOTHERS_LIST, source: 'membership', controller_kind: 'religious-body' } },
    [BAR],
  ],
  [
    'the members of a trade union',
    { list: { ...ANOTHERS_LIST, source: 'membership', controller_kind: 'trade-union' } },
    [BAR],
  ],
  [
    'the members of a body that shows nothing of the kind',
    { list: { ...ANOTHERS_LIST, source: 'membership', controller_kind: 'other' } },
    [],
  ],
  [
    'a list under an alias of the caller is its own',
    {
      campaign: { controller_aliases: ['The Northfield Party'] },
      list: { controller: 'the northfield party', controller_kind: 'political-party' },
    },
    [],
  ],
  [
    'consent to the faction itself opens the bar',
    { ...FACTION_RINGS_PARTY_MEMBERS, ledger: [consent({ controller: FACTION })] },
    [BAR, 'opens consent-valid'],
  ],
  [
    'consent that the party obtained for the faction by name opens it too',
    { ...FACTION_RINGS_PARTY_MEMBERS, ledger: [indirectConsent({ controller: FACTION })] },
    [BAR, 'opens consent-valid'],
  ],
  [
    'consent to the party says nothing of the faction',
    { ...FACTION_RINGS_PARTY_MEMBERS, ledger: [consent({ controller: PARTY })] },
    [BAR, 'fails consent-wrong-controller'],
  ],
  [
    'consent without proof leaves the bar to a person',
    { ...FACTION_RINGS_PARTY_MEMBERS, ledger: [consent({ controller: FACTION, wording: null })] },
    [BAR, 'unproven consent-evidence-incomplete'],
  ],
  [
    'a lapsed member is as protected as a current one',
    { ...FACTION_RINGS_PARTY_MEMBERS, membership: { status: recorded('lapsed') } },
    [BAR],
  ],
  [
    'the bar stands for contact that is no marketing',
    {
      ...FACTION_RINGS_PARTY_MEMBERS,
      campaign: { controller: FACTION, purpose: 'service', contains_promotion: false },
    },
    [BAR],
  ],
  [
    'an unknown subscriber may be a person',
    { ...FACTION_RINGS_PARTY_MEMBERS, person: { subscriberKind: 'unknown' } },
    [BAR],
  ],
  [
    'a company has no belief',
    { ...FACTION_RINGS_PARTY_MEMBERS, person: { subscriberKind: 'corporate' } },
    [],
  ],
])('%s', ([, change, lines]) => {
  expect(toldBy(specialCategory, change)).toEqual(lines);
});

const ASKED = ['gate review campaign-fact-missing'];

test.for<[string, Change, string[]]>([
  ['a membership list', { list: { ...ANOTHERS_LIST, source: 'membership' } }, ASKED],
  [
    'a membership list whose row has no status',
    { list: { ...ANOTHERS_LIST, source: 'membership' }, membership: { status: NOT_RECORDED } },
    ASKED,
  ],
  ['another list whose row says that the person is a member', { list: ANOTHERS_LIST }, ASKED],
  [
    'another list whose row says that the person was a member',
    { list: ANOTHERS_LIST, membership: { status: recorded('resigned') } },
    ASKED,
  ],
  [
    'another list whose row says when the membership ended, and no more',
    {
      list: ANOTHERS_LIST,
      membership: { status: NOT_RECORDED, endedOn: recorded(day('2026-05-24')) },
    },
    ASKED,
  ],
])("nobody has said what kind of body another's list belongs to: %s", ([, change, lines]) => {
  const list = { ...change.list, controller_kind: null };
  expect(toldBy(specialCategory, { ...change, list })).toEqual(lines);
});

test('a list declared as a union’s is barred whatever its source, though the row is silent on membership', () => {
  const change = {
    ...FACTION_RINGS_PARTY_MEMBERS,
    list: { ...FACTION_RINGS_PARTY_MEMBERS.list, source: 'number-matching', controller_kind: 'trade-union' },
    membership: { status: NOT_RECORDED },
  } as const;
  expect(toldBy(specialCategory, change)).toEqual(['bar special-category-disclosure']);
});

eachCodeHasItsWorld(specialCategory.codes, {
  'special-category-disclosure': FACTION_RINGS_PARTY_MEMBERS,
});

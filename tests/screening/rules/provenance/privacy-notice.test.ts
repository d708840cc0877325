import { expect, test } from 'vitest';
import { privacyNotice } from '../../../../src/screening/rules/provenance/privacy-notice.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, toldBy } from '../../facts-for-tests.js';

const UNTOLD = { list: { privacy_notice_given: false } } as const;
const WAITS = ['gate review privacy-notice-missing'];

test.for<[string, Change, string[]]>([
  ['people who were told of this use', {}, []],
  ['people who were not told wait for a person', UNTOLD, WAITS],
  [
    'nobody has said whether they were told',
    { list: { privacy_notice_given: null } },
    ['gate review campaign-fact-missing'],
  ],
  ['a sole trader is a person', { ...UNTOLD, person: { subscriberKind: 'sole-trader' } }, WAITS],
  ['so are the partners of a partnership', { ...UNTOLD, person: { subscriberKind: 'partnership' } }, WAITS],
  ['an unknown subscriber may be a person', { ...UNTOLD, person: { subscriberKind: 'unknown' } }, WAITS],
  ['a company is told nothing', { ...UNTOLD, person: { subscriberKind: 'corporate' } }, []],
  [
    'the switchboard of a company is told nothing',
    { ...UNTOLD, person: { subscriberKind: 'corporate', mailboxKind: 'role' } },
    [],
  ],
  [
    'named staff of a company are people',
    { ...UNTOLD, person: { subscriberKind: 'corporate', mailboxKind: 'named-work' } },
    WAITS,
  ],
  [
    'so is whoever has a personal mailbox there',
    { ...UNTOLD, person: { subscriberKind: 'corporate', mailboxKind: 'personal' } },
    WAITS,
  ],
  [
    'a mailbox kind that nobody can read may be that of named staff',
    { ...UNTOLD, person: { subscriberKind: 'corporate', mailboxKind: 'unreadable' } },
    WAITS,
  ],
  [
    'it is asked of contact that is no marketing too',
    { ...UNTOLD, campaign: { purpose: 'service', contains_promotion: false } },
    WAITS,
  ],
])('%s', ([, change, lines]) => {
  expect(toldBy(privacyNotice, change)).toEqual(lines);
});

eachCodeHasItsWorld(privacyNotice.codes, {
  'privacy-notice-missing': { list: { privacy_notice_given: false } },
});

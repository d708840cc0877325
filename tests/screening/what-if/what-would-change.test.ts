import { describe, expect, test } from 'vitest';
import { judgeWorld } from '../../../src/screening/what-if/change.js';
import { singleChanges } from '../../../src/screening/what-if/single-changes.js';
import { whatWouldChange } from '../../../src/screening/what-if/what-would-change.js';
import {
  CHARITY_ASKS,
  type Change,
  consent,
  day,
  FACTION_RINGS_PARTY_MEMBERS,
  factsWith,
  listed,
  NOT_LOADED,
  notListed,
  objection,
  onChannel,
  support,
  wrongNumber,
} from '../facts-for-tests.js';

function worldWith(change: Change) {
  const { campaign, callDate, lastPlannedOn, point, person, evidence } = factsWith(change);
  return { campaign, callDate, lastPlannedOn, contact: { point, person, evidence } };
}

/** What alone helps, in a word or two each. */
function helps(change: Change): readonly string[] {
  const found = whatWouldChange(worldWith(change));
  if (found.kind === 'ends')
    return [`allowed until ${found.lastDay}, then ${found.because?.code ?? 'unknown'}`];
  const words = found.changes.map((single) => {
    switch (single.kind) {
      case 'fact':
        return single.fact;
      case 'proof':
        return `proof ${single.missing.join(',')}`;
      case 'consent':
        return `consent ${single.channels.join('+')}${single.after === null ? '' : ` after ${single.after}`}`;
      case 'fresh-copies':
      case 'no-longer-listed':
        return `${single.kind} ${single.registers.join('+')}`;
      case 'relation':
        return `relation ${single.basis}`;
      case 'another-day':
        return `on ${single.on}`;
      case 'no-instigator':
      case 'country-declared':
      case 'current-member':
      case 'corporate-subscriber':
      case 'grace-allowed':
        return single.kind;
    }
  });
  return [...new Set(words)];
}

describe('what alone would make it allowed', () => {
  test.for<[string, Change, readonly string[]]>([
    ['an open fact, answered', { calls: { number_presented: null } }, ['calls.number_presented']],
    ['two open facts: no single answer', { calls: { number_presented: null, caller_identified: null } }, []],
    ['a listing', { tps: listed() }, ['no-longer-listed tps', 'consent live-call']],
    [
      'a listing and a consent without its wording',
      { tps: listed(), ledger: [consent({ wording: null })] },
      ['proof wording', 'no-longer-listed tps', 'consent live-call'],
    ],
    [
      'a listing on a wrong number, which no consent opens',
      { tps: listed(), ledger: [wrongNumber()] },
      ['no-longer-listed tps'],
    ],
    [
      'a listing within the grace',
      { tps: listed(day('2026-11-10')) },
      ['grace-allowed', 'no-longer-listed tps', 'consent live-call'],
    ],
    ['an objection', { ledger: [objection()] }, ['consent live-call after 2026-09-01']],
    ['an objection of the day itself', { ledger: [objection({ on: day('2026-11-24') })] }, []],
    ['an undated objection', { ledger: [objection({ on: null })] }, []],
    ['an opt-out of the list', { said: { optOut: 'number' } }, []],
    [
      'an objection, where messages are left too',
      { calls: { leaves_voicemail: true }, ledger: [objection()] },
      ['consent live-call+voicemail after 2026-09-01'],
    ],
    [
      'messages that are left',
      { calls: { leaves_voicemail: true } },
      ['calls.leaves_voicemail', 'consent voicemail', 'corporate-subscriber'],
    ],
    [
      'stale copies',
      { tps: notListed(day('2026-10-01')), ctps: notListed(day('2026-10-01')) },
      ['fresh-copies tps+ctps'],
    ],
    ['a copy that is missing', { ctps: NOT_LOADED }, ['fresh-copies ctps']],
    [
      'a stale copy and an open fact: neither alone',
      { ctps: NOT_LOADED, calls: { number_presented: null } },
      [],
    ],
    ['a list without authority', { list: { authorised: false } }, ['list.authorised']],
    ["another's members", FACTION_RINGS_PARTY_MEMBERS, ['consent live-call', 'corporate-subscriber']],
    [
      'a moratorium',
      { campaign: { moratoria: [{ from: day('2026-11-20'), to: day('2026-11-27'), exempt_purposes: [] }] } },
      ['on 2026-11-28'],
    ],
    ['an email without consent', onChannel('email'), ['consent email', 'corporate-subscriber']],
    [
      'support of a charity before its soft opt-in was law',
      onChannel('email', { ...CHARITY_ASKS, ledger: [support({ obtainedOn: day('2026-02-04') })] }),
      ['consent email', 'relation charity-support', 'corporate-subscriber'],
    ],
  ])('%s', ([, change, expected]) => {
    expect(helps(change)).toEqual(expected);
  });
});

describe('what ends an allowed verdict', () => {
  test.for<[string, Change, string]>([
    ['the age of the copy', {}, 'allowed until 2026-12-17, then register-stale'],
    ['the last planned day', { lastPlannedOn: day('2026-11-30') }, 'allowed until 2026-11-30, then unknown'],
    [
      'a moratorium ahead',
      { campaign: { moratoria: [{ from: day('2026-12-01'), to: day('2026-12-05'), exempt_purposes: [] }] } },
      'allowed until 2026-11-30, then moratorium-window',
    ],
    ['a letter, which nothing dates', onChannel('post'), 'allowed until 2026-11-24, then unknown'],
  ])('%s', ([, change, expected]) => {
    expect(helps(change)).toEqual([expected]);
  });
});

test('each change is one fact: it leaves all else as it was', () => {
  const world = worldWith({ tps: listed(), ledger: [objection()] });
  for (const { to } of singleChanges(world)) {
    const changed = [
      to.campaign !== world.campaign,
      to.callDate !== world.callDate,
      to.contact.person !== world.contact.person,
      to.contact.evidence.ledger !== world.contact.evidence.ledger,
      to.contact.evidence.registers !== world.contact.evidence.registers,
    ];
    expect(changed.filter((isChanged) => isChanged)).toEqual([true]);
  }
  expect(judgeWorld(world).outcome).toBe('blocked');
});

/** The last day of an allowed verdict: no rule may find something worse before it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, type IsoDate } from '../../src/screening/dates.js';
import { bar, closedGate } from '../../src/screening/finding.js';
import { type CampaignRule, type ContactRule, type Facts, NONE } from '../../src/screening/rule.js';
import { campaignRules, contactRules } from '../../src/screening/rules/index.js';
import { prepareJudgement, type Rules, type Verdict } from '../../src/screening/verdict/decide.js';
import { day, factsWith } from './facts-for-tests.js';
import { world, worldOfSecondThoughts } from './worlds-for-tests.js';

const RULES: Rules = { campaign: campaignRules, contact: contactRules };
const RUNS = { seed: 20261124, numRuns: 3000 };
const FEW_RUNS = { ...RUNS, numRuns: 300 };

const eitherWorld = fc.oneof(world, worldOfSecondThoughts);

function judged({ campaign, callDate, lastPlannedOn, ...contact }: Facts, rules: Rules): Verdict {
  return prepareJudgement(campaign, callDate, lastPlannedOn, rules).judge(contact);
}

/** An allowed verdict still allows on any day up to its last, with the same evidence. */
function stillAllows(rules: Rules) {
  return fc.property(eitherWorld, fc.double({ min: 0, max: 1, noNaN: true }), (facts, share) => {
    const { validUntil } = judged(facts, rules);
    if (validUntil === null) return;
    const span = daysBetween(facts.callDate, validUntil);
    for (const callDate of [addDays(facts.callDate, Math.round(span * share)), validUntil]) {
      expect(judged({ ...facts, callDate }, rules).outcome).toBe('allowed');
    }
  });
}

/** Forbids contact on Sundays: a rule that is bound to the day, and does not say where it ends. */
const noCallsOnSunday: CampaignRule = {
  id: 'no-calls-on-sunday',
  codes: {},
  findings: ({ callDate }) =>
    daysToSunday(callDate) === 0 ? [closedGate('block', 'moratorium-window')] : NONE,
};

const noCallsOnSundayWithItsEnd: CampaignRule = {
  ...noCallsOnSunday,
  endsOn: ({ callDate }) => addDays(callDate, daysToSunday(callDate) - 1),
};

const nobodyAfterNovember: ContactRule = {
  id: 'nobody-after-november',
  codes: {},
  findings: ({ callDate }) => (callDate > LAST_OF_NOVEMBER ? [bar('deceased', [])] : NONE),
};

const nobodyAfterNovemberWithItsEnd: ContactRule = {
  ...nobodyAfterNovember,
  endsOn: () => LAST_OF_NOVEMBER,
};

const LAST_OF_NOVEMBER = day('2026-11-30');

/** 0 on a Sunday. */
function daysToSunday(date: IsoDate): number {
  return ((daysBetween(date, day('2026-11-29')) % 7) + 7) % 7;
}

const withCampaignRule = (rule: CampaignRule): Rules => ({ ...RULES, campaign: [...campaignRules, rule] });
const withContactRule = (rule: ContactRule): Rules => ({ ...RULES, contact: [...contactRules, rule] });

describe('an allowed verdict still allows on each day up to its last', () => {
  test('by the rules of the index', () => {
    fc.assert(stillAllows(RULES), RUNS);
  });

  test.for<[string, Rules]>([
    ['with a rule of the campaign that says where it ends', withCampaignRule(noCallsOnSundayWithItsEnd)],
    ['with a rule of the contact that says where it ends', withContactRule(nobodyAfterNovemberWithItsEnd)],
  ])('%s', ([, rules]) => {
    fc.assert(stillAllows(rules), FEW_RUNS);
  });

  test.for<[string, Rules]>([
    ['a rule of the campaign', withCampaignRule(noCallsOnSunday)],
    ['a rule of the contact', withContactRule(nobodyAfterNovember)],
  ])('and %s that does not say where it ends is caught', ([, rules]) => {
    expect(fc.check(stillAllows(rules), FEW_RUNS).failed).toBe(true);
  });
});

test('the end of one rule is the end of the verdict where no other is earlier', () => {
  const facts = factsWith();
  expect(judged(facts, RULES).validUntil).toBe('2026-12-17');
  expect(judged(facts, withContactRule(nobodyAfterNovemberWithItsEnd)).validUntil).toBe('2026-11-30');
  expect(judged(facts, withCampaignRule(noCallsOnSundayWithItsEnd)).validUntil).toBe('2026-11-28');
});

describe('a rule that reads the day of the contact', () => {
  /** Rules that read the day and need no end, each with why. */
  const NEED_NO_END: Readonly<Record<string, string>> = {
    'automated-calls': 'a consent that opens carries its last day',
    children: 'a later day can only make the person an adult',
    'claims-management': 'a consent that opens carries its last day',
    'direct-marketing': 'the end of a membership to come is that of membership-status',
    'electronic-mail': 'a consent that opens carries its last day; a relation has none',
    faxes: 'a consent that opens carries its last day',
    'lapsed-membership': 'the end of a membership to come is that of membership-status',
    'list-authority': 'a later day can only bring the authority into force',
    objections: 'a consent that opens carries its last day',
    'pension-calls': 'a consent that opens carries its last day; a relation has none',
    referral: 'a consent that opens carries its last day',
    'special-category': 'a consent that opens carries its last day',
    voicemail: 'a consent that opens carries its last day',
  };

  /** The rules that read the day in any of the worlds and do not say where they end. */
  function endless({ campaign, contact }: Rules): readonly string[] {
    const worlds = fc.sample(eitherWorld, { seed: RUNS.seed, numRuns: 1000 });
    const reads = (rule: CampaignRule | ContactRule): boolean =>
      worlds.some((facts) => readsTheDay(rule, facts));
    return [...campaign, ...contact]
      .filter(({ endsOn }) => endsOn === undefined)
      .filter(reads)
      .map(({ id }) => id);
  }

  function readsTheDay({ findings }: CampaignRule | ContactRule, facts: Facts): boolean {
    let isRead = false;
    const { callDate, ...rest } = facts;
    findings({
      ...rest,
      get callDate() {
        isRead = true;
        return callDate;
      },
    });
    return isRead;
  }

  test('says where it ends, or is known to need no end', () => {
    expect(endless(RULES).toSorted()).toEqual(Object.keys(NEED_NO_END).toSorted());
  });

  test.for<[string, Rules]>([
    ['no-calls-on-sunday', withCampaignRule(noCallsOnSunday)],
    ['nobody-after-november', withContactRule(nobodyAfterNovember)],
  ])('%s, which does not, is caught', ([id, rules]) => {
    expect(endless(rules)).toContain(id);
  });
});

/** What holds in every world. A failing run prints the world, shrunk, and the seed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Campaign, CHANNELS, LIST_CONTROLLER_KINDS } from '../../src/screening/campaign.js';
import { isReachable } from '../../src/screening/contact.js';
import { addDays, daysBetween, type IsoDate } from '../../src/screening/dates.js';
import {
  CALL_REGISTERS,
  type LedgerEntry,
  type Listing,
  type RegisterName,
} from '../../src/screening/evidence.js';
import type { FactKey } from '../../src/screening/facts.js';
import { isReasonCode } from '../../src/screening/precedence.js';
import type { Facts } from '../../src/screening/rule.js';
import { codesOf, OUTCOMES, type Outcome } from '../../src/screening/verdict/decide.js';
import {
  AUTHORISATION,
  CALL_DATE,
  FIRM,
  NOT_LOADED,
  PARTY,
  recorded,
  THIS_NUMBER,
  verdictOnFacts,
} from './facts-for-tests.js';
import {
  ALIAS,
  freshAndClear,
  objection,
  preference,
  withCampaign,
  withdrawal,
  withLedger,
  withSaid,
  world,
  worldOfSecondThoughts,
  wrongNumber,
} from './worlds-for-tests.js';

const RUNS = { seed: 20261124, numRuns: 3000 };

const eitherWorld = fc.oneof(world, worldOfSecondThoughts);

function holdsIn(check: (facts: Facts) => void): void {
  fc.assert(fc.property(world, check), RUNS);
}

/** How far towards a call an outcome is. */
const NEARNESS: Readonly<Record<Outcome, number>> = { allowed: 2, 'needs-review': 1, blocked: 0 };

function expectNoNearer(before: Facts, after: Facts): void {
  expect(NEARNESS[verdictOnFacts(after).outcome]).toBeLessThanOrEqual(
    NEARNESS[verdictOnFacts(before).outcome],
  );
}

test('the worlds reach every outcome often enough for what follows to mean something', () => {
  const outcomes = fc
    .sample(world, { seed: RUNS.seed, numRuns: 2000 })
    .map((facts) => verdictOnFacts(facts).outcome);
  for (const outcome of OUTCOMES) {
    expect(outcomes.filter((reached) => reached === outcome).length).toBeGreaterThan(RUNS.numRuns / 20);
  }
});

test('the worlds reach every outcome on every channel', () => {
  const reached = new Set(
    fc
      .sample(world, { seed: RUNS.seed, numRuns: 6000 })
      .map((facts) => `${facts.campaign.channel} ${verdictOnFacts(facts).outcome}`),
  );
  expect(reached.size).toBe(CHANNELS.length * OUTCOMES.length);
});

describe('what is added against a contact never moves it towards allowed', () => {
  function added(entry: fc.Arbitrary<LedgerEntry>): void {
    fc.assert(
      fc.property(world, entry, fc.nat({ max: 4 }), (facts, added, place) => {
        expectNoNearer(facts, withLedger(facts, facts.evidence.ledger.toSpliced(place, 0, added)));
      }),
      RUNS,
    );
  }

  test('an objection', () => added(objection));
  test('a withdrawal', () => added(withdrawal));
  test('a fundraising preference', () => added(preference));
  test('a wrong number', () => added(wrongNumber));

  test('a consent, or a client, taken away', () => {
    holdsIn((facts) => {
      const { ledger } = facts.evidence;
      ledger.forEach((entry, place) => {
        if (entry.record === 'consent' || entry.record === 'soft-opt-in') {
          expectNoNearer(facts, withLedger(facts, ledger.toSpliced(place, 1)));
        }
      });
    });
  });

  test.for<[string, (facts: Facts) => Facts]>([
    ['an opt-out of the number in the list', (facts) => withSaid(facts, { optOut: 'number' })],
    ['an opt-out of the person in the list', (facts) => withSaid(facts, { optOut: 'person' })],
    ['an opt-out flag that nobody can read', (facts) => withSaid(facts, { unreadFlags: ['DNC 2024'] })],
    ['words of an opt-out', (facts) => withSaid(facts, { optOutWords: true })],
    ['words of a death', (facts) => withSaid(facts, { deceasedWords: true })],
    ['a death recorded in another row', (facts) => withSaid(facts, { deceasedElsewhere: true })],
    ['a death', (facts) => ({ ...facts, person: { ...facts.person, deceased: recorded(true) } })],
    [
      'a mark of the Mailing Preference Service',
      (facts) => ({ ...facts, person: { ...facts.person, mpsListed: recorded(true) } }),
    ],
    [
      'nothing by which an objection could be matched',
      (facts) => ({
        ...facts,
        person: { ...facts.person, foundBy: { numberOrEmail: false, personId: false } },
      }),
    ],
    ['a broken record', (facts) => ({ ...facts, person: { ...facts.person, isMalformed: true } })],
  ])('%s', ([, worsen]) => {
    holdsIn((facts) => expectNoNearer(facts, worsen(facts)));
  });

  type Worsening = (asOf: IsoDate) => Listing;
  const listedFor = (days: number | 'unknown'): Worsening => {
    const earliestOn = days === 'unknown' ? days : addDays(CALL_DATE, -days);
    return (asOf) => ({ status: 'listed', asOf, earliestOn });
  };
  const staleFor = (days: number): Worsening => {
    return () => ({ status: 'not-listed', asOf: addDays(CALL_DATE, -days) });
  };
  const worse = fc.constantFrom<Worsening>(
    ...(['unknown', 0, 1, 27, 28, 400] as const).map(listedFor),
    ...[28, 29, 400].map(staleFor),
    () => NOT_LOADED,
    (asOf) => ({ status: 'outside-coverage', asOf }),
  );

  test.for<RegisterName>([...CALL_REGISTERS, 'fps'])(
    'a clear copy of the %s that lists, is stale, partial or missing',
    (register) => {
      fc.assert(
        fc.property(world, freshAndClear, worse, (facts, clear, worsen) => {
          const withCopy = (copy: Listing): Facts => ({
            ...facts,
            evidence: { ...facts.evidence, registers: { ...facts.evidence.registers, [register]: copy } },
          });
          if (clear.status !== 'not-listed') throw new Error('the copy is meant to be clear');
          expectNoNearer(withCopy(clear), withCopy(worsen(clear.asOf)));
        }),
        RUNS,
      );
    },
  );
});

/** Every declared fact: the campaign with it answered, given each answer in words, `null` for open. */
const answered: Readonly<
  Record<
    FactKey,
    {
      readonly isOpen: (campaign: Campaign) => boolean;
      readonly wanted: readonly ((campaign: Campaign) => Campaign)[];
      readonly wrong: readonly ((campaign: Campaign) => Campaign)[];
      readonly open: (campaign: Campaign) => Campaign;
    }
  >
> = {
  'calls.number_presented': yesIsWanted(
    ({ calls }) => calls.number_presented,
    (campaign, number_presented) => ({ ...campaign, calls: { ...campaign.calls, number_presented } }),
  ),
  'calls.caller_identified': yesIsWanted(
    ({ calls }) => calls.caller_identified,
    (campaign, caller_identified) => ({ ...campaign, calls: { ...campaign.calls, caller_identified } }),
  ),
  'calls.leaves_voicemail': noIsWanted(
    ({ calls }) => calls.leaves_voicemail,
    (campaign, leaves_voicemail) => ({ ...campaign, calls: { ...campaign.calls, leaves_voicemail } }),
  ),
  'messages.opt_out_included': yesIsWanted(
    ({ messages }) => messages.opt_out_included,
    (campaign, opt_out_included) => ({ ...campaign, messages: { ...campaign.messages, opt_out_included } }),
  ),
  contains_promotion: noIsWanted(
    ({ contains_promotion }) => contains_promotion,
    (campaign, contains_promotion) => ({ ...campaign, contains_promotion }),
  ),
  'list.source': {
    isOpen: ({ list }) => list.source === null || list.source === 'unknown',
    // The other sources each have rules of their own.
    wanted: [
      (campaign) => withList(campaign, { source: 'own-records' }),
      (campaign) => withList(campaign, { source: 'purchased' }),
    ],
    wrong: [(campaign) => withList(campaign, { source: 'unknown' })],
    open: (campaign) => withList(campaign, { source: null }),
  },
  'list.controller_kind': {
    isOpen: ({ list }) => list.controller_kind === null,
    wanted: [(campaign) => withList(campaign, { controller_kind: 'other' })],
    wrong: LIST_CONTROLLER_KINDS.filter((kind) => kind !== 'other').map(
      (controller_kind) => (campaign) => withList(campaign, { controller_kind }),
    ),
    open: (campaign) => withList(campaign, { controller_kind: null }),
  },
  'list.authorised': yesIsWanted(
    ({ list }) => list.authorised,
    (campaign, authorised) => withList(campaign, { authorised }),
  ),
  'list.authorisation': {
    isOpen: ({ list }) => list.authorisation === null,
    wanted: [(campaign) => withList(campaign, { authorisation: AUTHORISATION })],
    wrong: [
      (campaign) => withList(campaign, { authorisation: { ...AUTHORISATION, on: addDays(CALL_DATE, 1) } }),
    ],
    open: (campaign) => withList(campaign, { authorisation: null }),
  },
  'list.privacy_notice_given': yesIsWanted(
    ({ list }) => list.privacy_notice_given,
    (campaign, privacy_notice_given) => withList(campaign, { privacy_notice_given }),
  ),
  'list.post_lapse_notice': yesIsWanted(
    ({ list }) => list.post_lapse_notice,
    (campaign, post_lapse_notice) => withList(campaign, { post_lapse_notice }),
  ),
  'processor.contract': {
    isOpen: ({ processor }) => processor !== null && processor.contract === null,
    wanted: [
      (campaign) => ({ ...campaign, processor: { name: FIRM, contract: 'DPA-2026-04', country: 'UK' } }),
    ],
    wrong: [],
    open: (campaign) => ({ ...campaign, processor: { name: FIRM, contract: null, country: 'UK' } }),
  },
  'research.answers_reused_for_marketing': noIsWanted(
    ({ research }) => research.answers_reused_for_marketing,
    (campaign, answers_reused_for_marketing) => ({ ...campaign, research: { answers_reused_for_marketing } }),
  ),
  'pensions.fca_authorised_or_trustee': yesIsWanted(
    ({ pensions }) => pensions.fca_authorised_or_trustee,
    (campaign, fca_authorised_or_trustee) => ({ ...campaign, pensions: { fca_authorised_or_trustee } }),
  ),
};

type Setting = (campaign: Campaign, answer: boolean | null) => Campaign;

function yesIsWanted(read: (campaign: Campaign) => boolean | null, set: Setting): (typeof answered)[FactKey] {
  return {
    isOpen: (campaign) => read(campaign) === null,
    wanted: [(campaign) => set(campaign, true)],
    wrong: [(campaign) => set(campaign, false)],
    open: (campaign) => set(campaign, null),
  };
}

function noIsWanted(read: (campaign: Campaign) => boolean | null, set: Setting): (typeof answered)[FactKey] {
  const { isOpen, wanted, wrong, open } = yesIsWanted(read, set);
  return { isOpen, wanted: wrong, wrong: wanted, open };
}

function withList(campaign: Campaign, change: Partial<Campaign['list']>): Campaign {
  return { ...campaign, list: { ...campaign.list, ...change } };
}

const facts = Object.entries(answered);

describe('a declared fact that turns wrong or open never moves a contact towards allowed', () => {
  test.for(facts)('%s', ([, { wanted, wrong, open }]) => {
    holdsIn((facts) => {
      for (const answer of wanted) {
        const before = withCampaign(facts, answer(facts.campaign));
        for (const worsen of [...wrong, open]) {
          const after = withCampaign(facts, worsen(facts.campaign));
          expectNoNearer(before, after);
        }
      }
    });
  });
});

describe('an open fact is never taken as favourable: allowed, it would be allowed with every answer', () => {
  /** What the contract takes an open fact as, and tells: that answer stands for the open one. */
  const takenAs: Partial<Record<string, (campaign: Campaign) => boolean>> = {
    'calls.leaves_voicemail': () => true,
    'list.authorised': ({ list, controller_aliases }) =>
      [PARTY, ...controller_aliases, 'northfield  PARTY'].includes(list.controller),
  };

  test.for(facts)('%s', ([key, { isOpen, wanted, wrong, open }]) => {
    holdsIn((facts) => {
      const asked = isOpen(facts.campaign) ? facts : withCampaign(facts, open(facts.campaign));
      const verdict = verdictOnFacts(asked);
      if (takenAs[key]?.(asked.campaign)) {
        for (const answer of wanted) {
          expect(verdict).toEqual(verdictOnFacts(withCampaign(asked, answer(asked.campaign))));
        }
        return;
      }
      if (verdict.outcome !== 'allowed') return;
      for (const answer of [...wanted, ...wrong]) {
        expect(verdictOnFacts(withCampaign(asked, answer(asked.campaign))).outcome).toBe('allowed');
      }
    });
  });
});

describe('without evidence nothing is allowed', () => {
  test('no register and no ledger never allow marketing to a person, but for a letter', () => {
    holdsIn((facts) => {
      fc.pre(facts.isMarketing && facts.campaign.channel !== 'post');
      fc.pre(facts.person.subscriberKind !== 'corporate' || facts.campaign.channel === 'live-call');
      const bare: Facts = {
        ...facts,
        evidence: {
          ...facts.evidence,
          registers: { tps: NOT_LOADED, ctps: NOT_LOADED, fps: NOT_LOADED },
          ledger: [],
        },
      };
      expect(verdictOnFacts(bare).outcome).not.toBe('allowed');
    });
  });

  test('a listed number without any consent is not rung to sell or to campaign', () => {
    holdsIn((facts) => {
      fc.pre(facts.isMarketing && facts.campaign.sector === 'none' && facts.point.kind === 'number');
      fc.pre(facts.campaign.channel === 'live-call');
      fc.pre(facts.point.kind === 'number' && facts.point.numberStatus.kind !== 'non-uk');
      const without = withLedger(
        facts,
        facts.evidence.ledger.filter(({ record }) => record !== 'consent'),
      );
      for (const register of CALL_REGISTERS) {
        const copy = facts.evidence.registers[register];
        if (copy.status !== 'listed') continue;
        const isRecent = copy.earliestOn !== 'unknown' && daysBetween(copy.earliestOn, CALL_DATE) < 28;
        if (isRecent && facts.campaign.policy.listing_grace !== 'block') continue;
        expect(verdictOnFacts(without).outcome).toBe('blocked');
      }
    });
  });

  test('an undated objection of this line to every caller is never overridden', () => {
    holdsIn((facts) => {
      fc.pre(facts.isMarketing);
      const said: LedgerEntry = {
        record: 'objection',
        match: THIS_NUMBER,
        scope: null,
        controller: null,
        channels: 'all',
        purposes: 'any',
        on: null,
      };
      expect(verdictOnFacts(withLedger(facts, [...facts.evidence.ledger, said])).outcome).toBe('blocked');
    });
  });

  test('no message is left for a person who agreed to nothing', () => {
    holdsIn((facts) => {
      const { campaign, person } = facts;
      const leaving = withCampaign(facts, {
        ...campaign,
        calls: { ...campaign.calls, leaves_voicemail: true },
      });
      if (!leaving.isMarketing || campaign.channel !== 'live-call' || !isReachable(facts.point)) return;
      const agreedTo = facts.evidence.ledger.filter(({ record }) => record !== 'consent');
      const individual: Facts = { ...leaving, person: { ...person, subscriberKind: 'individual' } };
      expect(verdictOnFacts(withLedger(individual, agreedTo)).outcome).toBe('blocked');
    });
  });
});

describe('the order of the entries in the ledger', () => {
  const shuffled = eitherWorld.chain((facts) =>
    fc
      .shuffledSubarray([...facts.evidence.ledger], { minLength: facts.evidence.ledger.length })
      .map((ledger): [Facts, Facts] => [facts, withLedger(facts, ledger)]),
  );

  test.for<[string, (facts: Facts) => unknown]>([
    ['no outcome', (facts) => verdictOnFacts(facts).outcome],
    ['no last day', (facts) => verdictOnFacts(facts).validUntil],
    ['no decisive reason', (facts) => verdictOnFacts(facts).decisive.code],
    ['nothing of what is told', (facts) => codesOf(verdictOnFacts(facts)).toSorted()],
  ])('changes %s', ([, look]) => {
    fc.assert(
      fc.property(shuffled, ([facts, inAnotherOrder]) => {
        expect(look(inAnotherOrder)).toEqual(look(facts));
      }),
      RUNS,
    );
  });
});

test('a strict house leaves nothing to review, and changes nothing else', () => {
  holdsIn((facts) => {
    const { campaign } = facts;
    const strict = { ...campaign, policy: { ...campaign.policy, strict: true } };
    const [before, after] = [verdictOnFacts(facts), verdictOnFacts(withCampaign(facts, strict))];
    expect(after).toEqual(before.outcome === 'needs-review' ? { ...before, outcome: 'blocked' } : before);
  });
});

test('a declared alias is the same body as the name it stands for', () => {
  const renamed = (name: string | null): string | null => (name === PARTY ? ALIAS.toUpperCase() : name);
  holdsIn((facts) => {
    const { campaign, person, evidence } = facts;
    const ledger = evidence.ledger.map((entry): LedgerEntry => {
      switch (entry.record) {
        case 'wrong-number':
          return entry;
        case 'soft-opt-in':
          return { ...entry, controller: renamed(entry.controller), obtainedBy: renamed(entry.obtainedBy) };
        case 'consent':
        case 'objection':
        case 'withdrawal':
        case 'fundraising-preference':
          return { ...entry, controller: renamed(entry.controller) };
      }
    });
    const under: Facts = {
      ...withCampaign(facts, withList(campaign, { controller: renamed(campaign.list.controller) ?? PARTY })),
      person: {
        ...person,
        membership: { ...person.membership, controller: renamed(person.membership.controller) },
      },
      evidence: { ...evidence, ledger },
    };
    const look = (of: Facts) => {
      const { outcome, decisive, validUntil } = verdictOnFacts(of);
      return [outcome, decisive.code, validUntil];
    };
    expect(look(under)).toEqual(look(facts));
    // The list under its alias, the row under the name.
    expect(look({ ...under, person })).toEqual(look(facts));
  });
});

describe('a verdict', () => {
  test('has its decisive reason first, each reason once, and codes of the catalogue only', () => {
    holdsIn((facts) => {
      const { decisive, reasons } = verdictOnFacts(facts);
      expect(reasons[0]).toBe(decisive);
      expect(new Set(reasons).size).toBe(reasons.length);
      expect(reasons.filter(({ code }) => !isReasonCode(code))).toEqual([]);
    });
  });

  test('holds up to a day where it allows, from the day of the call to the last planned one', () => {
    holdsIn((facts) => {
      const { outcome, validUntil } = verdictOnFacts(facts);
      expect(validUntil !== null).toBe(outcome === 'allowed');
      if (validUntil === null) return;
      expect(validUntil >= facts.callDate).toBe(true);
      expect(facts.lastPlannedOn === null || validUntil <= facts.lastPlannedOn).toBe(true);
    });
  });
});

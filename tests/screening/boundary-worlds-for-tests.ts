/** Worlds that stand on the day on which something turns, or a day to either side of it. */
import fc from 'fast-check';
import { isDirectMarketing } from '../../src/screening/campaign.js';
import { addDays, addMonths, type IsoDate } from '../../src/screening/dates.js';
import type { ConsentEntry, Listing } from '../../src/screening/evidence.js';
import type { Facts } from '../../src/screening/rule.js';
import {
  ANOTHERS_LIST,
  CALL_DATE,
  type Change,
  consent,
  day,
  factsWith,
  indirectConsent,
  listed,
  recorded,
} from './facts-for-tests.js';
import { world } from './worlds-for-tests.js';

/** With days on which months end, February in and out of leap years, and the start of the charities' soft opt-in. */
const callDates = fc.constantFrom(
  ...[CALL_DATE, CALL_DATE, CALL_DATE],
  ...['2026-02-04', '2026-02-05', '2026-02-28', '2026-03-01', '2026-03-30', '2026-08-31', '2028-02-29'].map(
    day,
  ),
);
const aDayOrTwoAside = fc.constantFrom(-1, -1, 0, 0, 1, 1, -2, 2);

/** About so many months before `callDate`: the day itself, or one or two to either side. */
function monthsBefore(callDate: IsoDate, months: number): fc.Arbitrary<IsoDate> {
  return aDayOrTwoAside.map((aside) => addDays(addMonths(callDate, -months), aside));
}

/** Any world, with strictness, an island, bodies of other kinds, copies and listings as old as may just be. */
export const worldAtTheEdges: fc.Arbitrary<Facts> = fc
  .record({
    facts: world,
    callDate: callDates,
    strict: fc.boolean(),
    copyAge: fc.constantFrom(-1, 0, 26, 27, 28),
    listedFor: fc.constantFrom(0, 26, 27, 28, 29),
    isOnAnIsland: fc.constantFrom(false, false, false, true),
    kind: fc.constantFrom<Facts['campaign']['controller_kind'][]>(
      'campaign-group',
      'elected-representative',
      'charity',
      'business',
    ),
  })
  .map(({ facts, callDate, strict, copyAge, listedFor, isOnAnIsland, kind }): Facts => {
    const asOf = addDays(callDate, -copyAge);
    const atTheEdge = (listing: Listing): Listing =>
      listing.status === 'listed'
        ? { status: 'listed', asOf, earliestOn: addDays(callDate, -listedFor) }
        : { status: 'not-listed', asOf };
    const { tps, ctps, fps } = facts.evidence.registers;
    return {
      ...facts,
      callDate,
      campaign: {
        ...facts.campaign,
        controller_kind: kind,
        policy: { ...facts.campaign.policy, strict },
      },
      point:
        isOnAnIsland && facts.point.kind === 'number'
          ? { ...facts.point, numberStatus: { kind: 'crown-dependency', territory: 'Jersey' } }
          : facts.point,
      evidence: { ...facts.evidence, registers: { tps: atTheEdge(tps), ctps, fps: atTheEdge(fps) } },
    };
  });

/** A consent that is about as old as it may be, about to be given, or that was none, with all else in order. */
function consentAtTheEdge(callDate: IsoDate, houseAge: number): fc.Arbitrary<ConsentEntry> {
  const about = (months: number): fc.Arbitrary<IsoDate> => monthsBefore(callDate, months);
  return fc.oneof(
    about(houseAge).map((on) => consent({ on })),
    about(6).map((on) => indirectConsent({ on })),
    about(0).map((on) => consent({ on })),
    about(0).map((on) => consent({ on: addDays(callDate, -100), withdrawnOn: on })),
    fc
      .constantFrom<ConsentEntry['method'][]>('bundled-terms', 'pre-ticked', 'opt-out-not-used', null)
      .map((method) => consent({ on: addDays(callDate, -100), method })),
    fc.constantFrom<ConsentEntry['tiedTo'][]>('membership', null).map((tiedTo) => consent({ tiedTo })),
  );
}

/** The world as it is clear, in which a consent has to open a listing, on the days on which it begins and ends. */
export const worldOfConsentsAtTheEdge: fc.Arbitrary<Facts> = fc
  .record({ callDate: callDates, houseAge: fc.constantFrom(1, 6, 24, 24) })
  .chain(({ callDate, houseAge }) =>
    fc
      .array(consentAtTheEdge(callDate, houseAge), { minLength: 1, maxLength: 2 })
      .map((ledger) => onDay(callDate, { tps: listed('unknown', callDate), ledger, houseAge })),
  );

/** The clear world in which somebody comes of age, and a membership ended about as long ago as details are kept. */
export const worldOfPeopleAtTheEdge: fc.Arbitrary<Facts> = fc
  .record({
    callDate: callDates,
    months: fc.constantFrom(null, 0, 1, 6, 24),
    hasEnded: fc.boolean(),
    isAnothers: fc.boolean(),
    kind: fc.constantFrom<Facts['campaign']['list']['controller_kind'][]>(
      'religious-body',
      'trade-union',
      'political-party',
      'other',
      null,
    ),
    post_lapse_notice: fc.constantFrom(true, true, false, null),
  })
  .chain(({ callDate, months, hasEnded, isAnothers, kind, post_lapse_notice }) =>
    fc
      .record({
        born: fc.oneof(monthsBefore(callDate, 18 * 12), fc.constant(day('2008-02-29'))),
        endedOn: monthsBefore(callDate, months ?? 0),
      })
      .map(({ born, endedOn }): Facts => {
        const facts = onDay(callDate, {
          person: { dateOfBirth: recorded(born) },
          membership: hasEnded ? { status: recorded('lapsed'), endedOn: recorded(endedOn) } : {},
        });
        const list = {
          ...facts.campaign.list,
          ...(isAnothers ? ANOTHERS_LIST : {}),
          controller_kind: kind,
          retention_months_after_lapse: months,
          post_lapse_notice,
        };
        const campaign = { ...facts.campaign, list };
        return { ...facts, campaign, isMarketing: isDirectMarketing(campaign) };
      }),
  );

/** The clear world on another day, with copies of that day. */
function onDay(
  callDate: IsoDate,
  { houseAge = 24, ...change }: Change & { readonly houseAge?: number },
): Facts {
  const clear: Listing = { status: 'not-listed', asOf: callDate };
  return factsWith({
    tps: clear,
    ctps: clear,
    ...change,
    callDate,
    policy: { consent_max_age_months: houseAge },
  });
}

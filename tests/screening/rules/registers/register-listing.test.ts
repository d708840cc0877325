import { expect, test } from 'vitest';
import { daysBetween } from '../../../../src/screening/dates.js';
import type { Listing } from '../../../../src/screening/evidence.js';
import { registerListing } from '../../../../src/screening/rules/registers/register-listing.js';
import { isListed } from '../../../../src/screening/rules/registers/registers-asked.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import {
  type Change,
  CLAIMS_CALL,
  COPY_DATE,
  consent,
  consentToFirm,
  day,
  factsWith,
  indirectConsent,
  listed,
  NOT_LOADED,
  notListed,
  outsideCoverage,
  PENSION_CALL,
  phone,
  SERVICE_CALL,
  toldBy,
} from '../../facts-for-tests.js';

const CLEAR = 'positive register-clear';

test.for<[string, Change, string[]]>([
  ['on neither file', {}, [CLEAR, CLEAR]],
  [
    'on the TPS, with no day known',
    { tps: listed() },
    ['bar tps-listed', 'note listing-date-unknown', CLEAR],
  ],
  [
    'on the CTPS, with no day known',
    { ctps: listed() },
    [CLEAR, 'bar ctps-listed', 'note listing-date-unknown'],
  ],
  ['on the TPS since last year', { tps: listed(day('2025-05-01')) }, ['bar tps-listed', CLEAR]],
  [
    'on both',
    { tps: listed(day('2025-05-01')), ctps: listed(day('2025-06-01')) },
    ['bar tps-listed', 'bar ctps-listed'],
  ],
  [
    'the CTPS binds the line of an individual, too',
    { ctps: listed(day('2025-05-01')), person: { subscriberKind: 'individual' } },
    [CLEAR, 'bar ctps-listed'],
  ],
  [
    'the TPS binds the line of a company, too',
    { tps: listed(day('2025-05-01')), person: { subscriberKind: 'corporate' } },
    ['bar tps-listed', CLEAR],
  ],
  [
    'a number that went from one file to the other has no new grace',
    {
      policy: { listing_grace: 'allow' },
      tps: listed(day('2025-05-01')),
      ctps: listed(day('2026-11-20')),
    },
    ['bar tps-listed', 'bar ctps-listed'],
  ],
  [
    'listed of late in both files has the grace of the earlier day',
    {
      policy: { listing_grace: 'allow' },
      tps: listed(day('2026-11-15')),
      ctps: listed(day('2026-11-20')),
    },
    ['bar tps-listed', 'opens register-grace-28d', 'bar ctps-listed', 'opens register-grace-28d'],
  ],
  ['no copy of either', { tps: NOT_LOADED, ctps: NOT_LOADED }, ['doubt register-missing']],
  ['no copy of the TPS', { tps: NOT_LOADED }, ['doubt register-incomplete', CLEAR]],
  ['no copy of the CTPS', { ctps: NOT_LOADED }, [CLEAR, 'doubt register-incomplete']],
  [
    'listed in the one copy there is',
    { tps: listed(day('2025-05-01')), ctps: NOT_LOADED },
    ['bar tps-listed', 'doubt register-incomplete'],
  ],
  [
    'a copy that does not cover the dialling code',
    { tps: outsideCoverage() },
    ['doubt outside-register-coverage', CLEAR],
  ],
  [
    'a stale copy is a doubt, never clear',
    { tps: notListed(day('2026-10-27')) },
    ['doubt register-stale', CLEAR],
  ],
  [
    'listed in a stale copy is still listed',
    { tps: listed(day('2025-05-01'), day('2026-10-27')) },
    ['bar tps-listed', 'doubt register-stale', CLEAR],
  ],
  [
    'a copy of a later day than the call is a doubt where it lists, too',
    { tps: listed(day('2025-05-01'), day('2026-11-25')), ledger: [consent()] },
    ['bar tps-listed', 'opens register-overridden-by-consent', 'doubt register-missing', CLEAR],
  ],
  [
    'a copy of a later day than the call clears nothing',
    { tps: notListed(day('2026-11-25')) },
    ['doubt register-missing', CLEAR],
  ],
  ['a copy of the day of the call clears', { tps: notListed(day('2026-11-24')) }, [CLEAR, CLEAR]],
  ['contact that is no marketing', { ...SERVICE_CALL, tps: listed() }, []],
  ['a text', { campaign: { channel: 'sms' }, tps: listed() }, []],
  ['a claims management call', { ...CLAIMS_CALL, tps: listed() }, []],
  ['a pension call to an individual', { ...PENSION_CALL, tps: listed() }, []],
  [
    'a pension call to a company falls back to the register',
    { ...PENSION_CALL, person: { subscriberKind: 'corporate' }, tps: listed(day('2025-05-01')) },
    ['bar tps-listed', CLEAR],
  ],
  [
    'a pension call to an unknown subscriber may be one to a company',
    { ...PENSION_CALL, person: { subscriberKind: 'unknown' }, tps: listed(day('2025-05-01')) },
    ['bar tps-listed', CLEAR],
  ],
  ['a cell without a number', { point: { kind: 'missing' }, tps: listed() }, []],
])('%s', ([, change, lines]) => {
  expect(toldBy(registerListing, change)).toEqual(lines);
});

test.for<[string, Change['point'], string[]]>([
  [
    'a number that is none of the plan is looked up',
    { kind: 'number', number: phone('+44770090012'), numberStatus: { kind: 'invalid' }, repairs: [] },
    ['bar tps-listed', CLEAR],
  ],
  [
    'a premium number is looked up',
    {
      kind: 'number',
      number: phone('+449098790123'),
      numberStatus: { kind: 'not-callable', service: 'premium' },
      repairs: [],
    },
    ['bar tps-listed', CLEAR],
  ],
  [
    'a number in Guernsey is looked up',
    {
      kind: 'number',
      number: phone('+441481960123'),
      numberStatus: { kind: 'crown-dependency', territory: 'Guernsey' },
      repairs: [],
    },
    ['bar tps-listed', CLEAR],
  ],
  [
    'a foreign number that one file lists is barred by it, and clear of nothing',
    {
      kind: 'number',
      number: phone('+35312345678'),
      numberStatus: { kind: 'non-uk', country: 'IE' },
      repairs: [],
    },
    ['bar tps-listed'],
  ],
])('%s', ([, point = { kind: 'missing' }, lines]) => {
  expect(toldBy(registerListing, { point, tps: listed(day('2025-05-01')) })).toEqual(lines);
});

/** PairInterner of days that are 27 and 28 days apart, also over both clock changes and a leap February. */
const SPANS: readonly [what: string, from: string, on27: string, on28: string][] = [
  ['in one month and the next', '2026-06-25', '2026-07-22', '2026-07-23'],
  ['over the clock change in autumn', '2026-10-04', '2026-10-31', '2026-11-01'],
  ['over the clock change in spring', '2026-03-15', '2026-04-11', '2026-04-12'],
  ['over a February', '2026-02-10', '2026-03-09', '2026-03-10'],
  ['over a leap February', '2028-02-10', '2028-03-08', '2028-03-09'],
  ['over the end of a year', '2026-12-10', '2027-01-06', '2027-01-07'],
];

function listedSince(from: string, callDate: string, grace: 'block' | 'review' | 'allow'): Change {
  const asOf = day(callDate);
  return {
    tps: listed(day(from), asOf),
    ctps: notListed(asOf),
    callDate: asOf,
    policy: { listing_grace: grace },
  };
}

test.for(SPANS)('listed for 27 and for 28 days, %s', ([, from, on27, on28]) => {
  expect([daysBetween(day(from), day(on27)), daysBetween(day(from), day(on28))]).toEqual([27, 28]);
  expect(toldBy(registerListing, listedSince(from, on27, 'allow'))).toEqual([
    'bar tps-listed',
    'opens register-grace-28d',
    CLEAR,
  ]);
  expect(toldBy(registerListing, listedSince(from, on28, 'allow'))).toEqual(['bar tps-listed', CLEAR]);
});

test.for(SPANS)('a copy of 26, 27 and 28 days, %s', ([, asOf, on27, on28]) => {
  const onDay = (callDate: string) =>
    toldBy(registerListing, {
      tps: notListed(day(asOf)),
      ctps: notListed(day(callDate)),
      callDate: day(callDate),
    });
  expect(onDay(on27)).toEqual([CLEAR, CLEAR]);
  expect(onDay(on28)).toEqual(['doubt register-stale', CLEAR]);
});

test.for<['block' | 'review' | 'allow', string]>([
  ['allow', 'opens register-grace-28d'],
  ['review', 'unproven register-grace-28d'],
  ['block', 'fails register-grace-28d'],
])('a house that wants the grace to %s', ([grace, key]) => {
  expect(toldBy(registerListing, listedSince('2026-11-01', '2026-11-24', grace))).toEqual([
    'bar tps-listed',
    key,
    CLEAR,
  ]);
});

test('a number of the first copy ever loaded has no grace', () => {
  const change = { tps: listed('unknown'), policy: { listing_grace: 'allow' } } as const;
  expect(toldBy(registerListing, change)).toEqual(['bar tps-listed', 'note listing-date-unknown', CLEAR]);
});

test.for<[string, Change, string[]]>([
  ['consent to the calls of this caller', { ledger: [consent()] }, ['opens register-overridden-by-consent']],
  [
    'consent given before the listing',
    { tps: listed(day('2026-10-15')), ledger: [consent({ on: day('2026-09-01') })] },
    ['opens register-overridden-by-consent'],
  ],
  [
    'a consent without proof',
    { ledger: [consent({ wording: null })] },
    ['unproven consent-evidence-incomplete'],
  ],
  ['a consent to emails', { ledger: [consent({ channels: ['email'] })] }, ['fails consent-wrong-channel']],
  [
    'grace and consent',
    { tps: listed(day('2026-11-10')), ledger: [consent()], policy: { listing_grace: 'allow' } },
    ['opens register-overridden-by-consent', 'opens register-grace-28d'],
  ],
])('the keys of a listing: %s', ([, change, keys]) => {
  const lines = toldBy(registerListing, { tps: listed(day('2025-05-01')), ...change });
  expect(lines).toEqual(['bar tps-listed', ...keys, CLEAR]);
});

test('a consent to marketing calls opens the listing of a company that is rung about pensions', () => {
  const change: Change = {
    ...PENSION_CALL,
    person: { subscriberKind: 'corporate' },
    tps: listed(day('2025-05-01')),
    ledger: [consentToFirm()],
  };
  expect(toldBy(registerListing, change)).toEqual([
    'bar tps-listed',
    'opens register-overridden-by-consent',
    CLEAR,
  ]);
});

test.for<[string, Change, (string | null)[]]>([
  ['27 days after each copy', { tps: notListed(day('2026-11-10')) }, ['2026-12-07', '2026-12-17']],
  [
    'over a leap February',
    { tps: notListed(day('2028-02-10')), ctps: notListed(day('2028-02-29')), callDate: day('2028-03-01') },
    ['2028-03-08', '2028-03-27'],
  ],
])('a clear result holds up to %s', ([, change, ends]) => {
  const found = registerListing.findings(factsWith(change));
  expect(found.map((finding) => (finding.kind === 'positive' ? finding.until : null))).toEqual(ends);
});

test.for<[string, Change, string]>([
  ['its 27th day', { tps: listed(day('2026-11-10')), policy: { listing_grace: 'allow' } }, '2026-12-07'],
  [
    'the house age of the consent',
    { tps: listed(), ledger: [consent({ on: day('2026-10-01') })] },
    '2028-10-01',
  ],
  [
    'six months of an indirect consent',
    { tps: listed(), ledger: [indirectConsent({ on: day('2026-05-30') })] },
    '2026-11-30',
  ],
])('a listing stays open up to %s', ([, change, end]) => {
  const [bar] = registerListing.findings(factsWith(change));
  expect(bar?.kind === 'bar' && bar.keys.map(({ until }) => until)).toEqual([end]);
});

test.for<[string, Listing, Listing, boolean]>([
  ['on neither', notListed(), notListed(), false],
  ['on the TPS', listed(), notListed(), true],
  ['on the CTPS', notListed(), listed('unknown', COPY_DATE), true],
  ['not loaded, not covered', NOT_LOADED, outsideCoverage(), false],
])('whether a number is listed: %s', ([, tps, ctps, answer]) => {
  expect(isListed(factsWith({ ...SERVICE_CALL, tps, ctps }))).toBe(answer);
});

const LISTED = { tps: listed() } as const;

eachCodeHasItsWorld(registerListing.codes, {
  'tps-listed': LISTED,
  'ctps-listed': { ctps: listed() },
  'register-overridden-by-consent': { ...LISTED, ledger: [consent()] },
  'register-grace-28d': { tps: listed(day('2026-11-10')) },
  'listing-date-unknown': LISTED,
  'register-missing': { tps: NOT_LOADED, ctps: NOT_LOADED },
  'register-incomplete': { ctps: NOT_LOADED },
  'register-stale': { tps: notListed(day('2026-10-01')) },
  'outside-register-coverage': { tps: outsideCoverage() },
  'register-clear': {},
});

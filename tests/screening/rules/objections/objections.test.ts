import { expect, test } from 'vitest';
import type { LedgerEntry, ObjectionEntry } from '../../../../src/screening/evidence.js';
import { isObjectedTo, objections } from '../../../../src/screening/rules/objections/objections.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import {
  type Change,
  consent,
  day,
  FACTION,
  factsWith,
  OTHER_NUMBER_OF_THIS_PERSON,
  objection,
  PARTY,
  preference,
  SERVICE_CALL,
  SOMEBODY_ELSE,
  THIS_NUMBER,
  THIS_NUMBER_AND_PERSON,
  THIS_NUMBER_OF_ANOTHER_PERSON,
  THIS_PERSON,
  toldBy,
  withdrawal,
} from '../../facts-for-tests.js';

const LINE = 'bar objection-number';
const PERSON = 'bar objection-person';

test.for<[string, ObjectionEntry['scope'], ObjectionEntry['match'], string[]]>([
  ['of nobody in particular that names the number', null, THIS_NUMBER, [LINE]],
  ['of nobody in particular that names number and person', null, THIS_NUMBER_AND_PERSON, [LINE]],
  ['of nobody in particular that names the person', null, THIS_PERSON, [PERSON]],
  [
    'of nobody in particular that names another number of the person',
    null,
    OTHER_NUMBER_OF_THIS_PERSON,
    [PERSON],
  ],
  [
    'of nobody in particular that names the number for another person',
    null,
    THIS_NUMBER_OF_ANOTHER_PERSON,
    [LINE],
  ],
  ['of nobody in particular that names neither', null, SOMEBODY_ELSE, []],
  ['of a line that is this one', 'number', THIS_NUMBER, [LINE]],
  ['of a line that is this one, by another person', 'number', THIS_NUMBER_OF_ANOTHER_PERSON, [LINE]],
  ['of a line that is another of the person', 'number', OTHER_NUMBER_OF_THIS_PERSON, []],
  ['of a line that is not named, by the person', 'number', THIS_PERSON, [PERSON]],
  [
    'of a line that is named by an address of the person only',
    'number',
    { ...OTHER_NUMBER_OF_THIS_PERSON, namesNumber: false },
    [PERSON],
  ],
  ['of a line that is somebody else’s', 'number', SOMEBODY_ELSE, []],
  ['of a person, known by the number', 'person', THIS_NUMBER, [PERSON]],
  ['of a person, known by id', 'person', THIS_PERSON, [PERSON]],
  ['of a person, known by another number', 'person', OTHER_NUMBER_OF_THIS_PERSON, [PERSON]],
  ['of a person who shares the line', 'person', THIS_NUMBER_OF_ANOTHER_PERSON, [PERSON]],
  ['of a person who is somebody else', 'person', SOMEBODY_ELSE, []],
])('an objection %s', ([, scope, match, lines]) => {
  expect(toldBy(objections, { ledger: [objection({ scope, match })] })).toEqual(lines);
});

test.for<[string, LedgerEntry, string[]]>([
  ['to this caller', objection({ controller: PARTY }), [LINE]],
  ['to another body', objection({ controller: FACTION }), []],
  ['to live calls', objection({ channels: ['live-call'] }), [LINE]],
  ['to emails', objection({ channels: ['email'] }), []],
  ['for this purpose', objection({ purposes: ['political-campaign'] }), [LINE]],
  ['for another purpose', objection({ purposes: ['fundraising'] }), []],
  ['made on the day of the call', objection({ on: day('2026-11-24') }), [LINE]],
  ['known before the call and dated after it', objection({ on: day('2026-11-25') }), [LINE]],
  ['of twenty years ago', objection({ on: day('2006-01-01') }), [LINE]],
  ['without a day', objection({ on: null }), [LINE]],
])('an objection %s', ([, entry, lines]) => {
  expect(toldBy(objections, { ledger: [entry] })).toEqual(lines);
});

test.for<[string, LedgerEntry, Change, string[]]>([
  ['a consent withdrawn on this line', withdrawal(), {}, ['bar consent-withdrawn']],
  ['a consent withdrawn by this person', withdrawal({ match: THIS_PERSON }), {}, ['bar consent-withdrawn']],
  ['a consent withdrawn by somebody else', withdrawal({ match: SOMEBODY_ELSE }), {}, []],
  ['a consent withdrawn from another body', withdrawal({ controller: FACTION }), {}, []],
  ['a consent to emails that was withdrawn', withdrawal({ channels: ['email'] }), {}, []],
  ['a fundraising preference', preference(), {}, ['bar fundraising-preference-suppressed']],
  ['a fundraising preference towards another body', preference({ controller: FACTION }), {}, []],
  [
    'a fundraising preference of a sole trader',
    preference(),
    { person: { subscriberKind: 'sole-trader' } },
    ['bar fundraising-preference-suppressed'],
  ],
  [
    'a fundraising preference on the line of an unknown subscriber',
    preference(),
    { person: { subscriberKind: 'unknown' } },
    ['bar fundraising-preference-suppressed'],
  ],
  [
    'a fundraising preference on the line of a company',
    preference(),
    { person: { subscriberKind: 'corporate' } },
    ['bar fundraising-preference-suppressed'],
  ],
  ['an objection on the line of a company', objection(), { person: { subscriberKind: 'corporate' } }, [LINE]],
])('%s', ([, entry, change, lines]) => {
  expect(toldBy(objections, { ...change, ledger: [entry] })).toEqual(lines);
});

test.for<[string, Change['said'], string[]]>([
  ['says nothing', {}, []],
  ['opts this number out', { optOut: 'number' }, [LINE]],
  ['opts this person out', { optOut: 'person' }, [PERSON]],
])('the list %s', ([, said, lines]) => {
  expect(toldBy(objections, { said: { ...said } })).toEqual(lines);
});

test('no consent lifts an opt-out of the list', () => {
  expect(toldBy(objections, { said: { optOut: 'number' }, ledger: [consent()] })).toEqual([LINE]);
});

test.for<[string, Change]>([
  ['an objection', { ledger: [objection()] }],
  ['an opt-out of the list', { said: { optOut: 'number' } }],
])('contact that is no marketing is not barred by %s, which is counted all the same', ([, change]) => {
  expect(toldBy(objections, { ...SERVICE_CALL, ...change })).toEqual([]);
  expect(isObjectedTo(factsWith({ ...SERVICE_CALL, ...change }))).toBe(true);
});

test('whom nobody has heard an objection from is not counted', () => {
  expect(isObjectedTo(factsWith(SERVICE_CALL))).toBe(false);
});

const OPENED = [LINE, 'opens objection-superseded-by-consent'];

test.for<[string, ObjectionEntry, LedgerEntry, string[]]>([
  ['a day earlier', objection({ on: day('2026-09-30') }), consent(), OPENED],
  ['on the same day', objection({ on: day('2026-10-01') }), consent(), [LINE]],
  ['a day later', objection({ on: day('2026-10-02') }), consent(), [LINE]],
  ['on no known day', objection({ on: null }), consent(), [LINE]],
])('an objection %s than a consent', ([, entry, given, lines]) => {
  expect(toldBy(objections, { ledger: [entry, given] })).toEqual(lines);
});

test.for<[string, LedgerEntry, string[]]>([
  ['valid', consent(), ['opens objection-superseded-by-consent']],
  ['undated', consent({ on: null }), ['fails consent-evidence-incomplete']],
  ['unproven', consent({ wording: null }), ['fails consent-evidence-incomplete']],
  ['keyed to the person alone', consent({ match: THIS_PERSON }), ['fails consent-evidence-incomplete']],
  ['to another body', consent({ controller: FACTION }), ['fails consent-wrong-controller']],
  ['to another channel', consent({ channels: ['email'] }), ['fails consent-wrong-channel']],
  ['to another purpose', consent({ purposes: ['fundraising'] }), ['fails consent-purpose-mismatch']],
  ['for a day after the call', consent({ on: day('2026-11-25') }), ['fails consent-not-yet-given']],
  ['withdrawn', consent({ withdrawnOn: day('2026-10-15') }), ['fails consent-withdrawn']],
  ['of another person on the line', consent({ match: THIS_NUMBER_OF_ANOTHER_PERSON }), []],
])('an objection of September and a later consent, %s', ([, given, keys]) => {
  expect(toldBy(objections, { ledger: [objection(), given] })).toEqual([LINE, ...keys]);
});

test('a consent old enough to be unproven opens no objection', () => {
  const ledger = [objection({ on: day('2023-01-01') }), consent({ on: day('2024-01-01') })];
  expect(toldBy(objections, { ledger })).toEqual([LINE, 'fails consent-stale']);
});

test('a later consent answers a withdrawal as well', () => {
  expect(toldBy(objections, { ledger: [withdrawal({ on: day('2026-09-30') }), consent()] })).toEqual([
    'bar consent-withdrawn',
    'opens objection-superseded-by-consent',
  ]);
});

test('each of two objections needs a consent later than itself', () => {
  const ledger = [objection({ on: day('2026-09-30') }), objection({ on: day('2026-10-02') }), consent()];
  expect(toldBy(objections, { ledger })).toEqual([...OPENED, LINE]);
});

const MESSAGES_LEFT = { calls: { leaves_voicemail: true } } as const;

test.for<[string, readonly LedgerEntry[], string[]]>([
  [
    'both channels at once',
    [consent({ channels: ['live-call', 'voicemail'] })],
    ['opens objection-superseded-by-consent'],
  ],
  [
    'one channel each',
    [consent({ channels: ['live-call'] }), consent({ channels: ['voicemail'] })],
    ['opens objection-superseded-by-consent', 'fails consent-wrong-channel'],
  ],
  ['live calls alone', [consent({ channels: ['live-call'] })], ['fails consent-wrong-channel']],
  ['voicemail alone', [consent({ channels: ['voicemail'] })], ['fails consent-wrong-channel']],
])('messages are left, an objection to everything, and a later consent to %s', ([, given, keys]) => {
  const [bar, ...told] = toldBy(objections, { ...MESSAGES_LEFT, ledger: [objection(), ...given] });
  expect([bar, ...new Set(told)]).toEqual([LINE, ...keys]);
});

test('an objection to messages alone needs consent to messages alone', () => {
  const ledger = [objection({ channels: ['voicemail'] }), consent({ channels: ['voicemail'] })];
  expect(toldBy(objections, { ...MESSAGES_LEFT, ledger })).toEqual(OPENED);
});

test.for<[string, Change, unknown]>([
  ['in the ledger, with its day', { ledger: [objection()] }, { recordedIn: 'ledger', on: '2026-09-01' }],
  ['in the ledger, without a day', { ledger: [objection({ on: null })] }, { recordedIn: 'ledger' }],
  ['in the list', { said: { optOut: 'person' } }, { recordedIn: 'list' }],
])('the bar tells that it was found %s', ([, change, detail]) => {
  expect(objections.findings(factsWith(change)).map((finding) => finding.detail)).toEqual([detail]);
});

test('a consent that was withdrawn in its own record opens nothing; the withdrawal is the bar', () => {
  const withdrawn = consent({ on: day('2026-10-01'), withdrawnOn: day('2026-10-15') });
  const ledger = [withdrawn, withdrawal({ on: day('2026-10-15') })];
  expect(toldBy(objections, { ledger })).toEqual(['bar consent-withdrawn', 'fails consent-withdrawn']);
});

test('a consent given anew answers the withdrawal of an earlier one', () => {
  const withdrawn = consent({ on: day('2026-03-01'), withdrawnOn: day('2026-09-01') });
  const ledger = [withdrawn, withdrawal({ on: day('2026-09-01') }), consent()];
  expect(toldBy(objections, { ledger })).toEqual([
    'bar consent-withdrawn',
    'opens objection-superseded-by-consent',
    'fails consent-withdrawn',
  ]);
});

eachCodeHasItsWorld(objections.codes, {
  'objection-number': { ledger: [objection()] },
  'objection-person': { ledger: [objection({ match: THIS_PERSON })] },
  'fundraising-preference-suppressed': { ledger: [preference()] },
  'objection-superseded-by-consent': { ledger: [objection(), consent()] },
});

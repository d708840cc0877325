/** What the numbering plan makes of a UK number: an ordinary line, a service, a Crown dependency, or nothing. */
import type { CountryCode, PhoneNumberType } from 'libphonenumber-js/max';
import type { CrownDependency, NumberStatus } from '../../../screening/contact.js';
import { DRAMA_BEGINNINGS, isDramaNumber } from './drama-ranges.js';
import { LETTERS, RUNS } from './numbering-plan.js';
import { phoneMetadata } from './phone-metadata.js';

const CALLABLE: NumberStatus = { kind: 'callable' };
const INVALID: NumberStatus = { kind: 'invalid' };
const ISLE_OF_MAN = crown('Isle of Man');
const JERSEY = crown('Jersey');
const GUERNSEY = crown('Guernsey');
const PREMIUM_RATE = service('premium rate');
const SHARED_COST = service('shared cost');
const PERSONAL_NUMBER = service('personal number');
const PAGER = service('pager');
const VOICEMAIL = service('voicemail service');

/** Ranges, told by their first four digits, that are no ordinary line whether or not a number in them is in use. 07624 is a Manx mobile. */
const SERVICES: readonly (readonly [range: RegExp, numberStatus: NumberStatus])[] = [
  [/^9/, PREMIUM_RATE],
  [/^8[47]/, SHARED_COST],
  [/^70/, PERSONAL_NUMBER],
  [/^76(?!24)/, PAGER],
];

/** The area codes of the Crown dependencies, for numbers that the metadata does not call valid. */
const CROWN_AREAS: readonly (readonly [area: string, numberStatus: NumberStatus])[] = [
  ['1624', ISLE_OF_MAN],
  ['1534', JERSEY],
  ['1481', GUERNSEY],
];

const CROWN_TERRITORIES: ReadonlyMap<CountryCode | undefined, NumberStatus> = new Map([
  ['IM', ISLE_OF_MAN],
  ['JE', JERSEY],
  ['GG', GUERNSEY],
]);

/**
 * Numbers have nine or ten digits after the leading zero: an area is the first four of them, a beginning the first
 * six. Most areas have one status throughout, and so share a row of a hundred beginnings.
 */
const AREAS = 10_000;
const A_ROW = 100;

interface Plan {
  /** For every area of ten digits, and behind them of nine, its row. The first rows are those of one status each. */
  readonly rows: Uint16Array;
  /** Row by row the place in `STATUSES` of each beginning's status. */
  readonly places: Uint8Array;
}

let plan: Plan | null = null;
const STATUSES: readonly NumberStatus[] = Object.values(LETTERS);
const CALLABLE_PLACE = Object.keys(LETTERS).indexOf('c');

/**
 * The status of a UK number; `national`: its seven, nine or ten digits after the leading zero. Services
 * are told before validity, and the numbers kept for drama are ordinary lines. The plan decides by the length
 * and the first six digits alone (a test holds it to that), so that a table of them is all there is to ask.
 */
export function numberStatusOf(national: string): NumberStatus {
  if (national.length < 9) return serviceOf(national) ?? askPlan(national);
  return STATUSES[statusPlace(Number(national))] ?? INVALID;
}

/**
 * The same of a number of nine or ten digits, as a whole number: a small one for each status, so that two
 * numbers of one status have the same.
 */
export function statusPlace(national: number): number {
  plan ??= readPlan();
  const isNineDigits = national < AREAS * 100_000;
  const beginning = Math.floor(national / (isNineDigits ? 1000 : 10_000));
  const area = Math.floor(beginning / A_ROW);
  const row = plan.rows[isNineDigits ? AREAS + area : area] ?? 0;
  const place = plan.places[row * A_ROW + beginning - area * A_ROW] ?? 0;
  return place < STATUSES.length ? place : isDramaNumber(national) ? CALLABLE_PLACE : place - STATUSES.length;
}

function serviceOf(national: string): NumberStatus | undefined {
  return SERVICES.find(([range]) => range.test(national))?.[1];
}

/** A beginning of which some numbers are kept for drama has the place of the others, and behind all statuses. */
function readPlan(): Plan {
  const letters = Object.keys(LETTERS);
  const rows = new Uint16Array(2 * AREAS).fill(letters.indexOf('i'));
  const contents = STATUSES.map((_, place) => new Uint8Array(A_ROW).fill(place));

  /** The row of an area that has more than one status. */
  function ownRow(area: number): Uint8Array {
    const shared = rows[area] ?? 0;
    const content = contents[shared];
    if (content === undefined) throw new Error(`area ${area} of the numbering plan has no row`);
    if (shared >= STATUSES.length) return content;
    const own = content.slice();
    rows[area] = contents.push(own) - 1;
    return own;
  }

  for (const length of [9, 10] as const) {
    const offset = length === 9 ? AREAS : 0;
    const runs = RUNS[length].split(' ');
    for (const [index, run] of runs.entries()) {
      const from = Number(run.slice(0, 6));
      const until = Number(runs[index + 1]?.slice(0, 6) ?? AREAS * A_ROW);
      const place = letters.indexOf(run.slice(6));
      const firstWhole = Math.ceil(from / A_ROW);
      const endOfWhole = Math.floor(until / A_ROW);
      rows.fill(place, offset + firstWhole, offset + Math.max(firstWhole, endOfWhole));
      if (from % A_ROW !== 0) {
        const area = firstWhole - 1;
        ownRow(offset + area).fill(place, from % A_ROW, Math.min(until - area * A_ROW, A_ROW));
      }
      if (until % A_ROW !== 0 && endOfWhole >= firstWhole) {
        ownRow(offset + endOfWhole).fill(place, 0, until % A_ROW);
      }
    }
  }
  for (let area = AREAS / 10; area < AREAS; area += 1) {
    const service = serviceOf(String(area));
    if (service === undefined) continue;
    rows[area] = placeOf(service);
    rows[AREAS + area] = placeOf(service);
  }
  for (const beginning of DRAMA_BEGINNINGS) {
    if (serviceOf(String(beginning)) !== undefined) continue;
    const row = ownRow(Math.floor(beginning / A_ROW));
    row[beginning % A_ROW] = (row[beginning % A_ROW] ?? 0) + STATUSES.length;
  }
  const places = new Uint8Array(contents.length * A_ROW);
  for (const [row, content] of contents.entries()) places.set(content, row * A_ROW);
  return { rows, places };
}

/** The place of a service among the statuses. */
function placeOf(service: NumberStatus): number {
  return STATUSES.findIndex(
    (numberStatus) =>
      numberStatus.kind === 'not-callable' &&
      service.kind === 'not-callable' &&
      numberStatus.service === service.service,
  );
}

/** What the metadata itself says. */
export function askPlan(national: string): NumberStatus {
  const parsed = phoneMetadata().parsePhoneNumberFromString(`+44${national}`);
  const type = parsed?.isValid() === true ? parsed.getType() : undefined;
  if (parsed !== undefined && type !== undefined) {
    const numberStatus = ofType(type);
    if (parsed.country === 'GB') return numberStatus;
    // A valid number of a territory that only a later version of the metadata names is never callable.
    return numberStatus === CALLABLE ? (CROWN_TERRITORIES.get(parsed.country) ?? INVALID) : numberStatus;
  }
  return CROWN_AREAS.find(([area]) => national.startsWith(area))?.[1] ?? INVALID;
}

function ofType(type: PhoneNumberType): NumberStatus {
  switch (type) {
    case 'FIXED_LINE':
    case 'MOBILE':
    case 'FIXED_LINE_OR_MOBILE':
    case 'TOLL_FREE':
    case 'VOIP':
    case 'UAN':
      return CALLABLE;
    case 'PREMIUM_RATE':
      return PREMIUM_RATE;
    case 'SHARED_COST':
      return SHARED_COST;
    case 'PERSONAL_NUMBER':
      return PERSONAL_NUMBER;
    case 'PAGER':
      return PAGER;
    case 'VOICEMAIL':
      return VOICEMAIL;
  }
}

function service(name: string): NumberStatus {
  return { kind: 'not-callable', service: name };
}

function crown(territory: CrownDependency): NumberStatus {
  return { kind: 'crown-dependency', territory };
}

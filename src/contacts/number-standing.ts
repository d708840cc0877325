/** What the numbering plan makes of a UK number: an ordinary line, a service, a Crown dependency, or nothing. */
import type { CountryCode, PhoneNumberType } from 'libphonenumber-js/max';
import type { CrownDependency, NumberStanding } from '../screening/contact.js';
import { isDramaBeginning, isDramaNumber } from './drama-ranges.js';
import { LETTERS, RUNS } from './numbering-plan.js';
import { phoneMetadata } from './phone-metadata.js';

const CALLABLE: NumberStanding = { kind: 'callable' };
const INVALID: NumberStanding = { kind: 'invalid' };
const ISLE_OF_MAN = crown('Isle of Man');
const JERSEY = crown('Jersey');
const GUERNSEY = crown('Guernsey');
const PREMIUM_RATE = service('premium rate');
const SHARED_COST = service('shared cost');
const PERSONAL_NUMBER = service('personal number');
const PAGER = service('pager');
const VOICEMAIL = service('voicemail service');

/** Ranges that are no ordinary line whether or not a number in them is in use. 07624 is a Manx mobile. */
const SERVICES: readonly (readonly [range: RegExp, standing: NumberStanding])[] = [
  [/^9/, PREMIUM_RATE],
  [/^8[47]/, SHARED_COST],
  [/^70/, PERSONAL_NUMBER],
  [/^76(?!24)/, PAGER],
];

/** The area codes of the Crown dependencies, for numbers that the metadata does not call valid. */
const CROWN_AREAS: readonly (readonly [area: string, standing: NumberStanding])[] = [
  ['1624', ISLE_OF_MAN],
  ['1534', JERSEY],
  ['1481', GUERNSEY],
];

const CROWN_TERRITORIES: ReadonlyMap<CountryCode | undefined, NumberStanding> = new Map([
  ['IM', ISLE_OF_MAN],
  ['JE', JERSEY],
  ['GG', GUERNSEY],
]);

/** Numbers have nine or ten digits after the leading zero, and a beginning is the first six of them. */
const BEGINNINGS = 1_000_000;

/** For every beginning of ten digits, and behind them of nine, the place of its standing in `STANDINGS`. */
let places: Uint8Array | null = null;
const STANDINGS: readonly NumberStanding[] = Object.values(LETTERS);
const LETTER_PLACES = Object.keys(LETTERS);

/**
 * The standing of a UK number; `national`: its seven, nine or ten digits after the leading zero. Services
 * are told before validity, and the numbers kept for drama are ordinary lines. The plan decides by the length
 * and the first six digits alone (a test holds it to that), so that a table of them is all there is to ask.
 */
export function standingOf(national: string): NumberStanding {
  const isService = SERVICES.find(([range]) => range.test(national));
  if (isService !== undefined) return isService[1];
  if (isDramaNumber(national)) return CALLABLE;
  if (national.length < 9) return askPlan(national);
  return planned(Number(national.slice(0, 6)), national.length === 9);
}

/**
 * The standing of a UK number of nine or ten digits after the leading zero, as a whole number, where it is an
 * ordinary line for sure. False for every other number, and where `standingOf` has to look closely.
 */
export function isOrdinaryLine(national: number): boolean {
  const isShort = national < BEGINNINGS * 1000;
  const beginning = Math.floor(national / (isShort ? 1000 : 10_000));
  // 084, 087, 09, 070 and 076 are told by range.
  const area = Math.floor(beginning / 10_000);
  if (area >= 84 || area === 70 || area === 76) return false;
  return !isDramaBeginning(beginning) && planned(beginning, isShort).kind === 'callable';
}

function planned(beginning: number, isShort: boolean): NumberStanding {
  places ??= readPlan();
  return STANDINGS[places[isShort ? beginning + BEGINNINGS : beginning] ?? 0] ?? INVALID;
}

function readPlan(): Uint8Array {
  const table = new Uint8Array(2 * BEGINNINGS).fill(LETTER_PLACES.indexOf('i'));
  for (const length of [9, 10] as const) {
    const runs = RUNS[length].split(' ');
    for (const [index, run] of runs.entries()) {
      const from = Number(run.slice(0, 6));
      const until = Number(runs[index + 1]?.slice(0, 6) ?? BEGINNINGS);
      const offset = length === 9 ? BEGINNINGS : 0;
      table.fill(LETTER_PLACES.indexOf(run.slice(6)), offset + from, offset + until);
    }
  }
  return table;
}

/** What the metadata itself says. */
export function askPlan(national: string): NumberStanding {
  const parsed = phoneMetadata().parsePhoneNumberFromString(`+44${national}`);
  const type = parsed?.isValid() === true ? parsed.getType() : undefined;
  if (parsed !== undefined && type !== undefined) {
    const standing = ofType(type);
    if (parsed.country === 'GB') return standing;
    // A valid number of a territory that only a later version of the metadata names is never callable.
    return standing === CALLABLE ? (CROWN_TERRITORIES.get(parsed.country) ?? INVALID) : standing;
  }
  return CROWN_AREAS.find(([area]) => national.startsWith(area))?.[1] ?? INVALID;
}

function ofType(type: PhoneNumberType): NumberStanding {
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

function service(name: string): NumberStanding {
  return { kind: 'not-callable', service: name };
}

function crown(territory: CrownDependency): NumberStanding {
  return { kind: 'crown-dependency', territory };
}

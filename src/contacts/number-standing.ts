/** What the numbering plan makes of a UK number: an ordinary line, a service, a Crown dependency, or nothing. */
import {
  type CountryCode,
  type PhoneNumberType,
  PhoneNumber as PlanNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import type { CrownDependency, NumberStanding } from '../screening/contact.js';
import { isDramaNumber } from './drama-ranges.js';

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

/** Every standing there is, so that a byte can stand for one. */
const STANDINGS: readonly NumberStanding[] = [
  ...[CALLABLE, INVALID, ISLE_OF_MAN, JERSEY, GUERNSEY],
  ...[PREMIUM_RATE, SHARED_COST, PERSONAL_NUMBER, PAGER, VOICEMAIL],
];

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

/**
 * Asking the metadata is slow, and it decides by the length and the first six digits alone (a test holds
 * it to that), so that every answer is kept: one byte for each beginning, 0 where it was not asked yet.
 */
const BEGINNINGS = 1_000_000;
const answers = new Uint8Array(2 * BEGINNINGS);

/**
 * The standing of a UK number; `national`: its seven, nine or ten digits after the leading zero. Services
 * are told before validity, and the numbers kept for drama are ordinary lines.
 */
export function standingOf(national: string): NumberStanding {
  const isService = SERVICES.find(([range]) => range.test(national));
  if (isService !== undefined) return isService[1];
  if (isDramaNumber(national)) return CALLABLE;
  if (national.length < 9) return askPlan(national);
  const place = Number(national.slice(0, 6)) + (national.length === 9 ? BEGINNINGS : 0);
  const known = STANDINGS[(answers[place] ?? 0) - 1];
  if (known !== undefined) return known;
  const standing = askPlan(national);
  answers[place] = STANDINGS.indexOf(standing) + 1;
  return standing;
}

/** What the metadata says, with nothing remembered. */
export function askPlan(national: string): NumberStanding {
  // Without a country this asks for a number of Great Britain, which the metadata tries first in any case.
  const british = new PlanNumber(`+44${national}`).getType();
  if (british !== undefined) return ofType(british);
  const parsed = parsePhoneNumberFromString(`+44${national}`);
  const type = parsed?.isValid() === true ? parsed.getType() : undefined;
  if (parsed !== undefined && type !== undefined) {
    const standing = ofType(type);
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

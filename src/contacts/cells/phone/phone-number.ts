/** From a run of digits to a number in E.164 with its status. Readable and valid are two questions. */
import {
  isPhoneNumber,
  type NumberRepair,
  type NumberStatus,
  type PhoneNumber,
} from '../../../screening/contact.js';
import { numberStatusOf } from './number-status.js';
import { phoneMetadata } from './phone-metadata.js';

export interface ReadNumber {
  readonly number: PhoneNumber;
  readonly numberStatus: NumberStatus;
  readonly repairs: readonly NumberRepair[];
}

/**
 * Reads `digits` as one number with the UK as home. `hasPlus`: a plus stood in front. Null where they are
 * not one whole number: no digit is dropped to make one, save the trunk zero behind a country code.
 */
export function readNumber(digits: string, hasPlus: boolean): ReadNumber | null {
  if (hasPlus) {
    // No country code begins with a zero: +0044 can only be both ways of writing the same prefix.
    return digits.startsWith('00')
      ? readInternational(digits.slice(2), ['doubled-prefix'])
      : readInternational(digits, []);
  }
  if (digits.startsWith('00')) return readInternational(digits.slice(2), []);
  if (digits.startsWith('0')) return readUk(digits.slice(1), []);
  if (digits.startsWith('44') && digits.length >= 11) {
    const read = readUk(withoutTrunkZero(digits.slice(2)), ['missing-plus']);
    // Eleven digits may be anything; twelve that begin with 44 are hardly ever something else.
    return read !== null && (digits.length > 11 || isKnown(read)) ? read : null;
  }
  if (/^[1-37-9]\d{9}$/.test(digits)) return readUk(digits, ['lost-leading-zero']);
  if (/^5\d{9}$|^[18]\d{8}$/.test(digits)) {
    const read = readUk(digits, ['lost-leading-zero']);
    return read !== null && isKnown(read) ? read : null;
  }
  return null;
}

/** Whether the numbering plan knows the number; `invalid` ones are readable only. */
export function isKnown(read: ReadNumber): boolean {
  return read.numberStatus.kind !== 'invalid';
}

function readInternational(digits: string, repairs: readonly NumberRepair[]): ReadNumber | null {
  if (digits.startsWith('44')) return readUk(withoutTrunkZero(digits.slice(2)), repairs);
  const parsed = phoneMetadata().parsePhoneNumberFromString(`+${digits}`);
  if (parsed === undefined || !parsed.isPossible() || !isPhoneNumber(parsed.number)) return null;
  // The parser also drops other prefixes of a country than the trunk zero, such as the 1 of North America.
  const { countryCallingCode, nationalNumber } = parsed;
  const isWhole = [`${countryCallingCode}${nationalNumber}`, `${countryCallingCode}0${nationalNumber}`];
  if (!isWhole.includes(digits)) return null;
  return {
    number: parsed.number,
    numberStatus: { kind: 'non-uk', country: parsed.country ?? null },
    repairs,
  };
}

function withoutTrunkZero(national: string): string {
  return national.startsWith('0') ? national.slice(1) : national;
}

/** `national`: the digits after the leading zero. The two seven-digit numbers are Childline and the old NHS line. */
function readUk(national: string, repairs: readonly NumberRepair[]): ReadNumber | null {
  if (!/^[1-9]\d{8,9}$|^8001111$|^845464\d$/.test(national)) return null;
  const number = `+44${national}`;
  return isPhoneNumber(number) ? { number, numberStatus: numberStatusOf(national), repairs } : null;
}

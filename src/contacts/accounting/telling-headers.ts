/** Headers under which the state of a person, or how to reach them, may stand; and what takes that away from them. */
import { headerWords } from '../text/header-words.js';

/** Any of these words asks for a question of its own. */
const STATE =
  /\b(?:status|state|outcomes?|results?|disposition|dispo|disp|codes?|flags?|flagged|pref|prefs|preferences?|permissions?|perm|consents?|marketing|mktg|comms?|communications?|contact(?:s|ed)?|contactable|channels?|methods?|responses?|reaction|decision|handling|instructions?|rules?|alerts?|warnings?|caution|restrictions?|sensitive|vulnerable|risk|safe|privacy|gdpr|dpa|data use|lawful|legitimate|legal|basis|screened|screening|valid|validity|attention|standing|condition|life|alive|living|mortality|statws|cyswllt|galwadau|zustand)\b/;

/** Systems that hold a row as deleted, put away, made one with another, or closed to use. */
const GONE_ROWS =
  /\b(?:deleted?|deletion|archived?|anonymi[sz]ed|pseudonymi[sz]ed|merged?|master record|duplicate of|inactive|is active|deactivated|disabled|locked|suspended|closed|purged|redacted|voided?|trashed|recycled|obsolete|superseded|removed|processing restricted|restrict(?:ed)? processing|hidden|expired|terminated|dormant)\b|^active$|\bactive$/;

/** A yes says that the row is in use. */
const IN_USE = /\b(?:is active|active|enabled|live|current|in use)\b/;

/** A column that counts or times what was done, and no answer of a person. */
const HISTORY =
  /\b(?:last|latest|first|next|previous|count|counts|number of|times|total|attempts?|attempted|made|duration|length|started|ended|created|updated|modified|sent|opened|clicked|delivered|visited|seen|due|recorded|given|received|checked|on|at|date|time)\b/;

/** The words of a code that is dialled before a number, or the country of a number. */
const CALLING_CODE =
  /\b(?:calling code|dial(?:l)?ing code|dial code|country code|phone code|phone country|mobile country|telephone country|phone prefix|international code|intl code|idd|isd|country prefix|std country|calling country|number country)\b/;
const COUNTRY = /\bcountry\b|^nation$/;

/** A header that speaks of calls, so that codes beside it may be outcomes. */
const CALLS =
  /\b(?:calls?|called|caller|dial\w*|disposition|dispo|agent|attempts?|talk time|phone bank\w*|outcome)\b/;

const DAY =
  /\b(?:date|day|time|on|at|when|since|until|from|due|start|end|created|updated|added|joined|born|timestamp|month|year)\b|^d(?:ate)?\b/;

const NAME_OF_ID = /\b(?:id|ids|uuid|guid|key|ref|reference|number|no|num|identifier)$/;

export interface TellingHeader {
  readonly isState: boolean;
  readonly isGoneRows: boolean;
  /** Of a header about rows that are gone: a yes says that the row is in use. */
  readonly isInUse: boolean;
  readonly isHistory: boolean;
  readonly isCallingCode: boolean;
  readonly isCountry: boolean;
  readonly isAboutCalls: boolean;
  readonly isDay: boolean;
  readonly isId: boolean;
}

export function tellingHeader(header: string): TellingHeader {
  const words = headerWords(header);
  const isGoneRows = GONE_ROWS.test(words);
  return {
    isState: STATE.test(words),
    isGoneRows,
    isInUse: isGoneRows && IN_USE.test(words) && !/\b(?:in|de|not) ?activ/.test(words),
    isHistory: HISTORY.test(words),
    isCallingCode: CALLING_CODE.test(words),
    isCountry: COUNTRY.test(words),
    isAboutCalls: CALLS.test(words),
    isDay: DAY.test(words),
    isId: NAME_OF_ID.test(words),
  };
}

/** The roles a header alone decides, for the systems people keep their contacts in. Input: `headerWords`. */
import type { Role } from '../roles.js';
import { looksLikeOptOut, optOutRolesOf } from './header-opt-outs.js';

const NAMED: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...named('person_id', [
    ...['person id', 'contact id', 'record id', 'nationbuilder id', 'vanid', 'voter file vanid', 'uuid'],
    ...['ak id', 'constituent id', 'supporter id', 'member id', 'member number', 'member no'],
    ...['membership id', 'membership number', 'membership no'],
  ]),
  ...named('subscriber_kind', ['subscriber kind', 'subscriber type']),
  ...named('legal_form', ['legal form']),
  ...named('mailbox_kind', ['mailbox kind', 'mailbox type']),
  ...named('date_of_birth', [
    ...['date of birth', 'dob', 'birth date', 'birthdate', 'birthday', 'born', 'born on', 'elector dob'],
  ]),
  ...named('membership_status', ['membership status', 'member status', 'memb status']),
  ...named('membership_controller', ['membership controller']),
  ...named('membership_ended_on', [
    ...['membership ended on', 'membership ended', 'membership end date', 'membership end', 'xdate'],
    ...['membership expiry', 'membership expiry date', 'membership expired on', 'membership expires'],
    ...['membership lapsed on', 'lapsed on', 'lapse date', 'date lapsed', 'membership lapse date'],
  ]),
  ...named('deceased', [
    ...['deceased', 'is deceased', 'contact is deceased', 'deceased flag', 'deceased date', 'deceased on'],
    ...['date deceased', 'date of death', 'died', 'died on', 'is dead', 'dead'],
  ]),
  ...named('mps_listed', ['mps listed', 'mps', 'mps flag', 'on mps']),
  ...named('social_handle', [
    ...['social handle', 'twitter', 'twitter login', 'twitter handle', 'x handle', 'instagram'],
    ...['instagram handle', 'facebook', 'facebook username', 'bluesky', 'bluesky handle', 'mastodon'],
  ]),
  ...named('notes', [
    ...['labels', 'label', 'categories', 'category', 'keywords', 'group membership', 'groups'],
    ...[
      'activist code',
      'activist codes',
      'canvass result',
      'canvass results',
      'call result',
      'call outcome',
    ],
    ...['last call result', 'disposition', 'communication preferences', 'contact preferences'],
    ...['marketing preferences', 'contact preference', 'communication preference'],
  ]),
  ...named('phone', [
    ...['contact number', 'contact no', 'contact numbers', 'home number', 'work number', 'business number'],
    ...['daytime number', 'evening number', 'number to call', 'sms number', 'text number', 'callback'],
    ...['direct line', 'direct dial', 'home no', 'work no'],
  ]),
]);

/** Words of a column that speaks of a number or address without holding one. */
const ABOUT =
  /\b(?:type|types|labels?|extension|extn?|code|codes|country|status|valid|validated|invalid|verified|verification|consent|consents|permissions?|opt|opted|preferences?|has|is|bad|wrong|date|time|updated|added|created|count|source|notes?|comments?|tags?|remarks|method|carrier|network|provider|device|unsubscribed|not|no longer|flag|result|outcome|id|ids|url|tps|ctps|checked|screened|bank|quality|score|owner|reason|hold|bounced|format|template|subject|opened|clicked|sent|domain|frequency|rating|name|marketing|campaign|newsletter|on)\b/;

const PHONE =
  /\b(?:phones?|telephones?|tel|tele|mobiles?|mob|cell|cellphone|landline|ddi|whatsapp|handset)\b/;
const FAX = /\b(?:fax|facsimile)\b/;
const EMAIL = /\bemails?\b/;
const ADDRESS = /\b(?:address|street)\b/;
const NOT_POSTAL = /\b(?:emails?|ip|web|url|mac|site)\b/;
const NOTES = /\b(?:notes?|comments?|remarks|tags?|tag list)\b/;

/** The role of the column alone, or none; a header may name several opt-outs at once. */
export function rolesOfHeader(words: string): readonly Role[] {
  const role = NAMED.get(words);
  if (role !== undefined) return [role];
  const optOuts = optOutRolesOf(words);
  if (optOuts.length > 0) return optOuts;
  if (NOTES.test(words)) return ['notes'];
  // "Phone suppressed" and "OK to phone" hold no numbers, and an answer in them must not pass for one.
  if (looksLikeOptOut(words)) return [];
  // "Phone no" is a number, "no phone" is none, and perhaps an opt-out.
  if (ABOUT.test(words) || /^no\b/.test(words)) return [];
  if (FAX.test(words)) return ['fax'];
  // "Preferred phone" holds a word such as Home; a column of numbers under that name is found by its cells.
  if (PHONE.test(words)) return /\bpreferred\b/.test(words) ? [] : ['phone'];
  if (EMAIL.test(words)) return ['email'];
  return ADDRESS.test(words) && !NOT_POSTAL.test(words) ? ['address'] : [];
}

function named(role: Role, headers: readonly string[]): readonly (readonly [string, Role])[] {
  return headers.map((header) => [header, role] as const);
}

/** Which headers name an opt-out, of which channel, and which only look like one. Input: `headerWords`. */
import type { FlagSense, OptOutRole } from '../roles.js';

/**
 * Columns about something else than contact by this caller: passing data on, knocking on doors, the US
 * register, and the particulars that stand beside an opt-out column of the same export.
 */
const OTHER_MATTERS: ReadonlySet<string> = new Set([
  'do not trade',
  'do not knock',
  'no knock',
  'do not walk',
  'do not exchange',
  'do not share',
  'do not sell',
  'federal do not call',
  'unsub reason',
  'unsub reason other',
  'unsub campaign id',
  'unsub campaign title',
]);

/** Headers that name no channel in so many words, or in none that the words below would find. */
const BY_NAME: ReadonlyMap<string, OptOutRole> = new Map<string, OptOutRole>([
  ['is opt out', 'do_not_email'],
  ['opted out', 'do_not_contact'],
  ['is opted out', 'do_not_contact'],
  ['has opted out', 'do_not_contact'],
  ['opted out on', 'do_not_contact'],
  ['opted out at', 'do_not_contact'],
  ['opted out date', 'do_not_contact'],
  ['unsubscribed', 'do_not_email'],
  ['is unsubscribed', 'do_not_email'],
  ['unsubscribed at', 'do_not_email'],
  ['unsubscribed on', 'do_not_email'],
  ['unsubscribed date', 'do_not_email'],
  ['unsubscribe date', 'do_not_email'],
  ['unsub time', 'do_not_email'],
  ['clean time', 'do_not_email'],
  ['email subscription status', 'do_not_email'],
  ['email opt in status', 'do_not_email'],
  ['can 2 subscription status', 'do_not_email'],
  ['can 2 sms status', 'do_not_text'],
  ['sms subscription status', 'do_not_text'],
  ['sms opt in status', 'do_not_text'],
  ['text opt in status', 'do_not_text'],
]);

const REFUSAL = /\b(?:do not|never|not to be|opt(?:ed|s)? out(?: of| from)?|unsubscribed?(?: from)?|unsub)\b/;

const CHANNELS: readonly (readonly [words: RegExp, role: OptOutRole])[] = [
  [
    /\b(?:calls?|called|calling|callable|phone|phones|phoned|phoning|telephone|telephoned|tel|ring|rung|dial|voice|telemarketing)\b/g,
    'do_not_call',
  ],
  [/\b(?:sms|texts?|txt|texted|texting|whatsapp)\b/g, 'do_not_text'],
  [/\b(?:emails?|emailed|emailing|newsletters?)\b/g, 'do_not_email'],
  [/\b(?:mail|mailed|mailings?|post|posted|postal|letters?|write)\b/g, 'do_not_mail'],
];
const ANY_CONTACT = /\bcontact(?:ed)?\b/g;

/** Words that may stand in the name of an opt-out column without changing what a yes in it means. */
const FILLERS =
  /\b(?:please|me|us|them|we|be|by|via|to|from|of|for|the|all|any|our|a|or|and|is|has|have|ever|again|more|further|bulk|user|list|lists|flag|flagged|request|requested|requests|indicator|on|at|date|dated|time|since|y n|yes no|yn|marketing|purposes|communications?|npsp|npe|c|\d+)\b/g;

/** HubSpot names the kind of email behind it. */
const OUT_OF_A_KIND = /^(?:opted out of|unsubscribed from) (?:emails?|sms) /;

/**
 * The opt-out roles that a header names; none for any other header. A word that is neither refusal, channel
 * nor filler may turn the meaning round (`Do not call removed`), so that such a header gets no role and only
 * looks like an opt-out.
 */
export function optOutRolesOf(words: string): readonly OptOutRole[] {
  if (OTHER_MATTERS.has(words)) return [];
  const named = BY_NAME.get(words);
  if (named !== undefined) return [named];
  const refusal = REFUSAL.exec(words);
  if (refusal === null || isDenied(words)) return [];
  const before = words.slice(0, refusal.index);
  const after = words.slice(refusal.index + refusal[0].length);
  if (!OUT_OF_A_KIND.test(words) && !isFiller(before) && !/^no\b/.test(words)) return [];
  if (!OUT_OF_A_KIND.test(words) && !isFiller(after)) return [];
  const behind = channelsIn(after);
  return behind.length > 0 ? behind : channelsIn(before);
}

function isFiller(words: string): boolean {
  let rest = words;
  for (const [pattern] of CHANNELS) rest = rest.replace(pattern, '');
  return rest.replace(ANY_CONTACT, '').replace(FILLERS, '').trim() === '';
}

const LOOK_ALIKE = new RegExp(
  String.raw`\b(?:${[
    'dn[cdemptu]|c?tps|fps|mps|do not|does not|never|leave alone|cease',
    'opt(?:ed|s|ing)? outs?|unsub\\w*|stop|stopped|black ?list(?:ed)?|block ?list(?:ed)?|blocked|(?:call|phone|contact|sms|text|email|mail) block',
    'suppress(?:ed|ion|ions|es)?|object(?:s|ed|ion|ions)|to object|preference service|refus(?:e|ed|es|al)|exclu(?:de|ded|des|sion|sions)',
    'withdrawn|withdrew|withdraw(?:al)?|removed?|declined?|declines|barred|banned|complain(?:t|ts|ed)|objectors?',
    'wrong (?:number|no|num|phone|tel)|not (?:to )?(?:be )?(?:call|phone|ring|contact|text|email|mail|mark)\\w*',
    'no (?:cold |sales |more |further )?(?:contact|calls?|phone|telephone|sms|texts?|emails?|mail|mailings?|post|marketing|canvass\\w*|solicit\\w*|consent|permission)',
    '(?:subscription|subscriber|email|sms|text|marketing|consent|call|phone|contact) status',
    'erasure|erased?|right to be forgotten|gdpr delet\\w*|delet\\w* request\\w*|request\\w* delet\\w*',
    'peidi(?:o|wch)|optio allan|dim galw(?:adau)?|wedi marw|ne pas (?:appeler|contacter)|nicht (?:anrufen|kontaktieren)|unsu\\w*crib\\w*|ex dir(?:ectory)?',
  ].join('|')})\b`,
);

/** Headers by which a person is recorded as dead, where they are not named as that in full. */
const DEATH = /\b(?:rip|dod|decd|dec d|passed away|wedi marw)\b/;

const TELL_TALE =
  /^removed?$|^(?:is|on)?c?tps|c?tps$|^dnc|dnc$|donot(?:call|ring|phone|tele|text|contact|email|mail)|^no(?:calls?|phone|contact|texts?|e?mails?|post|sms)$|opt(?:ed|s)?out|blacklist|blocklist|suppress|unsubscri|preferenceservice|telephonepreference|^istps|tpslisted/;

const PERMISSION =
  /\b(?:ok|okay|can(?! 2\b)|may|happy|agree|agrees|agreed|permission|permissions|permitted|consent|consents|consented|allow|allows|allowed|accept|accepts|accepted|willing|wants?|wish|wishes|contactable|callable|opt(?:ed|s)? in|optio i mewn)\b/;

/** What stands beside a permission without being one. */
const PARTICULARS = /\b(?:date|time|source|wording|method|version|recorded|at|id|notes?)\b/;

const CONTACT_BY_CALLER =
  /\b(?:calls?|called|calling|phone|phoned|ring|rung|telephone|telephoned|contact|contacted|contactable|callable|marketing|telemarketing)\b/;

/**
 * Whether a header looks like an opt-out, a death or the listing of a register. Where it has no role, what
 * it holds would otherwise be passed over.
 */
export function looksLikeOptOut(words: string): boolean {
  if (OTHER_MATTERS.has(words)) return false;
  return LOOK_ALIKE.test(words) || DEATH.test(words) || hasTellTale(words) || asksPermission(words);
}

/** Headers that were written without blanks, or cut in the wrong place: `TPSlisted`, `NOCALL`, `D.N.C.`. */
function hasTellTale(words: string): boolean {
  const letters = lettersOf(words);
  return TELL_TALE.test(letters) || /(?:phone|call)opt(?:ed)?in/.test(letters);
}

/** Without `https`, in which the name of a register stands. */
function lettersOf(words: string): string {
  return words.replace(/[^a-z]/g, '').replace(/https?/g, '');
}

/** `OK to call` and its like: a no in it is an opt-out. */
function asksPermission(words: string): boolean {
  return PERMISSION.test(words) && !PARTICULARS.test(words) && CONTACT_BY_CALLER.test(words);
}

/** The role to propose for a header that only looks like an opt-out. */
export function likeliestRole(words: string): OptOutRole | 'deceased' {
  if (DEATH.test(words)) return 'deceased';
  // Nobody asks for an opt-in to be rung: what a mobile number is opted in to are texts.
  if (/\b(?:mobile|cell)\b.*\bopt\b/.test(words)) return 'do_not_text';
  const [channel] = channelsIn(words);
  if (channel !== undefined) return channel;
  if (/tps|dnc|wrongn(?:o|um)|phoneopt/.test(lettersOf(words))) return 'do_not_call';
  return /\bsubscri/.test(words) ? 'do_not_email' : 'do_not_contact';
}

/** An opt-out that is denied or over: neither its yes nor its no can be read. */
const OVER =
  /\b(?:lifted|cancell?ed|revoked|reversed|removed|expired|ended|cleared|overrid(?:e|den)|no longer|back in|resubscribed)\b/;

/** Nobody, or somebody, has looked at the register; or it was found clear. */
const REGISTER_CLEARED = /c?tps.*\b(?:clear|cleared|ok|okay|pass|passed|free|safe|valid)\b/;

const REFUSED_PERMISSION =
  /\b(?:consent|permission)\b.*\b(?:withdrawn|refused|declined|denied|removed|revoked)\b|\b(?:no|not|refused?|withdr[ae]wn?|declined?) (?:to )?(?:consent|consented|permission|agree|agreed|allowed|permitted)\b|\bdoes not (?:want|wish|agree|consent|allow)\b/;

/** The sense of a column with this header; one that names nothing of the kind means what its role says. */
export function flagSenseOf(words: string): FlagSense {
  if (REFUSED_PERMISSION.test(words)) return 'refusal';
  if (isDenied(words) || REGISTER_CLEARED.test(words)) return 'unclear';
  const permits = PERMISSION.test(words) || /\b(?:alive|living)\b/.test(words);
  const refuses = LOOK_ALIKE.test(words.replace(/\b\w+ status\b/g, '')) || hasTellTale(words);
  if (/\bstatus\b|\bsubscri(?:bed|ber|ption)\b|^(?:opt|active|include)\b/.test(words)) return 'unclear';
  if (permits) return refuses ? 'unclear' : 'permission';
  if (refuses || optOutRolesOf(words).length > 0) return 'refusal';
  return namesContact(words) ? 'unclear' : 'refusal';
}

/** `not opted out`, `never unsubscribed`, `not on do not call list`, and what was an opt-out once. */
function isDenied(words: string): boolean {
  return (
    /\b(?:not|never)(?: yet| been| on| in| a| the| currently)* (?:opt|unsub|tps|ctps|do not|dnc|block|suppress|exclu|black)/.test(
      words,
    ) ||
    /\bnot (?:c?tps|listed|registered)\b/.test(words) ||
    OVER.test(words) ||
    /\b(?:do not|opt(?:ed)? out|unsub\w*|stop|suppress\w*|block\w*)\b.*\bwithdrawn\b/.test(words)
  );
}

/** Whether a header speaks of reaching people at all. */
export function namesContact(words: string): boolean {
  return (
    channelsIn(words).length > 0 ||
    /\b(?:marketing|comms|communications?|gdpr|consent|permissions?|mobile|cell|landline|canvass\w*|e?mails?|subscri\w*|opt|phone ?bank\w*|include|reachable|contactable)\b/.test(
      words,
    )
  );
}

function channelsIn(words: string): readonly OptOutRole[] {
  const channels = CHANNELS.flatMap(([pattern, role]) => (words.search(pattern) === -1 ? [] : [role]));
  // "Do not contact by phone" is about the telephone only.
  if (channels.length > 0) return channels;
  return words.search(ANY_CONTACT) === -1 ? [] : ['do_not_contact'];
}

/** Which headers name an opt-out, of which channel, and which only look like one. Input: `headerWords`. */
import type { OptOutRole } from './column-roles.js';

/**
 * Columns about something else than contact by this caller: passing data on, knocking on doors, the US
 * register, and the particulars that stand beside an opt-out column of the same export.
 */
const OTHER_MATTERS: ReadonlySet<string> = new Set([
  'do not trade',
  'do not knock',
  'do not walk',
  'do not exchange',
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

/** An opt-out that is denied or over: read as one, it would be read inverted. */
const NEGATED = /\b(?:not|never) (?:been )?(?:opt|unsub)|\b(?:lifted|cancelled|revoked|reversed)\b/;

const REFUSAL = /\b(?:do not|never|not to be|opt(?:ed|s)? out(?: of| from)?|unsubscribed?(?: from)?|unsub)\b/;

const CHANNELS: readonly (readonly [words: RegExp, role: OptOutRole])[] = [
  [/\b(?:calls?|called|phone|phoned|phoning|telephone|telephoned|ring|rung|dial|voice)\b/, 'do_not_call'],
  [/\b(?:sms|texts?|txt|texted|whatsapp)\b/, 'do_not_text'],
  [/\b(?:emails?|emailed|newsletters?)\b/, 'do_not_email'],
  [/\b(?:mail|mailed|mailings?|post|posted|postal|letters?|write)\b/, 'do_not_mail'],
];
const ANY_CONTACT = /\bcontact(?:ed)?\b/;

const LOOK_ALIKE =
  /\b(?:dn[cemt]|c?tps|fps|mps|opt(?:ed|s)? outs?|do not|never|unsub\w*|stop|stopped|black ?list(?:ed)?|blocked|suppress(?:ed|ion)?|object(?:s|ed|ion|ions)|preference service|refus(?:ed|es|al)|exclud(?:e|ed|es)|withdrawn|remove from (?:the )?list|declined|barred|banned|complain(?:t|ts|ed)|objectors?|wrong number|not (?:call|phone|ring|contact)|no (?:contact|calls?|phone|telephone|sms|texts?|emails?|mail|post|marketing)|(?:subscription|subscriber|email|sms|text|marketing|consent) status)\b/;

const TELL_TALE =
  /^removed?$|^c?tps|c?tps$|^dnc|dnc$|donot(?:call|ring|phone|tele|text|contact|email|mail)|^no(?:calls?|phone|contact|texts?|emails?)$|opt(?:ed|s)?out|blacklist|suppress|unsubscri|preferenceservice|telephonepreference/;

const PERMISSION =
  /\b(?:ok|okay|can|may|happy|agree|agrees|agreed|permission|permitted|consent|consents|consented|allow|allows|allowed|willing|contactable|opt(?:ed|s)? in)\b/;

/** What stands beside a permission without being one. */
const PARTICULARS = /\b(?:date|time|source|wording|method|version|recorded|by|at|on|id|notes?)\b/;

/** The opt-out roles that a header names; none for any other header. */
export function optOutRolesOf(words: string): readonly OptOutRole[] {
  if (OTHER_MATTERS.has(words) || NEGATED.test(words)) return [];
  const named = BY_NAME.get(words);
  if (named !== undefined) return [named];
  const refusal = REFUSAL.exec(words);
  if (refusal === null) return [];
  const behind = channelsIn(words.slice(refusal.index + refusal[0].length));
  return behind.length > 0 ? behind : channelsIn(words.slice(0, refusal.index));
}

/**
 * Whether a header looks like an opt-out or the listing of a register. Where it has no role, what it holds
 * would otherwise be passed over.
 */
export function looksLikeOptOut(words: string): boolean {
  if (OTHER_MATTERS.has(words)) return false;
  return LOOK_ALIKE.test(words) || hasTellTale(words) || namesPermission(words);
}

/** Headers that were written without blanks, or cut in the wrong place: `TPSlisted`, `NOCALL`, `D.N.C.`. */
function hasTellTale(words: string): boolean {
  const letters = words.replace(/[^a-z]/g, '').replace(/https?/g, '');
  return TELL_TALE.test(letters);
}

/** `OK to call` and its like: a no in it is an opt-out, and a bare yes or no would be read inverted. */
function namesPermission(words: string): boolean {
  return (
    PERMISSION.test(words) &&
    !PARTICULARS.test(words) &&
    /\b(?:calls?|called|phone|phoned|ring|rung|telephone|telephoned|contact|contacted|contactable|marketing)\b/.test(
      words,
    )
  );
}

/** The role to propose for a header that only looks like an opt-out. */
export function likeliestRole(words: string): OptOutRole {
  const [channel] = channelsIn(words);
  if (channel !== undefined) return channel;
  if (/\b(?:c?tps|dnc)\b/.test(words)) return 'do_not_call';
  return /\bsubscri/.test(words) ? 'do_not_email' : 'do_not_contact';
}

/**
 * Whether a column tells how a subscription stands (`subscribed`), so that a bare yes or no in it would
 * mean the reverse of what it means in an opt-out column.
 */
export function namesSubscription(words: string): boolean {
  return (
    /\bstatus\b|\bsubscri(?:bed|ber|ption)\b/.test(words) || PERMISSION.test(words) || NEGATED.test(words)
  );
}

function channelsIn(words: string): readonly OptOutRole[] {
  const channels = CHANNELS.flatMap(([pattern, role]) => (pattern.test(words) ? [role] : []));
  // "Do not contact by phone" is about the telephone only.
  if (channels.length > 0) return channels;
  return ANY_CONTACT.test(words) ? ['do_not_contact'] : [];
}

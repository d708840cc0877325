/** What the name of a file in a zip says of everybody in it: `unsubscribed_members_export_….csv`. */

import type { OptOutRole } from '../roles.js';
import { headerWords } from '../text/header-words.js';
import { looksLikeOptOut } from './header-opt-outs.js';

/** Mailchimp packs one file a status; all of them are about email alone. */
const MAILCHIMP = /^(?:unsubscribed|cleaned|nonsubscribed)_/u;

/** The names that Mailchimp itself gives these files, when one is taken out of the zip. */
const MAILCHIMP_EXPORT =
  /^(?:unsubscribed|cleaned|nonsubscribed)_(?:email_audience|audience|members?)_export/iu;

const OPT_OUT =
  /\b(?:do ?not|dont|don t|dnc|dnd|no (?:calls?|contacts?|emails?|texts?|sms|mail)|opt(?:ed)? ?outs?|unsubscrib\w*|suppress\w*|objections?|objected|objectors?|stop ?lists?|black ?lists?|bounced|complain\w*)\b/u;

/** Names of files by which everybody in them is not to be contacted, where a header of the name is something else. */
const OVER_OR_DEAD =
  /\b(?:unsubs?|removals?|removed|exclusions?|excluded|refus\w*|deceased|dead|died|blocked|leave alone|wrong numbers?)\b/u;

const CHANNELS: readonly (readonly [RegExp, OptOutRole])[] = [
  [/\b(?:e ?mails?|bounced)\b/u, 'do_not_email'],
  [/\b(?:calls?|call(?:ed|ing)|phone\w*|tele\w*|tel|ring\w*|dial\w*|dnc)\b/u, 'do_not_call'],
  [/\b(?:texts?|sms|texting)\b/u, 'do_not_text'],
  [/\b(?:post|postal|mail|mailing|letters?)\b/u, 'do_not_mail'],
];

/**
 * The opt-outs that hold for every record of the file at `path` in the zip; none for an ordinary name. What
 * a folder is called holds for the files in it. A name that says "no" without a channel means every contact.
 */
export function optOutsOfName(path: string): readonly OptOutRole[] {
  const name = path.replace(/\.[a-z]+$/iu, '').toLowerCase();
  if (MAILCHIMP.test(name.split('/').at(-1) ?? '')) return ['do_not_email'];
  // Folders and file alike, cut into words as a header is: `OptOuts2024`, `donotring`.
  const words = headerWords(path.replace(/\.[a-z]+$/iu, ''));
  if (!OPT_OUT.test(words) && !looksLikeOptOut(words) && !OVER_OR_DEAD.test(words)) return [];
  const roles = CHANNELS.flatMap(([pattern, role]) => (pattern.test(words) ? [role] : []));
  return roles.length > 0 && !/\bcontact/u.test(words) ? roles : ['do_not_contact'];
}

/**
 * The opt-outs that hold for every record of a list that is a file of its own. Only a name that a system gave
 * it counts: `members-without-opt-outs.csv` is somebody's own.
 */
export function optOutsOfExport(name: string): readonly OptOutRole[] {
  return MAILCHIMP_EXPORT.test(name) ? ['do_not_email'] : [];
}

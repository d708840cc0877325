/** What the name of a file in a zip says of everybody in it: `unsubscribed_members_export_….csv`. */
import type { OptOutRole } from './column-roles.js';

/** Mailchimp packs one file a status; all of them are about email alone. */
const MAILCHIMP = /^(?:unsubscribed|cleaned|nonsubscribed)_/u;

/** The names that Mailchimp itself gives these files, when one is taken out of the zip. */
const MAILCHIMP_EXPORT =
  /^(?:unsubscribed|cleaned|nonsubscribed)_(?:email_audience|audience|members?)_export/iu;

const OPT_OUT =
  /\b(?:do ?not|dont|don t|dnc|dnd|no (?:calls?|contacts?|emails?|texts?|sms|mail)|opt(?:ed)? ?outs?|unsubscrib\w*|suppress\w*|objections?|objected|objectors?|stop ?lists?|black ?lists?|bounced|complain\w*)\b/u;

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
  const words = name.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, ' ');
  if (!OPT_OUT.test(words)) return [];
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

/** The roles that a header names beyond doubt, so that nobody need be asked. */
import type { OptOutRole } from '../roles.js';
import { HEADER_FILLERS, ROLES_BY_NAME } from './words/flag-words.js';

const CHANNEL_ROLES: readonly (readonly [role: OptOutRole, words: RegExp])[] = [
  [
    'do_not_call',
    /^(?:calls?|called|calling|callable|phones?|phoned|phoning|telephone|telephoned|tel|ring|rung|dial|voice|telemarketing)$/,
  ],
  ['do_not_text', /^(?:sms|texts?|txt|texted|texting|whatsapp)$/],
  ['do_not_email', /^(?:emails?|emailed|emailing|newsletters?)$/],
  ['do_not_mail', /^(?:mail|mailed|mailings?|post|posted|postal|letters?|write)$/],
];

/** The roles that need no question: a refusal, channels, and words that change nothing. */
export function certainRolesOf(kind: string, text: string): readonly (OptOutRole | 'deceased')[] {
  const words = text.split(' ');
  if (kind === 'death')
    return words.every(
      (word) => /^(?:deceased|died|dead|death|contact)$/.test(word) || HEADER_FILLERS.has(word),
    )
      ? ['deceased']
      : [];
  const named = ROLES_BY_NAME.find(([, headers]) => headers.includes(text));
  if (named !== undefined) return isOptOutRole(named[0]) ? [named[0]] : [];
  if (kind !== 'refusal') return [];
  const parts = partsAround(text);
  if (parts === null) return [];
  const isKindOfMail = /^(?:opted out of|unsubscribed from) (?:emails?|sms) /.test(text);
  if (!isKindOfMail && ![...parts.before, ...parts.after].every(isFiller)) return [];
  const behind = rolesNamed(parts.after);
  return behind.length > 0 ? behind : rolesNamed(parts.before);
}

const REFUSAL_IN_FULL =
  /\b(?:do not|dont|donot|never|not to be|opt(?:ed|s)? ?outs?(?: of| from)?|unsubscribed?(?: from)?|unsub)\b/;

function partsAround(
  text: string,
): { readonly before: readonly string[]; readonly after: readonly string[] } | null {
  const found = REFUSAL_IN_FULL.exec(text);
  if (found === null) return null;
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  return { before: before.trim().split(' '), after: after.trim().split(' ') };
}

function isFiller(word: string): boolean {
  return (
    word === '' ||
    word === 'no' ||
    HEADER_FILLERS.has(word) ||
    /^\d+$/.test(word) ||
    CHANNEL_ROLES.some(([, words]) => words.test(word))
  );
}

function rolesNamed(words: readonly string[]): readonly OptOutRole[] {
  const found = CHANNEL_ROLES.filter(([, pattern]) => words.some((word) => pattern.test(word))).map(
    ([role]) => role,
  );
  if (found.length > 0) return found;
  return words.some((word) => /^contact(?:ed)?$/.test(word)) ? ['do_not_contact'] : [];
}

function isOptOutRole(role: string): role is OptOutRole {
  return role === 'do_not_contact' || CHANNEL_ROLES.some(([known]) => known === role);
}

/** The vocabulary of the accounting, made of the readers of headers, flag values and notes. */
import { readFlag } from '../cells/flag-values.js';
import { flagSenseOf, likeliestRole, looksLikeOptOut, namesContact } from '../columns/header-opt-outs.js';
import { rolesOfHeader } from '../columns/header-roles.js';
import { OPT_OUT_ROLES, type OptOutRole } from '../roles.js';
import { headerWords } from '../text/header-words.js';
import { findWords } from '../vocabulary/find-words.js';
import type { HeaderMatter, HeaderSense, ValueSays, Vocabulary } from './header-sense.js';

const LISTING = /\b(?:c?tps|fps|mps|preference service)\b/;

/** Restrictions and removals of a person, whatever the ways of contact. */
const RESTRICTION =
  /\b(?:gdpr|restrict\w*|hold|held|frozen|freeze|pause|paused|suspend\w*|banned|blocked|black ?list\w*|quarantin\w*|remov\w*|delet\w*|eras\w*|cease\w*|stop\w*|leave alone|gone away|gone|left us|withdr\w*|revok\w*|denied|object\w*|excl\w*|complain\w*|dispute|hostile|do not|donot\w*|never|not to be|peidi\w*|dim)\b/;

const DEATH =
  /\b(?:dea(?:d|th)|deceas\w*|died|dies|rip|r i p|dod|decd|dec d|passed|passing|mortality|bereave\w*|estate of|marw|alive|living)\b/;

const PERMISSION =
  /\b(?:consent\w*|permi(?:t|ssion)\w*|perm|agree\w*|accept\w*|allow\w*|opt in|opted in|subscribed|contactable|reachable|callable|lawful|legitimate|happy|ok|okay|may|can(?! \d)|safe to|caniat\w*|hapus|optio i mewn|alive|living)\b/;

const DEAD_VALUE =
  /^(?:deceased|dead|died|decd|rip|r\.i\.p|deceased person|passed away|wedi marw|estate of .*)$/;

/** Words of a refusal, a removal, a restriction or a death in any form. */
const STEMS =
  /\b(?:not|never|dont|don't|no more|no longer|no thanks?|nope|refus\w*|declin\w*|object\w*|withdr\w*|revok\w*|den(?:y|ied|ies)|opt(?:ed|s|ing)?[ -]?outs?|optout|unsub\w*|stop\w*|ceas\w*|block\w*|black ?list\w*|bann?(?:ed)?|barred|suppress\w*|exclu\w*|remov\w*|delet\w*|eras\w*|restrict\w*|dnc\w*|dnd|tps|ctps|fps|mps|dead|deceas\w*|died|r\.?i\.?p|passed away|complain\w*|hostile|angry|abusive|wrong|gone away|goneaway|quit|end(?:ed)?|inactive|dormant|cancel\w*|terminat\w*|expired|expelled|resigned|lapsed|closed|suspend\w*|archiv\w*|merged|frozen|left|alone|leave|nicht|pas|peidi\w*|dim|marw|no)\b/;

/** Values made of nothing else name the ways in which somebody may be reached. */
const WAYS =
  /^(?:(?:by|via|and|or|only|please|prefer(?:red|s)?|ok|yes|any|all|to|me|us|in|&|,|;|\/|\+)\s*|(?:e-?mails?|phones?|telephone|tel|calls?|texts?|sms|post|mail|letters?|whatsapp|voice|mobile|landline)\s*)+$/;
const ONE_WAY = /\b(?:e-?mails?|phones?|telephone|tel|calls?|texts?|sms|post|mail|letters?|whatsapp|voice)\b/;

export const PLAIN_VOCABULARY: Vocabulary = { readSense, sayOf };

function readSense(header: string): HeaderSense {
  const words = headerWords(header);
  const matter = matterOf(words);
  const likeliest = likeliestRole(words);
  const role = matter === 'death' ? 'deceased' : likeliest === 'deceased' ? 'do_not_contact' : likeliest;
  return { matter, sense: senseOf(words, matter), role: namesWay(words) ? role : withoutWay(role, matter) };
}

function matterOf(words: string): HeaderMatter {
  if (DEATH.test(words)) return 'death';
  if (LISTING.test(words)) return 'listing';
  const sense = flagSenseOf(words);
  if (PERMISSION.test(words) && !RESTRICTION.test(words) && sense !== 'refusal') return 'permission';
  // The status of an address may be an opt-out, or whether it can be reached: its values tell.
  if (looksLikeOptOut(words.replace(/\b\w+ status\b/g, '')) || RESTRICTION.test(words)) return 'refusal';
  if (PERMISSION.test(words)) return 'permission';
  const roles = rolesOfHeader(words);
  if (namesContact(words) || roles.some((role) => OPT_OUT_ROLES.some((optOut) => optOut === role))) {
    return 'contact';
  }
  return 'nothing';
}

function senseOf(words: string, matter: HeaderMatter): HeaderSense['sense'] {
  if (/\b(?:alive|living)\b/.test(words)) return 'permission';
  if (matter === 'permission') return flagSenseOf(words) === 'unclear' ? 'unclear' : 'permission';
  if (matter === 'contact' || matter === 'nothing') return 'unclear';
  return flagSenseOf(words);
}

function namesWay(words: string): boolean {
  return /\b(?:calls?|call\w+|phon\w+|tele\w+|tel|ring|dial\w*|voice|mobile|landline|sms|texts?|txt|whatsapp|e?mail\w*|post\w*|letters?|tps|ctps)\b/.test(
    words,
  );
}

/** A header that names no way of contact is about all of them. */
function withoutWay(role: OptOutRole | 'deceased', matter: HeaderMatter): OptOutRole | 'deceased' {
  return matter === 'death' ? role : 'do_not_contact';
}

function sayOf(value: string): ValueSays {
  const folded = value.toLowerCase().trim();
  if (DEAD_VALUE.test(folded)) return 'dead';
  if (readFlag(value, 'unclear') === 'yes' && !/^(?:listed|registered)$/.test(folded)) return 'refuses';
  const found = findWords(value);
  if (found.some(({ kind }) => kind === 'death')) return 'dead';
  if (found.length > 0) return 'refuses';
  const isAboutWays = ONE_WAY.test(folded) && WAYS.test(folded);
  return STEMS.test(folded) || isAboutWays ? 'may-refuse' : 'nothing';
}

/** What the header of a column says: a refusal, a permission, a listing, a death, something to ask about, or nothing. */

import type { FlagSense, OptOutRole } from '../roles.js';
import { certainRolesOf } from './certain-roles.js';
import { uncoveredMatches, waysOfMatch } from './find-words.js';
import { idsOf } from './grammar.js';
import { coreOf, wordsOfHeader } from './header-forms.js';
import { ALL_WAYS, type Way, type WayBits, waysOf } from './meanings.js';
import { wordOf } from './stem-table.js';
import { type Tokens, tokensOf } from './tokens.js';
import { undoText } from './undo-text.js';
import { OTHER_MATTERS, TELLING } from './words/flag-words.js';

export const HEADER_KINDS = [
  'refusal',
  'listing',
  'restriction',
  'death',
  'life',
  'permission',
  'suspicious',
  'nothing',
] as const;
export type HeaderKind = (typeof HEADER_KINDS)[number];

export interface HeaderReading {
  readonly kind: HeaderKind;
  /** What a yes in the column means. */
  readonly sense: FlagSense;
  /** The ways of contact it is about. */
  readonly channels: readonly Way[];
  /** The role to propose; null where there is nothing to ask. */
  readonly role: OptOutRole | 'deceased' | 'mps_listed' | null;
  /** The roles that the header names beyond doubt, so that nobody need be asked; none for most. */
  readonly certainRoles: readonly (OptOutRole | 'deceased')[];
}

/** Reads a header in whatever spelling. */
export function readHeader(header: string): HeaderReading {
  const words = wordsOfHeader(header);
  const text = words.join(' ');
  if (OTHER_MATTERS.includes(text)) return reading('nothing', 'refusal', 0);
  const tokens = tokensOf(undoText(text));
  const core = tokensOf(undoText(coreOf(words).join(' ')));
  return (
    deniedOf(tokens, text) ??
    lifeOf(tokens) ??
    foundOf(core, tokens, text) ??
    permissionOf(tokens, text) ??
    openOf(words, tokens, text)
  );
}

function reading(kind: HeaderKind, sense: FlagSense, ways: WayBits, text = ''): HeaderReading {
  const role = roleOf(kind, ways, text);
  return { kind, sense, channels: waysOf(ways), role, certainRoles: certainRolesOf(kind, text) };
}

function roleOf(kind: HeaderKind, ways: WayBits, text: string): HeaderReading['role'] {
  if (kind === 'nothing') return null;
  if (kind === 'death' || kind === 'life') return 'deceased';
  if (kind === 'listing' && /\bmps\b|mailing preference/.test(text)) return 'mps_listed';
  if (ways === ALL_WAYS || ways === 0) return 'do_not_contact';
  const channels = waysOf(ways);
  // Nobody asks for an opt-in to be rung: what a mobile number is opted in to are texts.
  if (/\b(?:mobile|cell|mob)\b.*\bopt/.test(text)) return 'do_not_text';
  if (channels.includes('calls')) return 'do_not_call';
  if (channels.includes('texts')) return 'do_not_text';
  if (channels.includes('email')) return 'do_not_email';
  return channels.includes('post') ? 'do_not_mail' : 'do_not_contact';
}

const SUBJECTS = idsOf([
  'LISTING',
  'MPS',
  'OPTOUT',
  'CODE',
  'SUPPRESS',
  'BLOCK',
  'BLOCKLIST',
  'EXCLUDE',
  'DONT',
  'STOP',
]);
const NEGATIONS = idsOf(['NOT', 'NEVER', 'ISNT', 'HASNT', 'NOLONGER', 'DIDNT', 'non', 'no_longer']);
const OVER =
  /\b(?:lifted|cancell?ed|reversed|expired|ended|overrid(?:e|den)|no longer|back in|resubscribed)\b/;
/** An opt-out that was taken back; of a consent the same words are a refusal. */
const TAKEN_BACK = /\b(?:removed|withdrawn|revoked|cleared)\b/;
const CLEARED = /\b(?:clear|cleared|ok|okay|pass|passed|free|safe|valid|checks?|checked|screened)\b/;
const LISTINGS = idsOf(['LISTING', 'MPS']);
const CONSENTS = idsOf(['CONSENT', 'OPTIN']);

function holds(tokens: Tokens, ids: Uint8Array): boolean {
  return tokens.ids.some((id) => ids[id] === 1);
}

/** `Not opted out`, `Non-TPS`, `TPS cleared`, `Do not call lifted`: neither their yes nor their no can be read. */
function deniedOf(tokens: Tokens, text: string): HeaderReading | null {
  const subject = tokens.ids.findIndex((id) => SUBJECTS[id] === 1);
  if (subject === -1 || holds(tokens, CONSENTS)) return null;
  const negation = tokens.ids.findIndex((id) => NEGATIONS[id] === 1);
  const isDenied = negation !== -1 && negation < subject;
  const isOver = OVER.test(text) || (subject < tokens.ids.length - 1 && TAKEN_BACK.test(text));
  const isCleared = holds(tokens, LISTINGS) && CLEARED.test(text);
  if (!isDenied && !isOver && !isCleared) return null;
  const isListing = holds(tokens, LISTINGS);
  return reading(isListing ? 'listing' : 'refusal', 'unclear', waysOfTokens(tokens) || ALL_WAYS, text);
}

function waysOfTokens(tokens: Tokens): WayBits {
  let ways = 0;
  for (const id of tokens.ids) {
    const word = wordOf(id);
    if (word !== undefined && word.ways !== ALL_WAYS && !word.classes.has('WRONG')) ways |= word.ways;
  }
  return ways;
}

const LIFE = idsOf([
  'ALIVE',
  'still',
  'is',
  'FILL',
  'y',
  'n',
  'yes',
  'no',
  'flag',
  'status',
  'person',
  'contact',
]);
const ALIVE = idsOf(['ALIVE']);

function lifeOf(tokens: Tokens): HeaderReading | null {
  const isLife = holds(tokens, ALIVE) && tokens.ids.every((id) => LIFE[id] === 1);
  return isLife ? reading('life', 'permission', ALL_WAYS) : null;
}

const PERMISSIONS = idsOf([
  'OK',
  'MODAL',
  'HAPPY',
  'CONSENT',
  'ALLOW',
  'ACCEPT',
  'AGREE',
  'WANT',
  'ABLE',
  'OPTIN',
]);
const ALONE_PERMISSIONS = idsOf(['CONSENT', 'ABLE', 'OPTIN']);
const WITHDRAWN = idsOf([
  'WITHDRAW',
  'REFUSE',
  'NEG',
  'NO',
  'NOT',
  'DOESNT',
  'NOLONGER',
  'ASK',
  'REMOVE',
  'KEYWORD',
  'HATE',
]);
const CONTACTS = idsOf(['CONTACT', 'CHANNEL', 'MARKETING', 'THING', 'CANVASS']);
/** A word that is more often the name of a thing than a refusal, where it is the whole header. */
const THINGS: ReadonlySet<string> = new Set([
  'block',
  'blocks',
  'off',
  'enough',
  'estate',
  'cross',
  'd',
  'dec',
  'passed',
  'market',
  'markets',
]);

function foundOf(core: Tokens, all: Tokens, text: string): HeaderReading | null {
  const inCore = uncoveredMatches(core);
  const matches = inCore.length > 0 ? inCore : uncoveredMatches(all);
  const read = inCore.length > 0 ? core : all;
  if (matches.length === 0 || THINGS.has(text)) return null;
  const ways = matches.reduce((bits, match) => bits | waysOfMatch(match, read), 0);
  const kinds = new Set(matches.map(({ rule }) => rule.says.kind));
  if (kinds.has('death')) return reading('death', 'refusal', ALL_WAYS, text);
  // `OK not to call` asks for a permission and a refusal at once.
  const isMixed = holds(all, PERMISSIONS) && !holds(all, WITHDRAWN);
  const isStatus = /\b(?:status|in out)\b/.test(text) && holds(all, CONTACTS) && !kinds.has('listing');
  const sense = isMixed || isStatus || /^ok not\b/.test(text) ? 'unclear' : 'refusal';
  return reading(kinds.has('listing') ? 'listing' : 'refusal', sense, namedWays(all) || ways, text);
}

/** Where a header names ways of contact, it is about those. */
function namedWays(tokens: Tokens): WayBits {
  return waysOfTokens(tokens);
}

const STATUS_OF_CONTACT =
  /\b(?:subscription|subscriber|email|sms|text|marketing|consent|call|phone|contact) status$/;

/** What stands beside a permission without being one. */
const PARTICULARS = /\b(?:source|wording|method|version|id|notes?|form|text of)\b/;

function permissionOf(tokens: Tokens, text: string): HeaderReading | null {
  const isPermission =
    holds(tokens, ALONE_PERMISSIONS) || (holds(tokens, PERMISSIONS) && holds(tokens, CONTACTS));
  if (STATUS_OF_CONTACT.test(text) || text === 'never')
    return reading('permission', 'unclear', waysOfTokens(tokens) || ALL_WAYS, text);
  if (!isPermission || /^can \d/.test(text) || PARTICULARS.test(text) || OTHER_COLUMNS.test(text))
    return null;
  const isUnclear = /\b(?:status|subscri\w*|photo|image)\b|^(?:opt|active|include)\b/.test(text);
  return reading('permission', isUnclear ? 'unclear' : 'permission', waysOfTokens(tokens) || ALL_WAYS, text);
}

const TELLING_WORDS: ReadonlySet<string> = new Set(TELLING);
/** A channel beside one of these is a particular of it: `Phone type`, `Call time`, `Post town`. */
const OF_A_CHANNEL =
  /\b(?:types?|kind|extn?|extension|time|times|numbers?(?! ok)|amount|topic|count|total|size|colou?r|town|office|names?|centre|last|next|made|district|carrier|network|provider|country|model|owner|agent|bill|area|site|class|size|date of birth|code post|region|lane|road|flat|apartment|bus|fee|shift|stock|room|costs?|league)\b/;
/** The outcome of a call is what its caller wrote down. */
const OUTCOMES =
  /\b(?:results?|outcomes?|disposition|dispo|(?<!sort |post |country |area |dialling )codes?)\b/;
/** Columns of ways of contact themselves, and of other consents. */
const OTHER_COLUMNS =
  /^(?:fax|twitter|facebook|instagram|messenger)$|\b(?:photos?|photography|images?|media|cookies?|medical|parental)\b/;
const STATES =
  /\b(?:deleted|archived?|inactive|anonymi[sz]ed?|merged|hidden|disabled|closed|suspended|duplicate)\b|^(?:is |record |contact )?active(?: flag| status| yn)?$/;

/** A header that says nothing by itself, but under which a refusal may stand. */
function openOf(words: readonly string[], tokens: Tokens, text: string): HeaderReading {
  if (STATES.test(text))
    return reading('restriction', /\bactive\b/.test(text) ? 'unclear' : 'refusal', ALL_WAYS, text);
  const tells = words.some((word) => TELLING_WORDS.has(word)) || holds(tokens, CONTACTS);
  const isAside = OF_A_CHANNEL.test(text) && !OUTCOMES.test(text) && !/\buse\b/.test(text);
  if (!tells || isAside || OTHER_COLUMNS.test(text) || /\b(?:sort|post|country|area) code\b/.test(text))
    return reading('nothing', 'refusal', 0);
  const namesContact =
    holds(tokens, CONTACTS) ||
    /\b(?:status|opt|gdpr|consent|permissions?|include|subscri\w*|comms)\b/.test(text);
  return reading('suspicious', namesContact ? 'unclear' : 'refusal', waysOfTokens(tokens) || ALL_WAYS, text);
}

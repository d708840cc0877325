/**
 * Words in a note, tag, label or phone cell that may mean "leave me alone", or that somebody has died.
 * They never decide anything: a person looks at the record (`opt-out-in-text`). So a phrase too many
 * costs a look, and a phrase too few may cost somebody an unwanted call.
 *
 * To edit: one phrase a line, or several between `|`. A phrase of `OPT_OUT` is looked for in notes and beside numbers;
 * for name cells it must be in `IN_NAMES` as well. Prefilters follow from the lists. Write in lower case and without apostrophes. Phrases match whole words, and every
 * sign or underscore in a text counts as a blank. `{contact}`, `{contacted}`, `{contacting}` and `{calls}`
 * stand for each word of their lists.
 */

import { anchorWord, KeywordPrefilter, MAY_HOLD_WORDS } from '../text/keyword-prefilter.js';
import { normaliseText } from '../text/normalise-text.js';

const SLOTS: Readonly<Record<string, readonly string[]>> = {
  '{contact}': phrases(`
    call | ring | phone | telephone | dial | cold call | contact | text | sms | message | whatsapp
    email | e mail | mail | write | post | disturb | approach | bother | use
  `),
  '{contacted}': phrases(`
    called | rung | phoned | telephoned | contacted | texted | messaged | emailed | e mailed | mailed
    disturbed | approached | bothered | used | on list | on the list
  `),
  '{contacting}': phrases(`
    calling | ringing | phoning | contacting | texting | messaging | emailing | mailing | sending | all
  `),
  '{calls}': phrases(`
    calls | phone calls | telephone calls | cold calls | texts | text messages | sms | messages | emails
    e mails | mailings | mailshots | marketing | phoning | canvassing
  `),
};

const OPT_OUT = phrases(`
  do not {contact}
  dont {contact}
  don t {contact}
  donot {contact}
  do not ever {contact}
  do no {contact} | do nto {contact}
  cant be {contacted} | cannot be {contacted} | mustnt be {contacted} | must not be {contacted}
  mustnt {contact} | must not {contact}
  does not wish | doesnt wish | do not wish | does not consent
  not for {calls}
  never {contact}
  not to {contact}
  not to be {contacted}
  not be {contacted}
  objects to
  objected
  objection
  right to object
  donotcall | donotcontact | donotphone | donottext | donotemail
  do not want | dont want | does not want | doesnt want | didnt want
  wants no | want no
  no {calls}
  no more {calls}
  no further {calls}
  no more contact | no further contact | no contact please | no contact at all | no contact by
  hates {calls} | hates being {contacted}
  no telephone contact | no phone contact | prefer no | prefers no
  no cold calling | no phonecalls | no contact requested
  email only | post only | letter only | text only
  refuses {calls}
  stop {contacting}
  please stop | asked to stop | asked us to stop
  leave alone | leave me alone
  please remove | remove me | remove number | remove details
  take her off | take him off | take them off | deleted at request | asked us not to | asked not to
  remove from list | remove from the list | remove from database | remove from all
  removed from list | removed from the list | to be removed
  asked to remove | asked us to remove | wants removing | removal requested
  take off list | take off the list | take me off | taken off list | off the list
  opt out | opts out | opted out | opting out | optout
  hidden row | struck out
  unsub | unsubscribe | unsubscribed
  dnc | tps | ctps | nocall | nocalls | nocontact
  no consent | consent refused | refused consent | refused contact | refused further | declined contact
  barred | right to erasure | wrong person | wrong no
  peidio | peidiwch | dim galw
  consent withdrawn | withdrawn consent | withdrew consent | withdraws consent | withdrawal of consent
  blacklist | blacklisted | suppressed | suppression
  wrong number
  complained
  cease contact | gdpr erasure | right to be forgotten | erase data | delete my data
`);

/** Words that mean an opt-out only where they are the whole of a tag or cell: `Stop the War` is none. */
const OPT_OUT_ALONE = phrases(`
  stop | stopped | remove | removed | refused | declined | withdrawn | excluded | blocked
  no contact | no call | no phone | no text | no email | no mail | no post
  opt out | opted out | tps | ctps | objected | please stop | dnc | delete | deleted
`);

/** Words of a death that stand alone in brackets behind a name, or in place of one. */
const DECEASED_ALONE = phrases(`
  dec | late | the late
`);

const DECEASED = phrases(`
  dead | deceased | decd | dec d | died | rip | r i p
  passed away | has passed on | no longer alive | no longer with us
  death certificate | date of death
`);

/** Words that stand in nobody's name, so that a name cell is searched for them: `Ann Example (DO NOT CALL)`. */
const IN_NAMES = phrases(`
  do not {contact}
  dont {contact}
  donot {contact}
  never {contact}
  not to be {contacted}
  no {calls}
  no more {calls}
  donotcall | donotcontact
  opted out | unsubscribed | dnc
  wrong number
  deceased | decd | dec d | passed away
`);

/** Phrases in which one of the words above means something else. */
const HARMLESS = phrases(`
  rip off | dead end
`);

/** The lists above with every slot filled, so that a test can hold each phrase to what it is listed for. */
export const PHRASES = {
  optOut: filled(OPT_OUT),
  optOutAlone: filled(OPT_OUT_ALONE),
  deceased: filled(DECEASED),
  deceasedAlone: filled(DECEASED_ALONE),
  inNames: filled(IN_NAMES),
  harmless: filled(HARMLESS),
} as const;

export interface FoundWords {
  readonly optOut: boolean;
  readonly deceased: boolean;
}

const NO_WORDS: FoundWords = { optOut: false, deceased: false };

const OPT_OUT_PATTERN = patternOf(OPT_OUT, 'u');
const DECEASED_PATTERN = patternOf(DECEASED, 'u');
const IN_NAMES_PATTERN = patternOf(IN_NAMES, 'u');
const HARMLESS_PATTERN = patternOf(HARMLESS, 'gu');
/** Between the refusal and the verb a few words may stand: `do not under any circumstances call`. */
const REFUSAL_FROM_AFAR =
  / (?:do not|dont|never|must not|mustnt) (?!(?:have|know|think|mind|hesitate|forget|need|got) )(?:\p{L}+ ){0,4}(?:call|ring|phone|telephone|contact|text|email)(?= )/u;
/** What people put between tags, and around words beside a number. */
const TAG_ENDS = /[;,|/()[\]\n\r]|:::| - /u;
const ALONE: ReadonlySet<string> = new Set(OPT_OUT_ALONE);
const DEAD_ALONE: ReadonlySet<string> = new Set(DECEASED_ALONE);
const DECEASED_WHOLE: ReadonlySet<string> = new Set(DECEASED);

/** The words without which a text holds none of the phrases, nor a refusal from afar. */
const ANCHOR_WORDS = [
  ...[...OPT_OUT, ...OPT_OUT_ALONE, ...DECEASED_ALONE, ...DECEASED, ...IN_NAMES].map(anchorWord),
  ...['not', 'dont', 'never', 'mustnt'],
];

const prefilter = new KeywordPrefilter(ANCHOR_WORDS);

/**
 * Whether `findWords` or `findWordsInName` may find anything in the text (UTF-8) between `start` and `end`; where
 * not, it need not be read.
 */
export function mayHoldWords(bytes: Uint8Array, start: number, end: number): boolean {
  return (scanFlagsOf(bytes, start, end) & MAY_HOLD_WORDS) !== 0;
}

/** All that the scan flags of a text tell: words that `findWords` or `findWordsInName` may find, numbers, addresses. */
export function scanFlagsOf(bytes: Uint8Array, start: number, end: number): number {
  return prefilter.scanFlags(bytes, start, end);
}

/** The same of a text that is no bytes. */
export function mayHoldWordsIn(text: string): boolean {
  const bytes = Buffer.from(text);
  return mayHoldWords(bytes, 0, bytes.length);
}

/** Whether `text` holds words that mean an opt-out, and words that mean a death. */
export function findWords(text: string): FoundWords {
  return mayHoldWordsIn(text) ? findWordsInFull(text) : NO_WORDS;
}

/**
 * The same in the cell of a name, where only words count that are in nobody's name; and all of them in what
 * stands in brackets or behind a dash, or where such a word is the whole of the cell.
 */
export function findWordsInName(name: string): FoundWords {
  return mayHoldWordsIn(name) ? findWordsInNameInFull(name) : NO_WORDS;
}

/** `findWords` without the prefilter. */
export function findWordsInFull(text: string): FoundWords {
  if (!/\p{L}/u.test(text)) return NO_WORDS;
  const plain = plainWords(text).replace(HARMLESS_PATTERN, ' ');
  return {
    optOut:
      OPT_OUT_PATTERN.test(plain) ||
      REFUSAL_FROM_AFAR.test(plain) ||
      text.split(TAG_ENDS).some(isOptOutAlone),
    deceased: DECEASED_PATTERN.test(plain),
  };
}

/** `findWordsInName` without the prefilter. */
export function findWordsInNameInFull(name: string): FoundWords {
  const [first = '', ...beside] = name.split(TAG_ENDS).map((part) => part.trim());
  let found = beside.length === 0 ? wholeName(first) : NO_WORDS;
  for (const part of beside) {
    const words = findWords(part);
    const isDead = words.deceased || DEAD_ALONE.has(plainWords(part).trim());
    found = { optOut: found.optOut || words.optOut, deceased: found.deceased || isDead };
  }
  const plain = plainWords(name);
  if (!IN_NAMES_PATTERN.test(plain)) return found;
  const isDead = DECEASED_PATTERN.test(plain);
  return { optOut: found.optOut || !isDead, deceased: found.deceased || isDead };
}

function wholeName(name: string): FoundWords {
  if (name.length > LONGEST_WHOLE) return NO_WORDS;
  const word = plainWords(name).trim();
  return { optOut: ALONE.has(word), deceased: DECEASED_WHOLE.has(word) };
}

/** No such word or phrase is longer, in characters. */
const LONGEST_WHOLE = 24;

function isOptOutAlone(tag: string): boolean {
  return ALONE.has(plainWords(tag).trim());
}

/** The words in lower case, one blank before, between and behind them; apostrophes are dropped. */
function plainWords(text: string): string {
  const folded = normaliseText(text).text.normalize('NFKC').toLowerCase().replaceAll("'", '');
  const words = ` ${folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
  // D.N.C. and T.P.S., and `d o  n o t`, are letters that belong together.
  return words.replace(/(?<= )(?:\p{L} ){2,}(?=\p{L} )/gu, (letters) => letters.replaceAll(' ', ''));
}

function phrases(list: string): readonly string[] {
  return list
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

function filled(list: readonly string[]): readonly string[] {
  return list.flatMap((phrase) => {
    const slot = /\{\w+\}/.exec(phrase)?.[0] ?? '';
    return slot === '' ? [phrase] : (SLOTS[slot] ?? []).map((words) => phrase.replace(slot, words));
  });
}

function patternOf(list: readonly string[], flags: string): RegExp {
  const filled = list.map((phrase) => phrase.replace(/\{\w+\}/, (slot) => `(?:${SLOTS[slot]?.join('|')})`));
  return new RegExp(` (?:${filled.join('|')})(?= )`, flags);
}

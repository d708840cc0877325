/**
 * READ FIRST. What is a column of a list for, as far as contact goes? Each is exactly one of: a role, text, harmless
 * (by its form, header or values), answered, or open. Not knowing a column never makes it harmless.
 *
 * ```ts
 * accountForColumn(
 *   { label: 'Status', header: 'Status', roles: [], isNamedByPreset: false, isPresetOptOut: false, answer: null },
 *   profileOf(['Active', 'Active', 'Blocklisted']),
 *   { hasNumbers: true, isBesideCalls: false },
 *   PLAIN_VOCABULARY,
 * ); // { kind: 'open', strength: 'strong', why: { kind: 'refusing-values', values: ['blocklisted'] } }
 * ```
 */
import { OPT_OUT_ROLES, type Role } from '../roles.js';
import { isScreeningColumn } from '../screening-columns.js';
import type { ColumnAnswer } from './column-answer.js';
import { everydayHeader } from './everyday-headers.js';
import { isEverydayValue } from './everyday-values.js';
import type { HeaderSense, Vocabulary } from './header-sense.js';
import { type ColumnProfile, distinctValues, meanLength, type ProfileValue } from './profile.js';
import { type TellingHeader, tellingHeader } from './telling-headers.js';
import type { ValueForm } from './value-forms.js';

/** A column as header, preset and answers have it. */
export interface ColumnFacts {
  /** As messages, `--map` and map files call it (`columnLabel`). */
  readonly label: string;
  readonly header: string;
  /** From its header, its preset, or the answer. */
  readonly roles: readonly Role[];
  /** The preset of its system knows the column, as a role or as one to copy. */
  readonly isNamedByPreset: boolean;
  /** The preset knows it for an opt-out column: it can only be given another opt-out role. */
  readonly isPresetOptOut: boolean;
  readonly answer: ColumnAnswer | null;
}

/** What stands beside a column. */
export interface ListContext {
  readonly hasNumbers: boolean;
  /** Some header of the list speaks of calls that were made. */
  readonly isBesideCalls: boolean;
}

export type HarmlessForm =
  | 'days'
  | 'amounts'
  | 'figures'
  | 'places'
  | 'links'
  | 'ids'
  | 'contacts'
  | 'addresses';

/** Why a column has a question of its own. */
export type StrongReason =
  /** Its header may name an opt-out, an objection, a listing, a restriction or a death. */
  | { readonly kind: 'refusing-header' }
  /** Its header asks for a permission, so that a no refuses. */
  | { readonly kind: 'permission-header' }
  /** Its header speaks of a state, an outcome, a preference, or a way of reaching people. */
  | { readonly kind: 'telling-header' }
  /** Rows may be deleted, put away, made one with others, or restricted. */
  | { readonly kind: 'gone-rows' }
  /** Yes and no, ticks or single letters under a header that is not known. */
  | { readonly kind: 'answers' }
  /** These values (by key) hold words of a refusal or a death. */
  | { readonly kind: 'refusing-values'; readonly values: readonly string[] }
  /** Codes in a list of calls. */
  | { readonly kind: 'codes' }
  /** A column of numbers or addresses in which mostly words stand. */
  | { readonly kind: 'words-for-contacts' }
  /** The numbers beside it may not be of the United Kingdom. */
  | { readonly kind: 'calling-code'; readonly values: readonly string[] }
  /** These values (by key) were not among those answered. */
  | { readonly kind: 'new-values'; readonly values: readonly string[] };

export type ColumnAccount =
  | { readonly kind: 'role'; readonly roles: readonly Role[]; readonly by: 'header' | 'preset' | 'answer' }
  /** Searched for words. */
  | { readonly kind: 'text'; readonly by: 'header' | 'values' | 'answer' }
  | { readonly kind: 'harmless'; readonly by: 'form'; readonly form: HarmlessForm }
  | { readonly kind: 'harmless'; readonly by: 'header'; readonly phrases: string }
  | { readonly kind: 'harmless'; readonly by: 'values' | 'preset' | 'answer' | 'empty' | 'screening' }
  | {
      readonly kind: 'open';
      readonly strength: 'strong';
      readonly why: StrongReason;
      readonly sense: HeaderSense;
    }
  | { readonly kind: 'open'; readonly strength: 'weak' };

/** What becomes of the column. Depends on nothing but what is given. */
export function accountForColumn(
  facts: ColumnFacts,
  profile: ColumnProfile,
  context: ListContext,
  vocabulary: Vocabulary,
): ColumnAccount {
  if (isScreeningColumn(facts.header)) return { kind: 'harmless', by: 'screening' };
  const look: Look = {
    facts,
    profile,
    context,
    vocabulary,
    sense: vocabulary.readSense(facts.header),
    telling: tellingHeader(facts.header),
  };
  return (
    byAnswer(look) ?? byRole(look) ?? byPreset(look) ?? byHeader(look) ?? byState(look) ?? byValues(look)
  );
}

interface Look {
  readonly facts: ColumnFacts;
  readonly profile: ColumnProfile;
  readonly context: ListContext;
  readonly vocabulary: Vocabulary;
  readonly sense: HeaderSense;
  readonly telling: TellingHeader;
}

function strongly({ sense }: Look, why: StrongReason): ColumnAccount {
  return { kind: 'open', strength: 'strong', why, sense };
}

function byAnswer(look: Look): ColumnAccount | null {
  const { answer } = look.facts;
  if (answer === null) return null;
  const fresh = newValues(answer, look.profile);
  if (fresh.length > 0) return strongly(look, { kind: 'new-values', values: fresh });
  switch (answer.kind) {
    case 'text':
      return { kind: 'text', by: 'answer' };
    case 'ignore':
      return { kind: 'harmless', by: 'answer' };
    case 'role':
      return { kind: 'role', roles: look.facts.roles, by: 'answer' };
  }
}

/** The values of `profile`, by key, that were not there when the column was answered. What stands for nothing is none. */
export function newValues(answer: ColumnAnswer, profile: ColumnProfile): readonly string[] {
  if (answer.kind === 'text' || answer.values === null) return [];
  const known = answer.values;
  return profile.values
    .filter(({ key, form }) => form !== 'placeholder' && !known.has(key))
    .map(({ key }) => key);
}

const CONTACT_ROLES: readonly Role[] = ['phone', 'fax', 'email'];

function byRole(look: Look): ColumnAccount | null {
  const { roles, isNamedByPreset } = look.facts;
  if (roles.length === 0) return null;
  if (roles.some((role) => CONTACT_ROLES.includes(role)) && holdsMostlyWords(look)) {
    return strongly(look, { kind: 'words-for-contacts' });
  }
  if (roles.every((role) => role === 'notes')) return byNotes(look);
  return { kind: 'role', roles, by: isNamedByPreset ? 'preset' : 'header' };
}

/** Running text is searched for words; ticks, codes and the few words of an outcome are not read by a search. */
function byNotes(look: Look): ColumnAccount {
  const { facts, profile, telling } = look;
  const isRead = facts.isNamedByPreset || profile.filled === 0;
  if (!isRead && isMostly(profile, ANSWERS) && (telling.isState || profile.forms.letter === 0))
    return strongly(look, { kind: 'answers' });
  return (isRead || !telling.isState ? null : byState(look)) ?? { kind: 'text', by: 'header' };
}

const ANSWERS: readonly ValueForm[] = ['yes-no', 'tick', 'bit', 'letter', 'signs'];

/** `Denied` under `Phone contact` is no number that cannot be read. What stands for nothing does not count beside numbers. */
function holdsMostlyWords({ profile, vocabulary }: Look): boolean {
  const { filled, forms, values } = profile;
  const isContact = ({ text, form }: ProfileValue): boolean =>
    form !== 'bit' && (/\d{3}|@/.test(text) || form === 'phone-like' || form === 'email');
  const contacts = sum(values.filter(isContact));
  const counted = contacts > 0 ? filled - forms.placeholder : filled;
  const words = sum(
    values.filter((value) => !isContact(value) && (value.form !== 'placeholder' || contacts === 0)),
  );
  const says = values.some(
    ({ text, form }) => form !== 'placeholder' || vocabulary.sayOf(text) !== 'nothing',
  );
  const known = sum(values);
  // Of many values, those that are kept stand for all.
  return counted > 0 && words > 0 && says && words * 2 >= known - (contacts > 0 ? forms.placeholder : 0);
}

function sum(values: readonly ProfileValue[]): number {
  return values.reduce((total, { count }) => total + count, 0);
}

function byPreset({ facts }: Look): ColumnAccount | null {
  return facts.isNamedByPreset ? { kind: 'harmless', by: 'preset' } : null;
}

/** Headers of every day, and headers that refuse or permit. */
function byHeader(look: Look): ColumnAccount | null {
  const { profile, telling, sense, facts, context } = look;
  if (profile.filled === 0) return { kind: 'harmless', by: 'empty' };
  if (telling.isCallingCode && context.hasNumbers) return byCallingCode(look);
  const everyday = everydayHeader(facts.header);
  if (everyday !== null) return byEverydayHeader(look, everyday);
  if (telling.isGoneRows) return byGoneRows(look);
  switch (sense.matter) {
    case 'refusal':
    case 'listing':
    case 'death':
      return strongly(look, { kind: 'refusing-header' });
    case 'permission':
      // When a permission was given is no answer to whether it was.
      if (isMostly(profile, ['day', 'time']) && telling.isHistory) return harmless('days');
      return isMostlyDistinct(profile) && isText(look)
        ? { kind: 'text', by: 'values' }
        : strongly(look, { kind: 'permission-header' });
    case 'contact':
    case 'nothing':
      return null;
  }
}

function byEverydayHeader(look: Look, phrases: string): ColumnAccount {
  // People live in Stop Street and are called Block; the judgement searches names for the words that no name holds.
  const refusing = NAMES.test(phrases)
    ? []
    : look.profile.values.filter((value) => isRefusal(look, value)).map(({ key }) => key);
  return refusing.length > 0 && !isText(look)
    ? strongly(look, { kind: 'refusing-values', values: refusing })
    : { kind: 'harmless', by: 'header', phrases };
}

const NAMES =
  /\b(?:\w*name|surname|forename|initial|title|known as|street|road|house|building|town|city|village|company|organi[sz]ation|employer)\b/;

/** A yes and a no of every day is no refusal. */
function isRefusal({ vocabulary }: Look, { text, form }: ProfileValue): boolean {
  if (form === 'placeholder' || ANSWERS.includes(form)) return false;
  const says = vocabulary.sayOf(text);
  return says === 'refuses' || says === 'dead';
}

const UNITED_KINGDOM =
  /^(?:\(?(?:\+|00)?44\)?|uk|gb|gbr|united kingdom|great britain|england|wales|scotland|northern ireland|british|uk \(\+?44\))$/;

function byCallingCode(look: Look): ColumnAccount {
  const foreign = look.profile.values
    .filter(({ key, form }) => form !== 'placeholder' && !UNITED_KINGDOM.test(key))
    .map(({ key }) => key);
  return foreign.length === 0 && !look.profile.isMany
    ? { kind: 'harmless', by: 'values' }
    : strongly(look, { kind: 'calling-code', values: foreign });
}

/** `is_deleted` with a no on every row says that no row is. */
function byGoneRows(look: Look): ColumnAccount {
  const inUse = look.telling.isInUse ? /^(?:yes|y|true|t|1|1\.0)$/ : /^(?:no|n|false|f|0|0\.0)$/;
  const isQuiet =
    !look.profile.isMany &&
    look.profile.values.every(({ key, form }) => form === 'placeholder' || inUse.test(key));
  return isQuiet ? { kind: 'harmless', by: 'values' } : strongly(look, { kind: 'gone-rows' });
}

/** Headers of a state, or about contact: known values, what was counted or timed, and running text let them pass. */
function byState(look: Look): ColumnAccount | null {
  const { sense, telling, profile } = look;
  if (!telling.isState && sense.matter !== 'contact') return null;
  if (isMostly(profile, ['day', 'time'])) {
    return telling.isHistory ? harmless('days') : strongly(look, { kind: 'telling-header' });
  }
  const ids = isMostly(profile, ['id', 'figure', 'bit']) && isMostlyDistinct(profile);
  if (ids && telling.isId) return harmless('ids');
  const isCounted = isMostly(profile, ['figure', 'bit', 'quantity', 'money']);
  if (isCounted && (telling.isHistory || distinctValues(profile) > MOST_CODES)) return harmless('figures');
  if (isMostly(profile, ['email', 'phone-like', 'handle', 'link', 'postcode', 'coordinate'])) {
    return harmless(formOfMost(profile));
  }
  if (hasEverydayValues(profile)) return { kind: 'harmless', by: 'values' };
  return isText(look) ? { kind: 'text', by: 'values' } : strongly(look, { kind: 'telling-header' });
}

/** Figures with no more different values than this may be codes. */
const MOST_CODES = 12;

/** Neither header nor preset says anything: the values must. */
function byValues(look: Look): ColumnAccount {
  const { profile, telling, context } = look;
  const { forms } = profile;
  const answers = forms['yes-no'] + forms.tick + forms.letter + forms.signs;
  const isAnswer = isMostly(profile, ANSWERS);
  if (isAnswer || (answers > 0 && answers * 2 >= profile.filled - forms.placeholder)) {
    return strongly(look, { kind: 'answers' });
  }
  if (isText(look)) return { kind: 'text', by: 'values' };
  const refusing = profile.values.filter((value) => mayRefuse(look, value)).map(({ key }) => key);
  if (refusing.length > 0) return strongly(look, { kind: 'refusing-values', values: refusing });
  if (isMostly(profile, ['day', 'time']))
    return telling.isDay ? harmless('days') : { kind: 'open', strength: 'weak' };
  if (isMostly(profile, FORMS_THAT_SAY_NOTHING)) return harmless(formOfMost(profile));
  const isFigures = isMostly(profile, ['figure', 'bit', 'quantity', 'money']);
  if (isFigures && distinctValues(profile) > MOST_CODES) return harmless('figures');
  if (isMostly(profile, ['id', 'figure', 'phone-like']) && isMostlyDistinct(profile)) return harmless('ids');
  if (isMostly(profile, ['code', 'figure', 'id']) && context.isBesideCalls)
    return strongly(look, { kind: 'codes' });
  if (hasEverydayValues(profile)) return { kind: 'harmless', by: 'values' };
  if (isMostly(profile, ['address'])) return harmless('addresses');
  return { kind: 'open', strength: 'weak' };
}

/** Of everyday values only those that refuse outright: `not applicable` holds a `not`. */
function mayRefuse({ vocabulary }: Look, { key, text, form }: ProfileValue): boolean {
  if (form === 'placeholder' || form === 'yes-no') return false;
  const says = vocabulary.sayOf(text);
  return says === 'may-refuse' ? !isEverydayValue(key) : says !== 'nothing';
}

const FORMS_THAT_SAY_NOTHING: readonly ValueForm[] = [
  'money',
  'quantity',
  'coordinate',
  'postcode',
  'link',
  'email',
  'handle',
];

function harmless(form: HarmlessForm): ColumnAccount {
  return { kind: 'harmless', by: 'form', form };
}

function formOfMost({ forms }: ColumnProfile): HarmlessForm {
  const amounts = forms.money + forms.quantity;
  const places = forms.coordinate + forms.postcode;
  const contacts = forms.email + forms.handle + forms['phone-like'];
  const most = Math.max(amounts, places, contacts, forms.link);
  if (most === amounts) return 'amounts';
  if (most === places) return 'places';
  return most === contacts ? 'contacts' : 'links';
}

/** All cells but a few have one of these forms; a cell that stands for nothing has any. */
function isMostly({ filled, forms }: ColumnProfile, wanted: readonly ValueForm[]): boolean {
  const counted = filled - forms.placeholder;
  const found = wanted.reduce((total, form) => total + forms[form], 0);
  return counted > 0 && found >= counted * NEARLY_ALL;
}

const NEARLY_ALL = 0.98;

/** So many cells at least, before values are said to be mostly distinct. */
const FEWEST_FOR_TEXT = 8;
const MOSTLY = 0.6;
const LONG = 40;

function isMostlyDistinct(profile: ColumnProfile): boolean {
  const counted = profile.filled - profile.forms.placeholder;
  return counted >= FEWEST_FOR_TEXT && distinctValues(profile) >= counted * MOSTLY;
}

/** Long cells, or words that hardly ever come again: searched for words, record by record. */
function isText({ profile }: Look): boolean {
  const { forms, filled } = profile;
  if (filled === 0) return false;
  if (forms.text * 2 >= filled || meanLength(profile) >= LONG) return true;
  return isMostlyDistinct(profile) && isMostly(profile, ['words', 'text', 'address', 'code', 'id', 'letter']);
}

function hasEverydayValues({ values, isMany }: ColumnProfile): boolean {
  return (
    !isMany &&
    values.some(({ form }) => form !== 'placeholder') &&
    values.every(({ key, form }) => form === 'placeholder' || isEverydayValue(key))
  );
}

/** The roles of opt-outs, which a preset's opt-out column may be given, and no other. */
export function isOptOutRole(role: Role): boolean {
  return OPT_OUT_ROLES.some((optOut) => optOut === role);
}

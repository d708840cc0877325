/**
 * What a list leaves open that only its owner can say. A run stops until each is answered; `inspect` shows
 * them all. What is asked is data; the words and the options to type are made here, in one place.
 */
import { UserError } from '../../errors.js';
import type { Channel } from '../../screening/campaign.js';
import type { NamedPlace } from '../reading-options.js';
import type { ContactRole, OptOutRole, Place, Role } from '../roles.js';
import { columnLabel } from './column-names.js';
import { type ListPreset, NO_PRESET } from './list-presets.js';

export type OpenQuestion =
  /** A header looks like an opt-out or a register listing, and has no role. */
  | { readonly kind: 'opt-out-header'; readonly column: number; readonly role: OptOutRole | 'deceased' }
  /** A column about contact holds yes and no, and its header does not tell what a yes means. */
  | { readonly kind: 'unread-answers'; readonly column: number; readonly role: OptOutRole | 'deceased' }
  /** A column whose numbers nobody would screen holds telephone numbers. */
  | { readonly kind: 'unscreened-numbers'; readonly column: number }
  /** Two neighbouring columns hold the code and the rest of telephone numbers, and nobody would screen them. */
  | { readonly kind: 'split-numbers'; readonly code: number; readonly rest: number }
  /** A column without a role holds email addresses, and emails are to be sent. */
  | { readonly kind: 'unscreened-addresses'; readonly column: number }
  /** Several presets fit the header, and they do not read these columns alike. */
  | {
      readonly kind: 'several-presets';
      readonly presets: readonly ListPreset[];
      readonly columns: readonly number[];
    }
  /** The name of the whole list says that everybody in it has said no. */
  | {
      readonly kind: 'name-refuses';
      readonly place: NamedPlace;
      /** The name of the file or sheet; null for a line above the header, which may hold anything. */
      readonly name: string | null;
      readonly role: OptOutRole;
    }
  /** Records within the list read like another header. */
  | { readonly kind: 'second-header'; readonly places: readonly Place[] }
  /** Several columns could have a role that only one can have. */
  | { readonly kind: 'several-candidates'; readonly role: Role; readonly columns: readonly number[] }
  /** The list has no column by which the channel could reach anybody. */
  | {
      readonly kind: 'no-contact-column';
      readonly channel: Channel;
      readonly role: ContactRole;
      /** The column whose header is nearest; null where no header is known at all, so that it may be none. */
      readonly likeliest: number | null;
    }
  /** Some dates prove one order of day and month and some the other, or nothing tells. */
  | {
      readonly kind: 'date-order';
      readonly dayFirst: readonly Place[];
      readonly monthFirst: readonly Place[];
      readonly either: readonly Place[];
    };

/** Throws a `UserError` that asks every open question of the list, each with what to type. */
export function requireAnswers(
  questions: readonly OpenQuestion[],
  header: readonly string[],
  displayName: string,
): void {
  if (questions.length === 0) return;
  throw new UserError(askAll(questions, header, displayName).join('\n'));
}

/** One sentence for each kind of question that is open. */
export function askAll(
  questions: readonly OpenQuestion[],
  header: readonly string[],
  displayName: string,
): readonly string[] {
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const alike = questions.filter((question) => question.kind === kind);
    return `\`${displayName}\`${sentence(alike, header)}`;
  });
}

/** What may be typed to answer a question: one of these options. */
export function optionsFor(question: OpenQuestion, header: readonly string[]): readonly string[] {
  const map = (role: string, column: number): string => `--map ${role}="${columnLabel(header, column)}"`;
  switch (question.kind) {
    case 'opt-out-header':
    case 'unread-answers':
      return [map(question.role, question.column), map('ignore', question.column)];
    case 'unscreened-numbers':
      return [map('phone', question.column), map('ignore', question.column)];
    case 'split-numbers':
      return [`${map('ignore', question.code)} ${map('ignore', question.rest)}`];
    case 'unscreened-addresses':
      return [map('email', question.column), map('ignore', question.column)];
    case 'several-presets':
      return [...question.presets.map(({ name }) => name), NO_PRESET].map((name) => `--preset ${name}`);
    case 'several-candidates':
      return question.columns.map((column) => map('ignore', column));
    case 'no-contact-column':
      return question.likeliest === null
        ? ['--no-header', '--skip-lines N', `--map ${question.role}=…`]
        : [map(question.role, question.likeliest)];
    case 'second-header':
      return [];
    case 'name-refuses':
      return [question.role, 'ignore'].map((answer) => `--map ${question.place}=${answer}`);
    case 'date-order':
      return ['--date-order dmy', '--date-order mdy'];
  }
}

function sentence(alike: readonly OpenQuestion[], header: readonly string[]): string {
  const [first] = alike;
  if (first === undefined) return '';
  const isOne = alike.length === 1;
  const asks = alike.map((question) => ask(question, header)).join('; ');
  switch (first.kind) {
    case 'opt-out-header':
      return `: ${isOne ? 'a column looks' : 'columns look'} like an opt-out or a register listing; say what ${isOne ? 'it means' : 'they mean'}: ${asks}`;
    case 'unread-answers':
      return `: ${isOne ? 'a column about contact holds' : 'columns about contact hold'} answers such as yes and no; say what ${isOne ? 'it means' : 'they mean'}: ${asks}`;
    case 'unscreened-numbers':
      return `: ${isOne ? 'a column that is no phone column holds' : 'columns that are no phone columns hold'} telephone numbers; say what to do with them: ${asks}`;
    case 'split-numbers':
      return `: telephone numbers are split over two columns, so that nobody could screen them: ${asks}`;
    case 'unscreened-addresses':
      return `: ${isOne ? 'a column without a role holds' : 'columns without a role hold'} email addresses; say what to do with them: ${asks}`;
    case 'several-presets':
    case 'several-candidates':
    case 'no-contact-column':
    case 'second-header':
    case 'name-refuses':
    case 'date-order':
      return asks;
  }
}

function ask(question: OpenQuestion, header: readonly string[]): string {
  const options = optionsFor(question, header).map((option) => `\`${option}\``);
  switch (question.kind) {
    case 'opt-out-header':
    case 'unread-answers':
      return `\`${columnLabel(header, question.column)}\` (${options.join(' or ')})`;
    case 'split-numbers':
      return `\`${columnLabel(header, question.code)}\` and \`${columnLabel(header, question.rest)}\` (write them into one column, or ${options[0]} to leave them out of allowed.csv)`;
    case 'unscreened-numbers':
    case 'unscreened-addresses':
      return `\`${columnLabel(header, question.column)}\` (${options[0]} to screen them, or ${options[1]})`;
    case 'several-presets': {
      const systems = question.presets.map(({ system }) => system).join(' and ');
      const labels = question.columns.map((column) => `\`${columnLabel(header, column)}\``).join(', ');
      return ` may be ${systems}, which read ${labels} differently; say which with ${options.slice(0, -1).join(' or ')}, or read the headers alone with ${options.at(-1)}`;
    }
    case 'several-candidates': {
      const labels = question.columns.map((column) => `\`${columnLabel(header, column)}\``);
      return `: only one column can be \`${question.role}\`, and ${labels.join(' and ')} are; leave one out, for instance with ${options.at(-1)}`;
    }
    case 'no-contact-column':
      return noContactColumn(question, header, options);
    case 'second-header':
      return `, ${inLines(question.places)}: another header seems to stand within the list, so that what is behind it may stand under the wrong columns; put each part into a file of its own (a zip of them is read as one list), or take the line out`;
    case 'name-refuses':
      return `: ${refusingName(question)} says that nobody in it is to be contacted; if so, type ${options[0]}, and if not, ${options[1]}`;
    case 'date-order':
      return dateOrder(question, options);
  }
}

/** The name that refuses, as messages call it. */
export function refusingName({ place, name }: Extract<OpenQuestion, { kind: 'name-refuses' }>): string {
  switch (place) {
    case 'file':
      return 'the name of the file';
    case 'sheet':
      return `the name of the sheet \`${name}\``;
    case 'title':
      return 'a line above the header';
  }
}

/** What the cells of a contact role hold. */
const HELD_BY: Readonly<Record<ContactRole, string>> = {
  phone: 'telephone numbers',
  fax: 'fax numbers',
  email: 'email addresses',
  address: 'postal addresses',
  social_handle: 'social accounts',
};

function noContactColumn(
  { channel, role, likeliest }: Extract<OpenQuestion, { kind: 'no-contact-column' }>,
  header: readonly string[],
  options: readonly string[],
): string {
  // The first line may be somebody's record, so that none of it is shown.
  if (likeliest === null) {
    return `: the first line does not look like a header, since no column in it is known. Give ${options[0]} if the list has none, ${options[1]} if lines stand before it, or name the column that \`${channel}\` needs with ${options[2]}`;
  }
  const labels = header.map((_, index) => `\`${columnLabel(header, index)}\``).join(', ');
  return ` has no column that holds ${HELD_BY[role]}, which \`${channel}\` needs; its columns are ${labels}. Name the one, for instance ${options[0]}`;
}

function dateOrder(
  { dayFirst, monthFirst, either }: Extract<OpenQuestion, { kind: 'date-order' }>,
  options: readonly string[],
): string {
  const say = `say which with ${options.join(' or ')}`;
  return dayFirst.length > 0
    ? ` writes some dates with the day first (${inLines(dayFirst)}) and some with the month first (${inLines(monthFirst)}); ${say}, and correct the others`
    : `: nothing tells whether its dates write the day or the month first (${inLines(either)}); ${say}`;
}

function inLines(lines: readonly Place[]): string {
  return lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.join(', ')}`;
}

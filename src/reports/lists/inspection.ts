/** What `inspect` says of a list: its form, every column and how it is understood, every flag value, all damage. */
import { columnLabel } from '../../contacts/columns/column-names.js';
import { type OpenQuestion, optionsFor, refusingName } from '../../contacts/columns/open-questions.js';
import type { RecordDamage } from '../../contacts/csv/token-spans.js';
import type { FlagReading } from '../../contacts/roles.js';
import type { ContactColumn, Found } from '../../contacts/survey/contact-census.js';
import type { FlagColumn } from '../../contacts/survey/flag-census.js';
import type { Inspection } from '../../inspect-file.js';
import { counted, figures } from '../words/count.js';
import { maskText } from '../words/mask.js';
import { describeReading } from '../words/reading-notes.js';
import { section } from '../words/section.js';

/** The inspection as paragraphs of text. No cell stands in it but the values of flag columns, masked. */
export function describeInspection(inspection: Inspection): readonly string[] {
  return [
    form(inspection),
    columnsOf(inspection),
    flags(inspection),
    contacts(inspection),
    words(inspection),
    damage(inspection),
    questions(inspection),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'));
}

/** The same for programs. Unread flag values are masked as in the text. */
export function inspectionAsData({ list, columns, survey, census, questions }: Inspection): object {
  return {
    name: list.displayName,
    sha256: survey.sha256,
    bytes: list.sizeInBytes,
    encoding: list.encoding,
    byte_order_mark: list.hadByteOrderMark,
    delimiter: list.delimiter,
    line_end: list.lineEnd,
    header_line: list.headerLine,
    lines_before_the_header: list.preamble.length,
    packing: list.packing,
    files: list.parts.flatMap(({ origin, header }) =>
      origin.name === null ? [] : [{ name: origin.name, opt_outs: origin.optOuts, columns: header.length }],
    ),
    notes: describeReading(list.notes),
    preset: columns.preset?.name ?? null,
    records: survey.records,
    blank_lines: survey.blankLines,
    columns: list.header.map((_, column) => ({
      header: columnLabel(list.header, column),
      roles: columns.rolesOf(column),
      searched_for_words: columns.textColumns.includes(column) || columns.nameColumns.includes(column),
    })),
    flags: survey.flagColumns.map((flag) => ({
      header: flag.header,
      roles: flag.roles,
      yes_means: columns.senseOf(flag.column),
      one_value_on_every_row: flag.isDefault,
      values: flag.values.map(({ value, readAs, count }) => ({
        value: shownValue(value, readAs),
        read_as: readAs,
        count,
      })),
      other_values: flag.otherValues,
      readings: flag.readings,
    })),
    contact_columns: census.columns.map(({ column: _, ...counts }) => counts),
    records_without_contact: census.withoutContact,
    opt_out_words: census.optOutWords,
    deceased_words: census.deceasedWords,
    damage: survey.damage,
    date_order: survey.dateOrder,
    open: questions.map((question) => ({
      kind: question.kind,
      answers: optionsFor(question, list.header),
    })),
  };
}

const DELIMITERS: ReadonlyMap<string, string> = new Map([
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'pipe'],
]);

const LINE_ENDS = { '\r\n': 'CR LF', '\n': 'LF', '\r': 'CR' } as const;

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  'windows-1252': 'Windows-1252',
} as const;

function form({ list, survey, columns }: Inspection): string[] {
  return section(
    `${list.displayName}: ${counted(survey.records, 'record')} in ${counted(list.header.length, 'column')}`,
    [
      ...describeReading(list.notes),
      ...list.parts.map((part) =>
        part.origin.name === null ? formOf(part) : `${part.origin.name}: ${formOf(part)}`,
      ),
      ...(columns.preset === null
        ? []
        : [
            `read as ${columns.preset.system} (\`${columns.preset.name}\`; \`--preset none\` reads the headers alone)`,
          ]),
      ...(survey.blankLines === 0
        ? []
        : [`${counted(survey.blankLines, 'empty line')}, which hold no record`]),
      ...(survey.dateOrder === null
        ? []
        : [`dates are read with the ${survey.dateOrder === 'dmy' ? 'day' : 'month'} first`]),
    ],
  );
}

function formOf({
  encoding,
  hadByteOrderMark,
  delimiter,
  lineEnd,
  headerLine,
  preamble,
}: Inspection['list']['parts'][number]): string {
  return [
    `${ENCODINGS[encoding]}${hadByteOrderMark ? ' with a byte order mark' : ''}`,
    `${DELIMITERS.get(delimiter) ?? `\`${delimiter}\``} between cells`,
    `${LINE_ENDS[lineEnd]} at line ends`,
    headerLine === 0 ? 'no header' : `header on line ${headerLine}`,
    ...(preamble.length === 0 ? [] : [`${counted(preamble.length, 'line')} before it passed over`]),
  ].join(', ');
}

function columnsOf({ list, columns }: Inspection): string[] {
  const labels = list.header.map((_, column) => columnLabel(list.header, column));
  const width = Math.min(WIDEST_LABEL, Math.max(...labels.map((label) => label.length)));
  return section(
    'Columns',
    labels.map((label, column) => {
      const place = String(column + 1).padStart(String(labels.length).length);
      return `${place}  ${label.padEnd(width)}  ${understoodAs(columns, column)}`;
    }),
  );
}

const WIDEST_LABEL = 32;

function understoodAs(columns: Inspection['columns'], column: number): string {
  const roles = columns.rolesOf(column);
  if (roles.includes('ignore'))
    return 'ignored: read by nobody, and emptied in allowed.csv where it holds numbers';
  if (roles.length > 0) return roles.join(', ');
  if (columns.nameColumns.includes(column)) return 'copied; a name, searched for words such as "do not call"';
  return columns.textColumns.includes(column)
    ? 'copied; searched for words that ask for no contact'
    : 'copied';
}

function flags({ survey, columns, questions: open }: Inspection): string[] {
  if (survey.flagColumns.length === 0) {
    return [
      open.some(({ kind }) => kind === 'opt-out-header' || kind === 'unread-answers')
        ? 'Opt-outs: no column is known to hold them yet; see below what is open.'
        : 'Opt-outs: the list has no opt-out column.',
    ];
  }
  return section(
    'Opt-outs and other flags',
    survey.flagColumns.flatMap((flag) => [
      `\`${flag.header}\` (${flag.roles.join(', ')}): ${valuesOf(flag)}`,
      ...(columns.senseOf(flag.column) === 'permission'
        ? ['  asks for permission: a yes is "not opted out" and never consent, a no is an opt-out']
        : []),
      ...(columns.senseOf(flag.column) === 'unclear' && flag.readings.unread > 0
        ? [
            '  its header does not tell what a yes means: rename it to "Do not call" or "OK to call", whichever is true',
          ]
        : []),
      ...(flag.isDefault ? ['  one value on every row: that is a default, not an answer'] : []),
    ]),
  );
}

/** How many values of a column are shown before the rest is counted together. */
const MOST_SHOWN = 20;

function valuesOf(flag: FlagColumn): string {
  const shown = flag.values.slice(0, MOST_SHOWN);
  const rest = flag.values.slice(MOST_SHOWN);
  const restCount = rest.reduce((sum, { count }) => sum + count, 0) + flag.otherValues;
  return [
    ...shown.map(
      ({ value, readAs, count }) =>
        `${value === '' ? 'empty' : `\`${shownValue(value, readAs)}\``} = ${meaning(flag, readAs)} x${figures(count)}`,
    ),
    ...(restCount === 0 ? [] : [`other values x${figures(restCount)}`]),
  ].join(', ');
}

function meaning({ roles }: FlagColumn, reading: FlagReading): string {
  const [yes, no] = roles.includes('deceased')
    ? ['dead', 'not recorded as dead']
    : roles.includes('mps_listed')
      ? ['listed', 'not listed']
      : ['opted out', 'not opted out'];
  switch (reading) {
    case 'yes':
      return yes;
    case 'no':
      return no;
    case 'not-recorded':
      return 'not recorded';
    case 'unread':
      return 'unread, goes to review';
  }
}

/** A longer value of a flag column is somebody's note, and two words with capitals may be a name. */
const LONGEST_VALUE = 30;
const NAME_LIKE = /\p{Lu}\p{L}*\s.*\p{Lu}\p{Ll}|\S+(?:\s+\S+){3,}/u;

function shownValue(value: string, readAs: FlagReading): string {
  const masked = maskText(value).replace(/\s+/gu, ' ');
  return masked.length > LONGEST_VALUE || (readAs === 'unread' && NAME_LIKE.test(masked))
    ? `(a text of ${value.length} characters)`
    : masked;
}

function contacts({ census }: Inspection): string[] {
  const lines = census.columns.map((column) => `\`${column.header}\`: ${contactsIn(column).join(', ')}`);
  if (census.withoutContact.count > 0) {
    lines.push(
      `${counted(census.withoutContact.count, 'record')} with no number or address at all ${at(census.withoutContact)}`,
    );
  }
  return lines.length === 0 ? [] : section('Numbers and addresses', lines);
}

function contactsIn(column: ContactColumn): string[] {
  const { holds, filled, read, repaired, numberStatuses, severalInOne, unreadable, misplaced } = column;
  const [one, wrong] = holds === 'numbers' ? ['number', 'address'] : ['address', 'telephone number'];
  const many = (count: number, noun: string): string =>
    noun === 'address' ? `${figures(count)} address${count === 1 ? '' : 'es'}` : counted(count, noun);
  return [
    `${many(read, one)} in ${counted(filled, 'filled cell')}`,
    ...(repaired === 0 ? [] : [`${figures(repaired)} repaired to be read`]),
    ...(severalInOne.count === 0 ? [] : [`${counted(severalInOne.count, 'cell')} with several`]),
    ...(numberStatuses['non-uk'] === 0 ? [] : [`${numberStatuses['non-uk']} not in the UK`]),
    ...(numberStatuses['crown-dependency'] === 0
      ? []
      : [`${numberStatuses['crown-dependency']} in the Crown dependencies`]),
    ...(numberStatuses['not-callable'] === 0
      ? []
      : [`${numberStatuses['not-callable']} premium, shared cost, pager or personal`]),
    ...(numberStatuses.invalid === 0 ? [] : [`${numberStatuses.invalid} in no numbering plan`]),
    ...(unreadable.count === 0
      ? []
      : [`${counted(unreadable.count, 'cell')} that cannot be read ${at(unreadable)}`]),
    ...(misplaced.count === 0
      ? []
      : [
          `${counted(misplaced.count, 'cell')} with ${wrong === 'address' ? 'an email address' : `a ${wrong}`} ${at(misplaced)}`,
        ]),
  ];
}

function words({ census }: Inspection): string[] {
  const lines = [
    ...(census.optOutWords.count === 0
      ? []
      : [
          `${counted(census.optOutWords.count, 'record')} with words that ask for no contact ${at(census.optOutWords)}`,
        ]),
    ...(census.deceasedWords.count === 0
      ? []
      : [
          `${counted(census.deceasedWords.count, 'record')} with words that may mean a death ${at(census.deceasedWords)}`,
        ]),
  ];
  return lines.length === 0
    ? []
    : section('Words in notes, names and phone cells: each goes to review', lines);
}

const DAMAGE: Readonly<Record<RecordDamage, string>> = {
  ragged: 'more or fewer cells than the header',
  'broken-quotes': 'a quote out of place',
  'nul-byte': 'a NUL character',
};

function damage({ survey }: Inspection): string[] {
  if (survey.damage.length === 0) return [];
  return section(
    'Damage: these records go to review whole, since a cell may stand under the wrong header',
    survey.damage.map(
      ({ kind, ...found }) => `${counted(found.count, 'record')} with ${DAMAGE[kind]} ${at(found)}`,
    ),
  );
}

function questions({ questions: open, list }: Inspection): string[] {
  if (open.length === 0) return ['Nothing is open: the list can be screened as it is.'];
  return section(
    `Open: nothing is screened before ${open.length === 1 ? 'this is' : 'these are'} answered`,
    open.map((question) =>
      [openAs(question, list.header), optionsFor(question, list.header).join(' or ')]
        .filter((part) => part !== '')
        .join(': '),
    ),
  );
}

function openAs(question: OpenQuestion, header: readonly string[]): string {
  const label = (column: number): string => `\`${columnLabel(header, column)}\``;
  switch (question.kind) {
    case 'opt-out-header':
      return `${label(question.column)} looks like an opt-out or a register listing`;
    case 'unread-answers':
      return `${label(question.column)} is about contact and holds answers such as yes and no`;
    case 'unscreened-numbers':
      return `${label(question.column)} is no phone column and holds telephone numbers`;
    case 'split-numbers':
      return `${label(question.code)} and ${label(question.rest)} hold two halves of telephone numbers; write them into one column, or leave both out`;
    case 'unscreened-addresses':
      return `${label(question.column)} has no role and holds email addresses`;
    case 'several-presets':
      return `it may be ${question.presets.map(({ system }) => system).join(' and ')}, which read ${question.columns.map(label).join(', ')} differently`;
    case 'name-refuses':
      return `${refusingName(question)} says that nobody in it is to be contacted`;
    case 'second-header':
      return `another header seems to stand within the list (line ${question.places.join(', ')}); put each part into a file of its own`;
    case 'several-candidates':
      return `only one of ${question.columns.map(label).join(', ')} can be \`${question.role}\``;
    case 'no-contact-column':
      return `no column holds what \`${question.channel}\` needs`;
    case 'date-order':
      return 'nothing tells whether dates write the day or the month first';
  }
}

function at({ firstLines, count }: Found): string {
  const lines = firstLines.join(', ');
  const more = count > firstLines.length ? ', …' : '';
  return `(line${firstLines.length === 1 ? '' : 's'} ${lines}${more})`;
}

/** A map file written for a person: what was said, and for each open column its values and the likeliest answer. */
import type { ColumnAnswer, ValueAnswer } from '../accounting/column-answer.js';
import type { ColumnQuestion, ListQuestions, ShownValues } from '../accounting/list-questions.js';
import { type ColumnProfile, mostFrequent } from '../accounting/profile.js';
import type { ListMap } from './list-map.js';

/** How a value is written, by its key: as it stands in the list. */
export type Spellings = (label: string, key: string) => string;

const AS_KEY: Spellings = (_, key) => key;

/** The spellings of the lists' own profiles, by label. */
export function spellingsOf(profiles: ReadonlyMap<string, ColumnProfile>): Spellings {
  const known = new Map(
    [...profiles].map(([label, profile]) => [
      label,
      new Map(mostFrequent(profile).map(({ key, text }) => [key, text] as const)),
    ]),
  );
  return (label, key) => known.get(label)?.get(key) ?? key;
}

/**
 * The text of the file. Reading it again gives the same map: what is open stands in comments. `questions` are those
 * that the map leaves open; null for none.
 */
export function writeListMap(
  map: ListMap,
  questions: ListQuestions | null,
  spell: Spellings = AS_KEY,
): string {
  const { header, answers, harmlessWords, reading } = map;
  const columns = [
    ...[...answers.columns].map(([label, answer]) => entry(label, answerText(label, answer, spell))),
    ...(questions?.strong ?? []).flatMap((question) => openColumn(question, spell)),
    ...restColumns(questions, spell),
  ];
  return [
    '# How ringfence reads lists with this header. It is found again by the header, whatever the list is called.',
    '# A column is `ignore` (says nothing of contact), `text` (searched for words), a role, or a role with `values`:',
    '# yes (refuses), no, not-recorded, dead, review (a person looks).',
    `header: [${header.map(scalar).join(', ')}]`,
    ...(columns.length === 0 ? [] : ['columns:', ...columns.map(indented)]),
    ...(answers.isRestIgnored ? ['rest: ignore'] : []),
    ...(harmlessWords.length === 0
      ? []
      : ['words:', ...harmlessWords.map((words) => indented(entry(words, 'harmless')))]),
    ...fileKeys(reading),
    '',
  ].join('\n');
}

function fileKeys(reading: ListMap['reading']): readonly string[] {
  const { skipLines, hasHeader, delimiter, encoding, sheet, dateOrder, preset } = reading;
  return [
    ...(skipLines === null ? [] : [`skip_lines: ${skipLines}`]),
    ...(hasHeader === null ? [] : [`no_header: ${!hasHeader}`]),
    ...(delimiter === null ? [] : [`delimiter: ${quoted(delimiter)}`]),
    ...(encoding === null ? [] : [`encoding: ${encoding}`]),
    ...(sheet === null ? [] : [`sheet: ${quoted(sheet)}`]),
    ...(dateOrder === null ? [] : [`date_order: ${dateOrder}`]),
    ...(preset === null ? [] : [`preset: ${scalar(preset)}`]),
  ];
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}

/** YAML takes no key of more than 1,024 characters on the line of its value. */
const LONGEST_KEY = 1000;

function entry(key: string, value: string): string {
  const written = scalar(key);
  return written.length > LONGEST_KEY ? `? ${written}\n: ${value}` : `${written}: ${value}`;
}

function answerText(label: string, answer: ColumnAnswer, spell: Spellings): string {
  switch (answer.kind) {
    case 'text':
      return 'text';
    case 'ignore':
      return answer.values === null
        ? 'ignore'
        : `{ role: ignore, values: ${valuesText(
            label,
            [...answer.values].map((key) => [key, 'no'] as const),
            spell,
          )} }`;
    case 'role':
      return answer.values === null
        ? answer.role
        : `{ role: ${answer.role}, values: ${valuesText(label, [...answer.values], spell)} }`;
  }
}

function valuesText(
  label: string,
  values: readonly (readonly [key: string, answer: ValueAnswer])[],
  spell: Spellings,
): string {
  if (values.length === 0) return '{}';
  return `{ ${values.map(([key, answer]) => `${scalar(spell(label, key))}: ${answer}`).join(', ')} }`;
}

function openColumn({ label, shown, offers }: ColumnQuestion, spell: Spellings): readonly string[] {
  const [likeliest] = offers;
  return [
    `# OPEN: ${comment(label)}: does it say that somebody may not be contacted?`,
    `#   ${valuesComment(shown)}`,
    ...(likeliest === undefined ? [] : [commented(entry(label, answerText(label, likeliest, spell)))]),
  ];
}

function restColumns(questions: ListQuestions | null, spell: Spellings): readonly string[] {
  const columns = questions?.rest?.columns ?? [];
  if (columns.length === 0) return [];
  return [
    '# OPEN, the rest: does any of these say that somebody may not be contacted? If none does, write `rest: ignore`',
    '# at the start of a line below.',
    ...columns.flatMap(({ label, shown, offers: [likeliest] }) => [
      `#   ${comment(label)}: ${valuesComment(shown)}`,
      ...(likeliest === undefined ? [] : [commented(entry(label, answerText(label, likeliest, spell)))]),
    ]),
  ];
}

function valuesComment({ values, others }: ShownValues): string {
  const shown = values.map(({ text, count }) => `${comment(text)} x${count}`);
  return [...shown, ...(others === 0 ? [] : [`and ${others} others`])].join(', ');
}

function commented(text: string): string {
  return text
    .split('\n')
    .map((line) => `# ${line}`)
    .join('\n');
}

/** On one line of a comment, and not without end. */
function comment(text: string): string {
  const line = JSON.stringify(text).slice(1, -1).replace(UNPRINTABLE, escaped);
  return line.length > LONGEST_COMMENT ? `${line.slice(0, LONGEST_COMMENT)}…` : line;
}

const LONGEST_COMMENT = 100;
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(UNPRINTABLE, escaped);
}

/** Plain where no reader of YAML could take it for anything else than a text. */
const PLAIN = /^[A-Za-z][\w /()-]*(?<![ ])$/;
const TAKEN = /^(?:true|false|null|nan|inf)$/i;

function scalar(text: string): string {
  return PLAIN.test(text) && !TAKEN.test(text) ? text : quoted(text);
}

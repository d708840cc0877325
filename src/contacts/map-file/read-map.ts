/** A map file read: its text to a `ListMap`, or every problem of it, a line each. */
import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { UserError } from '../../errors.js';
import { type ColumnAnswer, VALUE_ANSWERS, type ValueAnswer } from '../accounting/column-answer.js';
import { valueKey } from '../accounting/profile.js';
import { columnLabel } from '../columns/column-names.js';
import { OPT_OUT_ROLES, type Role } from '../roles.js';
import type { ListMap } from './list-map.js';
import { COLUMN_WORDS, columnObjectSchema, MAP_KEYS, mapSchema } from './map-schema.js';
import { type MapProblem, readYamlMap } from './yaml-map.js';

type Path = readonly (string | number)[];
type MapFile = z.output<typeof mapSchema>;

/**
 * The map that `text` holds. `fileName` is named in messages. Throws one `UserError` with all that is wrong, each
 * with its line and the nearest known word.
 */
export function parseListMap(text: string, fileName: string): ListMap {
  const { value, lineOf, problems } = readYamlMap(text.replace(/^\uFEFF/, ''));
  if (problems.length > 0) refuse(fileName, problems);
  if (value === null) refuse(fileName, [{ line: null, says: 'nothing is filled in' }]);
  const parsed = mapSchema.safeParse(value);
  if (!parsed.success) {
    refuse(
      fileName,
      parsed.error.issues.flatMap((issue) => problemsOf(pathOf(issue.path), issue, value, lineOf)),
    );
  }
  const found: MapProblem[] = [];
  const map = mapOf(parsed.data, (path, says) => found.push({ line: lineOf(path), says }));
  if (found.length > 0) refuse(fileName, found);
  return map;
}

function refuse(fileName: string, problems: readonly MapProblem[]): never {
  const inOrder = [...problems].sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  throw new UserError(
    inOrder.map(({ line, says }) => `${fileName}${line === null ? '' : ` line ${line}`}: ${says}`).join('\n'),
  );
}

function pathOf(path: readonly PropertyKey[]): Path {
  return path.map((step) => (typeof step === 'symbol' ? String(step) : step));
}

function problemsOf(
  path: Path,
  issue: z.core.$ZodIssue,
  file: unknown,
  lineOf: (path: Path) => number | null,
): readonly MapProblem[] {
  const value = valueAt(file, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf([...path, key]),
      says: `unknown key \`${shown(key)}\`${meant(key, path.length === 0 ? MAP_KEYS : ['role', 'values'])}`,
    }));
  }
  const [part, column] = path;
  if (part === 'columns' && typeof column === 'string')
    return columnProblems(path, column, value, file, lineOf);
  return [{ line: lineOf(path), says: sentenceFor(path, value, issue.message) }];
}

/** A column is a word, or `role` and `values`: the one that was meant is looked into. */
function columnProblems(
  path: Path,
  column: string,
  value: unknown,
  file: unknown,
  lineOf: (path: Path) => number | null,
): readonly MapProblem[] {
  const name = `\`${shown(column)}\``;
  const at = lineOf(path);
  const whole = valueAt(file, path.slice(0, 2));
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) {
    const says =
      whole === null
        ? `${name} is not filled in; say ${LIST_OF_WORDS}, or take the line out`
        : `${name} is \`${shown(whole)}\`, and there is no such role${meant(String(whole), COLUMN_WORDS)}`;
    return [{ line: at, says }];
  }
  const parsed = columnObjectSchema.safeParse(whole);
  if (parsed.success) return [{ line: at, says: `${name} cannot be read: ${shown(value)}` }];
  return parsed.error.issues.flatMap((issue): readonly MapProblem[] => {
    const inner = pathOf(issue.path);
    const place = ['columns', column, ...inner];
    if (issue.code === 'unrecognized_keys') return problemsOf(place, issue, file, lineOf);
    const [key, entry] = inner;
    const said = valueAt(whole, inner);
    if (key === 'values' && entry !== undefined) {
      return [
        {
          line: lineOf(place),
          says: `${name}: \`${shown(entry)}\` is \`${shown(said)}\`, and an answer is one of ${VALUE_ANSWERS.join(', ')}${didYouMean(String(said), VALUE_ANSWERS)}`,
        },
      ];
    }
    if (key === 'role' && said !== undefined) {
      return [
        {
          line: lineOf(place),
          says: `${name} has the role \`${shown(said)}\`, and there is no such role${meant(String(said), COLUMN_WORDS)}`,
        },
      ];
    }
    return [
      { line: lineOf(place), says: `${name} needs \`role\`, and \`values\` with one answer for each value` },
    ];
  });
}

const LIST_OF_WORDS = '`ignore`, `text` or a role';

function sentenceFor(path: Path, value: unknown, message: string): string {
  const key = path.filter((step) => typeof step === 'string').join('.');
  if (path.length === 0) return 'no keys stand here; a map file has `header` and `columns`';
  if (value === undefined) return `\`${key}\` is missing`;
  if (path[0] === 'words')
    return `\`${shown(path[1])}\` is \`${shown(value)}\`; words can only be \`harmless\``;
  if (path[0] === 'rest') return `\`rest\` is \`${shown(value)}\`; it can only be \`ignore\``;
  return `\`${key}\` is \`${shown(value)}\`; ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

function meant(written: string, known: readonly string[]): string {
  return didYouMean(written, known) || `; known are ${known.join(', ')}`;
}

/** Beyond half of its letters a likeness is chance. */
function didYouMean(written: string, known: readonly string[]): string {
  const nearest = closest(written, [...known]);
  return distance(written, nearest) * 2 <= nearest.length ? `; did you mean \`${nearest}\`?` : '';
}

const SHOWN = 60;

function shown(value: unknown): string {
  const text = String(typeof value === 'object' && value !== null ? JSON.stringify(value) : value).replace(
    /\s+/gu,
    ' ',
  );
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function valueAt(file: unknown, path: Path): unknown {
  let value: unknown = file;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === String(step))?.[1];
  }
  return value;
}

type Complain = (path: Path, says: string) => void;

function mapOf(file: MapFile, complain: Complain): ListMap {
  const labels = file.header.map((_, column) => columnLabel(file.header, column));
  const columns = new Map<string, ColumnAnswer>();
  for (const [label, said] of Object.entries(file.columns ?? {})) {
    const path = ['columns', label];
    if (!labels.includes(label)) {
      complain(path, `\`header\` has no column \`${shown(label)}\`${meant(label, labels)}`);
      continue;
    }
    const { role, values } = typeof said === 'string' ? { role: said, values: undefined } : said;
    const answer = answerOf(role, values, (step, says) =>
      complain([...path, ...step], `\`${shown(label)}\`${says}`),
    );
    if (answer !== null) columns.set(label, answer);
  }
  return {
    header: file.header,
    answers: { columns, isRestIgnored: file.rest !== undefined },
    harmlessWords: Object.keys(file.words ?? {}),
    reading: {
      skipLines: file.skip_lines ?? null,
      hasHeader: file.no_header === undefined ? null : !file.no_header,
      delimiter: file.delimiter ?? null,
      encoding: file.encoding ?? null,
      sheet: file.sheet ?? null,
      dateOrder: file.date_order ?? null,
      preset: file.preset ?? null,
    },
  };
}

function answerOf(
  role: Role | 'text',
  values: Readonly<Record<string, ValueAnswer>> | undefined,
  complain: Complain,
): ColumnAnswer | null {
  const said = values === undefined ? null : keyed(values, complain);
  if (role === 'text' || role === 'notes') {
    if (said !== null) complain(['values'], ' is text, which takes no `values`');
    return { kind: 'text' };
  }
  if (role === 'ignore') {
    for (const [key, answer] of said ?? []) {
      if (answer !== 'no' && answer !== 'not-recorded') {
        complain(
          ['values', key],
          ` is ignored, and \`${shown(key)}\` is \`${answer}\`; give the column a role instead`,
        );
      }
    }
    return { kind: 'ignore', values: said === null ? null : new Set(said.keys()) };
  }
  if (said !== null && !TAKES_VALUES.includes(role)) {
    complain(
      ['values'],
      ` has the role \`${role}\`, which takes no \`values\`; they go with ${TAKES_VALUES.join(', ')} and ignore`,
    );
  }
  return { kind: 'role', role, values: said };
}

/** The roles whose values are answers. */
const TAKES_VALUES: readonly Role[] = [...OPT_OUT_ROLES, 'deceased', 'mps_listed'];

function keyed(values: Readonly<Record<string, ValueAnswer>>, complain: Complain): Map<string, ValueAnswer> {
  const found = new Map<string, ValueAnswer>();
  for (const [text, answer] of Object.entries(values)) {
    const key = valueKey(text);
    const before = found.get(key);
    if (before !== undefined && before !== answer) {
      complain(
        ['values', text],
        `: \`${shown(text)}\` is \`${answer}\`, and written another way \`${before}\`; it is one value`,
      );
    }
    found.set(key, answer);
  }
  return found;
}

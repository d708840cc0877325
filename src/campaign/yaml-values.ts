/**
 * What values stand in a YAML text, and on which line? No meaning is given to them here, but for one: a
 * number stays as it was written, or `007` would come back as another reference than the one filed.
 */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml';

/** A value of the file. A key without one is null, and so is a text of nothing but blanks. */
export type PlainValue = null | boolean | string | readonly PlainValue[] | PlainMap;
export interface PlainMap {
  readonly [key: string]: PlainValue;
}

/** Where a value stands: the keys (and places in a list, from 0) that lead to it. */
export type ValuePath = readonly (string | number)[];

/** Something wrong with the file. `line` counts from 1; null: it stands nowhere. */
export interface FileProblem {
  readonly line: number | null;
  readonly column: number | null;
  readonly says: string;
}

export type YamlValues =
  | {
      readonly status: 'read';
      readonly value: PlainValue;
      /** The line of the value at `path`, or of the nearest thing round it; null for the whole file. */
      readonly lineOf: (path: ValuePath) => number | null;
      /** Repeated keys and aliases: the values are read all the same, so that later checks can add theirs. */
      readonly problems: readonly FileProblem[];
    }
  | { readonly status: 'unreadable'; readonly problems: readonly FileProblem[] };

/** Reads `text` as one YAML document (JSON is YAML too). An empty text reads as null. */
export function readYamlValues(text: string): YamlValues {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    // The core schema has no dates: a day stays the text that it is.
    schema: 'core',
    // Found below, where both lines can be named.
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  const syntax = documents
    .flatMap(({ errors, warnings }) => [...errors, ...warnings])
    .map(({ code, message, pos }) => {
      const { line, col } = lines.linePos(pos[0]);
      return { line, column: col, says: `this is not YAML: ${inPlainWords(code, message)}` };
    });
  if (syntax.length > 0) return { status: 'unreadable', problems: firstOfEachLine(syntax) };
  const [document, second] = documents;
  if (second !== undefined) {
    const { line } = lines.linePos(second.range[0]);
    const says = 'a second YAML document starts here; a campaign file holds one, so remove the `---`';
    return { status: 'unreadable', problems: [{ line, column: null, says }] };
  }
  const reader = new ValueReader(lines);
  const value = reader.read(document?.contents ?? null, []);
  return { status: 'read', value, lineOf: (path) => reader.lineOf(path), problems: reader.problems };
}

/** Whether `value` holds keys. */
export function isPlainMap(value: PlainValue): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

class ValueReader {
  readonly problems: FileProblem[] = [];
  readonly #lines: LineCounter;
  readonly #lineByPath = new Map<string, number>();

  constructor(lines: LineCounter) {
    this.#lines = lines;
  }

  read(node: unknown, path: ValuePath): PlainValue {
    if (isMap(node)) {
      const entries = node.items.map(({ key, value }): [string, PlainValue] => {
        const name = this.#nameOf(key);
        this.#note(key, name, [...path, name]);
        return [name, this.read(value, [...path, name])];
      });
      // fromEntries makes plain properties even of a key such as `__proto__`, which is then refused as unknown.
      return Object.fromEntries(entries);
    }
    if (isSeq(node)) {
      return node.items.map((item, place) => {
        this.#noteLine(item, [...path, place]);
        return this.read(item, [...path, place]);
      });
    }
    if (isAlias(node)) {
      const says = 'a YAML alias (`*name`) stands here; write the value itself';
      this.problems.push({ line: this.#startOf(node), column: null, says });
    }
    if (!isScalar(node)) return null;
    if (typeof node.value === 'string') return node.value.trim() === '' ? null : node.value;
    if (typeof node.value === 'boolean' || node.value === null) return node.value;
    return node.source ?? String(node.value);
  }

  lineOf(path: ValuePath): number | null {
    for (let length = path.length; length > 0; length -= 1) {
      const line = this.#lineByPath.get(JSON.stringify(path.slice(0, length)));
      if (line !== undefined) return line;
    }
    return null;
  }

  #nameOf(key: unknown): string {
    return isScalar(key) ? (key.source ?? String(key.value)) : '?';
  }

  #note(key: unknown, name: string, path: ValuePath): void {
    const first = this.#lineByPath.get(JSON.stringify(path));
    if (first === undefined) {
      this.#noteLine(key, path);
      return;
    }
    const says = `\`${name}\` stands here again, and in line ${first} already; remove one of them`;
    this.problems.push({ line: this.#startOf(key), column: null, says });
  }

  #noteLine(node: unknown, path: ValuePath): void {
    const line = this.#startOf(node);
    if (line !== null) this.#lineByPath.set(JSON.stringify(path), line);
  }

  #startOf(node: unknown): number | null {
    if (!isScalar(node) && !isMap(node) && !isSeq(node) && !isAlias(node)) return null;
    return node.range ? this.#lines.linePos(node.range[0]).line : null;
  }
}

/** The faults that people who never saw YAML make most, each with what to do; others as the parser has them. */
function inPlainWords(code: string, message: string): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'a tab stands at the start of the line; use blanks';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'a colon and a blank stand inside the value; put the value in double quotes';
    case 'BAD_SCALAR_START':
      return 'the value starts with a character that means something in YAML; put the value in double quotes';
  }
  return message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '').replace(/\s+/g, ' ');
}

/** One fault makes the parser stumble several times over; only the first of each line helps. */
function firstOfEachLine(problems: readonly (FileProblem & { line: number })[]): FileProblem[] {
  const byLine = new Map<number, FileProblem>();
  for (const problem of problems) if (!byLine.has(problem.line)) byLine.set(problem.line, problem);
  return [...byLine.values()];
}

/** Which values stand in a map file, and on which lines? Keys and figures stay as they were written. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml';

export interface MapProblem {
  /** From 1 on; null for the file as a whole. */
  readonly line: number | null;
  readonly says: string;
}

export interface YamlMap {
  readonly value: unknown;
  readonly lineOf: (path: readonly (string | number)[]) => number | null;
  readonly problems: readonly MapProblem[];
}

/** Reads `text` as one YAML document. The values are read even where there are problems, but for broken YAML. */
export function readYamlMap(text: string): YamlMap {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    lineCounter: lines,
  });
  const problems: MapProblem[] = [];
  const lineByPath = new Map<string, number>();
  const lineAt = (node: unknown): number | null =>
    (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) && node.range
      ? lines.linePos(node.range[0]).line
      : null;
  const note = (node: unknown, path: readonly (string | number)[]): void => {
    const line = lineAt(node);
    if (line !== null) lineByPath.set(JSON.stringify(path), line);
  };
  const read = (node: unknown, path: readonly (string | number)[]): unknown => {
    if (isMap(node)) {
      const names = new Set<string>();
      return Object.fromEntries(
        node.items.map(({ key, value }): [string, unknown] => {
          const name = isScalar(key) ? writtenKey(key.value, key.source) : '?';
          const at = [...path, name];
          if (names.has(name)) {
            problems.push({ line: lineAt(key), says: `\`${name}\` stands here again; remove one of them` });
          }
          names.add(name);
          // Checked values would lose it without a word.
          if (name === '__proto__')
            problems.push({ line: lineAt(key), says: '`__proto__` can be no name here' });
          note(key, at);
          return [name, read(value, at)];
        }),
      );
    }
    if (isSeq(node)) {
      return node.items.map((item, place) => {
        note(item, [...path, place]);
        return read(item, [...path, place]);
      });
    }
    if (isAlias(node)) {
      problems.push({
        line: lineAt(node),
        says: 'a YAML alias (`*name`) stands here; write the value itself',
      });
      return null;
    }
    return isScalar(node) ? node.value : null;
  };
  const [broken] = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  if (broken !== undefined) {
    const { line } = lines.linePos(broken.pos[0]);
    const [first = ''] = broken.message.split('\n');
    problems.push({ line, says: `this is not YAML: ${first.charAt(0).toLowerCase()}${first.slice(1)}` });
  }
  const [document, second] = documents;
  if (second !== undefined) {
    problems.push({
      line: lines.linePos(second.range[0]).line,
      says: 'a second YAML document starts here; remove the `---`',
    });
  }
  const value = broken === undefined ? read(document?.contents ?? null, []) : null;
  return {
    value,
    problems,
    lineOf: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const line = lineByPath.get(JSON.stringify(path.slice(0, length)));
        if (line !== undefined) return line;
      }
      return null;
    },
  };
}

/** `1.0:` and `true:` are values of a list, and stay as they are written. */
function writtenKey(value: unknown, source: string | undefined): string {
  return typeof value === 'string' ? value : (source ?? String(value));
}

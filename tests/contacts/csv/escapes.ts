/** Tables of cells are plain ASCII: what else stands in a cell is written as in JSON. */
const ESCAPES: Readonly<Record<string, string>> = { '\\n': '\n', '\\r': '\r', '\\t': '\t', '\\\\': '\\' };

/** The cell that `text` of a table stands for: `\\u00a0`, `\\n`, `\\r`, `\\t` and `\\\\` are one character each. */
export function withEscapes(text: string | undefined): string {
  return (text ?? '').replace(/\\(?:u([0-9a-f]{4})|[nrt\\])/g, (written, code?: string) =>
    code === undefined ? (ESCAPES[written] ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** How a list is to be read, kept beside it: `members.csv.map.yaml` for `members.csv`. */
import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { hasCode, messageOf, UserError } from '../../errors.js';
import {
  DATE_ORDERS,
  ENCODINGS,
  type Mapping,
  NAMED_PLACES,
  type ReadingOptions,
} from '../reading-options.js';
import { OPT_OUT_ROLES, ROLES, type Role } from '../roles.js';

/** A saved map as it was found. */
export interface SavedMap {
  /** Its file name, without the folder. */
  readonly name: string;
  /** Of its bytes, in hexadecimal: it decides how the list is read, so that the receipt names it. */
  readonly sha256: string;
  readonly options: ReadingOptions;
}

const ENDING = '.map.yaml';

const role = z.enum(ROLES);
const nameAnswer = z.enum([...OPT_OUT_ROLES, 'ignore']);

const savedSchema = z.strictObject({
  columns: z.partialRecord(role, z.array(z.string().min(1))).default({}),
  delimiter: z.string().length(1).nullable().default(null),
  encoding: z.enum(ENCODINGS).nullable().default(null),
  header: z.boolean().default(true),
  skip_lines: z.int().nonnegative().default(0),
  sheet: z.string().min(1).nullable().default(null),
  date_order: z.enum(DATE_ORDERS).nullable().default(null),
  preset: z.string().min(1).nullable().default(null),
  names: z.partialRecord(z.enum(NAMED_PLACES), nameAnswer).default({}),
});

/** The map saved beside the list at `path`; null where there is none. Throws a `UserError` for one that cannot be read. */
export async function readSavedMap(path: string): Promise<SavedMap | null> {
  const name = `${basename(path)}${ENDING}`;
  let bytes: Buffer;
  try {
    bytes = await readFile(`${path}${ENDING}`);
  } catch (thrown) {
    if (hasCode(thrown, 'ENOENT') || hasCode(thrown, 'ENOTDIR')) return null;
    throw new UserError(`cannot read the saved map \`${name}\`: ${messageOf(thrown)}`);
  }
  return { name, sha256: createHash('sha256').update(bytes).digest('hex'), options: parseMap(bytes, name) };
}

/**
 * Keeps `options` beside the list at `path`, in place of what was kept there, and returns the file's name.
 * Throws a `UserError` where the folder cannot be written.
 */
export async function writeSavedMap(path: string, options: ReadingOptions): Promise<string> {
  const name = `${basename(path)}${ENDING}`;
  const columns: Partial<Record<Role, string[]>> = {};
  for (const { role, column } of options.mappings) columns[role] = [...(columns[role] ?? []), column];
  const saved: z.input<typeof savedSchema> = {
    ...(options.mappings.length === 0 ? {} : { columns }),
    ...(options.delimiter === null ? {} : { delimiter: options.delimiter }),
    ...(options.encoding === null ? {} : { encoding: options.encoding }),
    ...(options.hasHeader ? {} : { header: false }),
    ...(options.skipLines === 0 ? {} : { skip_lines: options.skipLines }),
    ...(options.sheet === null ? {} : { sheet: options.sheet }),
    ...(options.dateOrder === null ? {} : { date_order: options.dateOrder }),
    ...(options.preset === null ? {} : { preset: options.preset }),
    ...(Object.keys(options.names).length === 0 ? {} : { names: options.names }),
  };
  const text =
    `# How ringfence reads ${basename(path)}: the columns by role, and what was said of the file.\n` +
    '# Found again on every run beside the list; what is typed then comes first. Delete it to start anew.\n' +
    stringify(saved, { lineWidth: 0 });
  try {
    const unfinished = `${path}${ENDING}.${process.pid}`;
    await writeFile(unfinished, text, { mode: 0o600 });
    await rename(unfinished, `${path}${ENDING}`);
  } catch (thrown) {
    throw new UserError(`cannot save the map \`${name}\` beside the list: ${messageOf(thrown)}`);
  }
  return name;
}

/**
 * What was typed over what was saved. A column that a typed mapping names is read as typed alone; so a
 * column that was once ignored can be given a role again.
 */
export function withSavedMap(typed: ReadingOptions, saved: ReadingOptions): ReadingOptions {
  const named = new Set(typed.mappings.map(({ column }) => column.trim().toLowerCase()));
  return {
    delimiter: typed.delimiter ?? saved.delimiter,
    encoding: typed.encoding ?? saved.encoding,
    hasHeader: typed.hasHeader && saved.hasHeader,
    skipLines: typed.skipLines === 0 ? saved.skipLines : typed.skipLines,
    sheet: typed.sheet ?? saved.sheet,
    dateOrder: typed.dateOrder ?? saved.dateOrder,
    preset: typed.preset ?? saved.preset,
    names: { ...saved.names, ...typed.names },
    mappings: [
      ...saved.mappings.filter(({ column }) => !named.has(column.trim().toLowerCase())),
      ...typed.mappings,
    ],
  };
}

function parseMap(bytes: Buffer, name: string): ReadingOptions {
  let value: unknown;
  try {
    value = parse(bytes.toString('utf8'));
  } catch (thrown) {
    throw new UserError(
      `the saved map \`${name}\` is not YAML: ${messageOf(thrown)}. Correct it, or delete it`,
    );
  }
  const parsed = savedSchema.safeParse(value ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = issue === undefined || issue.path.length === 0 ? '' : ` at \`${issue.path.join('.')}\``;
    throw new UserError(
      `the saved map \`${name}\` cannot be read${at}: ${issue?.message ?? 'it is no map'}. Correct it, or delete it and map the columns anew`,
    );
  }
  const { columns, delimiter, encoding, header, skip_lines, sheet, date_order, preset, names } = parsed.data;
  return {
    delimiter,
    encoding,
    hasHeader: header,
    skipLines: skip_lines,
    sheet,
    dateOrder: date_order,
    preset,
    names,
    mappings: ROLES.flatMap((role): Mapping[] => (columns[role] ?? []).map((column) => ({ role, column }))),
  };
}

/** The campaign file: bytes to `Campaign`, or every problem of the file in one message. */
import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { hasCode, messageOf, UserError } from '../errors.js';
import type { Campaign } from '../screening/campaign.js';
import { campaignSchema } from './campaign-schema.js';
import { unknownKeySentence } from './unknown-keys.js';
import {
  type FileProblem,
  isPlainMap,
  type PlainValue,
  readYamlValues,
  type ValuePath,
} from './yaml-values.js';

/** How much of a wrong value is told. */
const SHOWN_CHARACTERS = 60;

/**
 * Reads the campaign file at `path`: YAML or JSON in UTF-8. Throws a `UserError` where it is not there,
 * cannot be read, or holds anything that `parseCampaign` refuses.
 */
export async function readCampaignFile(path: string): Promise<Campaign> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (thrown) {
    if (hasCode(thrown, 'ENOENT')) {
      throw new UserError(
        `cannot read the campaign file \`${path}\`: there is no such file. Write one with \`ringfence init\``,
      );
    }
    if (hasCode(thrown, 'EISDIR')) {
      throw new UserError(
        `cannot read the campaign file \`${path}\`: it is a folder; name the file inside it`,
      );
    }
    throw new UserError(`cannot read the campaign file \`${path}\`: ${messageOf(thrown)}`);
  }
  if (!isUtf8(bytes)) {
    throw new UserError(`${path}: this is not UTF-8 text; save it as plain text in UTF-8`);
  }
  return parseCampaign(bytes.toString('utf8'), path);
}

/**
 * The campaign that `text` declares, with every default filled in. `fileName` is named in messages.
 * Throws one `UserError` with all that is wrong, a line each, in the order of the file.
 */
export function parseCampaign(text: string, fileName: string): Campaign {
  const yaml = readYamlValues(text.replace(/^\uFEFF/, ''));
  if (yaml.status === 'unreadable') throw asUserError(fileName, yaml.problems);
  if (yaml.value === null) {
    throw new UserError(`${fileName}: nothing is filled in; \`ringfence init\` writes a file to start from`);
  }
  const { value, lineOf } = yaml;
  const parsed = campaignSchema.safeParse(value);
  if (parsed.success && yaml.problems.length === 0) {
    // The schema is checked against the core's own interface here, and nowhere else.
    const campaign: Campaign = parsed.data;
    return campaign;
  }
  const issues = parsed.success ? [] : parsed.error.issues;
  throw asUserError(fileName, [
    ...yaml.problems,
    ...issues.flatMap((issue) => problemsOf(issue, value, lineOf)),
  ]);
}

/** The resolved campaign as a receipt keeps it. Throws a `UserError` where this version cannot read it. */
export function campaignOfReceipt(value: unknown, receiptName: string): Campaign {
  const parsed = campaignSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UserError(
    `the campaign in \`${receiptName}\` cannot be read by this version; name the campaign file with \`--campaign\``,
  );
}

function problemsOf(
  issue: z.core.$ZodIssue,
  file: PlainValue,
  lineOf: (path: ValuePath) => number | null,
): FileProblem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: lineOf([...path, key]),
      column: null,
      says: unknownKeySentence(dotted(path), key),
    }));
  }
  const says =
    path.length === 0
      ? 'no keys stand here; a campaign file has lines such as `controller: Northfield Party`'
      : `${whatStands(path, valueAt(file, path))}; ${issue.message}`;
  return [{ line: lineOf(path), column: null, says }];
}

function whatStands(path: ValuePath, value: PlainValue | undefined): string {
  const key = `\`${dotted(path)}\``;
  if (value === undefined) return `${key} is missing`;
  if (value === null) return `${key} is not filled in`;
  if (typeof value === 'object') return `${key} holds ${Array.isArray(value) ? 'a list' : 'keys of its own'}`;
  const text = String(value).replace(/\s+/gu, ' ');
  return `${key} is \`${text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text}\``;
}

/** The path as it is spoken of: places in a list are left out, since the line tells which. */
function dotted(path: ValuePath): string {
  return path.filter((step) => typeof step === 'string').join('.');
}

function valueAt(file: PlainValue, path: ValuePath): PlainValue | undefined {
  let value: PlainValue | undefined = file;
  for (const step of path) {
    if (value === undefined || value === null) return undefined;
    if (typeof step === 'number') value = Array.isArray(value) ? value[step] : undefined;
    else value = isPlainMap(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

function asUserError(fileName: string, problems: readonly FileProblem[]): UserError {
  const inOrder = [...problems].sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  return new UserError(inOrder.map((problem) => `${where(fileName, problem)}: ${problem.says}`).join('\n'));
}

function where(fileName: string, { line, column }: FileProblem): string {
  if (line === null) return fileName;
  return column === null ? `${fileName} line ${line}` : `${fileName} line ${line}, column ${column}`;
}

/** Options that several commands share, and how what was typed becomes what is meant. */
import type { z } from 'zod';
import { DATE_ORDERS, ENCODINGS, parseMappings, type ReadingOptions } from '../contacts/reading-options.js';
import { UserError } from '../errors.js';
import { type Campaign, CHANNELS } from '../screening/campaign.js';
import { type IsoDate, parseIsoDate } from '../screening/dates.js';
import { openStore, type Store } from '../store/open-store.js';
import { REGISTERS, type Register } from '../store/registers/register-copies.js';
import { choice, flag, type Given, option, parsedBy, repeated, TEXT, TEXTS } from './command-table.js';
import type { Context } from './context.js';

/** The store where none is named. */
const DEFAULT_STORE = 'ringfence.db';

export const STORE = option(
  '--store <file>',
  `the store (default: $RINGFENCE_STORE, else ${DEFAULT_STORE} in this folder)`,
  TEXT,
);
export const JSON_RESULT = flag('--json', 'print the result as JSON');

/** A day. */
export const DAY: z.ZodType<IsoDate, string> = parsedBy(parseIsoDate, 'Write a day as 2026-11-22.');
/** A count such as `13,500,000` or `13500000`. */
export const COUNT = parsedBy((text) => {
  const digits = text.replace(/[,_ ]/gu, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}, 'Write a whole number.');
const LINES = parsedBy(
  (text) => (/^\d{1,6}$/.test(text) ? Number(text) : undefined),
  'Write a whole number.',
);

const GATES = ['blocked', 'needs-review', 'register-stale', 'expired'] as const;
export type Gate = (typeof GATES)[number];
/** Gates such as `blocked,needs-review`. */
export const GATES_TYPED = parsedBy(
  (text) => {
    const gates = text.split(',').map((word) => GATES.find((gate) => gate === word.trim()));
    return gates.every((gate) => gate !== undefined) ? gates : undefined;
  },
  `Name one or more of ${GATES.join(', ')}, with commas.`,
);

/** The options of reading, on every command that reads a list. */
export const READING = {
  map: repeated(
    '--map <role=Column>',
    'give a column a role; repeat it for more; `ignore=Column` takes every role away',
    TEXTS,
  ),
  preset: option(
    '--preset <name>',
    'read the headers as those of this system (default: detected); `none` for none',
    TEXT,
  ),
  delimiter: option(
    '--delimiter <character>',
    'what separates the cells (default: detected; `tab` for a tab)',
    TEXT,
  ),
  encoding: choice('--encoding <name>', 'the encoding of the list (default: detected)', ENCODINGS),
  hasHeader: flag(
    '--no-header',
    'the first line is a record; columns are then called `column 1`, `column 2` …',
  ),
  skipLines: option('--skip-lines <n>', 'lines before the header', LINES.default(0)),
  sheet: option('--sheet <name>', 'the sheet of an Excel workbook (default: the first)', TEXT),
  dateOrder: choice('--date-order <order>', 'how 03/04/2026 is meant', DATE_ORDERS),
  saveMap: flag('--save-map', 'keep these options beside the list, where they are found again'),
};

/** What was typed, as the reading options it means. Throws a `UserError` for an unknown role or a long delimiter. */
export function readingOptions(given: Given<typeof READING>): ReadingOptions {
  const delimiter = given.delimiter === 'tab' || given.delimiter === '\\t' ? '\t' : (given.delimiter ?? null);
  if (delimiter !== null && (delimiter.length !== 1 || /["\r\n]/.test(delimiter))) {
    throw new UserError(`\`--delimiter\` takes one character (or \`tab\`), not \`${given.delimiter}\``);
  }
  return {
    delimiter,
    encoding: given.encoding ?? null,
    hasHeader: given.hasHeader,
    skipLines: given.skipLines,
    sheet: given.sheet ?? null,
    dateOrder: given.dateOrder ?? null,
    ...parseMappings(given.map),
    preset: given.preset ?? null,
  };
}

/** What a command may say otherwise than its campaign file. */
export const CAMPAIGN = {
  channel: choice('--channel <channel>', "the channel of the contact (default: the campaign's)", CHANNELS),
  on: option(
    '--on <date>',
    'the day of the contact (default: the first planned day still to come)',
    DAY.optional(),
  ),
};

/** The campaign for the channel asked for. */
export function onChannel(campaign: Campaign, channel: Campaign['channel'] | undefined): Campaign {
  return { ...campaign, channel: channel ?? campaign.channel };
}

/** The path of the store that was asked for. */
export function storePath(store: string | undefined, context: Context): string {
  return store ?? (context.environment.RINGFENCE_STORE || DEFAULT_STORE);
}

/** Opens the store that was asked for, and closes it after `work`. */
export async function withStore<T>(
  path: string,
  mode: Parameters<typeof openStore>[1],
  work: (store: Store) => T | Promise<T>,
): Promise<T> {
  const store = openStore(path, mode);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** The register that was typed. Throws a `UserError` for any other word. */
export function registerNamed(name: string): Register {
  const register = REGISTERS.find((known) => known === name.toLowerCase());
  if (register === undefined) {
    throw new UserError(`there is no register \`${name}\`; name one of ${REGISTERS.join(', ')}`);
  }
  return register;
}

/** Options that several commands share, and how what was typed becomes what is meant. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { parseMappings, type ReadingOptions } from '../contacts/reading-options.js';
import { UserError } from '../errors.js';
import { type Campaign, CHANNELS } from '../screening/campaign.js';
import { type IsoDate, isIsoDate, parseIsoDate } from '../screening/dates.js';
import { REGISTERS, type Register } from '../store/registers/register-copies.js';
import type { Context } from './context.js';

/** The store named by `--store`, by `RINGFENCE_STORE`, or the one in the current folder. */
export const DEFAULT_STORE = 'ringfence.db';

export function addStoreOption(command: Command): Command {
  return command.option(
    '--store <file>',
    `the store (default: $RINGFENCE_STORE, else ${DEFAULT_STORE} in this folder)`,
  );
}

/** The path of the store that was asked for. */
export function storePath(store: string | undefined, context: Context): string {
  return store ?? (context.environment.RINGFENCE_STORE || DEFAULT_STORE);
}

export function addJsonOption(command: Command): Command {
  return command.option('--json', 'print the result as JSON');
}

/** A day typed as an option; commander reports what is not one. */
export function dayArgument(text: string): IsoDate {
  const day = parseIsoDate(text);
  if (day === undefined) throw new InvalidArgumentError('Write a day as 2026-11-22.');
  return day;
}

export const day = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value));

const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
const DATE_ORDERS = ['dmy', 'mdy'] as const;

/** The options of reading, on every command that reads a list. */
export function addReadingOptions(command: Command): Command {
  return command
    .option(
      '--map <role=Column>',
      'give a column a role; repeat it for more; `ignore=Column` takes every role away',
      collect,
      [],
    )
    .option(
      '--preset <name>',
      'read the headers as those of this system (default: found out); `none` for none',
    )
    .option('--delimiter <character>', 'what separates the cells (default: found out; `tab` for a tab)')
    .addOption(
      new Option('--encoding <name>', 'the encoding of the list (default: found out)').choices(ENCODINGS),
    )
    .option('--no-header', 'the first line is a record; columns are then called `column 1`, `column 2` …')
    .option('--skip-lines <n>', 'lines before the header', wholeNumber, 0)
    .option('--sheet <name>', 'the sheet of an Excel workbook (default: the first)')
    .addOption(new Option('--date-order <order>', 'how 03/04/2026 is meant').choices(DATE_ORDERS))
    .option('--save-map', 'keep these options beside the list, where they are found again');
}

export const readingOptionsTyped = z.object({
  map: z.array(z.string()),
  preset: z.string().optional(),
  delimiter: z.string().optional(),
  encoding: z.enum(ENCODINGS).optional(),
  header: z.boolean(),
  skipLines: z.number(),
  sheet: z.string().optional(),
  dateOrder: z.enum(DATE_ORDERS).optional(),
  saveMap: z.boolean().optional(),
});

/** What was typed, as the reading options it means. Throws a `UserError` for an unknown role or a long delimiter. */
export function readingOptions(typed: z.infer<typeof readingOptionsTyped>): ReadingOptions {
  const delimiter = typed.delimiter === 'tab' || typed.delimiter === '\\t' ? '\t' : (typed.delimiter ?? null);
  if (delimiter !== null && (delimiter.length !== 1 || /["\r\n]/.test(delimiter))) {
    throw new UserError(`\`--delimiter\` takes one character (or \`tab\`), not \`${typed.delimiter}\``);
  }
  return {
    delimiter,
    encoding: typed.encoding ?? null,
    hasHeader: typed.header,
    skipLines: typed.skipLines,
    sheet: typed.sheet ?? null,
    dateOrder: typed.dateOrder ?? null,
    ...parseMappings(typed.map),
    preset: typed.preset ?? null,
  };
}

export function addCampaignOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--channel <channel>', "the channel of the contact (default: the campaign's)").choices(
        CHANNELS,
      ),
    )
    .option(
      '--on <date>',
      'the day of the contact (default: the first planned day still to come)',
      dayArgument,
    );
}

export const campaignOptionsTyped = z.object({ channel: z.enum(CHANNELS).optional(), on: day.optional() });

/** The campaign for the channel asked for. */
export function onChannel(campaign: Campaign, channel: Campaign['channel'] | undefined): Campaign {
  return { ...campaign, channel: channel ?? campaign.channel };
}

export const FAIL_ON = ['blocked', 'needs-review', 'register-stale', 'expired'] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** A list of gates typed as `blocked,needs-review`. */
export function failOnArgument(text: string): FailOn[] {
  return text.split(',').map((word) => {
    const gate = FAIL_ON.find((known) => known === word.trim());
    if (gate === undefined)
      throw new InvalidArgumentError(`Name one or more of ${FAIL_ON.join(', ')}, with commas.`);
    return gate;
  });
}

/** Gathers an option that may be repeated. */
export function collect(value: string, earlier: readonly string[]): string[] {
  return [...earlier, value];
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Write a whole number.');
  return Number(text);
}

/** A count typed as `13,500,000` or `13500000`. */
export function countArgument(text: string): number {
  const digits = text.replace(/[,_ ]/gu, '');
  if (!/^\d{1,9}$/.test(digits)) throw new InvalidArgumentError('Write a whole number.');
  return Number(digits);
}

/** The register that was typed. Throws a `UserError` for any other word. */
export function registerNamed(name: string): Register {
  const register = REGISTERS.find((known) => known === name.toLowerCase());
  if (register === undefined) {
    throw new UserError(`there is no register \`${name}\`; name one of ${REGISTERS.join(', ')}`);
  }
  return register;
}

/**
 * What may stand in a campaign file. The text of each check says what to write instead; the reader puts
 * the line, the key and what stood there in front of it.
 */
import { z } from 'zod';
import {
  CHANNELS,
  CONTROLLER_KINDS,
  DIALLERS,
  GRACE_POLICIES,
  LIST_CONTROLLER_KINDS,
  LIST_SOURCES,
  PURPOSES,
  SECTORS,
} from '../screening/campaign.js';
import { type IsoDate, isIsoDate } from '../screening/dates.js';

/** A hundred years: longer periods would reckon days outside the calendar. */
const MOST_MONTHS = 1200;

const LINE = 'write it in one line of plain text';
const line = z
  .string({ error: LINE })
  .trim()
  .min(1, { error: LINE })
  .regex(/^\P{Cc}+$/u, { error: LINE });

const DAY = 'write a day that exists, as 2026-11-22';
const day = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value), { error: DAY });

// YAML reads `yes` as a text, and it is what people write.
const yesNo = z.preprocess(yesNoAsBoolean, z.boolean({ error: 'write yes or no' }));

const flag = z.preprocess(yesNoAsBoolean, z.boolean({ error: 'write true or false' }));

const choice = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
    z.enum(words, { error: `write one of: ${words.join(', ')}` }),
  );

const months = (fewest: number) =>
  z.preprocess(
    (value) => (typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value),
    z
      .number({ error: `write a whole number of months from ${fewest} to ${MOST_MONTHS}` })
      .int()
      .min(fewest, { error: `write a whole number of months from ${fewest} to ${MOST_MONTHS}` })
      .max(MOST_MONTHS, { error: `write a whole number of months from ${fewest} to ${MOST_MONTHS}` }),
  );

/** May be left out or empty, and is then null: an open fact is not a false one. */
const open = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().default(null);

/** May be left out or empty, and is then `fallback`. */
const orElse = <Value>(schema: z.ZodType<Value>, fallback: Value) =>
  schema
    .nullable()
    .default(null)
    .transform((value) => value ?? fallback);

const listOf = <Schema extends z.ZodType>(schema: Schema) =>
  z.array(schema, { error: 'write a list, such as `[one, another]`' });

const KEYS_BELOW = 'write its keys below it, each on a line of its own that starts with two blanks';
const keys = <Shape extends z.ZodRawShape>(shape: Shape, says = KEYS_BELOW) =>
  z.strictObject(shape, { error: ({ code }) => (code === 'invalid_type' ? says : undefined) });

/** Keys that belong together; left out or empty, each of them is. */
const section = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((value) => value ?? {}, keys(shape));

const dates = { first: open(day), last: open(day) };
const calls = {
  number_presented: open(yesNo),
  caller_identified: open(yesNo),
  leaves_voicemail: open(yesNo),
  dialler: choice(DIALLERS).nullable().default('manual'),
};
const messages = {
  opt_out_included: open(yesNo),
  similar_products: open(yesNo),
  sole_charitable_purpose: open(yesNo),
};
const processor = { name: line, contract: open(line), country: open(line) };
const moratorium = { from: day, to: day, exempt_purposes: orElse(listOf(choice(PURPOSES)), []) };
const authorisation = { by: line, on: day, reference: line };
const list = {
  source: open(choice(LIST_SOURCES)),
  controller: line,
  controller_kind: open(choice(LIST_CONTROLLER_KINDS)),
  authorised: open(yesNo),
  authorisation: open(
    keys(authorisation, 'write `{ by: …, on: 2026-11-01, reference: … }`, or leave it empty'),
  ),
  id_system: open(line),
  privacy_notice_given: open(yesNo),
  post_lapse_notice: open(yesNo),
  retention_months_after_lapse: open(months(0)),
};
const research = { answers_reused_for_marketing: open(yesNo) };
const pensions = { fca_authorised_or_trustee: open(yesNo) };
const policy = {
  listing_grace: orElse(choice(GRACE_POLICIES), 'review'),
  consent_max_age_months: orElse(months(1), 24),
  strict: orElse(flag, false),
};
const file = {
  controller: line,
  controller_aliases: orElse(listOf(line), []),
  controller_kind: choice(CONTROLLER_KINDS),
  sector: orElse(choice(SECTORS), 'none'),
  purpose: choice(PURPOSES),
  contains_promotion: open(yesNo),
  channel: choice(CHANNELS),
  dates: section(dates).refine(({ first, last }) => first === null || last === null || first <= last, {
    path: ['last'],
    error: 'write a day that is not before `dates.first`',
  }),
  calls: section(calls),
  messages: section(messages),
  instigator: open(line),
  processor: open(
    keys(processor, 'write `{ name: …, contract: …, country: … }`, or leave it empty where there is nobody'),
  ),
  declared_territories: orElse(listOf(line), ['UK']),
  moratoria: orElse(
    listOf(
      keys(moratorium, 'write `{ from: 2026-11-10, to: 2026-12-10, exempt_purposes: [] }`').refine(
        ({ from, to }) => from <= to,
        { path: ['to'], error: 'write a day that is not before `from`' },
      ),
    ),
    [],
  ),
  list: section(list),
  research: section(research),
  pensions: section(pensions),
  policy: section(policy),
};

/** The whole file: what comes out has the form of `Campaign`, with every default filled in. */
export const campaignSchema = keys(file);

/** The keys that each part of the file knows, by its path; the empty path is the file itself. */
export const KNOWN_KEYS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    '': file,
    dates,
    calls,
    messages,
    processor,
    moratoria: moratorium,
    list,
    'list.authorisation': authorisation,
    research,
    pensions,
    policy,
  }).map(([path, shape]) => [path, Object.keys(shape)]),
);

function yesNoAsBoolean(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  switch (value.trim().toLowerCase()) {
    case 'yes':
    case 'true':
      return true;
    case 'no':
    case 'false':
      return false;
  }
  return value;
}

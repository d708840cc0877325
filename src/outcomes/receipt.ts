/** `receipt.json`: what was screened, against what, and with which result, so that it can be checked later. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Clock } from '../clock.js';
import type { SavedMap } from '../contacts/columns/saved-map.js';
import { messageOf, UserError } from '../errors.js';
import type { Campaign } from '../screening/campaign.js';
import { isIsoDate } from '../screening/dates.js';
import { openFacts } from '../screening/facts.js';
import type { OUTCOMES } from '../screening/verdict/decide.js';
import type { Screening } from '../screening-result.js';
import type { FileDigest } from './csv-file.js';

/** Raised when a field changes its meaning; a reader refuses what it does not know. */
const RECEIPT_FORMAT = 1;

const day = z.string().refine(isIsoDate);
const count = z.number().int().nonnegative();
const counts = z.record(z.string(), count);
const outcomeResult = z.strictObject({
  contact_points: count,
  rows: count,
  records_without_contact: count,
  by_decisive_reason: counts,
});

const resultSchema = z.strictObject({
  call_date: day,
  replay: z.boolean(),
  channel: z.string(),
  purpose: z.string(),
  records: count,
  contact_points: count,
  allowed: outcomeResult,
  blocked: outcomeResult,
  'needs-review': outcomeResult,
  by_reason: counts,
  campaign_findings: z.array(z.string()),
  open_facts: z.array(z.string()),
  valid_until: day.nullable(),
});

const fileSchema = z.strictObject({ sha256: z.string(), records: count });

const guardsSchema = z.array(z.strictObject({ guard: z.string(), saw: z.string() }));

const registerSchema = z
  .strictObject({
    as_of: day,
    sha256: z.string(),
    count,
    coverage: z.union([z.literal('full'), z.array(z.string())]),
    overridden_guards: guardsSchema,
    revision: count,
  })
  .nullable();

/** A result file of a screening service that answered for a number of the list. */
const resultsFileSchema = z.strictObject({
  name: z.string(),
  provider: z.string(),
  registers: z.array(z.string()),
  checked_on: day,
  sha256: z.string(),
  /** Receipts of earlier versions do not have it. */
  overridden_guards: guardsSchema.optional(),
  revision: count,
});

const receiptSchema = z.strictObject({
  receipt_format: z.literal(RECEIPT_FORMAT),
  tool: z.strictObject({ name: z.literal('ringfence'), version: z.string() }),
  started: z.string(),
  ended: z.string(),
  clock_set_to: day.nullable(),
  input: z.strictObject({
    name: z.string(),
    sha256: z.string(),
    bytes: count,
    encoding: z.string(),
    delimiter: z.string(),
    records: count,
    blank_lines: count,
    /** The map kept beside the list, by which it was read; receipts of earlier versions do not have it. */
    map: z.strictObject({ name: z.string(), sha256: z.string() }).nullable().optional(),
    /** The preset by which its headers were read; receipts of earlier versions do not have it. */
    preset: z.string().nullable().optional(),
  }),
  outputs: z.record(z.string(), fileSchema),
  /** Whether cells were written in the form that spreadsheets leave alone; receipts of earlier versions do not say. */
  for_spreadsheets: z.boolean().optional(),
  campaign: z.unknown(),
  columns: z.array(z.strictObject({ header: z.string(), roles: z.array(z.string()) })),
  flags: z.array(
    z.strictObject({
      header: z.string(),
      roles: z.array(z.string()),
      values: z.array(z.strictObject({ value: z.string(), read_as: z.string(), count })),
      unread: count,
    }),
  ),
  store: z.strictObject({ name: z.string(), revision: count }),
  registers: z.strictObject({ tps: registerSchema, ctps: registerSchema, fps: registerSchema.default(null) }),
  results_files: z.array(resultsFileSchema),
  result: resultSchema,
});

export type Receipt = z.infer<typeof receiptSchema>;
export type ReceiptResult = Receipt['result'];

/** The part that the same inputs and the same call date give again, to the letter. */
export function resultOf(screening: Screening, isReplay: boolean): ReceiptResult {
  const { tallied, judgement } = screening;
  const { campaign, callDate } = judgement.facts;
  const outcome = (name: (typeof OUTCOMES)[number]): z.infer<typeof outcomeResult> => ({
    contact_points: tallied.outcomes[name].contactPoints,
    rows: tallied.outcomes[name].rows,
    records_without_contact: tallied.outcomes[name].recordsWithoutContact,
    by_decisive_reason: Object.fromEntries(tallied.outcomes[name].byDecisiveReason),
  });
  return {
    call_date: callDate,
    replay: isReplay,
    channel: campaign.channel,
    purpose: campaign.purpose,
    records: tallied.records,
    contact_points: tallied.contactPoints,
    allowed: outcome('allowed'),
    blocked: outcome('blocked'),
    'needs-review': outcome('needs-review'),
    by_reason: Object.fromEntries(tallied.byReason),
    campaign_findings: judgement.campaignFindings.map(({ code }) => code),
    open_facts: openFacts(campaign).map(({ key }) => key),
    valid_until: tallied.validUntil,
  };
}

export interface ReceiptParts {
  readonly screening: Screening;
  readonly campaign: Campaign;
  readonly clock: Clock;
  readonly version: string;
  readonly isReplay: boolean;
  /** Milliseconds that the run took. */
  readonly elapsed: number;
  readonly storeName: string;
  readonly revision: number;
  readonly outputs: Readonly<Record<string, FileDigest>>;
  readonly isForSpreadsheets: boolean;
  readonly savedMap: SavedMap | null;
}

/** The whole receipt of a run. Values of flag columns that nobody could read are counted, never shown. */
export function makeReceipt(parts: ReceiptParts): Receipt {
  const { screening, clock } = parts;
  const { list, columns, survey, registers } = screening;
  return {
    receipt_format: RECEIPT_FORMAT,
    tool: { name: 'ringfence', version: parts.version },
    started: clock.now,
    ended: new Date(Date.parse(clock.now) + parts.elapsed).toISOString(),
    clock_set_to: clock.isSet ? clock.today : null,
    input: {
      name: list.displayName,
      sha256: survey.sha256,
      bytes: list.sizeInBytes,
      encoding: list.encoding,
      delimiter: list.delimiter,
      records: survey.records,
      blank_lines: survey.blankLines,
      map: parts.savedMap === null ? null : { name: parts.savedMap.name, sha256: parts.savedMap.sha256 },
      preset: columns.preset?.name ?? null,
    },
    outputs: { ...parts.outputs },
    for_spreadsheets: parts.isForSpreadsheets,
    campaign: parts.campaign,
    columns: list.header.map((header, column) => ({ header, roles: [...columns.rolesOf(column)] })),
    flags: survey.flagColumns.map(({ header, roles, values }) => ({
      header,
      roles: [...roles],
      values: values
        .filter(({ readAs }) => readAs !== 'unread')
        .map(({ value, readAs, count }) => ({ value, read_as: readAs, count })),
      unread: values.filter(({ readAs }) => readAs === 'unread').reduce((sum, { count }) => sum + count, 0),
    })),
    store: { name: parts.storeName, revision: parts.revision },
    registers: {
      tps: copyOf(registers.tps),
      ctps: copyOf(registers.ctps),
      fps: copyOf(registers.fps),
    },
    results_files: screening.resultsUsed.map((file) => ({
      name: file.fileName,
      provider: file.provider,
      registers: [...file.registers],
      checked_on: file.checkedOn,
      sha256: file.sha256,
      overridden_guards: guardsOf(file),
      revision: file.revision,
    })),
    result: resultOf(screening, parts.isReplay),
  };
}

function copyOf(register: Screening['registers']['tps']): Receipt['registers']['tps'] {
  if (register === null) return null;
  return {
    as_of: register.asOf,
    sha256: register.sha256,
    count: register.count,
    coverage: register.diallingCodes.length === 0 ? 'full' : [...register.diallingCodes],
    overridden_guards: guardsOf(register),
    revision: register.revision,
  };
}

function guardsOf({
  overridden,
}: Pick<Screening['resultsUsed'][number], 'overridden'>): z.infer<typeof guardsSchema> {
  return overridden.map(({ guard, saw }) => ({ guard, saw }));
}

/** Reads the receipt at `path`. Throws a `UserError` where it cannot be read or is none. */
export function readReceipt(path: string): Receipt {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (thrown) {
    throw new UserError(`cannot read the receipt \`${path}\`: ${messageOf(thrown)}`);
  }
  return parseReceipt(text, path);
}

/** Reads a receipt back. Throws a `UserError` where `text` is none, or one of a later version. */
function parseReceipt(text: string, name: string): Receipt {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UserError(
      `\`${name}\` is not a receipt: it is not JSON. Name the \`receipt.json\` of a screening`,
    );
  }
  const parsed = receiptSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new UserError(
    `\`${name}\` is not a receipt this version of ringfence can read${at === '' ? '' : ` (at \`${at}\`)`}. Name the \`receipt.json\` of a screening`,
  );
}

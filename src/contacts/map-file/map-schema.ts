/** The form of a map file, `members.map.yaml`: what a person said of the columns of lists with one header. */
import { z } from 'zod';
import { VALUE_ANSWERS } from '../accounting/column-answer.js';
import { DATE_ORDERS, ENCODINGS } from '../reading-options.js';
import { ROLES } from '../roles.js';

/** What may be said of a column: a role, or `text`. `notes` is another name of `text`. */
export const COLUMN_WORDS = [...ROLES, 'text'] as const;

export const columnWordSchema = z.enum(COLUMN_WORDS);
export const valueAnswerSchema = z.enum(VALUE_ANSWERS);

export const columnObjectSchema = z.strictObject({
  role: columnWordSchema,
  values: z.record(z.string(), valueAnswerSchema).optional(),
});

export const mapSchema = z.strictObject({
  header: z.array(z.string()).min(1),
  columns: z.record(z.string(), z.union([columnWordSchema, columnObjectSchema])).nullish(),
  rest: z.literal('ignore').optional(),
  words: z.record(z.string().min(1), z.literal('harmless')).nullish(),
  skip_lines: z.int().nonnegative().optional(),
  no_header: z.boolean().optional(),
  delimiter: z.string().length(1).optional(),
  encoding: z.enum(ENCODINGS).optional(),
  sheet: z.string().min(1).optional(),
  date_order: z.enum(DATE_ORDERS).optional(),
  preset: z.string().min(1).optional(),
});

export const MAP_KEYS = Object.keys(mapSchema.shape);

/** The form of the file as JSON Schema (draft 2020-12), for editors and for `docs/`. */
export function mapAsJsonSchema(): object {
  return z.toJSONSchema(mapSchema, { io: 'input' });
}

/** What a file of `src/systems` may say, for who writes one without the type checker. */
import { z } from 'zod';
import { isRole, OPT_OUT_ROLES } from '../../src/contacts/roles.js';
import { CHANNELS } from '../../src/screening/campaign.js';

const text = z.string().min(1);
const patterns = z.array(text).min(1);

const signature = z
  .strictObject({
    first: text.optional(),
    all: patterns.optional(),
    some: z.strictObject({ atLeast: z.int().positive(), of: patterns }).optional(),
    none: patterns.optional(),
  })
  .refine(
    ({ first, all, some }) => first !== undefined || all !== undefined || some !== undefined,
    'fits any header',
  );

const channels = z.union([z.literal('all'), z.array(z.enum([...CHANNELS, 'voicemail']))]);
const channelsMeant = z.union([
  channels,
  z.strictObject({ column: patterns, words: z.record(text, channels) }),
]);

const nothing = { becomes: z.literal('nothing'), because: text };
const objection = {
  becomes: z.literal('objection'),
  channels: channelsMeant.optional(),
  on: patterns.optional(),
};
const consent = {
  becomes: z.literal('consent'),
  channels: channelsMeant,
  of: patterns.optional(),
  on: patterns.optional(),
  needs: patterns.optional(),
  endsOn: patterns.optional(),
  source: z.union([text, z.strictObject({ column: patterns })]).optional(),
  purpose: patterns.optional(),
};
const wrongNumber = { becomes: z.literal('wrong-number'), on: patterns.optional() };

const meaning = z.discriminatedUnion('becomes', [
  z.strictObject(nothing),
  z.strictObject(objection),
  z.strictObject(consent),
  z.strictObject(wrongNumber),
]);

/** As `headerWords` writes it: a word that is written otherwise would never be found. */
const word = z.string().regex(/^[\p{Ll}\p{N}]+(?: [\p{Ll}\p{N}]+)*$/u);
const words = { words: z.array(word).min(1) };
const wordsMeant = z.array(
  z.discriminatedUnion('becomes', [
    z.strictObject({ ...nothing, ...words }),
    z.strictObject({ ...objection, ...words }),
    z.strictObject({ ...consent, ...words }),
    z.strictObject({ ...wrongNumber, ...words }),
  ]),
);

const column = { columns: patterns, binds: z.array(z.enum([...OPT_OUT_ROLES, 'deceased'])) };
const flag = z.discriminatedUnion('reads', [
  z.strictObject({
    ...column,
    reads: z.literal('yes-no'),
    alsoYes: z.array(word).optional(),
    yes: meaning.optional(),
  }),
  z.strictObject({ ...column, reads: z.literal('opt-in'), yes: z.strictObject(consent) }),
  z.strictObject({ ...column, reads: z.literal('day') }),
  z.strictObject({ ...column, reads: z.literal('wrong-numbers'), yes: z.strictObject(objection).optional() }),
  z.strictObject({ ...column, reads: z.literal('words'), separator: text.optional(), words: wordsMeant }),
]);

const listFacet = { called: text, signatures: z.array(signature).min(1) };
const answer = z.union([
  z.enum(['nothing', 'invalid']),
  z.partialRecord(z.enum(['tps', 'ctps', 'fps']), z.enum(['listed', 'clear'])),
]);

export const systemSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u),
  title: text,
  columns: z.record(z.string().refine(isRole, 'no role'), patterns).optional(),
  copied: patterns.optional(),
  flags: z.array(flag).optional(),
  list: z.strictObject(listFacet).optional(),
  ledger: z
    .strictObject({
      ...listFacet,
      name: text.optional(),
      idSystem: text,
      ids: z.strictObject({ columns: patterns, idSystem: text.optional() }).optional(),
      fileNames: wordsMeant.optional(),
    })
    .optional(),
  results: z
    .strictObject({
      numbers: patterns,
      asksRegisters: z.literal(true).optional(),
      answers: z.array(
        z.strictObject({
          headers: patterns,
          words: z.record(z.string().regex(/^\S(?:[^A-Z]*\S)?$/u), answer),
          isOptional: z.literal(true).optional(),
          dates: patterns.optional(),
        }),
      ),
    })
    .optional(),
  writeBack: z.partialRecord(z.enum(OPT_OUT_ROLES), z.strictObject({ column: text, value: text })).optional(),
});

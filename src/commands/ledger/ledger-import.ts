/** `ringfence ledger import`. */
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { DATE_ORDERS, parseMapping } from '../../contacts/reading-options.js';
import { headerWords } from '../../contacts/text/header-words.js';
import { UserError } from '../../errors.js';
import { type ExportRequest, importExport, type Meaning } from '../../ledger/exports/import-export.js';
import { chooseLedgerPreset } from '../../ledger/exports/ledger-presets.js';
import { importLedger } from '../../ledger/native/import-ledger.js';
import { describeExport } from '../../reports/ledger/ledger-export.js';
import { describeImport } from '../../reports/ledger/ledger-import.js';
import { describeReading } from '../../reports/words/reading-notes.js';
import { openStore } from '../../store/open-store.js';
import { type Context, say, sayJson, warn } from '../context.js';
import { addJsonOption, addStoreOption, collect, storePath } from '../options.js';

const typedOptions = z.object({
  as: z.literal('objection').optional(),
  preset: z.string().optional(),
  controller: z.string().optional(),
  idSystem: z.string().optional(),
  dateOrder: z.enum(DATE_ORDERS).optional(),
  map: z.array(z.string()),
  readAs: z.array(z.string()),
  keepGood: z.boolean().optional(),
  store: z.string().optional(),
  json: z.boolean().optional(),
});
type Typed = z.infer<typeof typedOptions>;

/** What a word may be said to mean with `--read-as`: never a consent, which no word proves. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  objection: { becomes: 'objection', channels: 'all' },
  'wrong-number': { becomes: 'wrong-number' },
  nothing: { becomes: 'nothing', because: 'as you said' },
};

export function addImportCommand(ledger: Command, context: Context): void {
  const command = ledger
    .command('import')
    .summary('take in consents, withdrawals, objections and wrong numbers')
    .description(
      'Takes in a ledger in the native CSV form, what another system exports (it is known by its header, or say\n' +
        'which with --preset), or with --as objection a plain list of numbers and addresses. A line that cannot be\n' +
        'read stops the import before anything changes. The same file twice changes nothing. Prints every\n' +
        'controller that is named, and of an export what each value became. An opt-out of another system is\n' +
        'always taken, and binds every caller; a consent only as far as the export proves it.',
    )
    .argument(
      '<file>',
      'the ledger, the export (also a zip of several files, as Mailchimp has it) or the list',
    )
    .option('--preset <name>', 'read the file as the export of this system (default: found out)')
    .option('--controller <name>', 'of an export: the body that its consents were given to')
    .option(
      '--id-system <name>',
      'of an export: the system of its ids, by the name that campaign files give it (default: that of the preset)',
    )
    .addOption(
      new Option('--date-order <order>', 'of an export: how 03/04/2026 is meant').choices(DATE_ORDERS),
    )
    .option(
      '--map <role=Column>',
      'of an export: give a column a role, as `screen` has it; repeat it for more',
      collect,
      [],
    )
    .option(
      '--read-as <word=meaning>',
      'of an export: what a word means that its preset does not know: objection, wrong-number or nothing',
      collect,
      [],
    )
    .addOption(
      new Option(
        '--as <record>',
        'read a plain list, one number or address a line, as objections to every caller',
      ).choices(['objection']),
    )
    .option('--keep-good', 'pass over consents that cannot be read; never over an objection or a withdrawal');
  addStoreOption(command);
  addJsonOption(command);
  command
    .addHelpText(
      'after',
      '\nExample:\n  ringfence ledger import consents.csv\n' +
        '  ringfence ledger import do-not-call.txt --as objection\n' +
        '  ringfence ledger import audience_export_1.zip --controller "Northfield Party"',
    )
    .action(async (file: string, options: unknown) => {
      const typed = typedOptions.parse(options);
      const request = await exportRequest(file, typed);
      const store = openStore(storePath(typed.store, context), 'write');
      try {
        if (request === null) {
          const result = await importLedger(store, context.clock, {
            path: file,
            asObjection: typed.as === 'objection',
            keepGood: typed.keepGood === true,
          });
          if (typed.json === true) sayJson(context, result);
          else say(context, describeImport(result));
        } else {
          const result = await importExport(store, context.clock, request);
          for (const line of describeReading(result.notes)) warn(context, line);
          if (typed.json === true) sayJson(context, result);
          else say(context, `${describeExport(result.export, result.files)}\n${describeImport(result)}`);
        }
      } finally {
        store.close();
      }
    });
}

/** null: the file is no export of another system, and none of the options for those was given. */
async function exportRequest(path: string, typed: Typed): Promise<ExportRequest | null> {
  if (typed.as !== undefined) {
    refuseExportOptions(typed, '`--as objection` reads a plain list');
    return null;
  }
  const preset = await chooseLedgerPreset(path, typed.preset ?? null);
  if (preset === null) {
    refuseExportOptions(typed, 'the file is not known as the export of another system');
    return null;
  }
  return {
    path,
    preset,
    controller: typed.controller ?? null,
    idSystem: typed.idSystem ?? null,
    dateOrder: typed.dateOrder ?? null,
    mappings: typed.map.map(parseMapping),
    readAs: new Map(typed.readAs.map(readAsTyped)),
    keepGood: typed.keepGood === true,
  };
}

function refuseExportOptions(
  { preset, controller, idSystem, dateOrder, map, readAs }: Typed,
  why: string,
): void {
  const given = Object.entries({
    '--preset': preset,
    '--controller': controller,
    '--id-system': idSystem,
    '--date-order': dateOrder,
    '--map': map[0],
    '--read-as': readAs[0],
  }).flatMap(([option, value]) => (value === undefined ? [] : [`\`${option}\``]));
  if (given.length === 0) return;
  throw new UserError(
    `${given.join(', ')} ${given.length === 1 ? 'is' : 'are'} for exports of other systems, and ${why}; name the system with \`--preset\`, or leave ${given.length === 1 ? 'it' : 'them'} out`,
  );
}

function readAsTyped(text: string): [string, Meaning] {
  const equals = text.lastIndexOf('=');
  const word = headerWords(text.slice(0, Math.max(equals, 0)));
  const meaning =
    MEANINGS[
      text
        .slice(equals + 1)
        .trim()
        .toLowerCase()
    ];
  if (word !== '' && meaning !== undefined) return [word, meaning];
  throw new UserError(
    `\`--read-as ${text}\` takes a word and what it means, as \`--read-as "Hung up=nothing"\`: ${Object.keys(MEANINGS).join(', ')}`,
  );
}

/** `ringfence ledger import`. */
import type { Command } from 'commander';
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
import type { Store } from '../../store/open-store.js';
import {
  addCommand,
  argument,
  choice,
  flag,
  type Given,
  option,
  repeated,
  TEXT,
  TEXTS,
} from '../command-table.js';
import { type Context, say, sayJson, warn } from '../context.js';
import { JSON_RESULT, STORE, storePath, withStore } from '../options.js';

/** What a word may be said to mean with `--read-as`: never a consent, which no word proves. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  objection: { becomes: 'objection', channels: 'all' },
  'wrong-number': { becomes: 'wrong-number' },
  nothing: { becomes: 'nothing', because: 'as you said' },
};

/** What plays no part unless the file is an export of another system. */
const OF_EXPORTS = {
  preset: option('--preset <name>', 'read the file as the export of this system (default: detected)', TEXT),
  controller: option('--controller <name>', 'of an export: the body that its consents were given to', TEXT),
  idSystem: option(
    '--id-system <name>',
    'of an export: the system of its ids, by the name that campaign files give it (default: that of the preset)',
    TEXT,
  ),
  dateOrder: choice('--date-order <order>', 'of an export: how 03/04/2026 is meant', DATE_ORDERS),
  map: repeated(
    '--map <role=Column>',
    'of an export: give a column a role, as `screen` has it; repeat it for more',
    TEXTS,
  ),
  readAs: repeated(
    '--read-as <word=meaning>',
    'of an export: what a word means that its preset does not know: objection, wrong-number or nothing',
    TEXTS,
  ),
};

const takes = {
  file: argument(
    '<file>',
    'the ledger, the export (also a zip of several files, as Mailchimp has it) or the list',
    z.string(),
  ),
  ...OF_EXPORTS,
  as: choice(
    '--as <record>',
    'read a plain list, one number or address a line, as objections to every caller',
    ['objection'],
  ),
  keepGood: flag(
    '--keep-good',
    'pass over consents that cannot be read; never over an objection or a withdrawal',
  ),
  store: STORE,
  json: JSON_RESULT,
};

export function addImportCommand(ledger: Command, context: Context): void {
  addCommand(ledger, {
    name: 'import',
    summary: 'take in consents, withdrawals, objections and wrong numbers',
    description:
      'Takes in a ledger in the native CSV form, what another system exports (it is known by its header, or say\n' +
      'which with --preset), or with --as objection a plain list of numbers and addresses. A line that cannot be\n' +
      'read stops the import before anything changes. The same file twice changes nothing. Prints every\n' +
      'controller that is named, and of an export what each value became. An opt-out of another system is\n' +
      'always taken, and binds every caller; a consent only as far as the export proves it.',
    takes,
    helpAfter:
      '\nExample:\n  ringfence ledger import consents.csv\n' +
      '  ringfence ledger import do-not-call.txt --as objection\n' +
      '  ringfence ledger import audience_export_1.zip --controller "Northfield Party"',
    act: async (given, typed) => {
      const request = await exportRequest(given, typed(OF_EXPORTS));
      await withStore(storePath(given.store, context), 'write', (store) =>
        request === null ? takeInLedger(store, given, context) : takeInExport(store, request, given, context),
      );
    },
  });
}

async function takeInLedger(store: Store, given: Given<typeof takes>, context: Context): Promise<void> {
  const result = await importLedger(store, context.clock, {
    path: given.file,
    asObjection: given.as === 'objection',
    keepGood: given.keepGood,
  });
  if (given.json) sayJson(context, result);
  else say(context, describeImport(result));
}

async function takeInExport(
  store: Store,
  request: ExportRequest,
  given: Given<typeof takes>,
  context: Context,
): Promise<void> {
  const result = await importExport(store, context.clock, request);
  for (const line of describeReading(result.notes)) warn(context, line);
  if (given.json) sayJson(context, result);
  else say(context, `${describeExport(result.export, result.files)}\n${describeImport(result)}`);
}

/** null: the file is no export of another system, and none of the options for those was given. */
async function exportRequest(
  given: Given<typeof takes>,
  ofExports: readonly string[],
): Promise<ExportRequest | null> {
  if (given.as !== undefined) {
    refuseExportOptions(ofExports, '`--as objection` reads a plain list');
    return null;
  }
  const preset = await chooseLedgerPreset(given.file, given.preset ?? null);
  if (preset === null) {
    refuseExportOptions(ofExports, 'the file is not known as the export of another system');
    return null;
  }
  return {
    path: given.file,
    preset,
    controller: given.controller ?? null,
    idSystem: given.idSystem ?? null,
    dateOrder: given.dateOrder ?? null,
    mappings: given.map.map(parseMapping),
    readAs: new Map(given.readAs.map(readAsTyped)),
    keepGood: given.keepGood,
  };
}

function refuseExportOptions(typed: readonly string[], why: string): void {
  if (typed.length === 0) return;
  const [are, them] = typed.length === 1 ? ['is', 'it'] : ['are', 'them'];
  throw new UserError(
    `${typed.map((flags) => `\`${flags}\``).join(', ')} ${are} for exports of other systems, and ${why}; name the system with \`--preset\`, or leave ${them} out`,
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

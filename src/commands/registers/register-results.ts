/** `ringfence register results`. */
import type { Command } from 'commander';
import { z } from 'zod';
import { describeResults } from '../../reports/registers/register-results.js';
import { importResults } from '../../results/import-results.js';
import { addCommand, argument, flag, type Given, option, repeated, TEXT, TEXTS } from '../command-table.js';
import { type Context, say, sayJson } from '../context.js';
import { COUNT, DAY, JSON_RESULT, registerNamed, STORE, storePath, withStore } from '../options.js';

const takes = {
  file: argument('<file>', 'the result file: CSV, gz, zip or Excel', z.string()),
  provider: option('--provider <name>', 'the service', z.string()),
  checkedOn: option('--checked-on <date>', 'the day on which the service checked', DAY),
  registers: option(
    '--registers <names>',
    'the registers that were checked, as tps,ctps (default: all of the service)',
    TEXT,
  ),
  numberColumn: option('--number-column <header>', 'the column of the number', TEXT),
  resultColumn: option('--result-column <header>', 'the column of the result', TEXT),
  listed: repeated(
    '--listed <word>',
    'of another service: a result that means listed; repeat it for more',
    TEXTS,
  ),
  clear: repeated('--clear <word>', 'of another service: a result that means not listed', TEXTS),
  unknown: repeated('--unknown <word>', 'of another service: a result that is no evidence', TEXTS),
  invalid: repeated(
    '--invalid <word>',
    'of another service: a result for what is no telephone number',
    TEXTS,
  ),
  expectCount: option(
    '--expect-count <n>',
    'accept exactly this file although its bytes are those of an earlier check: its count of numbers',
    COUNT.optional(),
  ),
  emptyIsClear: flag('--empty-is-clear', 'an empty result means not listed, as the service told you'),
  store: STORE,
  json: JSON_RESULT,
};

export function addResultsCommand(register: Command, context: Context): void {
  addCommand(register, {
    name: 'results',
    summary: 'take in the result file of a paid screening service',
    description:
      'Takes in what a screening service answered, number by number, for the registers it answers for: the path\n' +
      'without a TPS licence. Have the numbers of to-check.csv checked, then take the file in as it came. Presets:\n' +
      'tps-services, tpsclear, tpscheck, data8; any other file with its columns and words. A result that is not\n' +
      'known stops the import, and none is ever taken for clear. A clear answer holds for 27 days after the\n' +
      'check; a listed one until a later full copy or a later check says otherwise.',
    takes,
    helpAfter:
      '\nExample:\n  ringfence register results checked.csv --provider tps-services --checked-on 2026-11-21\n' +
      '  ringfence register results checked.csv --provider "Example Screening" --checked-on 2026-11-21 \\\n' +
      '    --number-column Phone --result-column Status --listed Y --clear N --registers tps,ctps',
    act: (given) => takeIn(given, context),
  });
}

async function takeIn(given: Given<typeof takes>, context: Context): Promise<void> {
  await withStore(storePath(given.store, context), 'write', async (store) => {
    const result = await importResults(store, context.clock, {
      path: given.file,
      provider: given.provider,
      checkedOn: given.checkedOn,
      registers: given.registers?.split(',').map((name) => registerNamed(name.trim())) ?? null,
      numberColumn: given.numberColumn ?? null,
      resultColumn: given.resultColumn ?? null,
      listed: given.listed,
      clear: given.clear,
      unknown: given.unknown,
      invalid: given.invalid,
      expectCount: given.expectCount ?? null,
      isEmptyClear: given.emptyIsClear,
    });
    if (given.json) sayJson(context, result);
    else say(context, describeResults(result));
  });
}

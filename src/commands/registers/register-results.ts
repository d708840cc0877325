/** `ringfence register results`. */
import type { Command } from 'commander';
import { z } from 'zod';
import { describeResults } from '../../reports/registers/register-results.js';
import { importResults } from '../../results/import-results.js';
import { openStore } from '../../store/open-store.js';
import { type Context, say, sayJson } from '../context.js';
import {
  addJsonOption,
  addStoreOption,
  collect,
  countArgument,
  day,
  dayArgument,
  registerNamed,
  storePath,
} from '../options.js';

const resultsTyped = z.object({
  provider: z.string(),
  checkedOn: day,
  registers: z.string().optional(),
  numberColumn: z.string().optional(),
  resultColumn: z.string().optional(),
  listed: z.array(z.string()),
  clear: z.array(z.string()),
  unknown: z.array(z.string()),
  invalid: z.array(z.string()),
  expectCount: z.number().optional(),
  emptyIsClear: z.boolean().optional(),
  store: z.string().optional(),
  json: z.boolean().optional(),
});

export function addResultsCommand(register: Command, context: Context): void {
  const command = register
    .command('results')
    .summary('take in the result file of a paid screening service')
    .description(
      'Takes in what a screening service answered, number by number, for the registers it answers for: the path\n' +
        'without a TPS licence. Have the numbers of to-check.csv checked, then take the file in as it came. Presets:\n' +
        'tps-services, tpsclear, tpscheck, data8; any other file with its columns and words. A result that is not\n' +
        'known stops the import, and none is ever taken for clear. A clear answer holds for 27 days after the\n' +
        'check; a listed one until a later full copy or a later check says otherwise.',
    )
    .argument('<file>', 'the result file: CSV, gz, zip or Excel')
    .requiredOption('--provider <name>', 'the service')
    .requiredOption('--checked-on <date>', 'the day on which the service checked', dayArgument)
    .option(
      '--registers <names>',
      'the registers that were checked, as tps,ctps (default: all of the service)',
    )
    .option('--number-column <header>', 'the column of the number')
    .option('--result-column <header>', 'the column of the result')
    .option(
      '--listed <word>',
      'of another service: a result that means listed; repeat it for more',
      collect,
      [],
    )
    .option('--clear <word>', 'of another service: a result that means not listed', collect, [])
    .option('--unknown <word>', 'of another service: a result that is no evidence', collect, [])
    .option('--invalid <word>', 'of another service: a result for what is no telephone number', collect, [])
    .option(
      '--expect-count <n>',
      'accept exactly this file although its bytes are those of an earlier check: its count of numbers',
      countArgument,
    )
    .option('--empty-is-clear', 'an empty result means not listed, as the service told you');
  addStoreOption(command);
  addJsonOption(command);
  command
    .addHelpText(
      'after',
      '\nExample:\n  ringfence register results checked.csv --provider tps-services --checked-on 2026-11-21\n' +
        '  ringfence register results checked.csv --provider "Example Screening" --checked-on 2026-11-21 \\\n' +
        '    --number-column Phone --result-column Status --listed Y --clear N --registers tps,ctps',
    )
    .action(async (file: string, options: unknown) => {
      const typed = resultsTyped.parse(options);
      const store = openStore(storePath(typed.store, context), 'write');
      try {
        const result = await importResults(store, context.clock, {
          path: file,
          provider: typed.provider,
          checkedOn: typed.checkedOn,
          registers: typed.registers?.split(',').map((name) => registerNamed(name.trim())) ?? null,
          numberColumn: typed.numberColumn ?? null,
          resultColumn: typed.resultColumn ?? null,
          listed: typed.listed,
          clear: typed.clear,
          unknown: typed.unknown,
          invalid: typed.invalid,
          expectCount: typed.expectCount ?? null,
          isEmptyClear: typed.emptyIsClear === true,
        });
        if (typed.json === true) sayJson(context, result);
        else say(context, describeResults(result));
      } finally {
        store.close();
      }
    });
}

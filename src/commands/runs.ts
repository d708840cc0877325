/** `ringfence runs`: what ran, when, on which list, with what result. */
import type { Command } from 'commander';
import { z } from 'zod';
import { describeRuns } from '../reports/lists/runs.js';
import { openStore } from '../store/open-store.js';
import { listRuns } from '../store/runs.js';
import { type Context, say, sayJson } from './context.js';
import { addJsonOption, addStoreOption, storePath } from './options.js';

const typedOptions = z.object({ store: z.string().optional(), json: z.boolean().optional() });

export function addRunsCommand(program: Command, context: Context): void {
  const command = program
    .command('runs')
    .summary('what ran, when, on which list, with what result')
    .description('Lists the screenings logged in the store, the latest first.');
  addStoreOption(command);
  addJsonOption(command);
  command.addHelpText('after', '\nExample:\n  ringfence runs').action((options: unknown) => {
    const typed = typedOptions.parse(options);
    const store = openStore(storePath(typed.store, context), 'read');
    try {
      const runs = listRuns(store);
      if (typed.json === true) sayJson(context, runs);
      else say(context, describeRuns(runs));
    } finally {
      store.close();
    }
  });
}

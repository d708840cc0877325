/** `ringfence runs`: what ran, when, on which list, with what result. */
import type { Command } from 'commander';
import { describeRuns } from '../reports/lists/runs.js';
import { listRuns } from '../store/runs.js';
import { addCommand } from './command-table.js';
import { type Context, say, sayJson } from './context.js';
import { JSON_RESULT, STORE, storePath, withStore } from './options.js';

export function addRunsCommand(program: Command, context: Context): void {
  addCommand(program, {
    name: 'runs',
    summary: 'what ran, when, on which list, with what result',
    description: 'Lists the screenings logged in the store, the latest first.',
    takes: { store: STORE, json: JSON_RESULT },
    helpAfter: '\nExample:\n  ringfence runs',
    act: ({ store, json }) =>
      withStore(storePath(store, context), 'read', (open) => {
        const runs = listRuns(open);
        if (json) sayJson(context, runs);
        else say(context, describeRuns(runs));
      }),
  });
}

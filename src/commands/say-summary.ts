/** The summary of a finished run on stdout: the same for `screen` and `check`. */
import { basename } from 'node:path';
import type { FinishedFiles } from '../outcomes/run-files.js';
import { summarise } from '../reports/summary/summary.js';
import { type Context, say } from './context.js';
import type { FinishedRun, PlannedRun } from './screening-run.js';

/** Prints it. `published`: the folder and what was asked for in it; null for `check`, which writes nothing. */
export function saySummary(
  run: PlannedRun,
  { screening, revision }: FinishedRun,
  published: (FinishedFiles & { readonly folder: string }) | null,
  context: Context,
): void {
  say(
    context,
    summarise({
      screening,
      folder: published?.folder ?? null,
      dialList: published?.dialList ?? null,
      toCheck: published?.toCheck ?? null,
      writeBack: published?.writeBack ?? null,
      storeName: basename(run.storePath),
      revision,
      isReplay: run.isReplay,
      clockSetTo: context.clock.isSet ? context.clock.today : null,
      hasColour: context.stdout.isTTY === true && context.environment.NO_COLOR === undefined,
    }),
  );
}

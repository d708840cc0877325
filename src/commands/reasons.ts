/** `ringfence reasons`: the catalogue of reason codes, and the page of one. */
import type { Command } from 'commander';
import { closest } from 'fastest-levenshtein';
import { z } from 'zod';
import { UserError } from '../errors.js';
import { describeReason, describeReasons, reasonAsData } from '../reports/explain/reason-pages.js';
import { isReasonCode, reasonCodes } from '../screening/precedence.js';
import { type Context, say, sayJson } from './context.js';
import { addJsonOption } from './options.js';

const typedOptions = z.object({ json: z.boolean().optional() });

export function addReasonsCommand(program: Command, context: Context): void {
  const command = program
    .command('reasons')
    .summary('the reason codes, and the law behind each')
    .description(
      'Lists every reason code, or shows the page of one: the question, the law, what it does, what to do.',
    )
    .argument('[code]', 'a reason code, such as tps-listed');
  addJsonOption(command);
  command
    .addHelpText('after', '\nExample:\n  ringfence reasons tps-listed')
    .action((code: string | undefined, options: unknown) => {
      const typed = typedOptions.parse(options);
      if (code === undefined) {
        if (typed.json === true)
          sayJson(context, Object.fromEntries(reasonCodes.map((each) => [each, reasonAsData(each)])));
        else say(context, describeReasons());
        return;
      }
      if (!isReasonCode(code)) {
        throw new UserError(
          `there is no reason code \`${code}\`; did you mean \`${closest(code, [...reasonCodes])}\`?`,
        );
      }
      if (typed.json === true) sayJson(context, { code, ...reasonAsData(code) });
      else say(context, describeReason(code));
    });
}

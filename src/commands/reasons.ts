/** `ringfence reasons`: the catalogue of reason codes, and the page of one. */
import type { Command } from 'commander';
import { closest } from 'fastest-levenshtein';
import { UserError } from '../errors.js';
import { describeReason, describeReasons, reasonAsData } from '../reports/explain/reason-pages.js';
import { isReasonCode, reasonCodes } from '../screening/precedence.js';
import { addCommand, argument, TEXT } from './command-table.js';
import { type Context, say, sayJson } from './context.js';
import { JSON_RESULT } from './options.js';

export function addReasonsCommand(program: Command, context: Context): void {
  addCommand(program, {
    name: 'reasons',
    summary: 'the reason codes, and the law behind each',
    description:
      'Lists every reason code, or shows the page of one: the question, the law, what it does, what to do.',
    takes: {
      code: argument('[code]', 'a reason code, such as tps-listed', TEXT),
      json: JSON_RESULT,
    },
    helpAfter: '\nExample:\n  ringfence reasons tps-listed',
    act: ({ code, json }) => {
      if (code === undefined) {
        if (json) sayJson(context, Object.fromEntries(reasonCodes.map((each) => [each, reasonAsData(each)])));
        else say(context, describeReasons());
        return;
      }
      if (!isReasonCode(code)) {
        throw new UserError(
          `there is no reason code \`${code}\`; did you mean \`${closest(code, [...reasonCodes])}\`?`,
        );
      }
      if (json) sayJson(context, { code, ...reasonAsData(code) });
      else say(context, describeReason(code));
    },
  });
}

/** What to do after a screening, in commands a person can type. */

import type { FinishedFiles } from '../../outcomes/run-files.js';
import type { IsoDate } from '../../screening/dates.js';
import { isStale } from '../../screening/law.js';
import { registersOf } from '../../screening/rules/registers/registers-asked.js';
import { isAnsweredByServices, type Screening } from '../../screening-result.js';
import { registersInWords } from '../registers/register-results.js';
import { counted } from '../words/count.js';
import { blockingGate } from './what-decides.js';

export interface SummaryRequest {
  readonly screening: Screening;
  /** The folder that was published; null for `check`, which writes none. */
  readonly folder: string | null;
  /** The name of the dial list in it, and of what was written back, where there are any. */
  readonly dialList: string | null;
  readonly toCheck: FinishedFiles['toCheck'];
  readonly writeBack: FinishedFiles['writeBack'];
  readonly storeName: string;
  readonly revision: number;
  readonly isReplay: boolean;
  /** The day that `RINGFENCE_TODAY` set, or null. */
  readonly clockSetTo: IsoDate | null;
  readonly hasColour: boolean;
}

/** The steps that this screening calls for, the most pressing first. */
export function nextSteps({ screening, folder, toCheck, dialList, isReplay }: SummaryRequest): string[] {
  const { tallied, judgement } = screening;
  const blocking = blockingGate(screening);
  if (blocking !== undefined) {
    return [
      `Use this list for nothing until that is settled with whoever can settle it; \`ringfence reasons ${blocking.code}\` says how.`,
    ];
  }
  const steps: string[] = [...registerSteps(screening)];
  if (toCheck !== null && folder !== null) {
    steps.push(
      `${steps.length === 0 ? 'Have' : 'Or, without a licence, have'} ${folder}/${toCheck.name} (${counted(toCheck.numbers, 'number')}) checked against ${registersInWords(toCheck.registers)} by a screening service, type \`ringfence register results FILE --provider NAME --checked-on DATE\`, and screen again.`,
    );
  }
  const needsReview = tallied.outcomes['needs-review'];
  if (needsReview.rows > 0 && folder !== null) {
    steps.push(
      `Open ${folder}/needs-review.csv: correct what \`screening_explanation\` names, in your system or the campaign file, and screen again. Contact nobody from it.`,
    );
  }
  if (tallied.outcomes.allowed.contactPoints > 0 && !isReplay) {
    const until = tallied.validUntil === null ? '' : ` until ${tallied.validUntil}, then screen again`;
    steps.push(
      folder === null
        ? 'Screen the list with `ringfence screen` to get the files.'
        : dialList === null
          ? `Contact people from ${folder}/allowed.csv only${until}.`
          : `Hand out ${folder}/${dialList} and nothing else${until}.`,
    );
  }
  if (judgement.facts.isMarketing) {
    const isCall = judgement.facts.campaign.channel === 'live-call';
    const [words, contact] = isCall
      ? ["don't ring again", 'NUMBER']
      : ["don't contact me again", 'NUMBER-OR-EMAIL'];
    steps.push(
      `If someone says "${words}", run \`ringfence objection ${contact} --campaign FILE\` the same day.`,
    );
  }
  return steps;
}

function registerSteps(screening: Screening): string[] {
  const { registers, judgement, resultsUsed } = screening;
  const { callDate } = judgement.facts;
  const wanting = registersOf(judgement.facts).flatMap((name) => {
    const register = registers[name];
    const isWanting = register === null || isStale(register.asOf, callDate);
    return isWanting && !isAnsweredByServices(screening, name) ? [name] : [];
  });
  return wanting.map(
    (name) =>
      `Load a current copy of the ${name.toUpperCase()} register: \`ringfence register load ${name} FILE --as-of DATE\`. ${resultsUsed.length === 0 ? 'Without it nobody can be cleared.' : 'Without it only those can be cleared whom a service checked.'}`,
  );
}

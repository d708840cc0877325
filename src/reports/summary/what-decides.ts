/** What stands before every row, and so comes first in the summary: nothing else can be put right until it is. */
import type { ChalkInstance } from 'chalk';
import { type DeclaredFact, declaredFacts, openFacts } from '../../screening/facts.js';
import type { Finding } from '../../screening/finding.js';
import { isStale } from '../../screening/law.js';
import { registersOf } from '../../screening/rules/registers/registers-asked.js';
import { explain } from '../../screening/verdict/explanations.js';
import { isAnsweredByServices, type Screening } from '../../screening-result.js';
import { section } from '../words/section.js';

/** The closed gate that blocks every row; else reviewing gates, registers that clear nobody, and open questions. */
export function decidesEveryRow(screening: Screening, paint: ChalkInstance): string[] {
  const blocking = blockingGate(screening);
  if (blocking !== undefined) {
    return [paint.red(`Nobody on this list may be contacted. ${explain(blocking)} (${blocking.code})`)];
  }
  const gates = reviewingGates(screening).map((gate) =>
    paint.yellow(`Every row needs a person. ${explain(gate)} (${gate.code})`),
  );
  const registers = registerWarnings(screening).map((line) => paint.yellow(line));
  return [...gates, ...registers, ...questions(waitingFacts(screening), paint)];
}

/** Findings of the campaign that were not told there: further gates beside a blocking one, and notes. */
export function otherFindings(screening: Screening): readonly Finding[] {
  const blocking = blockingGate(screening);
  const told = blocking === undefined ? reviewingGates(screening) : [blocking];
  const asked = new Set(waitingFacts(screening).map(({ key }) => key));
  return screening.judgement.campaignFindings.filter(
    (finding) => !told.includes(finding) && (blocking !== undefined || !isAsked(finding, asked)),
  );
}

/** The first gate that blocks every row, if any is closed. */
export function blockingGate({ judgement }: Screening): Finding | undefined {
  return judgement.campaignFindings.find((finding) => finding.kind === 'gate' && finding.effect === 'block');
}

function reviewingGates(screening: Screening): readonly Finding[] {
  const asked = new Set(waitingFacts(screening).map(({ key }) => key));
  return screening.judgement.campaignFindings.filter(
    (finding) => finding.kind === 'gate' && finding.effect === 'review' && !isAsked(finding, asked),
  );
}

/** An open fact is asked as a question; an authorisation that comes too late is not open. */
function isAsked({ detail }: Finding, asked: ReadonlySet<string>): boolean {
  return detail.fact !== undefined && detail.on === undefined && asked.has(detail.fact);
}

/** The open facts that rows of this list wait for, in the order of the table. */
function waitingFacts({ judgement, tallied }: Screening): readonly DeclaredFact[] {
  const open = new Set(
    openFacts(judgement.facts.campaign)
      .filter(({ open, concerns }) => open.effect === 'review' && concerns === 'every-row')
      .map(({ key }) => key),
  );
  return declaredFacts.filter(({ key }) => open.has(key) || tallied.byOpenFact.has(key));
}

function questions(open: readonly DeclaredFact[], paint: ChalkInstance): string[] {
  if (open.length === 0) return [];
  const these = open.length === 1 ? 'this question' : `these ${open.length} questions`;
  return section(
    paint.yellow(
      `Answer ${these} in the campaign file first; until then the rows concerned wait in needs-review.csv:`,
    ),
    open.map((fact) => `${fact.key}: ${fact.question}`),
  );
}

/** Without a whole and current copy nobody can be cleared, however good the rest is. */
function registerWarnings(screening: Screening): string[] {
  const { judgement, registers, resultsUsed } = screening;
  const { callDate } = judgement.facts;
  const nobody =
    resultsUsed.length === 0 ? 'nobody can be cleared' : 'only those can be cleared whom a service checked';
  return registersOf(judgement.facts).flatMap((name) => {
    if (isAnsweredByServices(screening, name)) return [];
    const register = registers[name];
    const label = name.toUpperCase();
    if (register === null) return [`No copy of the ${label} register is loaded: ${nobody}.`];
    if (isStale(register.asOf, callDate)) {
      return [`The ${label} copy is of ${register.asOf}, too old for ${callDate}: ${nobody}.`];
    }
    return register.diallingCodes.length === 0
      ? []
      : [
          `The ${label} copy covers only ${register.diallingCodes.join(', ')}: no other number can be cleared.`,
        ];
  });
}

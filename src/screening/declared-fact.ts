/**
 * How a declared fact closes its gate. Each rule that rests on one names its fact and takes the rest
 * from the table in `facts.ts`, so that table, file, questions and judgement cannot differ.
 */
import { type DeclaredFact, declaredFacts, type FactKey, isNeeded } from './facts.js';
import { closedGate, type Finding } from './finding.js';
import { type CampaignFacts, type CampaignRule, type Codes, NONE } from './rule.js';

/** A rule that closes its gate as the table says, for every row. */
export function gateForFact<Own extends Codes>(
  id: string,
  key: FactKey,
  codes: Own,
): Omit<CampaignRule, 'codes'> & { readonly codes: Own } {
  return { id, codes, findings: (facts) => gateFindings(key, facts) };
}

/** What the answer to the fact `key` does to a row that it concerns. */
export function gateFindings(key: FactKey, { campaign }: CampaignFacts): readonly Finding[] {
  const fact = factNamed(key);
  if (!isNeeded(fact, campaign)) return NONE;
  switch (fact.answer(campaign)) {
    case 'wanted':
      return NONE;
    case 'wrong':
      return fact.wrong.effect === 'elsewhere'
        ? NONE
        : [closedGate(fact.wrong.effect, fact.wrong.code, { fact: key })];
    case 'open':
      return fact.open.effect === 'taken-as'
        ? NONE
        : [closedGate(fact.open.effect, fact.open.code, { fact: key })];
  }
}

function factNamed(key: FactKey): DeclaredFact {
  const fact = declaredFacts.find((candidate) => candidate.key === key);
  if (fact === undefined) throw new Error(`the table of declared facts lacks ${key}`);
  return fact;
}

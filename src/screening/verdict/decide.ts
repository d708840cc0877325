/**
 * Findings to verdict. Deciding is boring, and never allows by silence: a closed gate or a bar that
 * nothing opens blocks; a doubt or an unproven key reviews; only then does something positive allow.
 */
import { type Campaign, isDirectMarketing } from '../campaign.js';
import { earliest, type IsoDate } from '../dates.js';
import { type BarFinding, doubt, type Finding, type KeyFinding, type Reason } from '../finding.js';
import type { ReasonCode } from '../precedence.js';
import { inOrder } from '../precedence.js';
import type { CampaignFacts, CampaignRule, ContactRule, EndsOn, Facts } from '../rule.js';
import { campaignRules, contactRules } from '../rules/index.js';

export type Outcome = 'allowed' | 'blocked' | 'needs-review';

/** In the order of the output files. */
export const OUTCOMES: readonly Outcome[] = ['allowed', 'blocked', 'needs-review'];

export interface Verdict {
  readonly outcome: Outcome;
  /** The reason that gave the outcome; also the first of `reasons`. */
  readonly decisive: Reason;
  /**
   * Every reason, the decisive one first, then in the order gates, bars with their keys, doubts, positive findings,
   * notes; within a kind by precedence.
   */
  readonly reasons: readonly Reason[];
  /** The last day on which an `allowed` holds; null for the other outcomes. */
  readonly validUntil: IsoDate | null;
}

/** The rules that judge. */
export interface Rules {
  readonly campaign: readonly CampaignRule[];
  readonly contact: readonly ContactRule[];
}

const ALL_RULES: Rules = { campaign: campaignRules, contact: contactRules };

/** What is known of one contact point, without what the whole campaign shares. */
export type ContactEvidence = Pick<Facts, 'point' | 'person' | 'evidence'>;

export interface Judgement {
  readonly facts: CampaignFacts;
  /** The findings that hold for every row. */
  readonly campaignFindings: readonly Finding[];
  readonly judge: (contact: ContactEvidence) => Verdict;
  readonly factsOf: (contact: ContactEvidence) => Facts;
}

/** Prepares the judgement of a run: asks the rules of the campaign once, those of the contact for every point. */
export function prepareJudgement(
  campaign: Campaign,
  callDate: IsoDate,
  lastPlannedOn: IsoDate | null,
  rules: Rules = ALL_RULES,
): Judgement {
  const shared: CampaignFacts = {
    campaign,
    callDate,
    lastPlannedOn,
    isMarketing: isDirectMarketing(campaign),
  };
  const ends = endsOf(rules);
  const campaignFindings = inOrder(rules.campaign.flatMap((rule) => rule.findings(shared)));
  // Every fact by its name: a list of a million rows asks a million times, and to spread two objects is slow.
  const factsOf = ({ point, person, evidence }: ContactEvidence): Facts => ({
    campaign,
    callDate,
    lastPlannedOn,
    isMarketing: shared.isMarketing,
    point,
    person,
    evidence,
  });
  return {
    facts: shared,
    campaignFindings,
    factsOf,
    judge: (contact) => {
      const facts = factsOf(inOneOrder(contact));
      const findings = [...campaignFindings, ...rules.contact.flatMap((rule) => rule.findings(facts))];
      return decide(findings, facts, ends);
    },
  };
}

/** The ledger in an order of its own, so that the order in which entries were recorded decides nothing. */
function inOneOrder(contact: ContactEvidence): ContactEvidence {
  const { evidence } = contact;
  if (evidence.ledger.length < 2) return contact;
  const keyed = evidence.ledger.map((entry) => ({ entry, key: JSON.stringify(entry) }));
  keyed.sort((one, other) => (one.key < other.key ? -1 : 1));
  return { ...contact, evidence: { ...evidence, ledger: keyed.map(({ entry }) => entry) } };
}

/** How each rule that is bound to a day says where it ends. */
function endsOf({ campaign, contact }: Rules): readonly EndsOn<Facts>[] {
  return [...campaign, ...contact].flatMap(({ endsOn }) => endsOn ?? []);
}

/** The verdict on one contact point, from everything the rules found, in whatever order. */
export function decide(
  found: readonly Finding[],
  facts: Facts,
  ends: readonly EndsOn<Facts>[] = endsOf(ALL_RULES),
): Verdict {
  const findings = inOrder(found);
  const bars = findings.filter((finding): finding is BarFinding => finding.kind === 'bar');
  const blocking =
    findings.find((finding) => finding.kind === 'gate' && finding.effect === 'block') ?? bars.find(isShut);
  if (blocking !== undefined) return verdict('blocked', blocking, findings, null);

  const reviewing =
    findings.find((finding) => finding.kind === 'gate') ??
    findings.find((finding) => finding.kind === 'doubt') ??
    inOrder(bars.flatMap(unprovenKeys))[0];
  if (reviewing !== undefined) {
    return verdict(facts.campaign.policy.strict ? 'blocked' : 'needs-review', reviewing, findings, null);
  }

  // An opened key comes in place of its bar, so before what is merely favourable.
  const allowing =
    inOrder(bars.flatMap(openKeys))[0] ?? findings.find((finding) => finding.kind === 'positive');
  if (allowing !== undefined)
    return verdict('allowed', allowing, findings, validUntil(findings, bars, facts, ends));

  const silence = doubt('nothing-known');
  return verdict(
    facts.campaign.policy.strict ? 'blocked' : 'needs-review',
    silence,
    [...findings, silence],
    null,
  );
}

function isShut(barred: BarFinding): boolean {
  return barred.keys.every(({ outcome }) => outcome === 'fails');
}

function openKeys({ keys }: BarFinding): readonly KeyFinding[] {
  return keys.filter(({ outcome }) => outcome === 'opens');
}

/** The unproven keys of a bar that nothing opens. */
function unprovenKeys(barred: BarFinding): readonly KeyFinding[] {
  return openKeys(barred).length > 0 ? [] : barred.keys.filter(({ outcome }) => outcome === 'unproven');
}

function verdict(
  outcome: Outcome,
  decisive: Reason,
  findings: readonly Finding[],
  until: IsoDate | null,
): Verdict {
  return {
    outcome,
    decisive,
    reasons: [decisive, ...ordered(findings).filter((r) => r !== decisive)],
    validUntil: until,
  };
}

const TOLD_FIRST: readonly Finding['kind'][] = ['gate', 'bar', 'doubt', 'positive', 'note'];

function ordered(findings: readonly Finding[]): readonly Reason[] {
  return TOLD_FIRST.flatMap((kind) =>
    findings
      .filter((finding) => finding.kind === kind)
      .flatMap((finding): readonly Reason[] =>
        finding.kind === 'bar' ? [finding, ...finding.keys] : [finding],
      ),
  );
}

/**
 * The last day on which an allowed verdict holds: the earliest end of what was found and of every rule, and at most
 * the last planned day. Where nothing bounds it, the call date alone: "allowed" is true of a planned day.
 */
function validUntil(
  findings: readonly Finding[],
  bars: readonly BarFinding[],
  facts: Facts,
  ends: readonly EndsOn<Facts>[],
): IsoDate {
  const positives = findings.flatMap((finding) => (finding.kind === 'positive' ? [finding.until] : []));
  return (
    earliest([
      ...positives,
      ...bars.map(lastDayOpen),
      ...ends.map((endsOn) => endsOn(facts)),
      facts.lastPlannedOn,
    ]) ?? facts.callDate
  );
}

/** A bar stays open for as long as its longest-lived key; null: no end is known. */
function lastDayOpen(barred: BarFinding): IsoDate | null {
  let last: IsoDate | null = null;
  for (const { until } of openKeys(barred)) {
    if (until === null) return null;
    if (last === null || until > last) last = until;
  }
  return last;
}

/** The distinct codes of a verdict, the decisive one first. */
export function codesOf({ reasons }: Verdict): readonly ReasonCode[] {
  return [...new Set(reasons.map(({ code }) => code))];
}

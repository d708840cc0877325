/** The explanation as data: what `explain --json` prints. The contact is masked, and no name or wording is in it. */

import type { Reason } from '../../screening/finding.js';
import { reasons as catalogue } from '../../screening/rules/index.js';
import { registersOfChannel } from '../../screening/rules/registers/registers-asked.js';
import { explain as sentenceFor } from '../../screening/verdict/explanations.js';
import { describeEvidence } from './evidence-words.js';
import { type ExplainReport, maskedKey, NOT_KNOWN } from './explain.js';
import { lawLinks } from './reason-pages.js';

export function explanationAsData(report: ExplainReport): object {
  const { explained, revision, isReplay, clockSetTo, receipt } = report;
  const { key, campaign, callDate, verdict, wouldChange, evidence } = explained;
  return {
    contact: maskedKey(key),
    controller: campaign.controller,
    purpose: campaign.purpose,
    channel: campaign.channel,
    call_date: callDate,
    replay: isReplay,
    clock_set_to: clockSetTo,
    verdict: verdict.outcome,
    decisive: verdict.decisive.code,
    valid_until: verdict.validUntil,
    reasons: verdict.reasons.map(reasonAsData),
    would_change:
      wouldChange.kind === 'ends'
        ? {
            last_day: wouldChange.lastDay,
            ended_by: wouldChange.because === null ? null : reasonAsData(wouldChange.because),
          }
        : { single_changes: wouldChange.changes, stands: wouldChange.stands.map(({ code }) => code) },
    registers: Object.fromEntries(
      registersOfChannel(campaign).map((name) => [
        name,
        { ...evidence.registers[name], revision: explained.registers[name]?.revision ?? null },
      ]),
    ),
    evidence: describeEvidence(explained),
    store: { revision },
    receipt,
    not_known: NOT_KNOWN,
  };
}

function reasonAsData(reason: Reason): object {
  return {
    kind: reason.kind,
    code: reason.code,
    ...(reason.kind === 'key' ? { outcome: reason.outcome } : {}),
    explanation: sentenceFor(reason),
    law: catalogue[reason.code].law,
    links: lawLinks(reason.code),
  };
}

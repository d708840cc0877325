/** What `inspect` says of a campaign file: its gates, and the questions that it leaves open. */

import { openFacts } from '../../screening/facts.js';
import type { Finding } from '../../screening/finding.js';
import type { Judgement } from '../../screening/verdict/decide.js';
import { explain } from '../../screening/verdict/explanations.js';
import { section } from '../words/section.js';

/** The campaign as paragraphs of text. */
export function describeCampaign({ facts, campaignFindings }: Judgement): readonly string[] {
  const { campaign, callDate, isMarketing } = facts;
  const open = openFacts(campaign);
  const isAsked = ({ detail }: Finding): boolean => open.some(({ key }) => key === detail.fact);
  const gates = campaignFindings.filter((finding) => finding.kind === 'gate' && !isAsked(finding));
  const notes = campaignFindings.filter(({ kind }) => kind !== 'gate');
  return [
    section(`${campaign.controller}: ${campaign.purpose} by ${campaign.channel} on ${callDate}`, [
      isMarketing
        ? 'This is direct marketing: objections, registers and consents are applied.'
        : 'This is judged not to be direct marketing: the TPS and objections are not applied.',
    ]),
    section(
      gates.length === 0 ? 'Gates: all are open' : 'Gates that stand before every row',
      gates.map((gate) => `${effectOf(gate)}: ${explain(gate)} (${gate.code})`),
    ),
    open.length === 0
      ? ['Open questions: none']
      : section(
          'Open questions: answer them in the campaign file',
          open.map(
            ({ key, question, open }) =>
              `${key}: ${question}${open.effect === 'taken-as' ? ` (open, ${open.says})` : ''}`,
          ),
        ),
    notes.length === 0
      ? []
      : section('Notes', [...new Set(notes.map((note) => `${explain(note)} (${note.code})`))]),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'));
}

function effectOf(gate: Finding): string {
  return gate.kind === 'gate' && gate.effect === 'block' ? 'blocks every row' : 'sends every row to review';
}

/** The same for programs. */
export function campaignAsData({ facts, campaignFindings }: Judgement): object {
  return {
    controller: facts.campaign.controller,
    purpose: facts.campaign.purpose,
    channel: facts.campaign.channel,
    call_date: facts.callDate,
    direct_marketing: facts.isMarketing,
    findings: campaignFindings.map((finding) => ({
      code: finding.code,
      kind: finding.kind,
      effect: finding.kind === 'gate' ? finding.effect : null,
      says: explain(finding),
    })),
    open: openFacts(facts.campaign).map(({ key, question, open }) => ({
      key,
      question,
      effect: open.effect,
    })),
  };
}

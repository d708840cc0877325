/** law.md section 1, "Campaign gates, apply to every row (P0)", with product.md's table of declared facts. */
import { isAnothers, isTheController } from './bodies.js';
import type { Found, World } from './found.js';

export function campaignGates(world: World): readonly Found[] {
  const { campaign, callDate } = world;
  const { channel } = campaign;
  const found: Found[] = [];
  const block = (code: string): number => found.push({ what: 'blocking gate', code });
  const review = (code: string): number => found.push({ what: 'reviewing gate', code });

  const isCall = channel === 'live-call' || channel === 'automated-call';
  const isMessage = channel === 'email' || channel === 'sms' || channel === 'social-dm';

  // Facts that the file leaves open: the missing fact is told first.
  if (isCall && campaign.calls.number_presented === null) review('campaign-fact-missing');
  if ((isCall || channel === 'fax') && campaign.calls.caller_identified === null)
    review('campaign-fact-missing');
  if (isMessage && campaign.messages.opt_out_included === null) review('campaign-fact-missing');
  if (isAnothers(campaign)) {
    const { source, controller_kind, authorised, authorisation } = campaign.list;
    const mayBeOfMembers =
      source === 'membership' || source === 'own-records' || source === 'unknown' || source === null;
    if (mayBeOfMembers && controller_kind === null) review('campaign-fact-missing');
    if (authorised === null) review('campaign-fact-missing');
    if (authorisation === null || authorisation.on > callDate) review('campaign-fact-missing');
  }
  if (campaign.sector === 'pensions' && campaign.pensions.fca_authorised_or_trustee === null) {
    review('campaign-fact-missing');
  }

  for (const { from, to, exempt_purposes } of campaign.moratoria) {
    if (from <= callDate && callDate <= to && !exempt_purposes.includes(campaign.purpose)) {
      block('moratorium-window');
    }
  }
  if (campaign.processor !== null) {
    const { contract, country } = campaign.processor;
    if (contract === null) block('processor-contract-missing');
    if (country === null || !campaign.declared_territories.includes(country)) {
      review('transfer-undeclared-territory');
    }
  }
  if (campaign.instigator !== null && !isTheController(campaign, campaign.instigator)) {
    review('instigator-not-covered');
  }
  if (isCall && campaign.calls.number_presented === false) block('cli-withheld');
  if ((isCall || channel === 'fax') && campaign.calls.caller_identified === false)
    block('caller-identity-missing');
  if (isMessage && campaign.messages.opt_out_included === false) block('opt-out-facility-missing');
  if (campaign.purpose === 'market-research' && campaign.research.answers_reused_for_marketing === null) {
    review('research-script-unreviewed');
  }
  if (campaign.sector === 'pensions' && campaign.pensions.fca_authorised_or_trustee === false) {
    block('pension-call-restricted');
  }
  return found;
}

/** product.md, "Verdict: gates, bars and keys": all that was found comes to one verdict. */
import { campaignGates } from './campaign-gates.js';
import { contactData } from './contact-data.js';
import type { Found, World } from './found.js';
import { objections } from './objections.js';
import { optIn } from './opt-in.js';
import { firstTold } from './order-of-reasons.js';
import { provenance } from './provenance.js';
import { registers } from './registers.js';
import { scope } from './scope.js';

export interface Judgement {
  readonly outcome: 'allowed' | 'blocked' | 'needs-review';
  /** The code of the reason that gave the outcome. */
  readonly decisive: string;
}

/** The world as the plain text of law.md and product.md judges it. */
export function judgeByTheText(world: World): Judgement {
  const found: readonly Found[] = [
    ...campaignGates(world),
    ...scope(world),
    ...provenance(world),
    ...contactData(world),
    ...objections(world),
    ...registers(world),
    ...optIn(world),
  ];
  const codesOf = (what: Found['what']): string[] =>
    found.filter((it) => it.what === what).map(({ code }) => code);

  const blockingGates = codesOf('blocking gate');
  if (blockingGates.length > 0) return { outcome: 'blocked', decisive: firstTold(blockingGates) };
  const shut: string[] = [];
  const unproven: string[] = [];
  const opened: string[] = [];
  for (const it of found) {
    if (it.what !== 'bar') continue;
    const opening = it.keys.filter(({ key }) => key === 'opens');
    const wanting = it.keys.filter(({ key }) => key === 'unproven');
    if (opening.length > 0) opened.push(...opening.map(({ code }) => code));
    else if (wanting.length > 0) unproven.push(...wanting.map(({ code }) => code));
    else shut.push(it.code);
  }
  if (shut.length > 0) return { outcome: 'blocked', decisive: firstTold(shut) };

  const held = world.campaign.policy.strict ? 'blocked' : 'needs-review';
  for (const codes of [codesOf('reviewing gate'), codesOf('doubt'), unproven]) {
    if (codes.length > 0) return { outcome: held, decisive: firstTold(codes) };
  }
  // The text orders what holds a contact up; a key stands where its bar stood, before what is merely favourable.
  for (const codes of [opened, codesOf('positive')]) {
    if (codes.length > 0) return { outcome: 'allowed', decisive: firstTold(codes) };
  }
  return { outcome: held, decisive: 'nothing-known' };
}

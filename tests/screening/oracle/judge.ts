/** product.md, "Verdict: gates, bars and keys": all that was found comes to one verdict. */
import { campaignGates } from './campaign-gates.js';
import { contactData } from './contact-data.js';
import type { Found, World } from './found.js';
import { objections } from './objections.js';
import { optIn } from './opt-in.js';
import { provenance } from './provenance.js';
import { registers } from './registers.js';
import { scope } from './scope.js';

export interface Judgement {
  readonly outcome: 'allowed' | 'blocked' | 'needs-review';
  /** The codes of the kind that gave the verdict. The text orders the kinds, so the decisive reason is one of these. */
  readonly decisive: readonly string[];
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
  if (blockingGates.length > 0) return { outcome: 'blocked', decisive: blockingGates };
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
  if (shut.length > 0) return { outcome: 'blocked', decisive: shut };

  const held = world.campaign.policy.strict ? 'blocked' : 'needs-review';
  const reviewingGates = codesOf('reviewing gate');
  if (reviewingGates.length > 0) return { outcome: held, decisive: reviewingGates };
  const doubts = codesOf('doubt');
  if (doubts.length > 0) return { outcome: held, decisive: doubts };
  if (unproven.length > 0) return { outcome: held, decisive: unproven };

  const allowing = opened.length > 0 ? opened : codesOf('positive');
  if (allowing.length > 0) return { outcome: 'allowed', decisive: allowing };
  return { outcome: held, decisive: ['nothing-known'] };
}

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

  const blocking: string[] = [];
  for (const it of found) if (it.what === 'blocking gate') blocking.push(it.code);
  for (const it of found) {
    if (it.what === 'bar' && it.keys.every(({ key }) => key === 'fails')) blocking.push(it.code);
  }
  if (blocking[0] !== undefined) return { outcome: 'blocked', decisive: blocking[0] };

  const reviewing: string[] = [];
  for (const it of found) if (it.what === 'reviewing gate') reviewing.push(it.code);
  for (const it of found) if (it.what === 'doubt') reviewing.push(it.code);
  for (const it of found) {
    if (it.what !== 'bar' || it.keys.some(({ key }) => key === 'opens')) continue;
    for (const { key, code } of it.keys) if (key === 'unproven') reviewing.push(code);
  }

  const allowing: string[] = [];
  for (const it of found)
    if (it.what === 'positive' && it.code !== 'register-clear' && it.code !== 'post-open')
      allowing.push(it.code);
  for (const it of found) {
    if (it.what === 'bar') for (const { key, code } of it.keys) if (key === 'opens') allowing.push(code);
  }
  for (const it of found) if (it.what === 'positive') allowing.push(it.code);
  if (reviewing.length === 0 && allowing[0] !== undefined)
    return { outcome: 'allowed', decisive: allowing[0] };

  const decisive = reviewing[0] ?? 'nothing-known';
  return { outcome: world.campaign.policy.strict ? 'blocked' : 'needs-review', decisive };
}

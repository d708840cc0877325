/**
 * The one fact that would change a verdict. Nothing is guessed: one thing is changed at a time, everything is
 * judged again, and what alone makes it allowed is told. Of an allowed contact: the first day on which it is
 * not, and why.
 */

import { addDays, type IsoDate } from '../dates.js';
import type { Reason } from '../finding.js';
import type { Verdict } from '../verdict/decide.js';
import { type Change, judgeWorld, type World } from './change.js';
import { singleChanges } from './single-changes.js';

export type WhatWouldChange =
  | {
      readonly kind: 'ends';
      readonly lastDay: IsoDate;
      /** What stops it on the day after; null: nothing known does, but no verdict was asked for beyond that day. */
      readonly because: Reason | null;
    }
  /** Each of `changes` alone makes it allowed. None: no single fact that was tried would, and `stands` is what stands. */
  | { readonly kind: 'opens'; readonly changes: readonly Change[]; readonly stands: readonly Reason[] };

/** What alone would turn the verdict on `world`, or for an allowed contact what ends it first. */
export function whatWouldChange(world: World): WhatWouldChange {
  const verdict = judgeWorld(world);
  if (verdict.outcome === 'allowed') {
    const lastDay = verdict.validUntil ?? world.callDate;
    const next = judgeWorld({ ...world, callDate: addDays(lastDay, 1), lastPlannedOn: null });
    return { kind: 'ends', lastDay, because: next.outcome === 'allowed' ? null : next.decisive };
  }
  const working = singleChanges(world)
    .filter(({ to }) => judgeWorld(to).outcome === 'allowed')
    .map(({ change }) => change);
  return { kind: 'opens', changes: smallestConsent(working), stands: standing(verdict) };
}

/** Of consents the first that works: one for more channels than are needed is no other fact. */
function smallestConsent(changes: readonly Change[]): readonly Change[] {
  const first = changes.find(({ kind }) => kind === 'consent');
  return changes.filter((change) => change.kind !== 'consent' || change === first);
}

/** Closed gates, bars that nothing opens, and doubts. */
function standing({ reasons }: Verdict): readonly Reason[] {
  return reasons.filter((reason) => {
    switch (reason.kind) {
      case 'gate':
      case 'doubt':
        return true;
      case 'bar':
        return reason.keys.every(({ outcome }) => outcome !== 'opens');
      case 'key':
      case 'positive':
      case 'note':
        return false;
    }
  });
}

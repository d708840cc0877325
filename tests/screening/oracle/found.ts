/** What the oracle notes while it goes through the tables of law.md, in the order in which it notes it. */

export interface FoundKey {
  readonly key: 'opens' | 'unproven' | 'fails';
  readonly code: string;
}

export type Found =
  | { readonly what: 'blocking gate' | 'reviewing gate' | 'doubt' | 'positive'; readonly code: string }
  | { readonly what: 'bar'; readonly code: string; readonly keys: readonly FoundKey[] };

/** A world as the oracle is told of it. Whether it is marketing it finds for itself. */
export type { Facts as World } from '../../../src/screening/rule.js';

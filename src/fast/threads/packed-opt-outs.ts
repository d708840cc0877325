/** The opt-outs of a list in few pieces, since each piece of a message to another thread costs. */
import type { HeldOptOuts } from '../../contacts/survey/list-opt-outs.js';

export interface PackedOptOuts {
  readonly kinds: readonly PackedKind[];
  readonly groupsWithUnread: ReadonlySet<number>;
}

interface PackedKind {
  readonly kind: string;
  /** All keys joined, the length of each, and what each is known to say. */
  readonly keys: string;
  readonly lengths: Uint32Array;
  readonly masks: Int32Array;
}

export function packed({ kinds, groupsWithUnread }: HeldOptOuts): PackedOptOuts {
  return { kinds: kinds.map(packedKind), groupsWithUnread };
}

export function unpacked({ kinds, groupsWithUnread }: PackedOptOuts): HeldOptOuts {
  return { kinds: kinds.map((found) => [found.kind, masksOf(found)] as const), groupsWithUnread };
}

function packedKind([kind, masks]: readonly [string, ReadonlyMap<string, number>]): PackedKind {
  const keys = [...masks.keys()];
  return {
    kind,
    keys: keys.join(''),
    lengths: Uint32Array.from(keys, ({ length }) => length),
    masks: Int32Array.from(masks.values()),
  };
}

function masksOf({ keys, lengths, masks }: PackedKind): ReadonlyMap<string, number> {
  const unpackedMasks = new Map<string, number>();
  let at = 0;
  for (const [index, length] of lengths.entries()) {
    unpackedMasks.set(keys.slice(at, at + length), masks[index] ?? 0);
    at += length;
  }
  return unpackedMasks;
}

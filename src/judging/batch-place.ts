/** Memory in which a batch is laid down for another thread: both see it. */
import type { WalkedBytes } from '../contacts/csv/walked-records.js';

/** The memory of one place. */
interface PlaceMemory {
  readonly bytes: Uint8Array;
  readonly bounds: Uint32Array;
  readonly firstCells: Uint32Array;
  readonly lines: Uint32Array;
  readonly traits: Uint8Array;
}

/** A batch that was laid down. Memory goes along only when it is new: each time a thread is told of it costs. */
export interface LaidBatch {
  readonly place: number;
  readonly memory: PlaceMemory | null;
  /** How much of it the batch takes. */
  readonly bytes: number;
  readonly records: number;
}

/** A place for one batch after the other. */
export class BatchPlace {
  private memory: PlaceMemory = {
    bytes: new Uint8Array(0),
    bounds: new Uint32Array(0),
    firstCells: new Uint32Array(0),
    lines: new Uint32Array(0),
    traits: new Uint8Array(0),
  };

  /** `number`: among the places of its thread. */
  constructor(private readonly number: number) {}

  /** Lays a batch down. Whatever lay here before is overwritten. */
  lay({ bytes, bounds, firstCells, lines, traits }: WalkedBytes): LaidBatch {
    const records = lines.length;
    // What stands behind the last cell was room for more.
    const used = bounds.subarray(0, (firstCells[records] ?? 0) * 2);
    const { memory: had } = this;
    const isRoom =
      bytes.length <= had.bytes.length && used.length <= had.bounds.length && records <= had.lines.length;
    if (!isRoom) this.memory = roomFor(bytes.length, used.length, records);
    const { memory } = this;
    memory.bytes.set(bytes);
    memory.bounds.set(used);
    memory.firstCells.set(firstCells);
    memory.lines.set(lines);
    memory.traits.set(traits);
    return { place: this.number, memory: isRoom ? null : memory, bytes: bytes.length, records };
  }

  /** The batch as it was laid down here, as long as nothing else is. */
  batch(laid: LaidBatch): WalkedBytes {
    return walkedIn(this.memory, laid);
  }
}

/** Room for so much and a quarter more, since the next batch is about as large. */
function roomFor(bytes: number, bounds: number, records: number): PlaceMemory {
  const shared = (length: number): SharedArrayBuffer => new SharedArrayBuffer(Math.ceil(length * 1.25) * 4);
  const room = Math.ceil(records * 1.25);
  return {
    bytes: new Uint8Array(shared(bytes / 4)),
    bounds: new Uint32Array(shared(bounds)),
    firstCells: new Uint32Array(new SharedArrayBuffer((room + 1) * 4)),
    lines: new Uint32Array(new SharedArrayBuffer(room * 4)),
    traits: new Uint8Array(new SharedArrayBuffer(room)),
  };
}

/** The places of a thread, as it sees them. */
export class SeenPlaces {
  private readonly memories: PlaceMemory[] = [];

  /** The batch that was laid down, as long as nothing else is laid there. */
  batch(laid: LaidBatch): WalkedBytes {
    const { place, memory: sent } = laid;
    if (sent !== null) this.memories[place] = sent;
    const memory = this.memories[place];
    if (memory === undefined) throw new Error(`a batch was laid down at place ${place}, which nobody knows`);
    return walkedIn(memory, laid);
  }
}

function walkedIn(memory: PlaceMemory, { bytes, records }: LaidBatch): WalkedBytes {
  return {
    bytes: Buffer.from(memory.bytes.buffer, 0, bytes),
    bounds: memory.bounds,
    firstCells: memory.firstCells.subarray(0, records + 1),
    lines: memory.lines.subarray(0, records),
    traits: memory.traits.subarray(0, records),
  };
}

/** Memory in which a batch is published to a worker thread: both threads see it. */
import type { TokenSpans } from '../../contacts/csv/token-spans.js';

interface BufferMemory {
  readonly bytes: Uint8Array;
  readonly bounds: Uint32Array;
  readonly firstCells: Uint32Array;
  readonly lines: Uint32Array;
  readonly traits: Uint8Array;
}

/** A batch that was published. Memory is sent along only when it is new, since sending it costs. */
export interface PublishedBatch {
  readonly buffer: number;
  readonly memory: BufferMemory | null;
  /** How much of the memory the batch takes. */
  readonly bytes: number;
  readonly records: number;
}

/** Holds one batch at a time. */
export class SharedBuffer {
  private memory: BufferMemory = {
    bytes: new Uint8Array(0),
    bounds: new Uint32Array(0),
    firstCells: new Uint32Array(0),
    lines: new Uint32Array(0),
    traits: new Uint8Array(0),
  };

  /** `number`: among the buffers of its worker. */
  constructor(private readonly number: number) {}

  /** Publishes a batch. The one before is overwritten. */
  publish({ bytes, bounds, firstCells, lines, traits }: TokenSpans): PublishedBatch {
    const records = lines.length;
    // What follows the last cell is spare room.
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
    return { buffer: this.number, memory: isRoom ? null : memory, bytes: bytes.length, records };
  }

  /** The batch that was published last. */
  read(published: PublishedBatch): TokenSpans {
    return spansIn(this.memory, published);
  }
}

/** Room for this much and a quarter more, since the next batch is about as large. */
function roomFor(bytes: number, bounds: number, records: number): BufferMemory {
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

/** The buffers of a worker, as the worker sees them. */
export class AttachedBuffers {
  private readonly memories: BufferMemory[] = [];

  /** The batch that was published, until the next one is published in the same buffer. */
  read(published: PublishedBatch): TokenSpans {
    const { buffer, memory: sent } = published;
    if (sent !== null) this.memories[buffer] = sent;
    const memory = this.memories[buffer];
    if (memory === undefined) throw new Error(`a batch was published in the unknown buffer ${buffer}`);
    return spansIn(memory, published);
  }
}

function spansIn(memory: BufferMemory, { bytes, records }: PublishedBatch): TokenSpans {
  return {
    bytes: Buffer.from(memory.bytes.buffer, 0, bytes),
    bounds: memory.bounds,
    firstCells: memory.firstCells.subarray(0, records + 1),
    lines: memory.lines.subarray(0, records),
    traits: memory.traits.subarray(0, records),
  };
}

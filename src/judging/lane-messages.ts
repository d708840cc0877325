/**
 * What passes between the thread that reads a list and those that do the short work on its batches: plain data,
 * with the bytes in memory that both see.
 */
import type { SharedKeys } from '../contacts/key-filter.js';
import type { SharedOptOuts } from '../contacts/list-opt-outs.js';
import type { ReadingOptions } from '../contacts/reading-options.js';
import type { RecordOrigin } from '../contacts/record-batch.js';
import type { RecordSettings } from '../contacts/record-reader.js';
import type { Skimmed } from '../contacts/skimmer.js';
import type { CsvDialect } from '../outcomes/csv-file.js';
import type { Campaign } from '../screening/campaign.js';
import type { IsoDate } from '../screening/dates.js';
import type { JudgedByClass, Wanted, WorkCounts } from './batch-work.js';

/** What a thread is told before anything else. */
export interface LaneSetup {
  readonly storePath: string;
  readonly displayName: string;
  readonly header: readonly string[];
  readonly delimiter: string;
  readonly reading: ReadingOptions;
  readonly campaign: Campaign;
  readonly callDate: IsoDate;
  readonly lastPlannedOn: IsoDate | null;
}

/** `WalkedBytes` as they go to another thread, where a `Buffer` arrives as plain bytes. */
export interface SharedWalk {
  readonly bytes: Uint8Array;
  readonly bounds: Uint32Array;
  readonly firstCells: Uint32Array;
  readonly lines: Uint32Array;
  readonly traits: Uint8Array;
}

export type ToLane =
  | {
      readonly kind: 'begin';
      readonly isSurvey: boolean;
      readonly reading: RecordSettings;
      /** No record of the list says anything that binds. */
      readonly isQuiet: boolean;
      /** What the list says of its records; null where that is too much for every thread to hold. */
      readonly optOuts: SharedOptOuts | null;
      /** null where nothing is to be judged by class. */
      readonly filters: { readonly list: SharedKeys; readonly ledger: SharedKeys | null } | null;
      readonly dialect: CsvDialect | null;
      readonly isReplay: boolean;
    }
  | {
      readonly kind: 'batch';
      readonly walk: SharedWalk;
      /** The cells of a sound record. */
      readonly width: number;
      readonly origin: RecordOrigin;
      readonly wanted: Wanted;
    }
  | { readonly kind: 'count' };

/** The answers, in the order of what was asked; one behind the setup. */
export type FromLane =
  | { readonly kind: 'ready'; readonly revision: number }
  | { readonly kind: 'begun' }
  | { readonly kind: 'worked'; readonly skimmed: Skimmed; readonly judged: JudgedByClass | null }
  | { readonly kind: 'counted'; readonly counts: WorkCounts }
  | {
      readonly kind: 'failed';
      readonly message: string;
      readonly stack: string;
      readonly isUserError: boolean;
    };

/** Memory that both threads see, for one batch after the other. */
export class SharedPlace {
  private bytes: Uint8Array = new Uint8Array(0);
  private bounds: Uint32Array = new Uint32Array(0);
  private firstCells: Uint32Array = new Uint32Array(0);
  private lines: Uint32Array = new Uint32Array(0);
  private traits: Uint8Array = new Uint8Array(0);

  /** Lays a batch down. Whatever lay here before is overwritten. */
  lay(walk: SharedWalk): SharedWalk {
    const { bytes, firstCells, lines, traits } = walk;
    // What stands behind the last cell was room for more.
    const bounds = walk.bounds.subarray(0, (firstCells.at(-1) ?? 0) * 2);
    if (bytes.length > this.bytes.length) this.bytes = new Uint8Array(sharedRoom(bytes));
    if (bounds.length > this.bounds.length) this.bounds = new Uint32Array(sharedRoom(bounds));
    if (firstCells.length > this.firstCells.length) this.firstCells = new Uint32Array(sharedRoom(firstCells));
    if (lines.length > this.lines.length) this.lines = new Uint32Array(sharedRoom(lines));
    if (traits.length > this.traits.length) this.traits = new Uint8Array(sharedRoom(traits));
    this.bytes.set(bytes);
    this.bounds.set(bounds);
    this.firstCells.set(firstCells);
    this.lines.set(lines);
    this.traits.set(traits);
    return {
      bytes: this.bytes.subarray(0, bytes.length),
      bounds: this.bounds.subarray(0, bounds.length),
      firstCells: this.firstCells.subarray(0, firstCells.length),
      lines: this.lines.subarray(0, lines.length),
      traits: this.traits.subarray(0, traits.length),
    };
  }
}

/** Room for so much and a quarter more, since the next batch is about as large. */
function sharedRoom({ byteLength }: Uint8Array | Uint32Array): SharedArrayBuffer {
  return new SharedArrayBuffer(Math.ceil((byteLength * 1.25) / 8) * 8);
}

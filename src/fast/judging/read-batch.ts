/** The plain records of a batch, read before they are judged: their numbers are looked up together. */
import type { CellSpans } from '../../contacts/csv/token-spans.js';
import type { ListingReader } from '../../registers/look-up/listing-reader.js';
import type { Listing, RegisterName } from '../../screening/evidence.js';
import type { PlainRecords } from './plain-records.js';

/** How a record is to be judged. */
export const BY_REFERENCE = 0;
const BY_MEMO = 1;
/** By memo, once its evidence key is known. */
export const BY_EVIDENCE = 2;

const REGISTERS = ['tps', 'ctps', 'fps'] as const satisfies readonly RegisterName[];
const NOT_ASKED: Listing = { status: 'not-loaded' };

export class ReadBatch {
  /** By row: how it is to be judged, and its kind. */
  ways = new Uint8Array(0);
  kinds = new Uint32Array(0);
  /** By row and place among the cells whose numbers registers are asked for: the number (0 where there is none), and what was repaired to read it. */
  numbers = new Float64Array(0);
  repaired = new Uint8Array(0);
  /** The same: how the number is listed on each register. */
  private readonly listings: Record<RegisterName, Listing[]> = { tps: [], ctps: [], fps: [] };
  /** The listings of a number that were met, side by side for each register. */
  private readonly met: Listing[] = [];

  /** `places`: such cells of a record. */
  constructor(private readonly places: number) {}

  /** Reads the first `count` records. What was read before is overwritten. */
  read(count: number, spans: CellSpans, records: PlainRecords, listings: ListingReader): void {
    const { places } = this;
    this.makeRoom(count);
    for (let row = 0; row < count; row += 1) {
      const isRead = records.read(spans, row);
      const isHeld = records.mayBeInLedger !== 0 || records.mayBeInList;
      this.ways[row] = !isRead ? BY_REFERENCE : isHeld ? BY_EVIDENCE : BY_MEMO;
      this.kinds[row] = records.kind;
      for (let place = 0; place < places; place += 1) {
        const at = row * places + place;
        this.numbers[at] = isRead ? (records.numbers[place] ?? 0) : 0;
        this.repaired[at] = records.repaired[place] ?? 0;
      }
    }
    for (const register of REGISTERS)
      listings.listingsInCopy(register, this.numbers, count * places, this.listings[register]);
  }

  /** A small number for how the number at `place` is listed: there are few ways, and the common ones come first. */
  listingsAt(place: number): number {
    const { tps, ctps, fps } = this.listings;
    const onTps = tps[place] ?? NOT_ASKED;
    const onCtps = ctps[place] ?? NOT_ASKED;
    const onFps = fps[place] ?? NOT_ASKED;
    const { met } = this;
    for (let at = 0; at < met.length; at += 3) {
      if (met[at] === onTps && met[at + 1] === onCtps && met[at + 2] === onFps) return at;
    }
    met.push(onTps, onCtps, onFps);
    return met.length - 3;
  }

  private makeRoom(count: number): void {
    if (count <= this.ways.length) return;
    const numbers = count * this.places;
    this.ways = new Uint8Array(count);
    this.kinds = new Uint32Array(count);
    this.numbers = new Float64Array(numbers);
    this.repaired = new Uint8Array(numbers);
    for (const register of REGISTERS) this.listings[register] = new Array<Listing>(numbers).fill(NOT_ASKED);
  }
}

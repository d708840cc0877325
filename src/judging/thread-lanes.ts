/**
 * The short work on the batches of a list, done by several threads at once. The one that reads the list does some of
 * it, too, while the others have enough to do.
 */
import { KeyFilter } from '../contacts/key-filter.js';
import type { Ledger } from '../ledger/look-up/ledger-look-up.js';
import { LEDGER_INDEXES } from '../store/ledger/ledger-entries.js';
import type { BatchWork, WorkCounts } from './batch-work.js';
import { beginWork, type WorkPlan } from './begin-work.js';
import type { CloseJudging } from './close-judge.js';
import { Lane } from './lane.js';
import type { LaneSetup } from './lane-messages.js';
import type { Lanes, PassLanes } from './lanes.js';
import { finish, LaneSeats, OwnSeats, type Turn } from './turns.js';

/** Threads that a screening may use beside its own. */
export interface Threads {
  readonly count: number;
  /** The program of a thread, as it was built. */
  readonly program: URL;
  /** For lists of at least so many bytes; a shorter one is done before a thread is. */
  readonly fromBytes: number;
}

/** Threads that were started, and load their program while the list is opened. */
export interface StartedThreads {
  /**
   * Sets them up for a list that is judged against this revision of the store. null where one of them sees another,
   * since somebody wrote to it meanwhile: then nothing may be asked of them.
   */
  setUp(setup: LaneSetup, revision: number): Promise<Lanes | null>;
  /** Ends them. Their connections to the store are closed then. */
  close(): Promise<void>;
}

export function startThreads({ count, program }: Threads): StartedThreads {
  const lanes = Array.from({ length: count }, () => new Lane(program));
  return {
    async setUp(setup, revision) {
      const answers = await Promise.all(lanes.map((lane) => lane.ask({ kind: 'set-up', setup })));
      if (!answers.every((answer) => answer.kind === 'ready' && answer.revision === revision)) return null;
      return {
        keysOf: (ledger) => gatherKeys(lanes, ledger),
        begin: (judging, plan) => beginPass(lanes, beginWork(setup, judging, plan), judging, plan),
      };
    },
    async close() {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}

async function gatherKeys(lanes: readonly Lane[], { mostEntries }: Ledger): Promise<KeyFilter> {
  const keys = KeyFilter.for(mostEntries);
  const filter = keys.share();
  const gathered = LEDGER_INDEXES.map((index, place) =>
    lanes[place % lanes.length]?.ask({ kind: 'gather', index, filter }),
  );
  for (const answer of await Promise.all(gathered)) {
    if (answer?.kind !== 'gathered') throw new Error('a thread gathered no keys of the ledger');
    keys.addedElsewhere(answer.keys);
  }
  return keys;
}

function beginPass(lanes: readonly Lane[], own: BatchWork, judging: CloseJudging, plan: WorkPlan): PassLanes {
  const { reading, findings } = judging;
  const { filters, ...rest } = plan;
  const shared = filters && { list: filters.list.share(), ledger: filters.ledger?.share() ?? null };
  const optOuts = filters === null || findings.isQuiet ? null : findings.share();
  for (const lane of lanes)
    void lane.ask({ kind: 'begin', ...rest, reading, isQuiet: findings.isQuiet, optOuts, filters: shared });
  const seats = [...lanes.map((lane) => new LaneSeats(lane)), new OwnSeats(own)];

  return {
    async *work(batches, wantedOf) {
      const turns: Turn[] = [];
      let records = 0;
      for await (const batch of batches) {
        const wanted = wantedOf(batch, records);
        records += batch.count;
        const { spans } = batch;
        const isWanted = wanted.judge || (wanted.skimFrom !== null && wanted.skimFrom < batch.count);
        if (spans === null || !isWanted) {
          // There is nothing to do for anybody, and it cannot wait for its turn while the next is read.
          yield* finish(turns, turns.length);
          yield own.do(batch, wanted);
          continue;
        }
        let seat = seats.find((found) => found.hasRoom());
        while (seat === undefined) {
          yield* finish(turns, 1);
          seat = seats.find((found) => found.hasRoom());
        }
        turns.push(seat.take(batch, spans, wanted));
      }
      yield* finish(turns, turns.length);
    },
    counts: async () => [own.counts(), ...(await Promise.all(lanes.map(countsOf)))],
  };
}

async function countsOf(lane: Lane): Promise<WorkCounts> {
  const answer = await lane.ask({ kind: 'count' });
  if (answer.kind !== 'counted') throw new Error(`a thread answered \`${answer.kind}\` for its counts`);
  return answer.counts;
}

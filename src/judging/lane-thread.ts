/**
 * A thread that does the short work on batches of a list which another one reads. It opens the store by itself,
 * and says which revision it sees: unless that is the one the list is judged against, nothing is asked of it.
 */
import { parentPort } from 'node:worker_threads';
import { readListColumns } from '../contacts/columns/read-columns.js';
import { batchOf } from '../contacts/csv/record-batch.js';
import { walkedRecords } from '../contacts/csv/walked-records.js';
import { KeyFilter } from '../contacts/key-filter.js';
import { sharedEvidence } from '../contacts/survey/list-opt-outs.js';
import { NOTHING_FOUND } from '../contacts/survey/survey.js';
import { messageOf, UserError } from '../errors.js';
import { openLedger } from '../ledger/look-up/ledger-look-up.js';
import { openListings } from '../registers/look-up/listing-reader.js';
import { openRegisters } from '../registers/look-up/register-reader.js';
import { prepareJudgement } from '../screening/verdict/decide.js';
import { beginSnapshot, openStore } from '../store/open-store.js';
import { currentRevision } from '../store/revisions.js';
import { SeenPlaces } from './batch-place.js';
import type { BatchWork } from './batch-work.js';
import { beginWork } from './begin-work.js';
import type { CloseJudging } from './close-judge.js';
import type { FromLane, LaneSetup, ToLane } from './lane-messages.js';

/** What the thread knows once it is set up. */
interface Readiness {
  readonly setup: LaneSetup;
  readonly judging: Omit<CloseJudging, 'reading' | 'findings'>;
}

const port = parentPort;
if (port === null) throw new Error('the thread of a lane was started as a program');
const places = new SeenPlaces();
let ready: Readiness | null = null;
let work: BatchWork | null = null;
/** Messages are answered one after the other, though the first takes a while. */
let last: Promise<void> = Promise.resolve();

port.on('message', (message: ToLane) => {
  last = last.then(async () => {
    try {
      port.postMessage(await answer(message));
    } catch (thrown) {
      port.postMessage(failure(thrown));
    }
  });
});

async function answer(message: ToLane): Promise<FromLane> {
  if (message.kind === 'set-up') return setUp(message.setup);
  if (ready === null) throw new Error(`\`${message.kind}\` was asked of a thread that is not set up`);
  const { setup, judging } = ready;
  switch (message.kind) {
    case 'gather': {
      const keys = judging.ledger.addKeys(message.index, KeyFilter.of(message.filter));
      return { kind: 'gathered', keys };
    }
    case 'begin': {
      const { reading, isQuiet, optOuts, filters } = message;
      const findings = {
        ...NOTHING_FOUND,
        isQuiet,
        // A list that is judged ahead is taken to say nothing, even of the record at hand.
        ...(isQuiet || optOuts === null ? {} : { optOuts: sharedEvidence(judging.columns, optOuts) }),
      };
      work = beginWork(
        setup,
        { ...judging, reading, findings },
        {
          ...message,
          filters: filters && {
            list: KeyFilter.of(filters.list),
            tellsList: isQuiet || optOuts !== null,
            ledger: filters.ledger && KeyFilter.of(filters.ledger),
          },
        },
      );
      return { kind: 'begun' };
    }
    case 'batch': {
      if (work === null) throw new Error('a batch was handed out before its pass');
      const records = walkedRecords(places.batch(message.laid));
      const batch = batchOf(records, { width: message.width, places: null }, message.origin);
      const { left, flagged, dated, judged } = work.do(batch, message.wanted);
      return { kind: 'worked', skimmed: { left, flagged, dated }, judged };
    }
    case 'count': {
      if (work === null) throw new Error('counts were asked for before a pass');
      return { kind: 'counted', counts: work.counts() };
    }
  }
}

/** The connection stays open, and in its snapshot, for as long as the thread lives. */
async function setUp(setup: LaneSetup): Promise<FromLane> {
  const store = openStore(setup.storePath, 'read');
  beginSnapshot(store);
  const registers = openRegisters(store, setup.registers);
  const judging = {
    columns: await readListColumns(setup.header, setup.reading, setup.displayName),
    listings: openListings(store, registers),
    ledger: openLedger(store),
    judgement: prepareJudgement(setup.campaign, setup.callDate, setup.lastPlannedOn),
  };
  ready = { setup, judging };
  return { kind: 'ready', revision: currentRevision(store) };
}

function failure(thrown: unknown): FromLane {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  return { kind: 'failed', message: messageOf(thrown), stack, isUserError: thrown instanceof UserError };
}

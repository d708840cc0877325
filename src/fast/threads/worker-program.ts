/**
 * The program of a worker thread. It opens the store by itself and reports the revision it sees: unless that is the
 * revision the list is judged against, it is asked nothing.
 */
import { parentPort } from 'node:worker_threads';
import { readListColumns } from '../../contacts/columns/read-columns.js';
import { batchOf } from '../../contacts/csv/record-batch.js';
import { recordsFromSpans } from '../../contacts/csv/token-spans.js';
import { KeyFilter } from '../../contacts/key-filter.js';
import { heldEvidence } from '../../contacts/survey/list-opt-outs.js';
import { NOTHING_FOUND } from '../../contacts/survey/survey.js';
import { messageOf, UserError } from '../../errors.js';
import type { RecordJudging } from '../../judging/record-judge.js';
import { openLedger } from '../../ledger/look-up/ledger-look-up.js';
import { openListings } from '../../registers/look-up/listing-reader.js';
import { openRegisters } from '../../registers/look-up/register-reader.js';
import { prepareJudgement } from '../../screening/verdict/decide.js';
import { beginSnapshot, openStore } from '../../store/open-store.js';
import { currentRevision } from '../../store/revisions.js';
import type { BatchWork } from '../batches/batch-work.js';
import { createBatchWork } from '../batches/begin-work.js';
import type { BeginMessage, FromWorker, ToWorker, WorkerSetup } from './messages.js';
import { unpacked } from './packed-opt-outs.js';
import { AttachedBuffers } from './shared-buffer.js';

/** What the worker knows once it is set up. */
interface Readiness {
  readonly setup: WorkerSetup;
  readonly judging: Omit<RecordJudging, 'reading' | 'findings'>;
}

const port = parentPort;
if (port === null) throw new Error('the program of a worker thread was started on its own');
const buffers = new AttachedBuffers();
let ready: Readiness | null = null;
let work: BatchWork | null = null;
/** Messages are answered one after the other, though the first takes a while. */
let last: Promise<void> = Promise.resolve();

port.on('message', (message: ToWorker) => {
  last = last.then(async () => {
    try {
      port.postMessage(await answer(message));
    } catch (thrown) {
      port.postMessage(failure(thrown));
    }
  });
});

async function answer(message: ToWorker): Promise<FromWorker> {
  if (message.kind === 'set-up') return setUp(message.setup);
  if (ready === null) throw new Error(`\`${message.kind}\` was asked of a worker that is not set up`);
  const { judging } = ready;
  switch (message.kind) {
    case 'gather': {
      const keys = judging.ledger.addKeys(message.index, KeyFilter.of(message.filter));
      return { kind: 'gathered', keys };
    }
    case 'begin':
      work = begin(message, ready);
      return { kind: 'begun' };
    case 'batch': {
      if (work === null) throw new Error('a batch was handed out before its pass');
      const records = recordsFromSpans(buffers.read(message.published));
      const batch = batchOf(records, { width: message.width, places: null }, message.origin);
      const { surveyed, judged } = work.do(batch, message.task);
      return { kind: 'worked', surveyed, judged };
    }
    case 'count': {
      if (work === null) throw new Error('counts were asked for before a pass');
      return { kind: 'counted', counts: work.counts() };
    }
  }
}

function begin(message: BeginMessage, { setup, judging }: Readiness): BatchWork {
  const { reading, isQuiet, optOuts, filters } = message;
  const findings = {
    ...NOTHING_FOUND,
    isQuiet,
    // In an optimistic pass the list is taken to say nothing, even of the record at hand.
    ...(isQuiet || optOuts === null ? {} : { optOuts: heldEvidence(judging.columns, unpacked(optOuts)) }),
  };
  return createBatchWork(setup, {
    ...message,
    judging: { ...judging, reading, findings },
    filters: filters && {
      list: KeyFilter.of(filters.list),
      canAskList: isQuiet || optOuts !== null,
      ledger: filters.ledger && KeyFilter.of(filters.ledger),
    },
  });
}

/** The connection stays open, and in its snapshot, for as long as the thread lives. */
async function setUp(setup: WorkerSetup): Promise<FromWorker> {
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

function failure(thrown: unknown): FromWorker {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  return { kind: 'failed', message: messageOf(thrown), stack, isUserError: thrown instanceof UserError };
}

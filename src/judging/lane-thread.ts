/**
 * A thread that does the short work on batches of a list which another one reads. It opens the store by itself,
 * and says which revision it sees: unless that is the one the list is judged against, nothing is asked of it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { KeyFilter } from '../contacts/key-filter.js';
import { sharedEvidence } from '../contacts/list-opt-outs.js';
import { readListColumns } from '../contacts/read-columns.js';
import { batchOf } from '../contacts/record-batch.js';
import { NOTHING_FOUND } from '../contacts/survey.js';
import { walkedRecords } from '../contacts/walked-records.js';
import { messageOf, UserError } from '../errors.js';
import { openLedger } from '../ledger/ledger-look-up.js';
import { openListings } from '../registers/listing-reader.js';
import { openRegister } from '../registers/register-reader.js';
import { prepareJudgement } from '../screening/decide.js';
import { openStore, withSnapshot } from '../store/open-store.js';
import { currentRevision } from '../store/revisions.js';
import type { BatchWork } from './batch-work.js';
import { beginWork } from './begin-work.js';
import { type FromLane, type LaneSetup, SeenPlaces, type ToLane } from './lane-messages.js';

const port = parentPort;
if (port === null) throw new Error('the thread of a lane was started as a program');
const setup: LaneSetup = workerData;
const NOW = Number.POSITIVE_INFINITY;
const say = (message: FromLane): void => port.postMessage(message);

try {
  const store = openStore(setup.storePath, 'read');
  await withSnapshot(store, async () => {
    const columns = await readListColumns(setup.header, setup.reading, setup.displayName);
    const judging = {
      columns,
      listings: openListings(store, {
        tps: openRegister(store, 'tps', NOW, setup.registers.tps),
        ctps: openRegister(store, 'ctps', NOW, setup.registers.ctps),
        fps: openRegister(store, 'fps', NOW, setup.registers.fps),
      }),
      ledger: openLedger(store),
      judgement: prepareJudgement(setup.campaign, setup.callDate, setup.lastPlannedOn),
    };
    let work: BatchWork | null = null;
    const places = new SeenPlaces();
    const answer = (message: ToLane): FromLane => {
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
            ...(isQuiet || optOuts === null ? {} : { optOuts: sharedEvidence(columns, optOuts) }),
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
    };
    say({ kind: 'ready', revision: currentRevision(store) });
    await new Promise<void>((_, reject) => {
      port.on('message', (message: ToLane) => {
        try {
          say(answer(message));
        } catch (thrown) {
          reject(thrown);
        }
      });
    });
  });
} catch (thrown) {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  say({ kind: 'failed', message: messageOf(thrown), stack, isUserError: thrown instanceof UserError });
}

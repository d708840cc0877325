import { describe, expect, test } from 'vitest';
import { openLedger } from '../../../src/ledger/look-up/ledger-look-up.js';
import { importLedger } from '../../../src/ledger/native/import-ledger.js';
import { recordObjections } from '../../../src/ledger/person/record-objection.js';
import { retractImport } from '../../../src/ledger/person/retract-import.js';
import { describeRetraction, warnOfFreed } from '../../../src/reports/ledger/ledger-change.js';
import { countEntries } from '../../../src/store/ledger/ledger-entries.js';
import { entriesHeldOn } from '../../../src/store/ledger/ledger-history.js';
import type { Store } from '../../../src/store/open-store.js';
import { currentRevision } from '../../../src/store/revisions.js';
import { clock, LANDLINE, MOBILE, temporaryFile, temporaryStore } from '../ledger-fixtures.js';

const HEADER = 'record,phone,channels,controller,purposes,on\n';
const CONSENT = 'consent,07700 900123,live-call,Northfield Party,political-campaign,2026-05-01\n';
const OBJECTION = 'objection,020 7946 0123,,,,2026-06-01\n';
const WRONG = 'wrong-number,07700 900999,,,,\n';

function importing(store: Store, rows: string) {
  const path = temporaryFile(HEADER + rows);
  return importLedger(store, clock, { path, asObjection: false, keepGood: false });
}

describe('retracting an import', () => {
  test('ends what it brought, as a revision with its counts, and says how many objections that frees', async () => {
    const store = temporaryStore();
    await importing(store, CONSENT + OBJECTION);
    const result = retractImport(store, clock, 1);
    expect(result).toMatchObject({
      counts: { consent: 1, objection: 1 },
      objections: 1,
      stayed: 0,
      revision: 2,
    });
    expect(openLedger(store)).toMatchObject({ isEmpty: true, idSystems: [] });
    expect(countEntries(store).objectionCount).toBe(0);
    const counts = store.connection.prepare('SELECT kind, counts FROM revision WHERE number = 2').get();
    expect(counts).toEqual({
      kind: 'ledger-retract',
      counts: JSON.stringify({ retracted: 1, consent: 1, objection: 1, stayed: 0 }),
    });
    expect(describeRetraction(result)).toContain('objection: 1 no longer in force');
    expect(warnOfFreed(result)).toMatch(/^1 objection or withdrawal no longer binds anybody/u);
  });

  test.for<[string, string, string]>([
    ['in a file with more in it', OBJECTION, OBJECTION + WRONG],
    ['in a file that brought nothing new', CONSENT + OBJECTION, OBJECTION],
  ])('leaves what another import brought too, %s', async ([, first, second]) => {
    const store = temporaryStore();
    await importing(store, first);
    await importing(store, second);
    expect(retractImport(store, clock, 1)).toMatchObject({ objections: 0, stayed: 1, revision: 3 });
    expect(countEntries(store).objectionCount).toBe(1);
    expect(retractImport(store, clock, 2)).toMatchObject({ objections: 1, stayed: 0, revision: 4 });
    expect(countEntries(store).objectionCount).toBe(0);
  });

  test('leaves what was recorded by hand as well', async () => {
    const store = temporaryStore();
    const request = { contacts: ['020 7946 0123'], controller: 'Northfield Party', channels: 'all' } as const;
    await importing(store, 'objection,020 7946 0123,,Northfield Party,,2026-11-22\n');
    expect(recordObjections(store, clock, request)).toMatchObject({ recorded: 0, revision: 2 });
    expect(recordObjections(store, clock, request)).toMatchObject({ recorded: 0, revision: null });
    retractImport(store, clock, 1);
    expect(countEntries(store).objectionCount).toBe(1);
  });

  test('twice changes nothing, and importing the file again undoes it', async () => {
    const store = temporaryStore();
    await importing(store, CONSENT + OBJECTION);
    retractImport(store, clock, 1);
    expect(retractImport(store, clock, 1)).toMatchObject({ revision: null, counts: {} });
    expect(currentRevision(store)).toBe(2);
    await expect(importing(store, CONSENT + OBJECTION)).resolves.toMatchObject({
      revision: 3,
      counts: { objection: { added: 1 } },
    });
    expect(countEntries(store).objectionCount).toBe(1);
  });

  test('keeps on record what held at each revision', async () => {
    const store = temporaryStore();
    await importing(store, OBJECTION);
    retractImport(store, clock, 1);
    await importing(store, OBJECTION);
    const held = entriesHeldOn(store, { kind: 'phone', value: LANDLINE });
    expect(held.map(({ revision, endedBy }) => [revision, endedBy?.number ?? null])).toEqual([
      [1, 2],
      [3, null],
    ]);
    expect(entriesHeldOn(store, { kind: 'phone', value: MOBILE })).toEqual([]);
  });

  test.for<[string, number, RegExp]>([
    ['a revision that is not there', 9, /there is no revision 9/u],
    ['an objection by hand', 1, /revision 1 is no import \(it is `objection`\)/u],
  ])('is refused for %s', ([, number, sentence]) => {
    const store = temporaryStore();
    recordObjections(store, clock, { contacts: ['07700 900123'], controller: 'N', channels: 'all' });
    expect(() => retractImport(store, clock, number)).toThrow(sentence);
    expect(countEntries(store).objectionCount).toBe(1);
  });
});

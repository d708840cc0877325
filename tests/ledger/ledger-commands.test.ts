/** `ledger retract`, `ledger show` and `ledger erase` through the built program. */
import { describe, expect, test } from 'vitest';
import { screen, type Workdir, world } from '../workdir.js';

const LEDGER = `record,phone,email,person_id,id_system,channels,controller,purposes,on,obtained,method,tied_to,source,wording
consent,07700900123,ann@example.com,,,live-call,Northfield Party,political-campaign,2026-05-01,direct,opt-in,standalone,street stall,leaflet 3
objection,07700900124,,M2,members,,,,2026-06-01,,,,,
`;

function northfield(): Workdir {
  return world({
    contacts: 'id,phone\nM1,07700900123\nM2,07700900124\nM3,07700900125\n',
    tps: ['07700900123'],
    ledger: LEDGER,
  });
}

/** The numbers that are blocked, each with its decisive reason. */
function blocked(dir: Workdir, out: string): string[] {
  expect(dir.run('screen', 'contacts.csv', '--campaign', 'campaign.yaml', '--out', out).exitCode).toBe(0);
  return dir
    .rows(`${out}/blocked.csv`)
    .map(({ phone, screening_reasons = '' }) => `${phone} ${screening_reasons.split(';')[0]}`);
}

describe('ledger show', () => {
  test('prints everything on the person in full, and where else they stand', () => {
    const dir = northfield();
    screen(dir);
    const { exitCode, stdout } = dir.runWith({ input: '07700 900123\n' }, 'ledger', 'show', '-');
    expect(exitCode).toBe(0);
    for (const said of [
      'holds 1 entry on +447700900123',
      'to: Northfield Party',
      'source: street stall',
      'wording: leaflet 3',
      'brought by: revision 3 of 2026-11-22 (ledger.csv)',
      'also name ann@example.com',
      'TPS: +447700900123 is listed in the copy of',
      'CTPS: +447700900123 is not listed',
      'FPS: no copy is loaded',
      'Past runs: 1 are logged. The log holds no personal data',
      '   out (contacts.csv, 2026-11-22)',
    ]) {
      expect(stdout).toContain(said);
    }
    expect(stdout).not.toContain('900124');
  });

  test('--json gives the same as data', () => {
    const { stdout } = northfield().run('ledger', 'show', 'M2', '--id-system', 'Members', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      key: { kind: 'person', value: 'M2', idSystem: 'members' },
      entries: [{ revision: 3, record: { record: 'objection', on: '2026-06-01' }, endedBy: null }],
      alsoNamed: [{ kind: 'phone', value: '+447700900124' }],
      registers: [{ register: 'tps', listing: { status: 'not-listed' } }, { register: 'ctps' }, {}],
      runs: [],
    });
  });

  test('takes one contact, and repeats none that it cannot read', () => {
    const dir = northfield();
    const two = dir.runWith({ input: '07700900123\n07700900124\n' }, 'ledger', 'show', '-');
    expect(two).toMatchObject({ exitCode: 2, stdout: '' });
    expect(two.stderr).toContain('2 lines were given');
    const none = dir.run('ledger', 'show', 'Ann Example');
    expect(none.exitCode).toBe(2);
    expect(none.stderr).not.toContain('Ann');
  });
});

test('a person who is erased stays blocked, and their consent is gone', () => {
  const dir = northfield();
  expect(blocked(dir, 'before')).toEqual(['07700900124 objection-number']);
  const { exitCode, stdout } = dir.runWith({ input: '07700900123' }, 'ledger', 'erase', '-');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Erased 1 entry; that is revision 4');
  expect(stdout).not.toMatch(/900123|ann@/u);
  expect(blocked(dir, 'after')).toEqual(['07700900123 objection-number', '07700900124 objection-number']);
});

test('an import that is retracted binds nobody, and the warning says so', () => {
  const dir = northfield();
  const { exitCode, stdout, stderr } = dir.run('ledger', 'retract', '3');
  expect(exitCode).toBe(0);
  expect(stdout).toContain('Retracted revision 3 of 2026-11-22 (ledger.csv); that is revision 4');
  expect(stderr).toContain('1 objection or withdrawal no longer binds anybody');
  expect(blocked(dir, 'out')).toEqual(['07700900123 tps-listed']);
  expect(dir.run('ledger', 'retract', 'three')).toMatchObject({ exitCode: 2, stdout: '' });
});

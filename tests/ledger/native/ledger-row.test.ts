import { describe, expect, test } from 'vitest';
import type { LedgerColumn } from '../../../src/ledger/native/ledger-columns.js';
import { type LedgerRow, readLedgerRow } from '../../../src/ledger/native/ledger-row.js';
import { clock } from '../ledger-fixtures.js';

type Cells = Partial<Record<LedgerColumn, string>>;

const OBJECTION: Cells = { record: 'objection', phone: '07700 900123' };
const CONSENT: Cells = {
  record: 'consent',
  phone: '07700 900123',
  channels: 'live-call',
  controller: 'Northfield Party',
  purposes: 'political-campaign',
  on: '2026-05-01',
};

function read(cells: Cells): LedgerRow {
  return readLedgerRow((column) => cells[column] ?? '', clock.today);
}

function recordIn(cells: Cells): unknown {
  const row = read(cells);
  return row.status === 'read' ? row.record : row;
}

function problemIn(cells: Cells): string {
  const row = read(cells);
  return row.status === 'unreadable' ? row.says : '';
}

describe('whom a row is about', () => {
  const nobody = { phone: null, email: null, personId: null, idSystem: null };
  test.for<[string, Cells, object]>([
    ['a number, however it is written', { phone: '+44 (0)7700 900 123' }, { phone: '+447700900123' }],
    [
      'an address',
      { phone: '', email: 'Jo@Example.org' },
      { email: expect.stringMatching(/^jo@example\.org$/i) },
    ],
    [
      'a person of a system',
      { phone: '', person_id: '0017', id_system: ' Nation  Builder' },
      { personId: '0017', idSystem: 'nation builder' },
    ],
    [
      'all three',
      { email: 'jo@example.org', person_id: '17', id_system: 'civicrm' },
      { phone: '+447700900123', email: 'jo@example.org', personId: '17', idSystem: 'civicrm' },
    ],
    ['a system without an id says nothing', { id_system: 'civicrm' }, { phone: '+447700900123' }],
    [
      'a number that is none of the plan still binds',
      { phone: '01999 123456' },
      { phone: expect.stringMatching(/^\+44/) },
    ],
    ['a number that lost its zero', { phone: '7700900123' }, { phone: '+447700900123' }],
    [
      'a number in scientific notation that kept its digits',
      { phone: '4.47700900123E+11' },
      { phone: '+447700900123' },
    ],
  ])('%s', ([, change, keys]) => {
    expect(read({ ...OBJECTION, ...change })).toMatchObject({ status: 'read', keys: { ...nobody, ...keys } });
  });

  test.for<[string, Cells, string]>([
    ['nobody', { phone: '' }, 'nobody is named'],
    ['an id without its system', { phone: '', person_id: '17' }, '`id_system` is empty'],
    [
      'two numbers in one cell',
      { phone: '07700 900123 / 07700 900124' },
      '`phone` holds more than one number',
    ],
    ['words beside a number', { phone: '07700 900123 ask for Jo' }, '`phone` holds words beside the number'],
    ['words for a number', { phone: 'ex-directory' }, '`phone` holds no number that can be read'],
    ['a number that lost digits to a spreadsheet', { phone: '4.477E+11' }, '`phone` holds'],
    ['words for an address', { phone: '', email: 'none' }, '`email` holds no email address that can be read'],
  ])('%s cannot be read', ([, change, sentence]) => {
    expect(problemIn({ ...OBJECTION, ...change })).toContain(sentence);
    expect(problemIn({ ...CONSENT, ...change })).toContain(sentence);
  });
});

describe('an objection', () => {
  const blank = {
    record: 'objection',
    scope: null,
    controller: null,
    channels: 'all',
    purposes: 'any',
    on: null,
  };
  test.for<[string, Cells, object]>([
    ['left blank binds line and person, every caller, all channels, any purpose, undated', {}, {}],
    ['names its scope', { scope: 'Number' }, { scope: 'number' }],
    ['names the body that was told', { controller: 'Northfield  Party' }, { controller: 'Northfield Party' }],
    [
      'names channels, each once and in one order',
      { channels: 'SMS; live-call;sms' },
      { channels: ['live-call', 'sms'] },
    ],
    ['for voicemail', { channels: 'voicemail' }, { channels: ['voicemail'] }],
    ['for all and one more is for all', { channels: 'sms; all' }, { channels: 'all' }],
    ['names purposes', { purposes: 'Fundraising' }, { purposes: ['fundraising'] }],
    ['for any and one more is for any', { purposes: 'fundraising; Any' }, { purposes: 'any' }],
    ['may be of today', { on: '2026-11-22' }, { on: '2026-11-22' }],
    [
      'is a fundraising preference just the same',
      { record: 'fundraising-preference' },
      { record: 'fundraising-preference' },
    ],
    ['is a withdrawal just the same', { record: 'Withdrawal' }, { record: 'withdrawal' }],
    [
      'a withdrawal dated in either column',
      { record: 'withdrawal', withdrawn_on: '2026-06-01' },
      { record: 'withdrawal', on: '2026-06-01' },
    ],
    [
      'a withdrawal beside the day of the consent',
      { record: 'withdrawal', on: '2026-05-01', withdrawn_on: '2026-06-01' },
      { record: 'withdrawal', on: '2026-06-01' },
    ],
  ])('%s', ([, change, record]) => {
    expect(recordIn({ ...OBJECTION, ...change })).toEqual({ ...blank, ...record });
  });

  test.for<[string, Cells, string]>([
    ['of tomorrow', { on: '2026-11-23' }, '`on` is after today (2026-11-22)'],
    [
      'of a day that does not exist',
      { on: '2026-02-30' },
      '`on` holds no day that exists; write it as 2026-11-22',
    ],
    [
      'of a day in another form',
      { on: '22/11/2026' },
      '`on` holds no day that exists; write it as 2026-11-22',
    ],
    [
      'with a misspelt channel',
      { channels: 'sms; emial' },
      '`channels` holds `emial`; did you mean `email`?',
    ],
    [
      'with a channel nobody knows',
      { channels: 'carrier pigeon' },
      '`channels` holds a word that is not known; write one of: all, live-call',
    ],
    [
      'with a purpose no campaign has, which would bind nobody',
      { purposes: 'newsletter' },
      '`purposes` holds a word that is not known; write one of: any, political-campaign',
    ],
    ['with a misspelt scope', { scope: 'persons' }, '`scope` holds `persons`; did you mean `person`?'],
    ['with a day on which it ended', { withdrawn_on: '2026-06-01' }, '`withdrawn_on` is for consents'],
  ])('%s cannot be read, and is never passed over', ([, change, sentence]) => {
    expect(problemIn({ ...OBJECTION, ...change })).toContain(sentence);
    expect(read({ ...OBJECTION, ...change })).toMatchObject({ mayBePassedOver: false });
  });
});

describe('a consent', () => {
  const stated = {
    record: 'consent',
    controller: 'Northfield Party',
    channels: ['live-call'],
    otherChannels: [],
    purposes: ['political-campaign'],
    on: '2026-05-01',
    withdrawnOn: null,
    obtained: null,
    controllerNamed: null,
    method: null,
    tiedTo: null,
    source: null,
    wording: null,
    dueDiligence: null,
  };
  test.for<[string, Cells, object]>([
    ['leaves open what it does not say', {}, {}],
    ['without channels covers none', { channels: '' }, { channels: [] }],
    ['for `all` covers none', { channels: 'all' }, { channels: [], otherChannels: ['all'] }],
    [
      'with a word that is no channel keeps the others',
      { channels: 'live-call; whatsapp; SMS' },
      { channels: ['live-call', 'sms'], otherChannels: ['whatsapp'] },
    ],
    ['without purposes has none', { purposes: '' }, { purposes: [] }],
    ['for `any` has a purpose that no campaign has', { purposes: 'any' }, { purposes: ['any'] }],
    [
      'keeps a purpose of its own as it is written',
      { purposes: 'Branch news; Fundraising' },
      { purposes: ['Branch news', 'fundraising'] },
    ],
    ['may be dated ahead', { on: '2026-12-24' }, { on: '2026-12-24' }],
    ['may be withdrawn', { withdrawn_on: '2026-11-22' }, { withdrawnOn: '2026-11-22' }],
    [
      'with all its evidence',
      {
        obtained: 'Third-Party',
        controller_named: 'Yes',
        method: 'OPT-IN',
        tied_to: 'membership',
        source: 'stall',
        wording: 'v3',
        due_diligence: 'audit 4',
      },
      {
        obtained: 'third-party',
        controllerNamed: true,
        method: 'opt-in',
        tiedTo: 'membership',
        source: 'stall',
        wording: 'v3',
        dueDiligence: 'audit 4',
      },
    ],
  ])('%s', ([, change, record]) => {
    expect(recordIn({ ...CONSENT, ...change })).toEqual({ ...stated, ...record });
  });

  test('tells which of its purposes no campaign has', () => {
    expect(read({ ...CONSENT, purposes: 'Branch news; fundraising' })).toMatchObject({
      otherPurposes: ['Branch news'],
    });
  });

  test.for<[string, Cells, string, boolean]>([
    ['with an unknown method', { method: 'verbal' }, '`method` holds a word that is not known', true],
    ['with a day that does not exist', { on: '2026-13-01' }, '`on` holds no day', true],
    ['that says perhaps', { controller_named: 'perhaps' }, '`controller_named` is neither yes nor no', true],
    [
      'withdrawn tomorrow, which would lose the withdrawal',
      { withdrawn_on: '2026-11-23' },
      '`withdrawn_on` is after today',
      false,
    ],
    [
      'withdrawn, on a number nobody can read',
      { phone: '?', withdrawn_on: '2026-06-01' },
      '`phone` holds no number',
      false,
    ],
  ])('%s cannot be read', ([, change, sentence, mayBePassedOver]) => {
    expect(problemIn({ ...CONSENT, ...change })).toContain(sentence);
    expect(read({ ...CONSENT, ...change })).toMatchObject({ kind: 'consent', mayBePassedOver });
  });
});

describe('the other records', () => {
  test('a soft opt-in keeps what its basis needs', () => {
    const cells: Cells = {
      record: 'soft-opt-in',
      email: 'jo@example.org',
      channels: 'email',
      controller: 'Elmet Donkey Sanctuary',
      basis: 'Charity-support',
      obtained_by: 'Elmet Donkey Sanctuary',
      obtained_on: '2026-03-01',
      opt_out_at_collection: 'yes',
      similar_products: '',
      sole_charitable_purpose: 'no',
    };
    expect(recordIn(cells)).toMatchObject({
      record: 'soft-opt-in',
      basis: 'charity-support',
      obtainedBy: 'Elmet Donkey Sanctuary',
      obtainedOn: '2026-03-01',
      optOutAtCollection: true,
      similarProducts: null,
      soleCharitablePurpose: false,
    });
  });

  test('a wrong number has a day at most', () => {
    expect(recordIn({ record: 'wrong-number', phone: '07700 900123', on: '2026-11-22' })).toEqual({
      record: 'wrong-number',
      on: '2026-11-22',
    });
  });

  test.for<[string, Cells, string]>([
    [
      'a wrong number of tomorrow',
      { record: 'wrong-number', phone: '07700 900123', on: '2026-11-23' },
      '`on` is after today',
    ],
    [
      'a wrong number without a number',
      { record: 'wrong-number', person_id: '17', id_system: 'civicrm' },
      'needs the `phone` or the `email`',
    ],
    [
      'a row that does not say what it is',
      { phone: '07700 900123' },
      '`record` is empty; write one of: consent',
    ],
    [
      'a row of another kind',
      { record: 'opt-out', phone: '07700 900123' },
      '`record` holds a word that is not known',
    ],
    [
      'a row of a misspelt kind',
      { record: 'objections', phone: '07700 900123' },
      'did you mean `objection`?',
    ],
  ])('%s cannot be read, and is never passed over', ([, cells, sentence]) => {
    expect(problemIn(cells)).toContain(sentence);
    expect(read(cells)).toMatchObject({ mayBePassedOver: false });
  });

  test('every problem of a row is told, and nothing that stood in its cells', () => {
    const says = problemIn({
      record: 'consent',
      phone: 'Jo Example',
      on: '07700 900123',
      method: 'jo@example.org',
    });
    expect(says.split(', `')).toHaveLength(3);
    expect(says).not.toMatch(/Example|900123|example\.org/);
  });
});

import { describe, expect, test } from 'vitest';
import { resolveColumns } from '../../../src/contacts/columns/column-roles.js';
import { parseMapping, type ReadingOptions } from '../../../src/contacts/reading-options.js';
import { createRecordReader, type ListedContact } from '../../../src/contacts/record/record-reader.js';
import type { Channel } from '../../../src/screening/campaign.js';
import type { Person } from '../../../src/screening/contact.js';
import { parseIsoDate } from '../../../src/screening/dates.js';
import { listOf } from '../lists-for-tests.js';

const callDate = parseIsoDate('2026-11-22') ?? expect.unreachable();

interface Reading extends Partial<ReadingOptions> {
  readonly channel?: Channel;
  readonly maps?: readonly string[];
}

/** The records of a list as they are judged. */
async function read(content: string, { channel, maps = [], dateOrder = null, ...options }: Reading = {}) {
  const list = await listOf(content, options);
  const columns = resolveColumns(list.header, maps.map(parseMapping), 'members.csv');
  const readRecord = createRecordReader(columns, { channel: channel ?? 'live-call', callDate, dateOrder });
  const contacts: ListedContact[] = [];
  for await (const batch of list.readRecords()) {
    for (let row = 0; row < batch.count; row += 1) contacts.push(readRecord(batch, row));
  }
  return contacts;
}

/** The only record of a list with one column `header` and one cell, beside a phone number. */
async function personOf(header: string, cell: string, options: Reading = {}): Promise<Person> {
  const [contact] = await read(`Phone;${header}\n07700 900123;${cell}\n`, { delimiter: ';', ...options });
  return contact?.person ?? expect.unreachable();
}

function pointsOf(contact: ListedContact | undefined): unknown[] {
  return (contact?.points ?? []).map(({ point, columns, text }) => [
    point.kind === 'number' ? point.number : point.kind === 'unreadable' ? point.problem : point.kind,
    columns,
    text,
  ]);
}

describe('the contact points of a record', () => {
  test('are the numbers of its phone columns, each once, with all its columns', async () => {
    const [contact] = await read(
      'Home Phone,Mobile,Work Phone,Fax\n0114 496 0123,07700900123/07700900124,+44 7700 900123,0113 496 0123\n',
    );
    expect(pointsOf(contact)).toEqual([
      ['+441144960123', [0], '0114 496 0123'],
      ['+447700900123', [1, 2], '07700900123'],
      ['+447700900124', [1], '07700900124'],
    ]);
    expect(contact?.numbers).toEqual(['+441144960123', '+447700900123', '+447700900124', '+441134960123']);
    expect([0, 1, 2, 3, 9].map((column) => contact?.isPlain(column))).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  test('are kept apart where they cannot be read', async () => {
    const [contact] = await read('Phone,Mobile\nsee notes,see notes\n');
    expect(pointsOf(contact)).toEqual([
      ['number-invalid', [0], 'see notes'],
      ['number-invalid', [1], 'see notes'],
    ]);
  });

  test.for<[string, string]>([
    ['nothing in its cells', 'Phone,Mobile,Name\n,,Ada\n'],
    ['blanks and n/a in its cells', 'Phone,Mobile,Name\n  ,n/a,Ada\n'],
    ['fewer cells than columns', 'Name,Phone\nAda\n'],
  ])('are one that is missing, with %s', async ([, content]) => {
    expect(pointsOf((await read(content))[0])).toEqual([['missing', [], '']]);
  });

  test('for fax are those of the fax columns, or of the phone columns where there are none', async () => {
    const [withFax] = await read('Phone,Fax\n07700900123,01144960123\n', { channel: 'fax' });
    expect(pointsOf(withFax)).toEqual([['+441144960123', [1], '01144960123']]);
    const [without] = await read('Phone\n07700900123\n', { channel: 'fax' });
    expect(pointsOf(without)).toEqual([['+447700900123', [0], '07700900123']]);
  });

  test('are one that is missing where the channel has no column', async () => {
    for (const channel of ['post', 'social-dm'] as const) {
      const [contact] = await read('Phone,Email\n07700900123,ada@example.org\n', { channel });
      expect(pointsOf(contact)).toEqual([['missing', [], '']]);
      expect(contact?.numbers).toEqual(['+447700900123']);
    }
  });
});

test('a record is found again by its numbers, addresses and id', async () => {
  const [contact, other] = await read(
    'person_id,Phone,Email,E-mail 2 Address\n Ab 1 ,07700900123,Ada@Example.org,"b@example.com; ada@example.org"\n,,,\n',
  );
  expect(contact).toMatchObject({
    row: 0,
    line: 2,
    personId: 'Ab 1',
    emails: ['ada@example.org', 'b@example.com'],
  });
  expect(other).toMatchObject({ line: 3, personId: null, emails: [], numbers: [] });
});

test.for<[string, string | null]>([
  ['0', '0'],
  ['n/a', null],
  [' - ', null],
  ['Null', null],
])('the id `%s` is %s', async ([cell, personId]) => {
  expect(await read(`person_id,Phone\n${cell},\n`)).toMatchObject([{ personId }]);
});

describe('whom a record is about', () => {
  test.for<[string, string, Person['subscriberKind']]>([
    ['Name', 'Ada', 'individual'],
    ['subscriber_kind', '', 'unknown'],
    ['subscriber_kind', 'Individual', 'individual'],
    ['subscriber_kind', 'sole trader', 'sole-trader'],
    ['subscriber_kind', 'Sole_Trader ', 'sole-trader'],
    ['subscriber_kind', 'corporate', 'corporate'],
    ['subscriber_kind', 'person', 'unknown'],
    ['legal_form', '', 'unknown'],
    ['legal_form', 'Company', 'corporate'],
    ['legal_form', 'LLP', 'corporate'],
    ['legal_form', 'Scottish partnership', 'corporate'],
    ['legal_form', 'public-body', 'corporate'],
    ['legal_form', 'corporation sole', 'corporate'],
    ['legal_form', 'english partnership', 'partnership'],
    ['legal_form', 'unincorporated-association', 'partnership'],
    ['legal_form', 'partnership with company', 'unknown'],
    ['legal_form', 'plc', 'unknown'],
    ['subscriber_kind;legal_form', 'individual;company', 'corporate'],
    ['subscriber_kind;legal_form', 'individual;', 'individual'],
    ['subscriber_kind;legal_form', 'individual;  ', 'individual'],
    ['subscriber_kind;legal_form', 'individual;whatever', 'unknown'],
    ['subscriber_kind;legal_form', ';', 'unknown'],
  ])('%s `%s`: %s', async ([header, cell, kind]) => {
    expect((await personOf(header, cell)).subscriberKind).toBe(kind);
  });

  test.for<[string, string]>([
    ['role', 'role'],
    ['Named work', 'named-work'],
    ['personal', 'personal'],
    ['', 'not-recorded'],
    ['n/a', 'not-recorded'],
    ['shared', 'unreadable'],
  ])('mailbox_kind `%s`: %s', async ([cell, kind]) => {
    expect((await personOf('mailbox_kind', cell)).mailboxKind).toBe(kind);
  });

  test.for<[string, string]>([
    ...(['current', 'Active', 'PAID UP', 'paid-up'] as const).map(
      (cell) => [cell, 'current'] as [string, string],
    ),
    ['lapsed', 'lapsed'],
    ['Expired', 'lapsed'],
    ['resigned', 'resigned'],
    ['Expelled', 'expelled'],
    ['registered supporter', 'registered-supporter'],
    ['Supporter', 'registered-supporter'],
    ['never', 'none'],
    ['Non-member', 'none'],
    ['None', 'none'],
    ['', 'not-recorded'],
    ['unknown', 'not-recorded'],
    ['gold', 'unreadable'],
    ['inactive', 'unreadable'],
  ])('membership_status `%s`: %s', async ([cell, expected]) => {
    const { status } = (await personOf('membership_status', cell)).membership;
    expect(status.status === 'recorded' ? status.value : status.status).toBe(expected);
  });

  test('a membership counts for the body that is named, else for the list’s', async () => {
    expect((await personOf('membership_controller', ' Northfield Party ')).membership.controller).toBe(
      'Northfield Party',
    );
    expect((await personOf('membership_controller', '  ')).membership.controller).toBeNull();
  });

  test.for<[string, string, Reading, string]>([
    ['date_of_birth', '31/12/1990', {}, '1990-12-31'],
    ['date_of_birth', '03/04/90', { dateOrder: 'dmy' }, '1990-04-03'],
    ['date_of_birth', '03/04/30', { dateOrder: 'mdy' }, '1930-03-04'],
    ['date_of_birth', '', {}, 'not-recorded'],
    ['date_of_birth', 'spring', {}, 'unreadable'],
    ['date_of_birth', '03/04/1990', {}, 'unreadable'],
    ['membership_ended_on', '31/12/30', {}, '2030-12-31'],
    ['membership_ended_on', '31/12/95', {}, '1995-12-31'],
  ])('%s `%s`', async ([header, cell, options, expected]) => {
    const { dateOfBirth, membership } = await personOf(header, cell, options);
    const date = header === 'date_of_birth' ? dateOfBirth : membership.endedOn;
    expect(date.status === 'recorded' ? date.value : date.status).toBe(expected);
  });

  test.for<[string, string]>([
    ['ragged', 'Phone,Name\n07700900123\n'],
    ['badly quoted', 'Phone,Name\n07700900123,"A"b\n'],
    ['broken by a NUL', 'Phone,Name\n07700900123,A\0\n'],
  ])('a record that is %s is malformed, and what it holds is read all the same', async ([, content]) => {
    const [contact] = await read(content);
    expect(contact?.person.isMalformed).toBe(true);
    expect(contact?.numbers).toEqual(['+447700900123']);
  });

  test('a sound record is not', async () => {
    expect((await personOf('Name', 'Ada')).isMalformed).toBe(false);
  });
});

describe('the flags of a record', () => {
  test.for<[string, string, object]>([
    [
      'do_not_call',
      'yes',
      { optOuts: { do_not_call: 'yes', do_not_text: 'not-recorded' }, unreadColumns: [] },
    ],
    ['do_not_call', 'maybe', { optOuts: { do_not_call: 'unread' }, unreadColumns: ['do_not_call'] }],
    ['do_not_call;Phone opt out', 'no;yes', { optOuts: { do_not_call: 'yes' } }],
    [
      'do_not_call;Phone opt out',
      'maybe;yes',
      { optOuts: { do_not_call: 'yes' }, unreadColumns: ['do_not_call'] },
    ],
    ['do_not_call;Phone opt out', 'no;maybe', { optOuts: { do_not_call: 'unread' } }],
    ['do_not_call;do_not_call', 'no;maybe', { unreadColumns: ['do_not_call#2'] }],
    ['Do not call or text', 'x', { optOuts: { do_not_call: 'yes', do_not_text: 'yes' } }],
    ['can2_subscription_status', 'unsubscribed', { optOuts: { do_not_email: 'yes' } }],
    ['can2_subscription_status', 'subscribed', { optOuts: { do_not_email: 'no' } }],
    ['SMS Opt-In Status', 'yes', { optOuts: { do_not_text: 'unread' } }],
    ['unsubscribed_at', '2026-03-01 10:00:00', { optOuts: { do_not_email: 'yes' } }],
    ['deceased', '1', { deceased: { status: 'recorded', value: true } }],
    ['deceased;date of death', '0;2026-01-01', { deceased: { status: 'recorded', value: true } }],
    ['deceased', 'no', { deceased: { status: 'recorded', value: false } }],
    ['deceased', '', { deceased: { status: 'not-recorded' } }],
    ['deceased', '?', { deceased: { status: 'unreadable' }, unreadColumns: ['deceased'] }],
  ])('%s `%s`', async ([header, cell, flags]) => {
    const [contact] = await read(`Phone;${header}\n07700 900123;${cell}\n`, { delimiter: ';' });
    expect(contact?.flags).toMatchObject(flags);
    expect(contact?.person.deceased).toEqual(contact?.flags.deceased);
  });
});

describe('the words of a record', () => {
  test.for<[string, string, string, object]>([
    ['a note', 'Notes', 'asked not to ring', { optOut: true, deceased: false }],
    ['a tag', 'TAGS', '"VIP, do not call"', { optOut: true, deceased: false }],
    ['a second phone cell', 'Home Phone', '01144960123 (deceased)', { optOut: false, deceased: true }],
    [
      'a second piece of a phone cell',
      'Home Phone',
      '07700900124 home / stop',
      { optOut: true, deceased: false },
    ],
    ['a sign in a phone cell', 'Home Phone', '01144960123 📵', { optOut: true, deceased: false }],
    ['a sign that says nothing', 'Home Phone', '☎ 01144960123', { optOut: false, deceased: false }],
    ['a sign in an email cell', 'Email', 'a@example.org 📵', { optOut: true, deceased: false }],
    ['a fax cell', 'Fax', '01144960123 do not ring', { optOut: true, deceased: false }],
    ['a place that is wholly such a word', 'Town', 'Stop', { optOut: true, deceased: false }],
    ['a place that only begins like one', 'Town', 'Stopham', { optOut: false, deceased: false }],
    ['an ordinary note', 'Notes', 'likes tea', { optOut: false, deceased: false }],
  ])('in %s', async ([, header, cell, words]) => {
    const [contact] = await read(`Phone,${header}\n07700 900123,${cell}\n`);
    const { refused, deceased } = contact?.words ?? { refused: null, deceased: null };
    expect({ optOut: refused !== 0, deceased }).toEqual(words);
  });
});

import { describe, expect, test } from 'vitest';
import { handleKey, handlesIn } from '../../../src/contacts/cells/social-handle.js';
import { resolveColumns } from '../../../src/contacts/columns/column-roles.js';
import { createRecordReader, type ListedContact } from '../../../src/contacts/record/record-reader.js';
import type { Channel } from '../../../src/screening/campaign.js';
import { parseIsoDate } from '../../../src/screening/dates.js';
import { listOf } from '../lists-for-tests.js';

const callDate = parseIsoDate('2026-11-22') ?? expect.unreachable();

async function read(channel: Channel, content: string): Promise<readonly ListedContact[]> {
  const list = await listOf(content, {});
  const readRecord = createRecordReader(resolveColumns(list.header, [], 'members.csv'), {
    channel,
    callDate,
    dateOrder: null,
  });
  const contacts: ListedContact[] = [];
  for await (const batch of list.readRecords()) {
    for (let row = 0; row < batch.count; row += 1) contacts.push(readRecord(batch, row));
  }
  return contacts;
}

async function pointsOf(channel: Channel, content: string): Promise<unknown[]> {
  const [contact] = await read(channel, content);
  return (contact?.points ?? []).map(({ point, columns, text }) => [point.kind, columns, text]);
}

test('every address of the email columns is a point, each once, and so is what cannot be read', async () => {
  expect(
    await pointsOf('email', 'Email,Email 2\n"ada@example.org; bob@",ADA@example.org cy@example.org\n'),
  ).toEqual([
    ['email', [0, 1], 'ada@example.org'],
    ['unreadable', [0], 'bob@'],
    ['email', [1], 'cy@example.org'],
  ]);
});

test('all address cells make one point together', async () => {
  expect(await pointsOf('post', 'Address 1,Address 2,Name\n1 Elm Row;,Northfield,Ada\n')).toEqual([
    ['postal-address', [0, 1], '1 Elm Row, Northfield'],
  ]);
});

test('each account is a point', async () => {
  expect(await pointsOf('social-dm', 'Twitter,Instagram\n@ada,"ada.l; ada.m"\n')).toEqual([
    ['social-handle', [0], '@ada'],
    ['social-handle', [1], 'ada.l'],
    ['social-handle', [1], 'ada.m'],
  ]);
});

test.for<[Channel, string]>([
  ['email', 'Email,Name\n,Ada\n'],
  ['post', 'Address,Name\nn/a,Ada\n'],
  ['social-dm', 'Twitter,Name\n-,Ada\n'],
])('a record with nothing for %s has one point that is missing', async ([channel, content]) => {
  expect(await pointsOf(channel, content)).toEqual([['missing', [], '']]);
});

describe('by what a record can be found', () => {
  test.for<[string, string, boolean, boolean]>([
    ['a number', 'Address,Phone\n1 Elm Row,07700 900123\n', true, false],
    ['an email address', 'Address,Email\n1 Elm Row,ada@example.org\n', true, false],
    ['a person_id', 'Address,person_id\n1 Elm Row,7\n', false, true],
    ['neither', 'Address,Name\n1 Elm Row,Ada\n', false, false],
    ['a number in the email cell', 'Address,Email\n1 Elm Row,07700 900123\n', true, false],
  ])('%s', async ([, content, numberOrEmail, personId]) => {
    const [contact] = await read('post', content);
    expect(contact?.person.foundBy).toEqual({ numberOrEmail, personId });
  });
});

test('a number in an email cell and an address in a phone cell are keys of the record', async () => {
  const [contact] = await read(
    'email',
    'Email,Phone\nada@example.org 07700 900123,07700 900124 bob@example.org\n',
  );
  expect(contact?.numbers).toEqual(['+447700900124', '+447700900123']);
  expect(contact?.emails).toEqual(['ada@example.org', 'bob@example.org']);
});

test('postal addresses are compared with their town and postcode, signs and capitals aside', async () => {
  const rows = ['"1, Elm Row",NF1 1AA', '1 elm row,nf1 1aa', '1 Elm Row,NF2 2BB'];
  const [one, same, other] = await read('post', `Address,Postcode\n${rows.join('\n')}\n`);
  expect(one?.postalKey).toBe(same?.postalKey);
  expect(one?.postalKey).not.toBe(other?.postalKey);
});

test.for([['@Ada'], ['ada'], ['https://x.com/ada/'], ['twitter.com/Ada?lang=en']])(
  'the account %s is ada',
  ([written]) => {
    expect(handlesIn(written ?? '').map(handleKey)).toEqual(['ada']);
  },
);

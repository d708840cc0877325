import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { optOutsOfExport, optOutsOfName } from '../../../src/contacts/columns/member-opt-outs.js';
import { complaintOf, listOf, recordsOf } from '../lists-for-tests.js';
import { type MemberForTests, zipOf } from './zip-for-tests.js';

const CHUNK_SIZES = [1, 7, undefined];
const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('a list packed with gzip', () => {
  test('is read as the list itself, and the digest is that of the file', async () => {
    const bytes = gzipSync('\ufeffName;Phone\r\n"Zoë\r\nNé";07700 900123\r\n\r\nAda;07700 900124\r\n');
    for (const chunkSize of CHUNK_SIZES) {
      const list = await listOf(bytes, {}, chunkSize);
      expect(list).toMatchObject({
        packing: 'gzip',
        delimiter: ';',
        lineEnd: '\r\n',
        hadByteOrderMark: true,
        sizeInBytes: bytes.length,
      });
      const { records, result } = await recordsOf(list);
      expect(records.map(({ line, cells }) => [line, ...cells])).toEqual([
        [2, 'Zoë\r\nNé', '07700 900123'],
        [5, 'Ada', '07700 900124'],
      ]);
      expect(result).toEqual({ sha256: sha256Of(bytes), records: 2, blankLines: 1 });
    }
  });

  test('may be packed in several pieces', async () => {
    const bytes = Buffer.concat([gzipSync('Name,Phone\nAda,1\nBo'), gzipSync('b,2\n')]);
    const { records, result } = await recordsOf(await listOf(bytes));
    expect(records.map(({ cells }) => cells)).toEqual([
      ['Ada', '1'],
      ['Bob', '2'],
    ]);
    expect(result.sha256).toBe(sha256Of(bytes));
  });

  test('progress tells the bytes of the file, not of what is in it', async () => {
    const bytes = gzipSync(`Name,Phone\n${'Ada,07700 900123\n'.repeat(1000)}`);
    const list = await listOf(bytes);
    const told: number[] = [];
    for await (const batch of list.readRecords((read) => told.push(read)))
      expect(batch.count).toBeGreaterThan(0);
    expect(told.at(-1)).toBe(bytes.length);
  });

  const sound = gzipSync(
    `Name,Phone\n${Array.from({ length: 3000 }, (_, n) => `Ada ${n},07700 ${n}\n`).join('')}`,
  );
  const flipped = Buffer.from(sound);
  flipped.writeUInt8(flipped.readUInt8(sound.length - 6) ^ 0xff, sound.length - 6);
  test.for<[string, Buffer, RegExp]>([
    ['cut short', sound.subarray(0, sound.length - 20), /packed with gzip and damaged or cut short \(/],
    [
      'cut in the sum at its end',
      sound.subarray(0, sound.length - 3),
      /packed with gzip and damaged or cut short/,
    ],
    ['with a wrong sum', flipped, /packed with gzip and damaged or cut short \(/],
    [
      'with a list behind its end',
      Buffer.concat([sound, Buffer.from('Bob,07700 900124\n')]),
      /damaged or cut short \(/,
    ],
    [
      'with something behind its end',
      Buffer.concat([sound, Buffer.from('\0\0\0')]),
      /damaged or cut short \(something stands behind its end\); fetch it again$/,
    ],
    ['of a gzip', gzipSync(sound), /is compressed with gzip a second time/],
    ['of a zip', gzipSync(zipOf([{ name: 'a.csv', content: 'A\n1\n' }])), /is a zip archive/],
    ['of nothing', gzipSync(''), /holds no header and no record/],
    [
      'of absurdly much',
      gzipSync(Buffer.alloc(300 << 20, 'a,b\n')),
      /unpacks to more than 256 MiB and 200 times its own size/,
    ],
  ])('%s is refused with what to do', async ([, bytes, complaint]) => {
    expect(await complaintOf(bytes)).toMatch(/^UserError: `members.csv` /);
    expect(await complaintOf(bytes)).toMatch(complaint);
  });
});

describe('a zip of several lists', () => {
  const members: MemberForTests[] = [
    { name: 'export/', content: '' },
    { name: 'export/new.csv', content: 'Name,Phone,Phone\r\nAda,1,2\r\n"Bo\r\nb",3\r\n' },
    { name: '__MACOSX/export/._new.csv', content: 'x' },
    { name: '.DS_Store', content: 'x' },
    { name: 'read me.pdf', content: '%PDF-1.4' },
    { name: 'empty.csv', content: '' },
    {
      name: 'export/old.txt',
      content: Buffer.concat([
        Buffer.from('Phone;Town;Name;Phone\n4;Caf'),
        Buffer.from([0xe9]),
        Buffer.from(';Cy;5;6\n\n'),
      ]),
      isStored: true,
    },
    { name: 'export/unsubscribed_members_export_1.csv', content: 'Phone\n9\n' },
  ];

  test('is one list with the columns of all, each file read as it is written', async () => {
    const bytes = zipOf(members);
    for (const chunkSize of CHUNK_SIZES) {
      const list = await listOf(bytes, {}, chunkSize);
      expect(list).toMatchObject({
        packing: 'zip',
        header: ['Name', 'Phone', 'Phone', 'Town'],
        delimiter: ',',
        lineEnd: '\r\n',
        encoding: 'utf-8',
        sizeInBytes: bytes.length,
      });
      expect(list.parts.map(({ origin, encoding, delimiter }) => [origin.name, encoding, delimiter])).toEqual(
        [
          ['export/new.csv', 'utf-8', ','],
          ['export/old.txt', 'windows-1252', ';'],
          ['export/unsubscribed_members_export_1.csv', 'utf-8', ','],
        ],
      );
      const { records, result } = await recordsOf(list);
      expect(records).toEqual([
        { from: 'export/new.csv', line: 2, cells: ['Ada', '1', '2', ''], damage: null },
        { from: 'export/new.csv', line: 3, cells: ['Bo\r\nb', '3', '', ''], damage: 'ragged' },
        // One cell more than its own file has columns: kept behind the columns of the list.
        { from: 'export/old.txt', line: 2, cells: ['Cy', '4', '5', 'Café', '6'], damage: 'ragged' },
        { from: 'export/unsubscribed_members_export_1.csv', line: 2, cells: ['', '9', '', ''], damage: null },
      ]);
      expect(result).toEqual({ sha256: sha256Of(bytes), records: 4, blankLines: 1 });
    }
  });

  test('says what it read together, what it passed over, and what it took for Windows-1252', async () => {
    const { notes } = await listOf(zipOf(members));
    expect(notes).toEqual([
      {
        kind: 'read-together',
        lists: [
          { name: 'export/new.csv', optOuts: [] },
          { name: 'export/old.txt', optOuts: [] },
          { name: 'export/unsubscribed_members_export_1.csv', optOuts: ['do_not_email'] },
        ],
      },
      {
        kind: 'passed-over',
        names: ['__MACOSX/export/._new.csv', '.DS_Store', 'read me.pdf', 'empty.csv'],
      },
      { kind: 'taken-for-windows-1252', list: 'export/old.txt' },
    ]);
  });

  test('of one list alone is that list, with its own lines', async () => {
    const list = await listOf(zipOf([{ name: 'a/b.csv', content: 'A,B\n1,2\n' }]));
    expect((await recordsOf(list)).records).toEqual([{ line: 2, cells: ['1', '2'], damage: null }]);
  });

  test('without headers joins the columns by their place', async () => {
    const list = await listOf(
      zipOf([
        { name: 'a.csv', content: '1,2\n' },
        { name: 'b.csv', content: '3,4,5\n' },
      ]),
      { hasHeader: false },
    );
    expect(list.header).toEqual(['column 1', 'column 2', 'column 3']);
    expect((await recordsOf(list)).records.map(({ cells }) => cells)).toEqual([
      ['1', '2', ''],
      ['3', '4', '5'],
    ]);
  });

  const two = zipOf([
    { name: 'a.csv', content: `Phone\n${'07700 900123\n'.repeat(999)}` },
    { name: 'b.csv', content: 'Phone\n1\n', isStored: true },
  ]);
  const flipped = Buffer.from(two);
  flipped.write('2', flipped.lastIndexOf('Phone\n1\n') + 6);
  const list = { name: 'a.csv', content: 'Phone\n1\n' };
  test.for<[string, Buffer, RegExp]>([
    ['cut short', two.subarray(0, two.length - 30), /packed with zip and damaged or cut short \(/],
    [
      'with a wrong sum',
      flipped,
      /packed with zip and damaged or cut short \(a checksum is wrong\); fetch it again$/,
    ],
    ['without members', zipOf([]), /is a zip without a list/],
    ['without a list', zipOf([{ name: 'a.pdf', content: '%PDF' }]), /is a zip without a list/],
    [
      'with a list that is encrypted',
      zipOf([{ ...list, isEncrypted: true }]),
      /`a.csv` is encrypted; unpack it/,
    ],
    [
      'in a zip',
      zipOf([list, { name: 'b.zip', content: two }]),
      /`b.zip` is not a CSV file, and whatever it says/,
    ],
    ['with a workbook', zipOf([list, { name: 'b.xlsx', content: 'x' }]), /`b.xlsx` is not a CSV file/],
    [
      'with a list that is a PDF',
      zipOf([{ name: 'a.csv', content: '%PDF-1.7' }]),
      /`members.csv\/a.csv` is a PDF/,
    ],
    [
      'with a list without a header',
      zipOf([list, { name: 'b.csv', content: '07700 900123\n' }]),
      /`members.csv\/b.csv`, line 1: column 1 of the header holds a telephone number/,
    ],
    [
      'of absurdly much',
      zipOf([{ name: 'a.csv', content: Buffer.alloc(300 << 20, 'a,b\n') }]),
      /unpacks to more than 256 MiB and 200 times/,
    ],
  ])('%s is refused with what to do', async ([, bytes, complaint]) => {
    expect(await complaintOf(bytes)).toMatch(/^UserError: /);
    expect(await complaintOf(bytes)).toMatch(complaint);
  });
});

describe('what the name of a file in a zip says of everybody in it', () => {
  test.for<[string, string[]]>([
    ['members.csv', []],
    ['subscribed_email_audience_export_1a2b.csv', []],
    ['unsubscribed_email_audience_export_1a2b.csv', ['do_not_email']],
    ['cleaned_members_export_15d17415eb.csv', ['do_not_email']],
    ['nonsubscribed_email_audience_export_1.csv', ['do_not_email']],
    ['export/Unsubscribes.csv', ['do_not_contact']],
    ['opt-outs.csv', ['do_not_contact']],
    ['Opted out.txt', ['do_not_contact']],
    ['OptOuts.csv', ['do_not_contact']],
    ['do-not-call.csv', ['do_not_call']],
    ['Do_Not_Contact 2024.csv', ['do_not_contact']],
    ['do not phone or text.csv', ['do_not_call', 'do_not_text']],
    ['sms_unsubscribers.csv', ['do_not_text']],
    ['DNC.csv', ['do_not_call']],
    ['suppression list.csv', ['do_not_contact']],
    ['no calls.csv', ['do_not_call']],
    ['email opt outs.csv', ['do_not_email']],
    ['objections/members.csv', ['do_not_contact']],
    ['OptOuts2024.csv', ['do_not_contact']],
    ['donotring.csv', ['do_not_call']],
    ['unsubs.csv', ['do_not_contact']],
    ['removals.csv', ['do_not_contact']],
    ['exclusions.csv', ['do_not_contact']],
    ['deceased.csv', ['do_not_contact']],
    ['wrong numbers.csv', ['do_not_contact']],
    ['tps listed.csv', ['do_not_contact']],
    ['blocked.csv', ['do_not_contact']],
    ['Northampton.csv', []],
    ['phone bank.csv', []],
    ['members cleaned.csv', []],
  ])('%s', ([name, roles]) => {
    expect(optOutsOfName(name)).toEqual(roles);
  });
});

describe('what the name of a list that is a file of its own says', () => {
  test.for<[string, string[]]>([
    ['unsubscribed_email_audience_export_1a2b.csv', ['do_not_email']],
    ['cleaned_members_export_15d17415eb.csv.gz', ['do_not_email']],
    ['subscribed_email_audience_export_1a2b.csv', []],
    ['cleaned_members.csv', []],
    ['members-without-opt-outs.csv', []],
  ])('%s', ([name, roles]) => {
    expect(optOutsOfExport(name)).toEqual(roles);
  });
});

/** The files beside the three, through the built program: the dial list, and what is written back. */
import { describe, expect, test } from 'vitest';
import { readReceipt } from './run-case.js';
import { campaignText, screen, type Workdir, world } from './workdir.js';

const PEOPLE = [
  'nationbuilder_id,first_name,last_name,email,phone_number,mobile_number,do_not_call,do_not_contact,unsubscribed_at',
  '1,Ada,Archer,ada@example.org,01632 960101,07700 900101,,,',
  "2,Ben,Archer,ben@example.org,'01632960101,,,,",
  '3,Cara,Cole,cara@example.org,,07700 900103,true,,',
  '4,Dan,Dyer,dan@example.org,,07700 900104,,Y,',
  '5,Eve,Ellis,eve@example.org,,07700 900105,,,2026-01-02',
  '6,Finn,Frost,finn@example.org,,07700 900106,,,',
  ',Gia,Grant,gia@example.org,,07700 900107,true,,',
  '8,Hal,Hart,hal@example.org,,07700 900108,,,',
  '3,Cara,Cole,cara.cole@example.org,,07700 900109,,,',
  '9,Ina,Irwin,ina@example.org,,07700 900106,,,,slid,along',
  '10,Joe,Jay,joe@example.org,,07700 900110,,,',
].join('\n');

const LEDGER = [
  'record,phone,email,person_id,id_system,channels,controller,purposes,on,obtained,method,tied_to,source,wording,controller_named',
  'objection,07700900106,,,,all,Northfield Party,any,2026-05-01,,,,,,',
  'objection,07700900110,,,,live-call,Northfield Party,fundraising,2026-05-01,,,,,,',
  'objection,07700900108,,,,all,Southfield Party,any,2026-05-01,,,,,,',
  'objection,,eve@example.org,,,live-call,Northfield Party,any,2025-05-01,,,,,,',
  'consent,07700900105,,,,live-call,Northfield Party,political-campaign,2026-06-01,direct,opt-in,standalone,form,v1,yes',
].join('\n');

const CAMPAIGN = campaignText({
  list: '{ source: own-records, controller: Northfield Party, authorised: true, id_system: nationbuilder, privacy_notice_given: true, post_lapse_notice: true }',
});

function peopleDir(contacts = `${PEOPLE}\n`): Workdir {
  return world({ contacts, ledger: `${LEDGER}\n`, campaign: CAMPAIGN });
}

function dialListIn(dir: Workdir): string {
  const [name] = dir.list('out').filter((file) => file.startsWith('dial-list-'));
  if (name === undefined) throw new Error('there is no dial list');
  return name;
}

describe('the dial list', () => {
  test('holds every allowed number once, with name, id and day, and is named for the day it holds until', () => {
    const dir = peopleDir();
    const ran = screen(dir, '--dial-list');
    expect(ran.exitCode).toBe(0);
    const name = dialListIn(dir);
    const validUntil = name.slice('dial-list-until-'.length, -'.csv'.length);
    expect(dir.text(`out/${name}`).split('\n')).toEqual([
      'number,name,id,valid_until',
      `+441632960101,Ada Archer,1,${validUntil}`,
      `+447700900101,Ada Archer,1,${validUntil}`,
      `+447700900105,Eve Ellis,5,${validUntil}`,
      `+447700900108,Hal Hart,8,${validUntil}`,
      `+447700900110,Joe Jay,10,${validUntil}`,
      '',
    ]);
    expect(ran.stdout).toContain(`-> out/${name} (for volunteers)`);
    expect(readReceipt(`${dir.path}/out`).outputs[name]).toMatchObject({ records: 5 });
  });

  test('is an allowed file to a check by receipt, until its day has passed', () => {
    const dir = peopleDir();
    screen(dir, '--dial-list');
    const check = ['check', `out/${dialListIn(dir)}`, '--receipt', 'out/receipt.json'];
    expect(dir.run(...check).exitCode).toBe(0);
    expect(dir.runWith({ environment: { RINGFENCE_TODAY: '2027-11-22' } }, ...check).exitCode).toBe(1);
    dir.write(`out/${dialListIn(dir)}`, 'number,name,id,valid_until\n+447700900106,Finn,6,2099-01-01\n');
    expect(dir.run(...check).stdout).toContain('was not screened');
  });

  test('is not written unless it is asked for, nor where nobody is allowed', () => {
    const plain = peopleDir();
    screen(plain);
    expect(plain.list('out')).toEqual(['allowed.csv', 'blocked.csv', 'needs-review.csv', 'receipt.json']);
    const nobody = world({ contacts: 'name,phone,do not call\nAnn,07700900101,yes\n' });
    expect(screen(nobody, '--dial-list').exitCode).toBe(0);
    expect(nobody.list('out')).toEqual(['allowed.csv', 'blocked.csv', 'needs-review.csv', 'receipt.json']);
  });

  test('is refused for a day in the past, whose rows nobody may ring', () => {
    const dir = peopleDir();
    const ran = screen(dir, '--dial-list', '--on', '2026-11-20');
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain('`--dial-list` is for a day to come');
    expect(dir.exists('out')).toBe(false);
  });
});

describe('what is written back', () => {
  test('is every opt-out of list and ledger by id, in the form of the system, and nothing else', () => {
    const dir = peopleDir();
    const ran = screen(dir, '--write-back', 'nationbuilder');
    expect(ran.exitCode).toBe(0);
    expect(dir.text('out/write-back-nationbuilder.csv').split('\n')).toEqual([
      'nationbuilder_id,do_not_call,mobile_opt_in,email_opt_in,do_not_contact',
      '3,Y,,,',
      '4,Y,N,N,Y',
      '5,,,N,',
      '6,Y,N,N,Y',
      '10,Y,,,',
      '',
    ]);
    expect(ran.stdout).toContain('Opt-outs to import into your system: 5 records');
    expect(ran.stdout).toContain(
      '2 records with an opt-out and without an id that can be relied on: enter these by hand.',
    );
    expect(readReceipt(`${dir.path}/out`).outputs['write-back-nationbuilder.csv']).toMatchObject({
      records: 5,
    });
  });

  test('is read back by the ledger as the opt-outs it says', () => {
    const dir = peopleDir();
    screen(dir, '--write-back', 'nationbuilder');
    const ran = dir.run('ledger', 'import', 'out/write-back-nationbuilder.csv');
    expect([ran.exitCode, ran.stderr]).toEqual([0, '']);
    for (const said of [
      'do_not_call = yes: objection on live-call, automated-call, voicemail: 4 rows',
      'mobile_opt_in = no: objection on sms: 2 rows',
      'email_opt_in = no: objection on email: 3 rows',
      'do_not_contact = yes: objection on all channels: 2 rows',
    ]) {
      expect(ran.stdout).toContain(said);
    }
  });

  test('is nothing that may be contacted, to a check by receipt', () => {
    const dir = peopleDir();
    screen(dir, '--write-back', 'nationbuilder');
    const ran = dir.run('check', 'out/write-back-nationbuilder.csv', '--receipt', 'out/receipt.json');
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout).toContain('holds 5 rows of contact that is opted out, not allowed');
  });

  test('says for which opt-outs the import has no column', () => {
    const dir = world({
      contacts:
        'VANID,Email Address,Email Subscription Status,Phone,SMS Opt-In Status,Do Not Call\n7,ada@example.org,Unsubscribed,07700900101,Unknown,1\n',
    });
    const ran = screen(dir, '--write-back', 'everyaction');
    expect(dir.text('out/write-back-everyaction.csv').split('\n')).toEqual([
      'VANID,SMS Opt-In Status,Email Subscription Status',
      '7,,Unsubscribed',
      '',
    ]);
    expect(ran.stdout).toContain('1 record with do_not_call, for which the import has no column');
  });

  test.for<[string, string, string]>([
    [
      'a system whose ids are not those of the list',
      'civicrm',
      'the list was read as a NationBuilder people export',
    ],
    ['a system of which nobody knows how it imports', 'google-contacts', 'It is for civicrm, '],
    ['a system that is not there', 'nationbilder', 'did you mean `nationbuilder`?'],
  ])('is refused for %s', ([, preset, says]) => {
    const dir = peopleDir();
    const ran = screen(dir, '--write-back', preset);
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain(says);
    expect(dir.exists('out')).toBe(false);
  });
});

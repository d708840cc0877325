/** Sentences of the contract on columns and output that no promise and no case holds, through the built program. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readReceipt } from '../src/outcomes/receipt.js';
import { campaignText, screen, TODAY, type Workdir, world } from './workdir.js';

const LISTED = '07700900001';
const CLEAR = '07700900002';
const OTHER = '07700900003';

const ADDED = [
  ...['screening_verdict', 'screening_channel', 'screening_purpose', 'screening_contact'],
  ...['screening_reasons', 'screening_explanation', 'screening_valid_until', 'screening_line'],
  // Filled in ragged rows only.
  'screening_surplus',
];

function headerOf(dir: Workdir, name: string): string[] {
  return (dir.text(`out/${name}.csv`).split('\n')[0] ?? '').split(',');
}

function sha256Of(dir: Workdir, name: string): string {
  return createHash('sha256')
    .update(readFileSync(join(dir.path, name)))
    .digest('hex');
}

describe('the three files', () => {
  test('have the columns of the input, then those of the screening in their order, and two to fill in for a review', () => {
    const dir = world({ contacts: `phone,name\n${CLEAR},Ann\n${LISTED},Bob\n,Cy\n`, tps: [LISTED] });
    screen(dir);
    for (const name of ['allowed', 'blocked']) {
      expect(headerOf(dir, name), name).toEqual(['phone', 'name', ...ADDED]);
    }
    expect(headerOf(dir, 'needs-review')).toEqual([
      'phone',
      'name',
      ...ADDED,
      'review_decision',
      'review_note',
    ]);
    expect(dir.rows('out/needs-review.csv')).toMatchObject([{ review_decision: '', review_note: '' }]);
  });

  test('say until when in allowed rows only', () => {
    const dir = world({ contacts: `phone\n${CLEAR}\n${LISTED}\n07700 90\n`, tps: [LISTED] });
    screen(dir);
    const until = (name: string) => dir.rows(`out/${name}.csv`).map((row) => row.screening_valid_until);
    expect([until('allowed'), until('blocked'), until('needs-review')]).toEqual([['2026-12-17'], [''], ['']]);
  });

  test('stand in a folder that only its owner can read, and so do they', () => {
    const dir = world({ contacts: `phone\n${CLEAR}\n` });
    screen(dir);
    for (const name of dir.list('out')) {
      expect(statSync(join(dir.path, 'out', name)).mode & 0o077, name).toBe(0);
    }
  });

  test('hold a plainly written number as it was, and any other in E.164', () => {
    const cells = ['07700 900002', '+44 7700 900003', '7700900004', '07700 900005 (her son)'];
    const dir = world({ contacts: `phone\n${cells.join('\n')}\n` });
    screen(dir);
    expect(dir.rows('out/allowed.csv').map(({ phone }) => phone)).toEqual([
      '07700 900002',
      '+44 7700 900003',
      '+447700900004',
      '+447700900005',
    ]);
  });
});

describe('the receipt', () => {
  test('names the tool, both ends, every file with its digest and records, and all that was judged by', () => {
    const dir = world({
      contacts: `name,phone,do_not_call\nAnn,${CLEAR},no\nBob,${LISTED},yes\nCy,${OTHER},perhaps\n`,
      tps: [LISTED],
    });
    screen(dir);
    const receipt = readReceipt(join(dir.path, 'out/receipt.json'));
    expect(receipt.tool.version).toMatch(/^\d+\.\d+\.\d+/u);
    expect(Date.parse(receipt.ended)).toBeGreaterThanOrEqual(Date.parse(receipt.started));
    expect(receipt.input).toMatchObject({ sha256: sha256Of(dir, 'contacts.csv'), records: 3 });
    for (const name of ['allowed.csv', 'blocked.csv', 'needs-review.csv']) {
      expect(receipt.outputs[name], name).toEqual({ sha256: sha256Of(dir, `out/${name}`), records: 1 });
    }
    expect(receipt.columns).toEqual([
      { header: 'name', roles: [] },
      { header: 'phone', roles: ['phone'] },
      { header: 'do_not_call', roles: ['do_not_call'] },
    ]);
    expect(receipt.flags).toMatchObject([
      {
        header: 'do_not_call',
        values: expect.arrayContaining([
          { value: 'no', read_as: 'no', count: 1 },
          { value: 'yes', read_as: 'yes', count: 1 },
        ]),
        unread: 1,
      },
    ]);
    // Every default is filled in, so that the run can be judged again without the program that made it.
    expect(receipt.campaign).toMatchObject({
      controller: 'Northfield Party',
      sector: 'none',
      contains_promotion: null,
      policy: { listing_grace: 'review', consent_max_age_months: 24, strict: false },
    });
    expect(receipt.store).toEqual({ name: 'ringfence.db', revision: 2 });
    expect(receipt.registers.tps).toMatchObject({
      as_of: '2026-11-20',
      sha256: sha256Of(dir, 'tps.txt'),
      count: 2,
      coverage: 'full',
      revision: 1,
    });
    expect(receipt.result).toMatchObject({ call_date: TODAY, valid_until: '2026-12-17' });
  });

  test('tells which guards of a register were overridden, and what each saw', () => {
    const dir = world({ contacts: `phone\n${CLEAR}\n` });
    screen(dir);
    const { tps } = readReceipt(join(dir.path, 'out/receipt.json')).registers;
    expect(tps?.overridden_guards.length).toBeGreaterThan(0);
    for (const { guard, saw } of tps?.overridden_guards ?? []) expect([guard, saw]).not.toContain('');
  });
});

describe('to-check.csv', () => {
  const lines = (dir: Workdir): readonly string[] => dir.text('out/to-check.csv').trim().split(/\r?\n/u);

  test('holds each undecided number once, and none that waits for anything else', () => {
    const dir = world({
      contacts: `phone,date_of_birth\n07712 345678,\n07712 345678,\n+44 7712 345679,\n07712 345680,2015-03-01\n`,
    });
    // 29 days after the copies: they are too old for anybody.
    const ran = screen(dir, '--on', '2026-12-19');
    expect(lines(dir).filter((line) => /\d{6}/u.test(line))).toHaveLength(2);
    expect(ran.stdout).toContain('to-check.csv');
  });

  test('is not written where the copies answer', () => {
    const dir = world({ contacts: `phone\n${CLEAR}\n` });
    screen(dir);
    expect(dir.exists('out/to-check.csv')).toBe(false);
  });
});

describe('the summary', () => {
  test('tells whom, who not, who waits, who has nothing, what is open, the registers and what is next, in this order', () => {
    const dir = world({
      contacts: `phone,deceased\n${CLEAR},\n${LISTED},\n07700 90,\n,\n`,
      tps: [LISTED],
      campaign: campaignText({
        calls: '{ number_presented: true, caller_identified: true, dialler: predictive }',
      }),
    });
    const { stdout } = screen(dir);
    const parts = [
      'May be contacted: 1 number, until 2026-12-17',
      'out/allowed.csv',
      'Blocked: 1 number',
      '(tps-listed)',
      'Needs a person: 1 number',
      '(number-invalid)',
      '1 record',
      'leave no messages',
      'TPS',
      'Store: ringfence.db',
      'Next',
    ];
    let at = 0;
    for (const part of parts) {
      const found = stdout.indexOf(part, at);
      expect(found, part).toBeGreaterThanOrEqual(0);
      at = found;
    }
    expect(stdout).toMatch(/no objection/iu);
  });

  test('opens with what was not applied where the contact is no marketing, and counts it', () => {
    const dir = world({
      contacts: `phone,do_not_call\n${CLEAR},\n${LISTED},\n${OTHER},yes\n`,
      tps: [LISTED],
      campaign: campaignText({ purpose: 'service', contains_promotion: 'false' }),
    });
    expect(screen(dir).stdout).toContain(
      'TPS and objections were not applied: 1 of these are listed, 1 objected; use this list for nothing else.',
    );
    expect(dir.rows('out/allowed.csv')).toHaveLength(3);
  });
});

describe('columns', () => {
  test('a flag that says "not opted out" is never consent', () => {
    const dir = world({
      contacts: 'email,do_not_email\nann@example.org,no\n',
      campaign: campaignText({ channel: 'email', messages: '{ opt_out_included: true }' }),
    });
    screen(dir);
    expect(dir.rows('out/blocked.csv')).toMatchObject([{ screening_reasons: 'no-consent' }]);
  });

  test('a fax goes to the fax column where there is one, and else to the phone', () => {
    const campaign = campaignText({ channel: 'fax' });
    const contactsIn = (dir: Workdir): unknown =>
      ['allowed', 'blocked', 'needs-review'].flatMap((name) =>
        dir.rows(`out/${name}.csv`).map((row) => row.screening_contact),
      );
    const both = world({ contacts: `phone,fax\n${CLEAR},${OTHER}\n`, campaign });
    screen(both);
    expect(contactsIn(both)).toEqual(['+447700900003']);
    const phoneOnly = world({ contacts: `phone\n${CLEAR}\n`, campaign });
    screen(phoneOnly);
    expect(contactsIn(phoneOnly)).toEqual(['+447700900002']);
  });

  test('`--map` adds a column to a role, and takes none away from the others', () => {
    const dir = world({ contacts: `phone,Second\n${CLEAR},${OTHER}\n` });
    screen(dir, '--map', 'phone=Second');
    expect(dir.rows('out/allowed.csv')).toMatchObject([{ screening_contact: '+447700900002;+447700900003' }]);
  });

  test('an address or an account that no objection could be matched with waits', () => {
    const contacts = 'name,address,social_handle\nAnn,1 Example Street,@ann\n';
    for (const channel of ['post', 'social-dm']) {
      const messages = '{ opt_out_included: true }';
      const dir = world({ contacts, campaign: campaignText({ channel, messages }) });
      screen(dir);
      expect(dir.rows('out/allowed.csv'), channel).toEqual([]);
      const told = [...dir.rows('out/needs-review.csv'), ...dir.rows('out/blocked.csv')];
      expect(told[0]?.screening_reasons, channel).toContain('contact-detail-missing');
    }
  });
});

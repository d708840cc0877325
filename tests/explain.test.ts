/**
 * `explain` through the built program, as transcripts that read aloud: the command, what it printed, its exit
 * code. `UPDATE_CASES=1` rewrites them; the verdict named in the table is never updated.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { campaignText, loadRegister, type Ran, screen, type Workdir, workdir, world } from './workdir.js';

const TRANSCRIPTS = resolve(import.meta.dirname, '../fixtures/transcripts');
const isUpdating = process.env.UPDATE_CASES === '1';

const LEDGER_HEADER =
  'record,phone,email,channels,controller,purposes,on,obtained,controller_named,method,tied_to,source,wording,basis,obtained_by,obtained_on,opt_out_at_collection,sole_charitable_purpose\n';
const CONSENT =
  'consent,07700 900005,,live-call,Northfield Party,political-campaign,2026-10-01,direct,yes,opt-in,standalone,form,Ada Example signed form 7,,,,,\n';
const UNPROVEN =
  'consent,07700 900003,,live-call,Northfield Party,political-campaign,2026-10-01,direct,yes,opt-in,standalone,"told Ada Example, at the door",,,,,,\n';
const objectionOn = (number: string): string =>
  `objection,${number},,all,Northfield Party,any,2026-09-01,,,,,,,,,,,\n`;
const SUPPORT =
  'soft-opt-in,,ada@example.org,email,Elmet Donkey Sanctuary,,,,,,,,,charity-support,Elmet Donkey Sanctuary,2026-01-20,yes,yes\n';
const LEDGER = `${LEDGER_HEADER}${UNPROVEN}${objectionOn('07700 900004')}${objectionOn('07700 900005')}${CONSENT}${SUPPORT}`;

const FACTION = campaignText({
  controller: 'Renew Northfield',
  controller_kind: 'campaign-group',
  list: '{ source: membership, controller: Northfield Party, controller_kind: political-party, authorised: false, privacy_notice_given: true }',
});
const EMAILS = {
  channel: 'email',
  messages: '{ opt_out_included: true, sole_charitable_purpose: true }',
};
const CHARITY = campaignText({
  ...EMAILS,
  controller: 'Elmet Donkey Sanctuary',
  controller_kind: 'charity',
  purpose: 'fundraising',
  list: '{ source: own-records, controller: Elmet Donkey Sanctuary, authorised: true, privacy_notice_given: true }',
});

interface Told {
  readonly name: string;
  readonly contact: string;
  readonly campaign?: string;
  readonly options?: readonly string[];
  /** Verdict and decisive reason, written by hand. */
  readonly verdict: string;
}

const transcripts: readonly Told[] = [
  { name: 'allowed-clear-number', contact: '07700 900001', verdict: 'allowed register-clear' },
  { name: 'tps-listed', contact: '07700 900002', verdict: 'blocked tps-listed' },
  {
    name: 'listed-with-unproven-consent',
    contact: '07700 900003',
    verdict: 'needs-review consent-evidence-incomplete',
  },
  { name: 'objection', contact: '07700 900004', verdict: 'blocked objection-number' },
  {
    name: 'objection-lifted-by-later-consent',
    contact: '07700 900005',
    verdict: 'allowed objection-superseded-by-consent',
  },
  {
    name: 'faction',
    contact: '07700 900001',
    campaign: FACTION,
    verdict: 'blocked list-unauthorised',
  },
  {
    name: 'open-fact',
    contact: '07700 900001',
    campaign: campaignText({ calls: '{ caller_identified: true, leaves_voicemail: false }' }),
    verdict: 'needs-review campaign-fact-missing',
  },
  {
    name: 'email-without-consent',
    contact: 'grace@example.org',
    campaign: campaignText(EMAILS),
    verdict: 'blocked no-consent',
  },
  {
    name: 'charity-soft-opt-in-before-commencement',
    contact: 'ada@example.org',
    campaign: CHARITY,
    verdict: 'blocked no-consent',
  },
  {
    name: 'stale-register',
    contact: '07700 900001',
    options: ['--on', '2026-12-18'],
    verdict: 'needs-review register-stale',
  },
];

/** The world of all transcripts: two registers, a ledger, and the campaign that is asked for. */
function worldOf(campaign = campaignText()): Workdir {
  return world({
    contacts: 'phone\n07700 900001\n',
    tps: ['07700900002', '07700900003'],
    ledger: LEDGER,
    campaign,
  });
}

function transcriptOf(args: readonly string[], { stdout, stderr, exitCode }: Ran): string {
  const typed = args.map((word) => (word.includes(' ') ? `"${word}"` : word)).join(' ');
  return `$ ringfence ${typed}\n\n${stdout}${stderr}\nExit code: ${exitCode}\n`;
}

describe('transcripts', () => {
  test.for(transcripts)('$name', ({ name, contact, campaign, options = [], verdict }) => {
    const dir = worldOf(campaign);
    const args = ['explain', contact, '--campaign', 'campaign.yaml', ...options];
    const ran = dir.run(...args);
    const transcript = transcriptOf(args, ran);
    const path = join(TRANSCRIPTS, `explain-${name}.txt`);
    if (isUpdating) {
      mkdirSync(TRANSCRIPTS, { recursive: true });
      writeFileSync(path, transcript);
    }
    expect(transcript).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
    const asData = JSON.parse(dir.run(...args, '--json').stdout);
    expect(`${asData.verdict} ${asData.decisive}`).toBe(verdict);
    expectNothingPersonal(ran.stdout + JSON.stringify(asData));
  });
});

/** Neither the contact, nor a name or what somebody was told. */
function expectNothingPersonal(printed: string): void {
  expect(printed).not.toMatch(/Ada|at the door|form 7|@example|900\d{3}|\+44/u);
}

/** The row that a list with this one contact gives. */
function screened(dir: Workdir, column: string, contact: string, ...more: readonly string[]): string {
  dir.write('contacts.csv', `${column}\n${contact}\n`);
  screen(dir, ...more);
  const [row] = ['allowed.csv', 'blocked.csv', 'needs-review.csv'].flatMap((file) => dir.rows(`out/${file}`));
  return `${row?.screening_verdict} ${row?.screening_reasons?.split(';')[0]} ${row?.screening_valid_until}`;
}

test.for(transcripts)('the verdict is that of a list with this contact alone: $name', (told) => {
  const dir = worldOf(told.campaign);
  const options = told.options ?? [];
  const { stdout } = dir.run('explain', told.contact, '--campaign', 'campaign.yaml', '--json', ...options);
  const { verdict, decisive, valid_until } = JSON.parse(stdout);
  const column = told.contact.includes('@') ? 'email' : 'phone';
  expect(`${verdict} ${decisive} ${valid_until ?? ''}`).toBe(screened(dir, column, told.contact, ...options));
});

test('the contact may come from standard input, where no shell keeps it', () => {
  const dir = worldOf();
  const typed = dir.run('explain', '07700 900002', '--campaign', 'campaign.yaml');
  const piped = dir.runWith({ input: '07700 900002\n' }, 'explain', '-', '--campaign', 'campaign.yaml');
  expect(piped).toEqual(typed);
});

describe('with a receipt', () => {
  test('the campaign, channel and day are those of the run, and it says whether the store has moved on', () => {
    const dir = worldOf();
    screen(dir, '--on', '2026-11-25');
    dir.write('campaign.yaml', FACTION);
    const explain = (): string => dir.run('explain', '07700 900001', '--receipt', 'out/receipt.json').stdout;
    expect(explain()).toMatch(
      /^••••01, for Northfield Party: political-campaign by live-call on 2026-11-25$/m,
    );
    expect(explain()).toContain('ALLOWED');
    expect(explain()).toContain('The store has not changed since: revision 3.');
    dir.run('objection', '07700 900001', '--campaign', 'campaign.yaml');
    expect(explain()).toContain('The store has moved on since, from revision 3 to 4');
    dir.write('campaign.yaml', campaignText());
    dir.run('objection', '07700 900001', '--campaign', 'campaign.yaml');
    expect(explain()).toContain('BLOCKED');
  });

  test('a store that is behind the run is told to be another', () => {
    const dir = worldOf();
    screen(dir);
    dir.run('init', '--store', 'other.db');
    const { stdout } = dir.run(
      ...['explain', '07700 900001', '--receipt', 'out/receipt.json', '--store', 'other.db'],
    );
    expect(stdout).toContain('That run saw revision 3, and this store is only at 0');
    expect(stdout).toContain('NEEDS A PERSON. No copy of the TPS and CTPS registers is loaded');
  });
});

test('a past day is marked as a replay', () => {
  const dir = worldOf();
  const { stdout } = dir.run(
    ...['explain', '07700 900001', '--campaign', 'campaign.yaml', '--on', '2026-11-21'],
  );
  expect(stdout).toMatch(/^REPLAY/m);
});

test('a fresh register cures what was stale', () => {
  const dir = worldOf();
  const later = { environment: { RINGFENCE_TODAY: '2026-12-18' } };
  const explain = ['explain', '07700 900001', '--campaign', 'campaign.yaml'];
  expect(dir.runWith(later, ...explain).stdout).toContain('Fresh copies of the TPS and CTPS registers');
  loadRegister(dir, 'tps', [], '2026-11-21');
  expect(dir.runWith(later, ...explain).stdout).toContain('A fresh copy of the CTPS register');
});

describe('what cannot be explained ends with 2, and quotes nothing of the contact', () => {
  test.for<[string, readonly string[], string]>([
    ['neither campaign nor receipt', ['07700 900001'], 'either `--campaign FILE` or `--receipt FILE`'],
    [
      'both of them',
      ['07700 900001', '--campaign', 'campaign.yaml', '--receipt', 'out/receipt.json'],
      'either `--campaign FILE` or `--receipt FILE`',
    ],
    [
      'a receipt and another channel',
      ['07700 900001', '--receipt', 'out/receipt.json', '--channel', 'sms'],
      'a receipt says its own channel and day',
    ],
    [
      'an address where calls are made',
      ['ada@example.org', '--campaign', 'campaign.yaml'],
      'does not reach anybody by an email address',
    ],
    [
      'a letter',
      ['07700 900001', '--campaign', 'campaign.yaml', '--channel', 'post'],
      'only a number or an email address can be explained',
    ],
    ['two numbers', ['07700 900001 / 07700 900002', '--campaign', 'campaign.yaml'], 'more than one number'],
    ['no number', ['Ada Example', '--campaign', 'campaign.yaml'], 'no number that can be read'],
    ['a receipt that is none', ['07700 900001', '--receipt', 'campaign.yaml'], 'is not a receipt'],
  ])('%s', ([, args, message]) => {
    const { exitCode, stdout, stderr } = worldOf().run('explain', ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/Ada|ada@|9000/u);
  });

  test('a store that is not there', () => {
    const dir = workdir();
    dir.write('campaign.yaml', campaignText());
    expect(dir.run('explain', '07700 900001', '--campaign', 'campaign.yaml').exitCode).toBe(2);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseCampaign, readCampaignFile } from '../../src/campaign/read-campaign.js';
import { UserError } from '../../src/errors.js';

const DEMANDED = `controller: Northfield Party
controller_kind: political-party
purpose: political-campaign
channel: live-call
list:
  controller: Northfield Party
`;

const DEFAULTS = {
  controller: 'Northfield Party',
  controller_aliases: [],
  controller_kind: 'political-party',
  sector: 'none',
  purpose: 'political-campaign',
  contains_promotion: null,
  channel: 'live-call',
  dates: { first: null, last: null },
  calls: { number_presented: null, caller_identified: null, leaves_voicemail: null, dialler: 'manual' },
  messages: { opt_out_included: null, similar_products: null, sole_charitable_purpose: null },
  instigator: null,
  processor: null,
  declared_territories: ['UK'],
  moratoria: [],
  list: {
    source: null,
    controller: 'Northfield Party',
    controller_kind: null,
    authorised: null,
    authorisation: null,
    id_system: null,
    privacy_notice_given: null,
    post_lapse_notice: null,
    retention_months_after_lapse: null,
  },
  research: { answers_reused_for_marketing: null },
  pensions: { fca_authorised_or_trustee: null },
  policy: { listing_grace: 'review', consent_max_age_months: 24, strict: false },
};

/** The message with which `text` is refused, a line each. */
function refusal(text: string): string[] {
  try {
    parseCampaign(text, 'campaign.yaml');
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown.message.split('\n');
    throw thrown;
  }
  return [];
}

describe('what a campaign file means', () => {
  test('the demanded keys alone leave every fact open and every setting at its default', () => {
    expect(parseCampaign(DEMANDED, 'campaign.yaml')).toEqual(DEFAULTS);
  });

  test('keys and parts left empty are the same as keys and parts left out', () => {
    const text = `${DEMANDED}  source:\n  authorisation: null\n  id_system: ""\ndates:\ncalls: ~\npolicy:\n  strict:\nmoratoria:\nprocessor: null\n`;
    expect(parseCampaign(text, 'campaign.yaml')).toEqual(DEFAULTS);
  });

  test.for<[string, string, object]>([
    [
      'an unquoted day stays the day that it is',
      'dates: { first: 2026-11-20 }',
      { dates: { first: '2026-11-20', last: null } },
    ],
    ['yes and no answer a fact', 'contains_promotion: yes', { contains_promotion: true }],
    ['No in capitals answers a fact', 'contains_promotion: NO', { contains_promotion: false }],
    ['true and false answer a fact', 'contains_promotion: false', { contains_promotion: false }],
    ['a name made of digits keeps its zeros', 'instigator: 007', { instigator: '007' }],
    [
      'a processor needs only its name',
      'processor: { name: Acme Boilers Ltd }',
      { processor: { name: 'Acme Boilers Ltd', contract: null, country: null } },
    ],
    [
      'a dialler left open is open',
      'calls: { dialler: null }',
      { calls: { ...DEFAULTS.calls, dialler: null } },
    ],
    ['a choice may be written in capitals', 'sector: Pensions', { sector: 'pensions' }],
    ['no territories at all is an answer', 'declared_territories: []', { declared_territories: [] }],
    [
      'a moratorium may exempt nothing',
      'moratoria: [{ from: 2026-11-10, to: 2026-11-10 }]',
      { moratoria: [{ from: '2026-11-10', to: '2026-11-10', exempt_purposes: [] }] },
    ],
    [
      'the first day may be the last',
      'dates: { first: 2026-11-20, last: 2026-11-20 }',
      { dates: { first: '2026-11-20', last: '2026-11-20' } },
    ],
  ])('%s', ([, line, change]) => {
    expect(parseCampaign(`${DEMANDED}${line}\n`, 'campaign.yaml')).toEqual({ ...DEFAULTS, ...change });
  });

  test('JSON is YAML too', () => {
    const { controller, controller_kind, purpose, channel, list } = DEFAULTS;
    const text = JSON.stringify({
      controller,
      controller_kind,
      purpose,
      channel,
      list,
      policy: { consent_max_age_months: 12 },
    });
    expect(parseCampaign(text, 'campaign.json')).toEqual({
      ...DEFAULTS,
      policy: { ...DEFAULTS.policy, consent_max_age_months: 12 },
    });
  });
});

describe('what a campaign file is refused for', () => {
  test.for<[string, string, string]>([
    [
      'a misspelt key',
      'calls: { number_presentd: yes }',
      'campaign.yaml line 7: unknown key `calls.number_presentd`; did you mean `number_presented`?',
    ],
    [
      'a key in the wrong part',
      'number_presented: yes',
      'campaign.yaml line 7: unknown key `number_presented`; `number_presented` belongs under `calls`',
    ],
    [
      'a key like no other',
      'policy: { colour: red }',
      'campaign.yaml line 7: unknown key `policy.colour`; the keys here are listing_grace, consent_max_age_months, strict',
    ],
    [
      'a key without a blank after its colon',
      'dates: {first:2026-11-20}',
      'campaign.yaml line 7: unknown key `dates.first:2026-11-20`; write a blank after the colon',
    ],
    [
      'the key __proto__',
      '__proto__: { strict: yes }',
      'campaign.yaml line 7: unknown key `__proto__`; the keys here are',
    ],
    [
      'a word that is no choice',
      'sector: pension',
      'campaign.yaml line 7: `sector` is `pension`; write one of: none, claims-management, pensions',
    ],
    [
      'an answer that is neither yes nor no',
      'contains_promotion: maybe',
      'campaign.yaml line 7: `contains_promotion` is `maybe`; write yes or no',
    ],
    [
      'a number where yes or no is asked',
      'contains_promotion: 1',
      'campaign.yaml line 7: `contains_promotion` is `1`; write yes or no',
    ],
    [
      'a day that does not exist',
      'dates: { first: 2026-11-31 }',
      'campaign.yaml line 7: `dates.first` is `2026-11-31`; write a day that exists, as 2026-11-22',
    ],
    [
      'a day in another order',
      'dates: { first: 20/11/2026 }',
      'campaign.yaml line 7: `dates.first` is `20/11/2026`; write a day that exists',
    ],
    [
      'a last day before the first',
      'dates: { first: 2026-11-21, last: 2026-11-20 }',
      'campaign.yaml line 7: `dates.last` is `2026-11-20`; write a day that is not before `dates.first`',
    ],
    [
      'a moratorium that ends before it begins',
      'moratoria:\n  - { from: 2026-11-11, to: 2026-11-10 }',
      'campaign.yaml line 8: `moratoria.to` is `2026-11-10`; write a day that is not before `from`',
    ],
    [
      'a consent age of nothing',
      'policy: { consent_max_age_months: 0 }',
      'campaign.yaml line 7: `policy.consent_max_age_months` is `0`; write a whole number of months from 1 to 1200',
    ],
    [
      'half a month',
      'policy: { consent_max_age_months: 1.5 }',
      'campaign.yaml line 7: `policy.consent_max_age_months` is `1.5`; write a whole number',
    ],
    [
      'a name where keys belong',
      'processor: Acme Boilers Ltd',
      'campaign.yaml line 7: `processor` is `Acme Boilers Ltd`; write `{ name: …, contract: …, country: … }`',
    ],
    [
      'a list where a name belongs',
      'instigator: [Renew Northfield]',
      'campaign.yaml line 7: `instigator` holds a list; write it in one line of plain text',
    ],
    [
      'a text where a list belongs',
      'declared_territories: UK',
      'campaign.yaml line 7: `declared_territories` is `UK`; write a list',
    ],
    [
      'a key given twice',
      'purpose: service',
      'campaign.yaml line 7: `purpose` stands here again, and in line 3 already; remove one of them',
    ],
    ['an alias', 'instigator: *name', 'campaign.yaml line 7: a YAML alias'],
    [
      'a second document',
      '---\ncontroller: Renew Northfield',
      'campaign.yaml line 7: a second YAML document starts here',
    ],
    [
      'a colon inside a value',
      'instigator: Renew: Northfield',
      'campaign.yaml line 7, column 13: this is not YAML: a colon and a blank stand inside the value',
    ],
    [
      'a tab before a key',
      'calls:\n\tdialler: manual',
      'campaign.yaml line 8, column 1: this is not YAML: a tab stands at the start of the line; use blanks',
    ],
    ['a tag', 'instigator: !body Renew', 'campaign.yaml line 7, column 13: this is not YAML: unresolved tag'],
  ])('%s', ([, line, sentence]) => {
    const sentences = refusal(`${DEMANDED}${line}\n`);
    expect(sentences).toHaveLength(1);
    expect(sentences[0]).toContain(sentence);
  });

  test.for<[string, string, string]>([
    ['a demanded key that is empty is not filled in', 'controller: Northfield Party', 'controller:'],
    ['a demanded key that holds blanks is not filled in', 'controller: Northfield Party', 'controller: "  "'],
  ])('%s', ([, line, change]) => {
    expect(refusal(DEMANDED.replace(line, change))).toEqual([
      'campaign.yaml line 1: `controller` is not filled in; write it in one line of plain text',
    ]);
  });

  test.for(['controller', 'controller_kind', 'purpose', 'channel'])('`%s` left out is missing', (key) => {
    const text = DEMANDED.split('\n')
      .filter((line) => !line.startsWith(`${key}:`))
      .join('\n');
    expect(refusal(text)).toEqual([expect.stringContaining(`campaign.yaml: \`${key}\` is missing; write`)]);
  });

  test('a list without its controller is missing it', () => {
    expect(refusal(DEMANDED.replace('  controller: Northfield Party', '  source: membership'))).toEqual([
      'campaign.yaml line 5: `list.controller` is missing; write it in one line of plain text',
    ]);
  });

  test('every problem is told at once, in the order of the file', () => {
    const text = `controller:\nchanel: sms\npurpose: politics\npurpose: service\ncalls:\n  leaves_voicemail: often\n${DEMANDED.split('\n').slice(3).join('\n')}`;
    expect(refusal(text).map((sentence) => sentence.split(/[:;]/)[0])).toEqual([
      'campaign.yaml',
      'campaign.yaml line 1',
      'campaign.yaml line 2',
      'campaign.yaml line 4',
      'campaign.yaml line 6',
    ]);
  });

  test.for<[string, string]>([
    ['an empty file', ''],
    ['a file of comments', '# nothing yet\n'],
  ])('%s points to init', ([, text]) => {
    expect(refusal(text)).toEqual([expect.stringContaining('`ringfence init`')]);
  });

  test('a file that is a list of lines has no keys', () => {
    expect(refusal('- controller\n')).toEqual([expect.stringContaining('campaign.yaml: no keys stand here')]);
  });

  test('a wrong value is told in one short line', () => {
    const [sentence = ''] = refusal(`${DEMANDED}sector: ${'pension '.repeat(100)}\n`);
    expect(sentence.length).toBeLessThan(200);
  });
});

describe('the file itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-campaign-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const fileOf = (bytes: Buffer | string): string => {
    const path = join(folder, 'campaign.yaml');
    writeFileSync(path, bytes);
    return path;
  };

  test('a byte order mark and CRLF line ends are no part of the text', async () => {
    const path = fileOf(`\uFEFF${DEMANDED.replaceAll('\n', '\r\n')}`);
    await expect(readCampaignFile(path)).resolves.toEqual(DEFAULTS);
  });

  test('text that is not UTF-8 is refused', async () => {
    const path = fileOf(Buffer.from(DEMANDED.replace('Northfield', 'N\xf6rthfield'), 'latin1'));
    await expect(readCampaignFile(path)).rejects.toThrow(/this is not UTF-8 text; save it/);
  });

  test('a file that is not there points to init', async () => {
    const path = join(folder, 'campaing.yaml');
    await expect(readCampaignFile(path)).rejects.toThrow(
      `cannot read the campaign file \`${path}\`: there is no such file. Write one with \`ringfence init\``,
    );
  });

  test('a folder is no campaign file', async () => {
    await expect(readCampaignFile(folder)).rejects.toThrow(/it is a folder/);
  });
});

import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { CampaignAnswers } from '../../src/campaign/answers.js';
import { KNOWN_KEYS } from '../../src/campaign/campaign-schema.js';
import { parseCampaign } from '../../src/campaign/read-campaign.js';
import { campaignTemplate } from '../../src/campaign/template.js';
import { parseIsoDate } from '../../src/screening/dates.js';
import { declaredFacts } from '../../src/screening/facts.js';

const DEMANDED: CampaignAnswers = {
  controller: 'Elmet Donkey Sanctuary',
  controller_kind: 'charity',
  purpose: 'fundraising',
  channel: 'email',
  'list.controller': 'Elmet Donkey Sanctuary',
};

const minimal = `controller: Elmet Donkey Sanctuary
controller_kind: charity
purpose: fundraising
channel: email
list: { controller: Elmet Donkey Sanctuary }
`;

/** The comment lines right above the key at `path`, joined. */
function commentOn(template: string, path: string): string {
  const lines = template.split('\n');
  const key = path.includes('.') ? `  ${path.split('.')[1]}:` : `${path}:`;
  const comment: string[] = [];
  for (
    let at = lines.findIndex((line) => line.startsWith(key)) - 1;
    lines[at]?.trim().startsWith('# ');
    at -= 1
  ) {
    comment.unshift(lines[at]?.trim().slice(2) ?? '');
  }
  return comment.join(' ');
}

describe('the file that init writes', () => {
  test('with the demanded keys answered it means no more than those answers', () => {
    expect(parseCampaign(campaignTemplate(DEMANDED), 'campaign.yaml')).toEqual(
      parseCampaign(minimal, 'campaign.yaml'),
    );
  });

  test('without answers, just the demanded keys are not filled in', () => {
    const read = () => parseCampaign(campaignTemplate(), 'campaign.yaml');
    for (const path of Object.keys(DEMANDED)) expect(read).toThrow(`\`${path}\` is not filled in`);
    expect(read).toThrow(/^([^\n]+\n){4}[^\n]+$/);
  });

  test('every answer comes back as it was given', () => {
    const on = parseIsoDate('2026-11-01');
    if (on === undefined) throw new RangeError('no day');
    const campaign = parseCampaign(
      campaignTemplate({
        ...DEMANDED,
        controller: '# Yes: "Elmet", 007',
        'list.controller': 'null',
        'calls.leaves_voicemail': false,
        'list.authorised': true,
        'list.source': 'membership',
        'list.authorisation': { by: 'A: B', on, reference: '0123' },
        'dates.first': '2026-11-20',
        'processor.name': 'Acme Boilers Ltd',
      }),
      'campaign.yaml',
    );
    expect(campaign).toMatchObject({
      controller: '# Yes: "Elmet", 007',
      calls: { leaves_voicemail: false },
      dates: { first: '2026-11-20', last: null },
      processor: { name: 'Acme Boilers Ltd', contract: null },
      list: {
        controller: 'null',
        source: 'membership',
        authorised: true,
        authorisation: { by: 'A: B', on: '2026-11-01', reference: '0123' },
      },
    });
  });

  test('nothing that is left open is called null', () => {
    expect(campaignTemplate({ ...DEMANDED, 'processor.name': 'Acme Boilers Ltd' })).not.toMatch(
      /^ *\w+: null/m,
    );
  });

  test('it names every key that a campaign file knows', () => {
    const template = campaignTemplate();
    const written: unknown = parse(template);
    const inside = new Set(['processor', 'moratoria', 'list.authorisation']);
    for (const [part, keys] of KNOWN_KEYS) {
      if (inside.has(part)) continue;
      for (const key of keys) {
        expect(written).toHaveProperty(part === '' ? [key] : [...part.split('.'), key]);
      }
    }
  });

  test('every key has a comment', () => {
    const lines = campaignTemplate().split('\n');
    for (const [at, line] of lines.entries()) {
      const key = /^ *(\w+):/.exec(line)?.[1];
      // A part is explained by its keys.
      if (key === undefined || (KNOWN_KEYS.has(key) && key !== 'processor' && key !== 'moratoria')) continue;
      expect(lines[at - 1], `the line above ${line}`).toMatch(/^ *# /);
    }
  });

  test.for(declaredFacts.filter(({ key }) => key !== 'processor.contract'))(
    'the comment on $key asks its question and tells what an open answer does',
    ({ key, question, open }) => {
      const comment = commentOn(campaignTemplate(), key);
      expect(comment).toContain(question);
      expect(comment).toContain(open.effect === 'taken-as' ? open.says : `(${open.code})`);
    },
  );

  test.for<[string, string]>([
    ['calls.number_presented', 'No: everybody is blocked (cli-withheld).'],
    ['calls.leaves_voicemail', 'Yes: only people whose consent covers such a message may be rung.'],
    [
      'list.privacy_notice_given',
      'No: everybody who is not a company goes to review (privacy-notice-missing).',
    ],
    [
      'list.authorised',
      'Asked where the list belongs to another organisation. No: everybody is blocked (list-unauthorised).',
    ],
  ])('the comment on %s tells what the unwanted answer does', ([key, sentence]) => {
    expect(commentOn(campaignTemplate(), key)).toContain(sentence);
  });

  test('no line is wider than a terminal of 110 columns', () => {
    expect(
      campaignTemplate()
        .split('\n')
        .filter((line) => line.length > 110),
    ).toEqual([]);
  });
});

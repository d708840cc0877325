/**
 * docs/first-phonebank.md, typed on a real terminal: what the page shows has to be what stands on the screen, to
 * the letter. `UPDATE_CASES=1` writes the screens into the page again; lines that begin with `> ` are what is typed.
 */
import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { campaignQuestions } from '../src/campaign/questions.js';
import { declaredFacts } from '../src/screening/facts.js';
import { FIXTURES } from './run-case.js';
import { atTerminal, CTRL_C, CTRL_D } from './terminal.js';
import { TODAY, workdir } from './workdir.js';

const PATH = resolve(import.meta.dirname, '../docs/first-phonebank.md');
const PAGE = readFileSync(PATH, 'utf8');
const BLOCK = /^```\n\$ npx ringfence (.*)\n([\s\S]*?)^```$/gmu;
const environment = { RINGFENCE_TODAY: TODAY };

const blocks = [...PAGE.matchAll(BLOCK)].map(([, command = '', screen = '']) => ({ command, screen }));

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringfence-phonebank-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const noon = new Date(`${TODAY}T12:00:00Z`);
  for (const name of ['nationbuilder-people.csv', 'checked.csv']) {
    copyFileSync(join(FIXTURES, 'tutorial', name), join(folder, name));
    utimesSync(join(folder, name), noon, noon);
  }
  return folder;
}

function answersIn(screen: string): string[] {
  return [...screen.matchAll(/^>(?: (.*))?$/gmu)].map(([, answer = '']) => answer.trim());
}

/** Blanks at the end of a line do not show. */
function shown(screen: string): string {
  return screen.replace(/[ \t]+$/gmu, '');
}

test('every screen of the page is what the terminal shows', { timeout: 120_000 }, async () => {
  expect(PAGE).toContain(`$ export RINGFENCE_TODAY=${TODAY}\n`);
  const folder = openFolder();
  const screens: string[] = [];
  for (const { command, screen } of blocks) {
    const answers = answersIn(screen);
    const session = await atTerminal(command.split(' '), { cwd: folder, environment, answers });
    expect(session.exitCode, session.screen).toBe(0);
    expect(session.untyped).toEqual([]);
    screens.push(shown(session.screen));
  }
  if (process.env.UPDATE_CASES === '1') {
    const after = [...screens];
    writeFileSync(
      PATH,
      PAGE.replace(
        BLOCK,
        (_, command: string) => `\`\`\`\n$ npx ringfence ${command}\n${after.shift()}\`\`\``,
      ),
    );
    return;
  }
  expect(screens).toEqual(blocks.map(({ screen }) => screen));

  const campaign: unknown = parse(readFileSync(join(folder, 'campaign.yaml'), 'utf8'));
  expect(campaign).toMatchObject({
    controller: 'Northfield Party',
    controller_kind: 'political-party',
    purpose: 'political-campaign',
    channel: 'live-call',
    dates: { first: '2026-11-24', last: '2026-12-10' },
    calls: { number_presented: 'yes', caller_identified: 'yes', leaves_voicemail: 'no' },
    processor: null,
    list: {
      controller: 'Northfield Party',
      source: 'own-records',
      id_system: 'nationbuilder',
      privacy_notice_given: 'yes',
      post_lapse_notice: 'yes',
    },
  });
  expect(statSync(join(folder, 'ringfence.db')).mode & 0o777).toBe(0o600);
});

test('the questions on the page are those of the table of facts', () => {
  const screen = blocks.find(({ command }) => command === 'init')?.screen ?? '';
  const asked = screen.split('\n').filter((line) => line.endsWith('?'));
  const known = campaignQuestions.map(({ question }) => question);
  expect(asked.filter((question) => !known.includes(question))).toEqual([]);
  const ofCalls = declaredFacts.filter(({ key }) => key.startsWith('calls.'));
  for (const { question } of ofCalls) expect(asked).toContain(question);
});

test.for([
  ['Ctrl-C', CTRL_C],
  ['Ctrl-D', CTRL_D],
])('%s at a question is no bug, and writes no campaign file', { timeout: 30_000 }, async ([, key]) => {
  const dir = workdir();
  const answers = ['Northfield Party', key ?? ''];
  const { exitCode, screen } = await atTerminal(['init'], { cwd: dir.path, environment, answers });
  expect(screen).toContain('the questions were broken off, so no campaign.yaml was written');
  expect(exitCode).toBe(2);
  expect(dir.exists('campaign.yaml')).toBe(false);
  const again = await atTerminal(['init'], { cwd: dir.path, environment, answers: Array(30).fill('') });
  expect(again.exitCode).toBe(0);
  expect(again.screen).toContain('Fill in before anything can be screened: controller, controller_kind,');
});

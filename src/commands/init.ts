/** `ringfence init`: a store and a campaign file to begin with. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { CampaignAnswers } from '../campaign/answers.js';
import { campaignTemplate } from '../campaign/template.js';
import { DEFAULT_PARENT } from '../outcomes/run-folder.js';
import { createStore, openStore } from '../store/open-store.js';
import { addCommand } from './command-table.js';
import { type Context, say, sayJson } from './context.js';
import { askForCampaign, whatNext } from './init-questions.js';
import { JSON_RESULT, STORE, storePath } from './options.js';

const CAMPAIGN_FILE = 'campaign.yaml';

export function addInitCommand(program: Command, context: Context): void {
  addCommand(program, {
    name: 'init',
    summary: 'create the store and a campaign file',
    description:
      'Creates the store and a commented campaign.yaml in this folder; what is there already is left as it is.\n' +
      'On a terminal it asks for the facts of the campaign; an empty answer leaves a fact open. Inside a git work\n' +
      'tree the store and screened/ are added to .gitignore, because they hold personal data.',
    takes: { store: STORE, json: JSON_RESULT },
    helpAfter: '\nExample:\n  ringfence init',
    act: ({ store, json }) => init(storePath(store, context), json, context),
  });
}

async function init(store: string, asJson: boolean, context: Context): Promise<void> {
  const isOnTerminal = context.stdin.isTTY === true && context.stdout.isTTY === true;
  const madeStore = makeStore(store);
  const madeCampaign = !existsSync(CAMPAIGN_FILE);
  let answers: CampaignAnswers | null = null;
  if (madeCampaign) {
    if (isOnTerminal && !asJson) answers = await askForCampaign(context);
    writeFileSync(CAMPAIGN_FILE, campaignTemplate(answers ?? {}), { flag: 'wx', mode: 0o644 });
  }
  const ignored = ignoreInGit(store);
  if (asJson) {
    sayJson(context, { store, madeStore, campaign: CAMPAIGN_FILE, madeCampaign, ignored });
    return;
  }
  if (!isOnTerminal) return;
  say(context, '');
  say(
    context,
    madeStore ? `Created the store ${store}.` : `The store ${store} is there already and was left as it is.`,
  );
  say(
    context,
    madeCampaign
      ? `Created ${CAMPAIGN_FILE}: your answers, and the defaults of what was not asked. Read it through.`
      : `${CAMPAIGN_FILE} is there already and was left as it is.`,
  );
  if (ignored.length > 0) say(context, `Added to .gitignore: ${ignored.join(', ')}.`);
  for (const line of whatNext(answers, CAMPAIGN_FILE)) say(context, line);
}

/** Whether a store was made; one that is there is opened once, so that another file is not taken for it. */
function makeStore(path: string): boolean {
  if (existsSync(path)) {
    openStore(path, 'read').close();
    return false;
  }
  createStore(path).close();
  return true;
}

/** Adds what holds personal data to .gitignore, where this is a git work tree. Returns the lines added. */
function ignoreInGit(store: string): string[] {
  if (!isInGitWorkTree(process.cwd())) return [];
  const held = existsSync('.gitignore') ? readFileSync('.gitignore', 'utf8') : '';
  const lines = held.split(/\r?\n/u).map((line) => line.trim());
  const isHere = resolve(dirname(store)) === process.cwd();
  const wanted = [...(isHere ? [`${basename(store)}*`] : []), `${DEFAULT_PARENT}/`];
  const added = wanted.filter((line) => !lines.includes(line) && !lines.includes(`/${line}`));
  if (added.length > 0) {
    const start = held === '' || held.endsWith('\n') ? '' : '\n';
    appendFileSync('.gitignore', `${start}${added.join('\n')}\n`);
  }
  return added;
}

function isInGitWorkTree(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  const parent = dirname(folder);
  return parent !== folder && isInGitWorkTree(parent);
}

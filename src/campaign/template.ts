/** The commented `campaign.yaml` that `ringfence init` writes. */
import { stringify } from 'yaml';
import { declaredFacts } from '../screening/facts.js';
import { type CampaignAnswers, DEMANDED_PATHS, draftCampaign } from './answers.js';
import { describeFact } from './describe-fact.js';
import { LEAD, TEMPLATE, type TemplateEntry } from './template-entries.js';

/** Widest line of a comment, in characters. */
const WIDTH = 108;

/**
 * The text of a campaign file that holds `answers` (by dotted path) and, for everything else, the
 * defaults; demanded keys without an answer stand empty. Every key has a comment, those of declared
 * facts out of the table of facts. Throws a `RangeError` for an answer that the file could not hold.
 */
export function campaignTemplate(answers: Readonly<CampaignAnswers> = {}): string {
  const campaign = draftCampaign(answers);
  const lines = LEAD.flatMap((line) => (line === '' ? ['#'] : [`# ${line}`]));
  for (const entry of TEMPLATE) lines.push(...linesOf(entry, answers, campaign));
  return `${lines.join('\n')}\n`;
}

function linesOf(entry: TemplateEntry, answers: Readonly<CampaignAnswers>, campaign: unknown): string[] {
  switch (entry.kind) {
    case 'heading':
      return ['', `# --- ${entry.text} ---`];
    case 'part':
      return ['', `${entry.path}:`];
    case 'key':
      return keyLines(entry.path, [entry.says], answers, campaign);
    case 'fact': {
      const fact = declaredFacts.find(({ key }) => key === entry.path);
      if (fact === undefined) throw new RangeError(`no declared fact is called ${entry.path}`);
      const choices = fact.form.kind === 'choice' ? [`One of: ${fact.form.choices.join(', ')}.`] : [];
      const also = entry.also === undefined ? [] : [entry.also];
      return keyLines(
        entry.path,
        [fact.question, ...choices, describeFact(fact), ...also],
        answers,
        campaign,
      );
    }
  }
}

function keyLines(
  path: string,
  says: readonly string[],
  answers: Readonly<CampaignAnswers>,
  campaign: unknown,
): string[] {
  // The contract is asked for, but it is the whole processor that stands in the file.
  const [part = '', key] = path === 'processor.contract' ? ['processor'] : path.split('.');
  const indent = key === undefined ? '' : '  ';
  const isOpen = DEMANDED_PATHS.includes(path) && answers[path] === undefined;
  const value = isOpen ? null : memberOf(campaign, key === undefined ? [part] : [part, key]);
  const comment = says.flatMap((text) => wrap(text, `${indent}# `));
  return [...(indent === '' ? [''] : []), ...comment, ...valueLines(key ?? part, value, indent)];
}

function valueLines(key: string, value: unknown, indent: string): string[] {
  if (value === null) return [`${indent}${key}:`];
  if (typeof value === 'boolean') return [`${indent}${key}: ${value ? 'yes' : 'no'}`];
  if (Array.isArray(value)) {
    const list = stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 });
    return [`${indent}${key}: ${list.trimEnd()}`];
  }
  return stringify({ [key]: value }, { lineWidth: 0, nullStr: '' })
    .trimEnd()
    .split('\n')
    .map((line) => `${indent}${line}`);
}

function memberOf(value: unknown, path: readonly string[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof value !== 'object' || value === null) throw new RangeError(`the campaign has no key ${step}`);
  const member = new Map<string, unknown>(Object.entries(value)).get(step);
  return memberOf(member, rest);
}

function wrap(text: string, start: string): string[] {
  const lines: string[] = [];
  let line = start.trimEnd();
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = start.trimEnd();
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

/** `init` at a terminal: its questions asked one by one, and what is said when they are answered. */
import { createInterface, type Interface } from 'node:readline/promises';
import { type CampaignAnswers, DEMANDED_PATHS, draftCampaign } from '../campaign/answers.js';
import { describeChoices } from '../campaign/choice-words.js';
import { type CampaignQuestion, campaignQuestions, parseAnswer } from '../campaign/questions.js';
import { UserError } from '../errors.js';
import type { RegisterName } from '../screening/evidence.js';
import { openFacts } from '../screening/facts.js';
import { registersOfChannel } from '../screening/rules/registers/registers-asked.js';
import { type Context, say } from './context.js';

/**
 * Asks what the answers so far call for. Throws a `UserError` where it is broken off, with Ctrl-C or at the
 * end of the input: half a campaign is not written.
 */
export async function askForCampaign(context: Context): Promise<CampaignAnswers> {
  const terminal = createInterface({ input: context.stdin, output: context.stdout });
  const answers: CampaignAnswers = {};
  try {
    say(
      context,
      'A few questions about the campaign. Enter alone leaves a question open; you can fill it in later.',
    );
    for (const question of campaignQuestions) {
      if (!question.isNeeded(answers)) continue;
      say(context, `\n${question.question}`);
      for (const line of hintsFor(question, answers)) say(context, line);
      await askUntilRead(terminal, question, answers, context);
    }
  } catch (thrown) {
    if (!(thrown instanceof Error && thrown.name === 'AbortError')) throw thrown;
    say(context, '');
    throw new UserError(
      'the questions were broken off, so no campaign.yaml was written; run `ringfence init` again to answer them',
    );
  } finally {
    terminal.close();
  }
  return answers;
}

async function askUntilRead(
  terminal: Interface,
  question: CampaignQuestion,
  answers: CampaignAnswers,
  context: Context,
): Promise<void> {
  for (;;) {
    const parsed = parseAnswer(question, await terminal.question('> '), answers, context.clock.today);
    switch (parsed.status) {
      case 'refused':
        say(context, `Please ${parsed.says}; Enter alone leaves it open.`);
        continue;
      case 'left-open':
        if (DEMANDED_PATHS.includes(question.path))
          say(context, `Left open. Nothing can be screened before \`${question.path}\` is filled in.`);
        return;
      case 'answered':
        answers[question.path] = parsed.value;
        return;
    }
  }
}

function hintsFor({ form }: CampaignQuestion, answers: Readonly<CampaignAnswers>): string[] {
  switch (form.kind) {
    case 'yes-no':
      return ['(yes or no)'];
    case 'choice':
      return describeChoices(form.choices);
    case 'date':
      return ['(as 2026-11-22)'];
    case 'authorisation':
      return ['(name; day; reference, as Data Protection Officer; 2026-11-01; Minutes 14)'];
    case 'name-or-same': {
      const same = answers[form.same];
      return typeof same === 'string' ? [`(= for ${same} itself)`] : [];
    }
    case 'text':
      return [];
  }
}

/** Lines on what the answers leave open (null: nothing was asked), and on what to type next. */
export function whatNext(answers: Readonly<CampaignAnswers> | null, campaignFile: string): string[] {
  const registers =
    answers?.channel === undefined ? NO_REGISTERS : registersOfChannel(draftCampaign(answers));
  const commands = [
    [`ringfence inspect LIST.csv --campaign ${campaignFile}`, 'what the list is, and what is left open'],
    ...registers.map((register) => [
      `ringfence register load ${register} FILE --as-of DATE`,
      `the ${register.toUpperCase()} register, if you have a licence`,
    ]),
    ['ringfence ledger import FILE', 'consents and objections, if you hold any'],
    [`ringfence screen LIST.csv --campaign ${campaignFile}`, 'who may be contacted'],
  ];
  return [
    ...(answers === null ? [] : whatIsOpen(answers)),
    'Next:',
    ...commands.map(([command = '', why = '']) => `  ${command.padEnd(WIDEST_COMMAND)}  ${why}`),
    ...(registers.length === 0
      ? []
      : [
          'Without a licence, screen first: it writes to-check.csv, the numbers for a screening service to check.',
        ]),
  ];
}

const NO_REGISTERS: readonly RegisterName[] = [];
const WIDEST_COMMAND = 52;

function whatIsOpen(answers: Readonly<CampaignAnswers>): string[] {
  const missing = DEMANDED_PATHS.filter((path) => answers[path] === undefined);
  // With a placeholder in its stead, what is missing would call for facts of its own.
  if (missing.length > 0) return [`Fill in before anything can be screened: ${missing.join(', ')}.`];
  const open = openFacts(draftCampaign(answers)).map(({ key }) => key);
  return open.length === 0
    ? []
    : [`Left open: ${open.join(', ')}. Until they are answered they hold rows back.`];
}

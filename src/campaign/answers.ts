/** Answers given so far, by the path of the key they fill in, and the campaign they would make. */
import type { Campaign } from '../screening/campaign.js';
import type { IsoDate } from '../screening/dates.js';
import { campaignSchema } from './campaign-schema.js';

export interface AuthorisationAnswer {
  readonly by: string;
  readonly on: IsoDate;
  readonly reference: string;
}

export type AnswerValue = string | boolean | AuthorisationAnswer;

/** Keys are dotted paths of the campaign file, such as `list.controller`. */
export type CampaignAnswers = Record<string, AnswerValue>;

/** The keys that no default can stand for. */
export const DEMANDED_PATHS: readonly string[] = [
  'controller',
  'controller_kind',
  'purpose',
  'channel',
  'list.controller',
];

/** Stand in for demanded keys that are still open; whoever asks must look at the answers themselves. */
const PLACEHOLDERS: Readonly<CampaignAnswers> = {
  controller: 'to be filled in',
  controller_kind: 'campaign-group',
  purpose: 'marketing',
  channel: 'live-call',
};

/**
 * The campaign that `answers` make so far. Demanded keys without an answer hold a placeholder (the list
 * is taken as the controller's own); everything else has its default. Throws a `RangeError` where an
 * answer would be refused in the file, which `parseAnswer` prevents.
 */
export function draftCampaign(answers: Readonly<CampaignAnswers>): Campaign {
  const filled = { ...PLACEHOLDERS, ...answers };
  const listController = filled['list.controller'] ?? filled.controller ?? '';
  const parsed = campaignSchema.safeParse(nest({ ...filled, 'list.controller': listController }));
  if (!parsed.success) {
    const paths = parsed.error.issues.map(({ path }) => path.join('.'));
    throw new RangeError(`answers that no campaign file may hold: ${paths.join(', ')}`);
  }
  return parsed.data;
}

function nest(answers: Readonly<CampaignAnswers>): Record<string, AnswerValue | Record<string, AnswerValue>> {
  const file: Record<string, AnswerValue | Record<string, AnswerValue>> = {};
  const parts = new Map<string, Record<string, AnswerValue>>();
  for (const [path, value] of Object.entries(answers)) {
    const [part = path, key] = path.split('.');
    if (key === undefined) {
      file[part] = value;
      continue;
    }
    const inPart = parts.get(part) ?? {};
    inPart[key] = value;
    parts.set(part, inPart);
    file[part] = inPart;
  }
  return file;
}

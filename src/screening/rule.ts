/** What a rule is: one legal question, answered with findings. */
import type { Campaign } from './campaign.js';
import type { ContactPoint, Person } from './contact.js';
import type { IsoDate } from './dates.js';
import type { Evidence } from './evidence.js';
import type { Finding } from './finding.js';

/** What is known before any row is read. */
export interface CampaignFacts {
  readonly campaign: Campaign;
  /** The day the contact will be made; the law counts to this day, not to the run. */
  readonly callDate: IsoDate;
  /** The last planned day of the campaign, where one is stated. */
  readonly lastPlannedOn: IsoDate | null;
  readonly isMarketing: boolean;
}

/** What is known of one contact point of one record. */
export interface Facts extends CampaignFacts {
  readonly point: ContactPoint;
  readonly person: Person;
  readonly evidence: Evidence;
}

/** Asked once a run: its findings stand for every row. */
export interface CampaignRule {
  readonly id: string;
  readonly findings: (facts: CampaignFacts) => readonly Finding[];
}

/** Asked of every contact point. */
export interface ContactRule {
  readonly id: string;
  readonly findings: (facts: Facts) => readonly Finding[];
}

/** No finding. One shared list, since most rules have nothing to say of most rows. */
export const NONE: readonly Finding[] = [];

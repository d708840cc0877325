/** What a rule is: one legal question, answered with findings, and the codes in which it answers. */
import type { Campaign } from './campaign.js';
import type { ContactPoint, Person } from './contact.js';
import type { IsoDate } from './dates.js';
import type { Evidence } from './evidence.js';
import type { Detail, Finding } from './finding.js';
import type { ReasonCode } from './precedence.js';

/**
 * How a person may settle a row that needs one: the doubt is no doubt, the person refused, the person is dead, this
 * number of several. To leave the row is always open.
 */
export type Decision = 'clear' | 'refused' | 'dead' | 'choose';

/** What a reason code is. */
export interface ReasonInfo {
  /** A short sentence without a final stop. */
  readonly title: string;
  /** The provision, or `house setting` where no provision sets it. */
  readonly law: string;
  /** The strongest thing the code can do to a row. `key`: it says how a bar was opened, or why it was not. */
  readonly effect: 'block' | 'review' | 'key' | 'positive' | 'note';
  /** One plain sentence for `screening_explanation`, with its final stop. It names bodies, never people. */
  readonly sentence: string | ((detail: Detail) => string);
  /**
   * The decisions that settle it; null: none does. A person settles what can be seen in the row or asked of the
   * contact, never what the law or the evidence lacks: registers, campaign facts, proof of consent.
   */
  readonly settledBy: readonly Decision[] | null;
}

/** Some of the reason codes, each with what it is. */
export type Codes = Readonly<Partial<Record<ReasonCode, ReasonInfo>>>;

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

/** Asked once a run; its findings hold for every row. */
export interface CampaignRule {
  readonly id: string;
  /** The codes that only this rule raises, or that belong to its question most. */
  readonly codes: Codes;
  readonly findings: (facts: CampaignFacts) => readonly Finding[];
  readonly endsOn?: EndsOn<CampaignFacts>;
}

/** Asked of every contact point. */
export interface ContactRule {
  readonly id: string;
  /** The codes that only this rule raises, or that belong to its question most. */
  readonly codes: Codes;
  readonly findings: (facts: Facts) => readonly Finding[];
  readonly endsOn?: EndsOn<Facts>;
}

/**
 * The last day on which what the rule found still holds; null: no end is known. INVARIANT: a rule that could find
 * something worse on a later day, with the same evidence, has one, unless its positive finding or key carries the day.
 */
export type EndsOn<Known> = (facts: Known) => IsoDate | null;

/** No finding. One shared list, since most rules have nothing to say of most rows. */
export const NONE: readonly Finding[] = [];

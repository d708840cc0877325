/**
 * The campaign as its file declares it, with every default filled in. Field names are those of the
 * file, so that the path of a field is the key of the declared fact. `null` means: left open.
 */
import type { IsoDate } from './dates.js';

export const CONTROLLER_KINDS = [
  'political-party',
  'candidate',
  'elected-representative',
  'campaign-group',
  'charity',
  'non-profit',
  'business',
] as const;
export type ControllerKind = (typeof CONTROLLER_KINDS)[number];

export const SECTORS = ['none', 'claims-management', 'pensions'] as const;
export type Sector = (typeof SECTORS)[number];

export const PURPOSES = [
  'political-campaign',
  'fundraising',
  'marketing',
  'membership-admin',
  'service',
  'market-research',
  'debt-recovery',
  'consent-request',
  'election-address',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export const CHANNELS = ['live-call', 'automated-call', 'sms', 'email', 'fax', 'post', 'social-dm'] as const;
export type Channel = (typeof CHANNELS)[number];

export const DIALLERS = ['manual', 'power', 'predictive'] as const;

export const LIST_SOURCES = [
  'own-records',
  'membership',
  'purchased',
  'electoral-register',
  'number-matching',
  'volunteer-contacts',
  'referral',
  'casework',
  'unknown',
] as const;
export type ListSource = (typeof LIST_SOURCES)[number];

export const LIST_CONTROLLER_KINDS = ['political-party', 'religious-body', 'trade-union', 'other'] as const;
export type ListControllerKind = (typeof LIST_CONTROLLER_KINDS)[number];

export const GRACE_POLICIES = ['block', 'review', 'allow'] as const;

export interface Campaign {
  readonly controller: string;
  readonly controller_aliases: readonly string[];
  readonly controller_kind: ControllerKind;
  readonly sector: Sector;
  readonly purpose: Purpose;
  readonly contains_promotion: boolean | null;
  readonly channel: Channel;
  readonly dates: { readonly first: IsoDate | null; readonly last: IsoDate | null };
  readonly calls: {
    readonly number_presented: boolean | null;
    readonly caller_identified: boolean | null;
    readonly leaves_voicemail: boolean | null;
    readonly dialler: (typeof DIALLERS)[number] | null;
  };
  readonly messages: {
    readonly opt_out_included: boolean | null;
    readonly similar_products: boolean | null;
    readonly sole_charitable_purpose: boolean | null;
  };
  readonly instigator: string | null;
  readonly processor: {
    readonly name: string;
    readonly contract: string | null;
    readonly country: string | null;
  } | null;
  readonly declared_territories: readonly string[];
  readonly moratoria: readonly {
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly exempt_purposes: readonly Purpose[];
  }[];
  readonly list: {
    readonly source: ListSource | null;
    readonly controller: string;
    readonly controller_kind: ListControllerKind | null;
    readonly authorised: boolean | null;
    readonly authorisation: {
      readonly by: string;
      readonly on: IsoDate;
      readonly reference: string;
    } | null;
    readonly id_system: string | null;
    readonly privacy_notice_given: boolean | null;
    readonly post_lapse_notice: boolean | null;
    readonly retention_months_after_lapse: number | null;
  };
  readonly research: { readonly answers_reused_for_marketing: boolean | null };
  readonly pensions: { readonly fca_authorised_or_trustee: boolean | null };
  readonly policy: {
    readonly listing_grace: (typeof GRACE_POLICIES)[number];
    readonly consent_max_age_months: number;
    readonly strict: boolean;
  };
}

/**
 * Whether two names are the same body: equal but for case and spacing. Never by likeness: a party, its
 * branch, its candidate and a faction inside it are different controllers.
 */
export function isSameBody(one: string, other: string): boolean {
  return one === other || normaliseName(one) === normaliseName(other);
}

/** Whether `name` is the campaign's controller, under its own name or a declared alias. */
export function isCampaignController(campaign: Campaign, name: string): boolean {
  return (
    isSameBody(campaign.controller, name) ||
    campaign.controller_aliases.some((alias) => isSameBody(alias, name))
  );
}

/** Whether the list belongs to another controller than the campaign's. */
export function isAnothersList(campaign: Campaign): boolean {
  return !isCampaignController(campaign, campaign.list.controller);
}

/** Whether the records of that source may be those of a body's members; of an unknown source they may. */
export function mayListMembers(source: ListSource | null): boolean {
  return source === null || source === 'unknown' || source === 'membership' || source === 'own-records';
}

function normaliseName(name: string): string {
  // Marks without a width, which no eye sees in a name, are no part of it.
  return name
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/\s+/gu, ' ')
    .toLowerCase();
}

/**
 * Whether contact for this campaign is direct marketing (PECR 2003 reg. 2(1)). Campaigning, fundraising,
 * selling and asking for consent always are; the other purposes are once anything is promoted, and what
 * is left open is taken as marketing.
 */
export function isDirectMarketing(campaign: Campaign): boolean {
  switch (campaign.purpose) {
    case 'political-campaign':
    case 'fundraising':
    case 'marketing':
    case 'consent-request':
      return true;
    case 'election-address':
      return campaign.channel !== 'post';
    case 'membership-admin':
    case 'service':
    case 'debt-recovery':
      return campaign.contains_promotion !== false;
    case 'market-research':
      return (
        campaign.contains_promotion !== false || campaign.research.answers_reused_for_marketing !== false
      );
  }
}

import type { Channel } from '../../campaign.js';
import type { NumberStatus } from '../../contact.js';
import { type Detail, doubt, type Finding, note } from '../../finding.js';
import { type ContactRule, type Facts, NONE } from '../../rule.js';

/**
 * Is there a number or an address of the channel, and can it be judged?
 *
 * The register cannot be asked about a number that cannot be read (PECR 2003 reg. 21(1)(b)), and says
 * nothing of numbers outside the UK. Readable and valid are two questions: a readable number is looked
 * up whatever the numbering plan makes of it, so a listed one is blocked, and otherwise waits here.
 */
export const contactData = {
  id: 'contact-data',
  codes: {
    'contact-detail-missing': {
      title: 'The record has no number or address of this channel, or nothing to match an objection with',
      law: 'PECR 2003 reg. 21(1)(a); UK GDPR Art. 21(2) cannot be tested',
      effect: 'review',
      sentence: ({ missing }) => whatIsMissing(missing),
      settledBy: null,
    },
    'email-invalid': {
      title: 'What stands in the cell is no email address',
      law: 'house setting: what cannot be read cannot be judged',
      effect: 'review',
      sentence: 'What stands in the email cell is not an email address.',
      settledBy: null,
    },
    'number-invalid': {
      title: 'What stands in the cell is no telephone number that can be rung',
      law: 'PECR 2003 reg. 21(1)(b) cannot be tested',
      effect: 'review',
      sentence: ({ holds }) => wordsForInvalid(holds),
      settledBy: null,
    },
    'number-ambiguous': {
      title: 'The cell can be read as more than one number, or digits were lost',
      law: 'PECR 2003 reg. 21(1)(b) cannot be tested',
      effect: 'review',
      sentence: 'The phone cell can be read as more than one number, or digits were lost.',
      settledBy: ['choose'],
    },
    'number-kind-not-callable': {
      title: "The number is a premium, shared cost, pager or personal number, not a subscriber's line",
      law: 'house setting',
      effect: 'review',
      sentence: ({ service }) => `The number is a ${service} number, not a subscriber's line.`,
      settledBy: null,
    },
    'crown-dependency-number': {
      title: 'The number is in the Isle of Man, Jersey or Guernsey, which have their own law',
      law: 'Isle of Man UCR 2005; Guernsey Ordinance 2004',
      effect: 'review',
      sentence: ({ country }) => `The number is in ${country}, which has its own law.`,
      settledBy: null,
    },
    'non-uk-number': {
      title: 'The number is not a UK number: the register does not cover it',
      law: 'PECR 2003 reg. 26',
      effect: 'review',
      sentence: ({ country }) =>
        `The number is not a UK number${country === undefined ? '' : ` (${country})`}: the register does not cover it.`,
      settledBy: null,
    },
    'record-malformed': {
      title: 'The record is broken, so its cells may stand under the wrong headers',
      law: 'house setting',
      effect: 'review',
      sentence: 'The record is broken, so its cells may stand under the wrong headers.',
      settledBy: null,
    },
    'number-repaired': {
      title: 'The number was repaired before it was looked up',
      law: 'house setting',
      effect: 'note',
      sentence: 'The number was repaired before it was looked up.',
      settledBy: null,
    },
  },
  findings: (facts) => {
    const damaged = facts.person.isMalformed ? [doubt('record-malformed')] : [];
    return [...damaged, ...pointFindings(facts)];
  },
} satisfies ContactRule;

function pointFindings(facts: Facts): readonly Finding[] {
  const { point } = facts;
  switch (point.kind) {
    case 'missing':
      return [doubt('contact-detail-missing', { missing: [wantedBy(facts.campaign.channel)] })];
    case 'unreadable':
      return [doubt(point.problem, point.holds === undefined ? {} : { holds: point.holds })];
    case 'number':
      return [
        ...numberStatusFindings(point.numberStatus),
        ...point.repairs.map((repair) => note('number-repaired', { repair })),
      ];
    case 'email':
      return NONE;
    case 'postal-address':
    case 'social-handle':
      return unfoundFindings(facts);
  }
}

/** The role of the column that the channel reaches people by. */
function wantedBy(channel: Channel): string {
  switch (channel) {
    case 'live-call':
    case 'automated-call':
    case 'sms':
      return 'phone';
    case 'fax':
      return 'fax';
    case 'email':
      return 'email';
    case 'post':
      return 'address';
    case 'social-dm':
      return 'social_handle';
  }
}

/**
 * The ledger knows no postal address and no social account: without a number, an email address or an id of
 * a system that is named, an objection of this person could not be matched, and silence would look like none.
 */
function unfoundFindings({ person: { foundBy }, campaign }: Facts): readonly Finding[] {
  if (foundBy.numberOrEmail) return NONE;
  if (!foundBy.personId) {
    return [doubt('contact-detail-missing', { missing: ['person_id', 'phone', 'email'] })];
  }
  return campaign.list.id_system === null
    ? [doubt('contact-detail-missing', { missing: ['list.id_system'] })]
    : NONE;
}

function numberStatusFindings(numberStatus: NumberStatus): readonly Finding[] {
  switch (numberStatus.kind) {
    case 'callable':
      return NONE;
    case 'invalid':
      return [doubt('number-invalid')];
    case 'not-callable':
      return [doubt('number-kind-not-callable', { service: numberStatus.service })];
    case 'crown-dependency':
      return [doubt('crown-dependency-number', { country: numberStatus.territory })];
    case 'non-uk':
      return [doubt('non-uk-number', numberStatus.country === null ? {} : { country: numberStatus.country })];
  }
}

function wordsForInvalid(holds: Detail['holds']): string {
  switch (holds) {
    case 'email-address':
      return 'The phone cell holds an email address and no telephone number: it may be the wrong column.';
    case 'words':
      return 'The phone cell holds words and no telephone number.';
    case undefined:
      return 'What stands in the phone cell is not a telephone number that can be rung.';
  }
}

function whatIsMissing(missing: Detail['missing']): string {
  const [wanted = '', ...more] = missing ?? [];
  if (more.length > 0) {
    return 'The record has no person_id, number or email address, so no objection could be matched with it.';
  }
  switch (wanted) {
    case 'list.id_system':
      return 'Only a person_id could match an objection, and `list.id_system` does not say which system it comes from.';
    case 'email':
      return 'The record has no email address.';
    case 'address':
      return 'The record has no postal address.';
    case 'social_handle':
      return 'The record has no account for direct messages.';
  }
  return wanted === 'fax' ? 'The record has no fax number.' : 'The record has no telephone number.';
}

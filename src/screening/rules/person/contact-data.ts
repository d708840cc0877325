import type { Channel } from '../../campaign.js';
import type { NumberStanding } from '../../contact.js';
import { doubt, type Finding, note } from '../../finding.js';
import { type ContactRule, type Facts, NONE } from '../../rule.js';

/**
 * Is there a number or an address of the channel, and can it be judged?
 *
 * The register cannot be asked about a number that cannot be read (PECR 2003 reg. 21(1)(b)), and says
 * nothing of numbers outside the UK. Readable and valid are two questions: a readable number is looked
 * up whatever the numbering plan makes of it, so a listed one is blocked, and otherwise waits here.
 */
export const contactData: ContactRule = {
  id: 'contact-data',
  findings: (facts) => {
    const damaged = facts.person.isMalformed ? [doubt('record-malformed')] : [];
    return [...damaged, ...pointFindings(facts)];
  },
};

function pointFindings(facts: Facts): readonly Finding[] {
  const { point } = facts;
  switch (point.kind) {
    case 'missing':
      return [doubt('contact-detail-missing', { missing: [wantedBy(facts.campaign.channel)] })];
    case 'unreadable':
      return [doubt(point.problem, point.holds === undefined ? {} : { holds: point.holds })];
    case 'number':
      return [
        ...standingFindings(point.standing),
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

function standingFindings(standing: NumberStanding): readonly Finding[] {
  switch (standing.kind) {
    case 'callable':
      return NONE;
    case 'invalid':
      return [doubt('number-invalid')];
    case 'not-callable':
      return [doubt('number-kind-not-callable', { service: standing.service })];
    case 'crown-dependency':
      return [doubt('crown-dependency-number', { country: standing.territory })];
    case 'non-uk':
      return [doubt('non-uk-number', standing.country === null ? {} : { country: standing.country })];
  }
}

import type { NumberStanding } from '../contact.js';
import { doubt, type Finding, note } from '../finding.js';
import { type ContactRule, type Facts, NONE } from './rule.js';

/**
 * Is there a number, and is it one that a UK register can speak of?
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

function pointFindings({ point }: Facts): readonly Finding[] {
  switch (point.kind) {
    case 'missing':
      return [doubt('contact-detail-missing')];
    case 'unreadable':
      return [doubt(point.problem)];
    case 'number':
      return [
        ...standingFindings(point.standing),
        ...point.repairs.map((repair) => note('number-repaired', { repair })),
      ];
  }
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

import { doubt, type Finding } from '../finding.js';
import { type ContactRule, type Facts, NONE } from './rule.js';

/**
 * Does the list say "no" in a way that only a person can read?
 *
 * An opt-out column with an unreadable value, or words like "asked not to ring" in a phone, tag or note
 * cell, may be an objection (PECR 2003 reg. 21(1)(a)); words like "dead" mean that the person is not to
 * be rung at all. None of it is ever taken as silence. Words of an objection are not asked of contact that is
 * no marketing, as objections are not; words of a death always are.
 */
export const optOutDoubts: ContactRule = {
  id: 'opt-out-doubts',
  findings: (facts) => {
    const { unreadFlags, optOutWords, deceasedWords } = facts.evidence.list;
    if (unreadFlags.length === 0 && !optOutWords && !deceasedWords && !isDeathUnread(facts)) return NONE;
    const findings: Finding[] = [];
    if (facts.isMarketing && unreadFlags.length > 0)
      findings.push(doubt('flag-unread', { columns: unreadFlags }));
    else if (isDeathUnread(facts)) findings.push(doubt('flag-unread', { columns: ['deceased'] }));
    if (deceasedWords) findings.push(doubt('opt-out-in-text', { words: 'deceased' }));
    if (facts.isMarketing && optOutWords) findings.push(doubt('opt-out-in-text', { words: 'opt-out' }));
    return findings;
  },
};

function isDeathUnread({ person }: Facts): boolean {
  return person.deceased.status === 'unreadable';
}

import { doubt, type Finding } from '../finding.js';
import type { ContactRule } from './rule.js';

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
    const { unreadFlags, isDeathUnread, optOutWords, deceasedWords } = facts.evidence.list;
    const findings: Finding[] = [];
    const isDeathOpen = isDeathUnread || facts.person.deceased.status === 'unreadable';
    if (isDeathOpen || (facts.isMarketing && unreadFlags.length > 0)) {
      findings.push(doubt('flag-unread', { columns: unreadFlags.length > 0 ? unreadFlags : ['deceased'] }));
    }
    if (deceasedWords) findings.push(doubt('opt-out-in-text', { words: 'deceased' }));
    if (facts.isMarketing && optOutWords) findings.push(doubt('opt-out-in-text', { words: 'opt-out' }));
    return findings;
  },
};

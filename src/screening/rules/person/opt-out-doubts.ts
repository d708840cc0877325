import { doubt, type Finding } from '../../finding.js';
import type { ContactRule } from '../../rule.js';
import { listOf } from '../../sentence-parts.js';

/**
 * Does the list say "no" in a way that only a person can read?
 *
 * An opt-out column with an unreadable value, or words like "asked not to ring" in a phone, tag or note
 * cell, may be an objection (PECR 2003 reg. 21(1)(a)); words like "dead" mean that the person is not to
 * be rung at all. None of it is ever taken as silence, whatever the purpose: an objection that was read binds
 * marketing alone, but of one that nobody has read nobody knows what it forbids.
 */
export const optOutDoubts = {
  id: 'opt-out-doubts',
  codes: {
    'flag-unread': {
      title: 'An opt-out column holds a value nobody can read',
      law: 'house setting: an unread opt-out is never taken as none',
      effect: 'review',
      sentence: ({ columns }) => `The column ${listOf(columns)} holds a value that nobody can read.`,
      settledBy: ['clear', 'refused', 'dead'],
    },
    'opt-out-in-text': {
      title: 'The text of the record asks for no contact, or says that the person is dead',
      law: 'PECR 2003 reg. 21(1)(a); UK GDPR Art. 21(2)',
      effect: 'review',
      sentence: ({ words }) =>
        words === 'deceased'
          ? 'Words in the record say that the person may be dead.'
          : 'Words in the record ask for no contact.',
      settledBy: ['clear', 'refused', 'dead'],
    },
  },
  findings: (facts) => {
    const { unreadFlags, isDeathUnread, optOutWords, deceasedWords } = facts.evidence.list;
    const findings: Finding[] = [];
    const isDeathOpen = isDeathUnread || facts.person.deceased.status === 'unreadable';
    if (isDeathOpen || unreadFlags.length > 0) {
      findings.push(doubt('flag-unread', { columns: unreadFlags.length > 0 ? unreadFlags : ['deceased'] }));
    }
    if (deceasedWords) findings.push(doubt('opt-out-in-text', { words: 'deceased' }));
    if (optOutWords) findings.push(doubt('opt-out-in-text', { words: 'opt-out' }));
    return findings;
  },
} satisfies ContactRule;

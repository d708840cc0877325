import type { WordsHere } from '../../evidence.js';
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
      sentence: ({ words, quoted = [] }) => {
        const what = words === 'deceased' ? 'may say that the person is dead' : 'may ask for no contact';
        return quoted.length === 0
          ? `Words in another record with the same number, address or id ${what}.`
          : `${quoted.map(({ column, words: text }) => `\`${column}\` holds “${shortened(text)}”`).join(', ')}: this ${what}.`;
      },
      settledBy: ['clear', 'refused', 'dead'],
    },
  },
  findings: (facts) => {
    const { unreadFlags, isDeathUnread, optOutWords, deceasedWords, wordsHere } = facts.evidence.list;
    const findings: Finding[] = [];
    const isDeathOpen = isDeathUnread || facts.person.deceased.status === 'unreadable';
    if (isDeathOpen || unreadFlags.length > 0) {
      findings.push(doubt('flag-unread', { columns: unreadFlags.length > 0 ? unreadFlags : ['deceased'] }));
    }
    const quoted = (isWanted: boolean): readonly WordsHere[] =>
      wordsHere.filter(({ isDeath }) => isDeath === isWanted);
    if (deceasedWords) findings.push(inText('deceased', quoted(true)));
    if (optOutWords) findings.push(inText('opt-out', quoted(false)));
    return findings;
  },
} satisfies ContactRule;

function inText(words: 'opt-out' | 'deceased', quoted: readonly WordsHere[]): Finding {
  return doubt('opt-out-in-text', quoted.length === 0 ? { words } : { words, quoted });
}

/** A quotation is to be recognised, not read in full. */
const LONGEST_QUOTATION = 60;

function shortened(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim();
  return plain.length <= LONGEST_QUOTATION ? plain : `${plain.slice(0, LONGEST_QUOTATION)}…`;
}

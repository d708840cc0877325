import { CALLS, type LedgerPreset, type Meaning } from '../exports/preset.js';

const ON = [
  'Call Date',
  'Call Time',
  'Call Started',
  'Called At',
  'Called On',
  'Date',
  'Date Called',
  'Timestamp',
];
const NO_CALLS: Meaning = { becomes: 'objection', channels: CALLS, on: ON };
const NO_CONTACT: Meaning = { becomes: 'objection', channels: 'all', on: ON };
const WRONG: Meaning = { becomes: 'wrong-number', on: ON };
const AN_OUTCOME: Meaning = { becomes: 'nothing', because: 'only what came of the call' };

/**
 * What a dialler or a phone bank wrote down of each call. Whoever refused to talk is not rung again. A death
 * is recorded in the list of contacts; the ledger has no record of it, so it is held as an objection on every
 * channel. Whatever is only an outcome is nothing, a yes to something said in the call among it.
 */
export default {
  system: 'the outcomes of a dialler',
  signature: {
    all: [],
    some: ['Call Outcome', 'Call Result', 'Call Disposition', 'Disposition', 'Outcome', 'Result Code'],
  },
  idSystem: 'dialler',
  contacts: {
    phone: [
      'Number',
      'Dialled Number',
      'Number Dialled',
      'Number Called',
      'Called Number',
      'Destination',
      'To',
    ],
  },
  rules: [
    {
      reads: 'words',
      columns: ['Call Outcome', 'Call Result', 'Call Disposition', 'Disposition', 'Outcome', 'Result Code'],
      words: {
        'do not call': NO_CALLS,
        'do not call again': NO_CALLS,
        'do not ring': NO_CALLS,
        'dont call': NO_CALLS,
        dnc: NO_CALLS,
        'asked not to be called': NO_CALLS,
        'asked not to call': NO_CALLS,
        'remove from list': NO_CALLS,
        remove: NO_CALLS,
        refused: NO_CALLS,
        'refused to talk': NO_CALLS,
        declined: NO_CALLS,
        'do not contact': NO_CONTACT,
        'opt out': NO_CONTACT,
        'opted out': NO_CONTACT,
        unsubscribe: NO_CONTACT,
        unsubscribed: NO_CONTACT,
        complaint: NO_CONTACT,
        deceased: NO_CONTACT,
        dead: NO_CONTACT,
        'wrong number': WRONG,
        'wrong person': WRONG,
        moved: WRONG,
        disconnected: WRONG,
        'number disconnected': WRONG,
        'not in service': WRONG,
        'no answer': AN_OUTCOME,
        'no reply': AN_OUTCOME,
        busy: AN_OUTCOME,
        engaged: AN_OUTCOME,
        voicemail: AN_OUTCOME,
        answerphone: AN_OUTCOME,
        'answering machine': AN_OUTCOME,
        'answer machine': AN_OUTCOME,
        'left message': AN_OUTCOME,
        'left voicemail': AN_OUTCOME,
        answered: AN_OUTCOME,
        connected: AN_OUTCOME,
        contacted: AN_OUTCOME,
        completed: AN_OUTCOME,
        complete: AN_OUTCOME,
        'call back': AN_OUTCOME,
        callback: AN_OUTCOME,
        'not available': AN_OUTCOME,
        'not home': AN_OUTCOME,
        'not in': AN_OUTCOME,
        'hung up': AN_OUTCOME,
        'language barrier': AN_OUTCOME,
        failed: AN_OUTCOME,
        'call failed': AN_OUTCOME,
        abandoned: AN_OUTCOME,
        'fax machine': AN_OUTCOME,
        'not called': AN_OUTCOME,
        pending: AN_OUTCOME,
      },
    },
  ],
} satisfies LedgerPreset;

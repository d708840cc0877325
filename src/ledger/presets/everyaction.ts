import { CALLS, type LedgerPreset, type NothingMeant } from '../exports/preset.js';

const NEVER_ASKED: NothingMeant = { becomes: 'nothing', because: 'neither yes nor no' };
const AN_OUTCOME: NothingMeant = { becomes: 'nothing', because: 'only what came of a visit or call' };

/**
 * EveryAction's bulk files. Email and texts have a status each; neither speaks of calls. Results of canvassing
 * that ask for no contact are opt-outs; a disconnected line or a move ends what was agreed on the number.
 */
export default {
  system: 'an EveryAction export',
  signature: { all: [], some: ['Email Subscription Status', 'SMS Opt-In Status'] },
  idSystem: 'everyaction',
  contacts: {
    phone: ['Phone'],
    email: ['Email Address'],
    person_id: ['Source ID', 'VANID', 'Voter File VANID'],
  },
  rules: [
    {
      reads: 'words',
      columns: ['Email Subscription Status'],
      words: {
        subscribed: { becomes: 'consent', channels: ['email'] },
        'not subscribed': NEVER_ASKED,
        unsubscribed: { becomes: 'objection', channels: ['email'] },
      },
    },
    {
      reads: 'words',
      columns: ['SMS Opt-In Status'],
      words: {
        'opt in': { becomes: 'consent', channels: ['sms'] },
        'opt out': { becomes: 'objection', channels: ['sms'] },
        unknown: NEVER_ASKED,
      },
    },
    {
      reads: 'words',
      columns: ['Canvass Result'],
      words: {
        'do not call': { becomes: 'objection', channels: CALLS },
        'do not text': { becomes: 'objection', channels: ['sms'] },
        'do not email': { becomes: 'objection', channels: ['email'] },
        'do not mail': { becomes: 'objection', channels: ['post'] },
        'do not contact': { becomes: 'objection', channels: 'all' },
        refused: { becomes: 'objection', channels: CALLS },
        deceased: { becomes: 'objection', channels: 'all' },
        'wrong number': { becomes: 'wrong-number' },
        disconnected: { becomes: 'wrong-number' },
        moved: { becomes: 'wrong-number' },
        'do not walk': AN_OUTCOME,
        'not home': AN_OUTCOME,
        canvassed: AN_OUTCOME,
        busy: AN_OUTCOME,
        'left message': AN_OUTCOME,
        'call back': AN_OUTCOME,
        inaccessible: AN_OUTCOME,
      },
    },
  ],
} satisfies LedgerPreset;

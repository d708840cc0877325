import { CALLS } from './shape/flags.js';
import type { System } from './shape/system.js';

const OUTCOMES = [
  'Call Outcome',
  'Call Result',
  'Call Disposition',
  'Disposition',
  'Outcome',
  'Result Code',
] as const;
const ON = [
  ...['Call Date', 'Call Time', 'Call Started', 'Called At', 'Called On'],
  ...['Date', 'Date Called', 'Timestamp'],
] as const;

/**
 * What a dialler or a phone bank wrote down of each call. Whoever refused to talk is not rung again. A death
 * is recorded in the list of contacts; the ledger has no record of it, so it is held as an objection on every
 * channel. Whatever is only an outcome is nothing, a yes to something said in the call among it.
 */
export default {
  title: 'The outcomes of a dialler',
  ledger: {
    called: 'the outcomes of a dialler',
    signatures: [{ some: { atLeast: 1, of: OUTCOMES } }],
    idSystem: 'dialler',
  },
  columns: {
    phone: [
      ...['Number', 'Dialled Number', 'Number Dialled', 'Number Called', 'Called Number'],
      ...['Destination', 'To'],
    ],
    notes: OUTCOMES,
  },
  flags: [
    {
      reads: 'words',
      columns: OUTCOMES,
      binds: ['do_not_contact'],
      words: [
        {
          words: [
            ...['do not call', 'do not call again', 'do not ring', 'dont call', 'dnc'],
            ...['asked not to be called', 'asked not to call', 'remove from list', 'remove'],
            ...['refused', 'refused to talk', 'declined'],
          ],
          becomes: 'objection',
          channels: CALLS,
          on: ON,
        },
        {
          words: [
            ...['do not contact', 'opt out', 'opted out', 'unsubscribe', 'unsubscribed', 'complaint'],
            ...['deceased', 'dead'],
          ],
          becomes: 'objection',
          on: ON,
        },
        {
          words: [
            ...['wrong number', 'wrong person', 'moved', 'disconnected', 'number disconnected'],
            'not in service',
          ],
          becomes: 'wrong-number',
          on: ON,
        },
        {
          words: [
            ...['no answer', 'no reply', 'busy', 'engaged', 'voicemail', 'answerphone'],
            ...['answering machine', 'answer machine', 'left message', 'left voicemail', 'answered'],
            ...['connected', 'contacted', 'completed', 'complete', 'call back', 'callback'],
            ...['not available', 'not home', 'not in', 'hung up', 'language barrier', 'failed'],
            ...['call failed', 'abandoned', 'fax machine', 'not called', 'pending'],
          ],
          becomes: 'nothing',
          because: 'only what came of the call',
        },
      ],
    },
  ],
} satisfies System;

import type { LedgerPreset, NothingMeant } from '../exports/preset.js';

const WITHOUT_THE_ANSWER: NothingMeant = {
  becomes: 'nothing',
  because: 'an answer was given, but the activity does not say which; the Do Not columns do',
};
const NO_PERMISSION: NothingMeant = { becomes: 'nothing', because: 'no permission to be contacted' };
const AN_OUTCOME: NothingMeant = { becomes: 'nothing', because: 'only something that happened' };

/**
 * CiviCRM activities as a search exports them, with those of the GDPR extension. Whoever was forgotten asked
 * for it. That preferences were updated says neither yes nor no: what was answered stands in the Do Not
 * columns of the contact, which are read wherever the export holds them, and in which a 0 is no consent.
 */
export default {
  system: 'an export of CiviCRM activities',
  signature: {
    all: ['Activity Type'],
    some: ['Activity Date', 'Activity Subject', 'Activity Status', 'Subject'],
  },
  idSystem: 'civicrm',
  contacts: { person_id: ['Target Contact ID', 'Contact ID'] },
  rules: [
    {
      reads: 'flag',
      columns: ['Contact Is Deceased', 'Is Deceased'],
      yes: { becomes: 'objection', channels: 'all' },
    },
    {
      reads: 'words',
      columns: ['Activity Type'],
      words: {
        'forget me': { becomes: 'objection', channels: 'all', on: ['Activity Date'] },
        'update communication preferences': WITHOUT_THE_ANSWER,
        'communication preferences updated': WITHOUT_THE_ANSWER,
        'sla acceptance': NO_PERMISSION,
        'gdpr terms and conditions acceptance': NO_PERMISSION,
        'privacy policy acceptance': NO_PERMISSION,
        'bulk email': AN_OUTCOME,
        email: AN_OUTCOME,
        'inbound email': AN_OUTCOME,
        'outbound sms': AN_OUTCOME,
        'mass sms': AN_OUTCOME,
        'phone call': AN_OUTCOME,
        meeting: AN_OUTCOME,
        contribution: AN_OUTCOME,
        'event registration': AN_OUTCOME,
        'membership signup': AN_OUTCOME,
        'membership renewal': AN_OUTCOME,
        'change membership status': AN_OUTCOME,
      },
    },
  ],
} satisfies LedgerPreset;

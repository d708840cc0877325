import type { System } from './shape/system.js';

/**
 * CiviCRM, whose users choose the fields, so that labels are the header. A 0 or an empty flag may mean agreed
 * or never asked. An address on hold is not written to; where it is on hold by opt-out the words say so too.
 * Activities are those a search exports, with those of the GDPR extension: whoever was forgotten asked for it.
 * That preferences were updated says neither yes nor no; what was answered stands in the Do Not columns.
 */
export default {
  title: 'CiviCRM',
  list: {
    called: 'a CiviCRM export',
    signatures: [
      {
        all: ['Contact ID'],
        some: {
          atLeast: 3,
          of: [
            ...['Contact Type', 'Contact Subtype', 'Sort Name', 'Display Name', 'External Identifier'],
            ...['Do Not Email', 'Do Not Phone', 'Do Not Mail', 'Do Not Sms', 'Do Not Trade', 'On Hold'],
            ...['No Bulk Emails (User Opt Out)', 'Is Opt Out', 'Contact Is Deceased', 'Is Deceased'],
            'Preferred Communication Method',
          ],
        },
      },
      {
        all: ['Do Not Email', 'Do Not Phone', 'Do Not Mail'],
        some: { atLeast: 1, of: ['Do Not Trade', 'Is Opt Out', 'No Bulk Emails (User Opt Out)'] },
      },
    ],
  },
  ledger: {
    name: 'civicrm-activities',
    called: 'an export of CiviCRM activities',
    signatures: [
      {
        all: ['Activity Type'],
        some: { atLeast: 1, of: ['Activity Date', 'Activity Subject', 'Activity Status', 'Subject'] },
      },
    ],
    idSystem: 'civicrm',
    ids: { columns: ['Target Contact ID', 'Contact ID'] },
  },
  columns: {
    person_id: ['Contact ID'],
    phone: ['Phone'],
    email: ['Email'],
    do_not_call: ['Do Not Phone'],
    do_not_text: ['Do Not Sms'],
    do_not_email: ['Do Not Email', 'No Bulk Emails (User Opt Out)', 'Is Opt Out'],
    do_not_mail: ['Do Not Mail'],
    notes: ['On Hold', 'Tag(s)', 'Group(s)', 'Note(s)', 'Note'],
  },
  copied: ['Do Not Trade', 'Preferred Communication Method', 'Phone Extension *'],
  flags: [
    {
      reads: 'yes-no',
      columns: ['Contact Is Deceased', 'Is Deceased', 'Deceased'],
      binds: ['deceased'],
    },
    {
      reads: 'yes-no',
      columns: ['On Hold'],
      binds: ['do_not_email'],
      alsoYes: ['2', 'on hold bounce', 'on hold opt out'],
    },
    {
      reads: 'words',
      columns: ['Activity Type'],
      binds: ['do_not_contact'],
      words: [
        { words: ['forget me'], becomes: 'objection', on: ['Activity Date'] },
        {
          words: ['update communication preferences', 'communication preferences updated'],
          becomes: 'nothing',
          because: 'an answer was given, but the activity does not say which; the Do Not columns do',
        },
        {
          words: ['sla acceptance', 'gdpr terms and conditions acceptance', 'privacy policy acceptance'],
          becomes: 'nothing',
          because: 'no permission to be contacted',
        },
        {
          words: [
            ...['bulk email', 'email', 'inbound email', 'outbound sms', 'mass sms', 'phone call', 'meeting'],
            ...['contribution', 'event registration', 'membership signup', 'membership renewal'],
            'change membership status',
          ],
          becomes: 'nothing',
          because: 'only something that happened',
        },
      ],
    },
  ],
  writeBack: {
    do_not_call: { column: 'Do Not Phone', value: '1' },
    do_not_text: { column: 'Do Not SMS', value: '1' },
    do_not_email: { column: 'Do Not Email', value: '1' },
    do_not_mail: { column: 'Do Not Mail', value: '1' },
  },
} satisfies System;

import type { Preset } from '../columns/preset.js';

/**
 * CiviCRM, whose users choose the fields, so that labels are the header. A 0 or an empty flag may mean agreed
 * or never asked. An address on hold is not written to; where it is on hold by opt-out the words say so too.
 */
export default {
  system: 'a CiviCRM export',
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
  roles: {
    person_id: ['Contact ID'],
    phone: ['Phone'],
    email: ['Email'],
    do_not_call: ['Do Not Phone'],
    do_not_text: ['Do Not Sms'],
    do_not_email: ['Do Not Email', 'No Bulk Emails (User Opt Out)', 'Is Opt Out', 'On Hold'],
    do_not_mail: ['Do Not Mail'],
    deceased: ['Contact Is Deceased', 'Is Deceased', 'Deceased'],
    notes: ['On Hold', 'Tag(s)', 'Group(s)', 'Note(s)', 'Note'],
  },
  copied: ['Do Not Trade', 'Preferred Communication Method', 'Phone Extension *'],
  senses: { 'Contact Is Deceased': 'refusal' },
  values: [{ headers: ['On Hold'], readings: { yes: ['2', 'on hold bounce', 'on hold opt out'] } }],
  writeBack: {
    do_not_call: { column: 'Do Not Phone', value: '1' },
    do_not_text: { column: 'Do Not SMS', value: '1' },
    do_not_email: { column: 'Do Not Email', value: '1' },
    do_not_mail: { column: 'Do Not Mail', value: '1' },
  },
} satisfies Preset;

import { CALLS } from './shape/flags.js';
import type { System } from './shape/system.js';

/**
 * EveryAction's bulk files. `Not Subscribed` is a person who was never signed up for email, which says neither
 * yes nor no; the statuses of email and texts say nothing of calls. A result of canvassing that asks for no
 * contact is an opt-out. A list has one role for it, which binds every channel; the ledger holds the one meant.
 */
export default {
  title: 'EveryAction',
  list: {
    called: 'an EveryAction export',
    signatures: [
      {
        all: ['Email Subscription Status'],
        some: {
          atLeast: 1,
          of: ['Source ID', 'VANID', 'SMS Opt-In Status', 'Phone Type', 'Email Type', 'Origin Source Code'],
        },
      },
    ],
  },
  ledger: {
    called: 'an EveryAction export',
    signatures: [{ some: { atLeast: 1, of: ['Email Subscription Status', 'SMS Opt-In Status'] } }],
    idSystem: 'everyaction',
    ids: { columns: ['Source ID', 'VANID', 'Voter File VANID'] },
  },
  columns: {
    person_id: ['Source ID', 'VANID'],
    phone: ['Phone'],
    email: ['Email Address'],
    notes: ['Activist Code', 'Canvass Result', 'Notes'],
  },
  copied: ['Phone Type', 'Email Type', 'Origin Source Code'],
  flags: [
    {
      reads: 'words',
      columns: ['Email Subscription Status'],
      binds: ['do_not_email'],
      words: [
        { words: ['subscribed'], becomes: 'consent', channels: ['email'] },
        { words: ['not subscribed'], becomes: 'nothing', because: 'neither yes nor no' },
        { words: ['unsubscribed'], becomes: 'objection' },
      ],
    },
    {
      reads: 'words',
      columns: ['SMS Opt-In Status'],
      binds: ['do_not_text'],
      words: [
        { words: ['opt in'], becomes: 'consent', channels: ['sms'] },
        { words: ['opt out'], becomes: 'objection' },
        { words: ['unknown'], becomes: 'nothing', because: 'neither yes nor no' },
      ],
    },
    {
      reads: 'words',
      columns: ['Canvass Result'],
      binds: ['do_not_contact'],
      words: [
        { words: ['do not call', 'refused'], becomes: 'objection', channels: CALLS },
        { words: ['do not text'], becomes: 'objection', channels: ['sms'] },
        { words: ['do not email'], becomes: 'objection', channels: ['email'] },
        { words: ['do not mail'], becomes: 'objection', channels: ['post'] },
        { words: ['do not contact', 'do not walk', 'deceased'], becomes: 'objection' },
        { words: ['wrong number', 'disconnected', 'moved'], becomes: 'wrong-number' },
        {
          words: ['not home', 'canvassed', 'busy', 'left message', 'call back', 'inaccessible'],
          becomes: 'nothing',
          because: 'only what came of a visit or call',
        },
      ],
    },
  ],
  writeBack: {
    do_not_email: { column: 'Email Subscription Status', value: 'Unsubscribed' },
    do_not_text: { column: 'SMS Opt-In Status', value: 'Opt-Out' },
  },
} satisfies System;

import type { System } from './shape/system.js';

/**
 * The national list of a membership body, as branches get it: several numbers in a cell, and dates of joining
 * and expiry. Its preference about mail is not known well enough to be read: a bare answer there goes to review.
 */
export default {
  title: "A membership body's national list",
  list: {
    called: "a membership body's national list",
    signatures: [
      {
        all: ['AK_ID'],
        some: {
          atLeast: 2,
          of: ['Xdate', 'Join_Date', 'Memb_status', 'membership_type', 'monthly_status', 'membership_status'],
        },
      },
    ],
  },
  columns: {
    person_id: ['AK_ID'],
    phone: ['Mobile_Phone', 'Home_Phone', 'Work_Phone'],
    email: ['Email'],
    address: ['Address_Line_#'],
    membership_status: ['membership_status'],
    membership_ended_on: ['Xdate'],
    do_not_call: ['Do_Not_Call'],
    do_not_mail: ['Mail_preference'],
  },
  copied: ['Memb_status', 'membership_type', 'monthly_status', 'Join_Date'],
} satisfies System;

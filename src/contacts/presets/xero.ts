import type { Preset } from '../columns/preset.js';

/**
 * Xero's contacts, which hold no consent. A company number hints at a corporate subscriber and proves none. A
 * contact with a request for erasure is not to be used.
 */
export default {
  system: 'a Xero contacts export',
  signatures: [
    {
      all: ['ContactName'],
      some: {
        atLeast: 2,
        of: [
          ...['AccountNumber', 'POAddressLine1', 'SAAddressLine1', 'DDINumber', 'SkypeName'],
          ...['BankAccountName', 'ContactStatus', 'DueDateBillDay'],
        ],
      },
    },
  ],
  roles: {
    phone: ['PhoneNumber', 'MobileNumber', 'DDINumber'],
    fax: ['FaxNumber'],
    email: ['EmailAddress'],
    do_not_contact: ['ContactStatus'],
  },
  copied: ['SkypeName'],
  values: [{ headers: ['ContactStatus'], readings: { 'not-recorded': ['active'], yes: ['gdprrequest'] } }],
} satisfies Preset;

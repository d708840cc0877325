import type { Preset } from '../columns/preset.js';

/**
 * Contacts or leads of Salesforce, by field names (Data Loader, weekly export) or by the labels of a report.
 * There is no role for an objection to faxes alone, so that it is read as one to all contact. A flag that the
 * export leaves out was hidden from whoever made it, and is never read as false.
 */
export default {
  system: 'a Salesforce export',
  signatures: [
    { all: ['HasOptedOutOfEmail'] },
    {
      all: ['Id'],
      some: {
        atLeast: 4,
        of: [
          ...['FirstName', 'LastName', 'Salutation', 'MobilePhone', 'HomePhone', 'OtherPhone', 'DoNotCall'],
          ...['AssistantPhone', 'HasOptedOutOfFax', 'IndividualId', 'AccountId', 'OwnerId'],
        ],
      },
    },
    {
      all: ['Email Opt Out'],
      some: { atLeast: 1, of: ['Do Not Call', 'Fax Opt Out'] },
      none: ['Record Id'],
    },
  ],
  roles: {
    person_id: ['Id', 'Contact ID', 'Lead ID'],
    phone: [
      ...['Phone', 'MobilePhone', 'Mobile', 'HomePhone', 'OtherPhone', 'AssistantPhone', 'Asst. Phone'],
      'Business Phone',
    ],
    fax: ['Fax', 'Business Fax'],
    email: ['Email', 'npe01__HomeEmail__c', 'npe01__WorkEmail__c', 'npe01__AlternateEmail__c'],
    date_of_birth: ['Birthdate'],
    do_not_call: ['DoNotCall'],
    do_not_email: ['HasOptedOutOfEmail', 'Email Opt Out'],
    do_not_contact: ['HasOptedOutOfFax', 'Fax Opt Out', 'npsp__Do_Not_Contact__c'],
    deceased: ['npsp__Deceased__c', 'Deceased'],
    notes: ['Description'],
  },
  copied: ['IndividualId', 'npe01__PreferredPhone__c', 'npe01__Preferred_Email__c'],
  writeBack: {
    do_not_call: { column: 'DoNotCall', value: 'true' },
    do_not_email: { column: 'HasOptedOutOfEmail', value: 'true' },
  },
} satisfies Preset;

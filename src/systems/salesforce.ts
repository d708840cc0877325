import { TELEPHONE } from './shape/flags.js';
import type { System } from './shape/system.js';

const TYPE = ['ContactPointType'];
const DAYS = ['CaptureDate', 'EffectiveFrom'];
const CHANNELS = { email: ['email'], 'mailing address': ['post'], social: ['social-dm'] } as const;

/**
 * Contacts or leads of Salesforce, by field names (Data Loader, weekly export) or by the labels of a report.
 * There is no role for an objection to faxes alone, so that it is read as one to all contact. A flag that the
 * export leaves out was hidden from whoever made it, and is never read as false.
 *
 * Of its consent objects, those by type of contact point. `Phone` does not say whether calls or texts are meant:
 * as a consent it covers neither, as an opt-out all that reaches a telephone. An opt-out for the web names no
 * channel of ours, so it binds them all. People are known by the id of their Individual, which stands in contact
 * exports as `IndividualId`.
 */
export default {
  title: 'Salesforce',
  list: {
    called: 'a Salesforce export',
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
  },
  ledger: {
    name: 'salesforce-consent',
    called: 'a Salesforce ContactPointTypeConsent export',
    signatures: [{ all: ['ContactPointType', 'PrivacyConsentStatus'] }],
    idSystem: 'salesforce',
    ids: { columns: ['PartyId', 'Party ID'], idSystem: 'salesforce-individual' },
  },
  columns: {
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
  flags: [
    {
      reads: 'words',
      columns: ['PrivacyConsentStatus'],
      binds: ['do_not_contact'],
      words: [
        {
          words: ['opt in'],
          becomes: 'consent',
          channels: { column: TYPE, words: { ...CHANNELS, phone: [], web: [] } },
          on: DAYS,
          endsOn: ['EffectiveTo'],
          source: { column: ['CaptureSource'] },
          purpose: ['DataUsePurpose.Name', 'DataUsePurposeId'],
        },
        {
          words: ['opt out'],
          becomes: 'objection',
          channels: { column: TYPE, words: { ...CHANNELS, phone: TELEPHONE, web: 'all' } },
          on: DAYS,
        },
        {
          words: ['seen', 'not seen'],
          becomes: 'nothing',
          because: 'a question shown, or not, and not answered',
        },
      ],
    },
  ],
  writeBack: {
    do_not_call: { column: 'DoNotCall', value: 'true' },
    do_not_email: { column: 'HasOptedOutOfEmail', value: 'true' },
  },
} satisfies System;

import { type LedgerPreset, type NothingMeant, TELEPHONE } from '../exports/preset.js';

const TYPE = ['ContactPointType'];
const DAYS = ['CaptureDate', 'EffectiveFrom'];
const ONLY_SEEN: NothingMeant = { becomes: 'nothing', because: 'a question shown, or not, and not answered' };

/**
 * Salesforce's consent objects by type of contact point. `Phone` does not say whether calls or texts are
 * meant: as a consent it covers neither, as an opt-out all that reaches a telephone. An opt-out for the web
 * names no channel of ours, so it binds them all. People are known by the id of their Individual, which
 * stands in contact exports as `IndividualId`.
 */
export default {
  system: 'a Salesforce ContactPointTypeConsent export',
  signature: { all: ['ContactPointType', 'PrivacyConsentStatus'] },
  idSystem: 'salesforce-individual',
  contacts: { person_id: ['PartyId', 'Party ID'] },
  rules: [
    {
      reads: 'words',
      columns: ['PrivacyConsentStatus'],
      words: {
        'opt in': {
          becomes: 'consent',
          channels: {
            column: TYPE,
            words: {
              email: ['email'],
              'mailing address': ['post'],
              social: ['social-dm'],
              phone: [],
              web: [],
            },
          },
          on: DAYS,
          endsOn: ['EffectiveTo'],
          source: { column: ['CaptureSource'] },
          purpose: ['DataUsePurpose.Name', 'DataUsePurposeId'],
        },
        'opt out': {
          becomes: 'objection',
          channels: {
            column: TYPE,
            words: {
              email: ['email'],
              'mailing address': ['post'],
              social: ['social-dm'],
              phone: TELEPHONE,
              web: 'all',
            },
          },
          on: DAYS,
        },
        seen: ONLY_SEEN,
        'not seen': ONLY_SEEN,
      },
    },
  ],
} satisfies LedgerPreset;

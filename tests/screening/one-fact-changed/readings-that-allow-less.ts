/** Where the law leaves room, the reading that allows less: one world for each. */
import { NOT_RECORDED } from '../../../src/screening/contact.js';
import {
  ANOTHERS_LIST,
  type Change,
  consent,
  day,
  FIRM_RINGS,
  listed,
  NOT_LOADED,
  onChannel,
  outsideCoverage,
  PENSION_CALL,
  phone,
  SERVICE_CALL,
  sale,
  THIS_PERSON,
  wrongNumber,
} from '../facts-for-tests.js';
import type { Row } from './row.js';

const OF_THE_DAY_AFTER = day('2026-11-25');
const IRISH: Change['point'] = {
  kind: 'number',
  number: phone('+35312345678'),
  numberStatus: { kind: 'non-uk', country: 'IE' },
  repairs: [],
};
const BOUGHT_OF_A_UNION: Change['list'] = {
  ...ANOTHERS_LIST,
  source: 'purchased',
  controller_kind: 'trade-union',
};

export const rows: readonly Row[] = [
  [
    'the number is Irish, and a service says that it is listed',
    { point: IRISH, tps: listed(), ctps: NOT_LOADED },
    'blocked',
    'tps-listed non-uk-number listing-date-unknown',
    '0, Trap: a readable number is still looked up (listed: blocked)',
  ],
  [
    'a listed number, on a copy of the day after the call, was opened by consent',
    { tps: listed(day('2025-01-01'), OF_THE_DAY_AFTER), ledger: [consent()] },
    'needs-review',
    'register-missing tps-listed register-overridden-by-consent register-clear',
    '3.1 step 10; promise 1',
  ],
  [
    'a copy of some dialling codes is too old as well',
    { tps: outsideCoverage(day('2026-10-01')) },
    'needs-review',
    'register-stale outside-register-coverage register-clear',
    'register-stale',
  ],
  [
    'a fax to a listed person who agreed, and the copy is of the day after',
    onChannel('fax', {
      fps: listed(day('2025-01-01'), OF_THE_DAY_AFTER),
      ledger: [consent({ channels: ['fax'] })],
    }),
    'needs-review',
    'register-missing fps-listed register-overridden-by-consent no-consent consent-valid',
    'promise 1',
  ],
  [
    'a list bought of a union, whose rows say nothing of membership',
    { list: BOUGHT_OF_A_UNION, membership: { status: NOT_RECORDED } },
    'blocked',
    'special-category-disclosure register-clear',
    'UK GDPR Art. 9(2)(d): the declaration counts',
  ],
  [
    'a list bought of a religious body',
    { list: { ...ANOTHERS_LIST, controller_kind: 'religious-body' } },
    'blocked',
    'special-category-disclosure register-clear',
    'UK GDPR Art. 9(2)(d)',
  ],
  [
    'a firm emails after a sale of which nobody recorded whose it was',
    onChannel('email', { ...FIRM_RINGS, ledger: [sale({ controller: null })] }),
    'needs-review',
    'consent-evidence-incomplete no-consent',
    'product: a soft opt-in that leaves blank what its basis needs',
  ],
  [
    'an opt-out column that nobody can read, and the call is no marketing',
    { ...SERVICE_CALL, said: { unreadFlags: ['DNC 2024'] } },
    'needs-review',
    'flag-unread not-direct-marketing',
    'product: flag-unread, of any purpose; promise 1',
  ],
  [
    'a note asks for no calls, and the call is no marketing',
    { ...SERVICE_CALL, said: { optOutWords: true } },
    'needs-review',
    'opt-out-in-text not-direct-marketing',
    'product: opt-out-in-text, of any purpose',
  ],
  [
    'a wrong number was reported of the person, and nobody wrote down which',
    { tps: listed(), ledger: [consent(), wrongNumber({ match: THIS_PERSON })] },
    'blocked',
    'tps-listed wrong-number register-clear listing-date-unknown',
    'product: a wrong number ends every consent',
  ],
  [
    'a pension call to a company, by nobody authorised',
    {
      ...PENSION_CALL,
      pensions: { fca_authorised_or_trustee: false },
      person: { subscriberKind: 'corporate' },
    },
    'blocked',
    'pension-call-restricted register-clear',
    'PECR reg. 21B: one caller rings the whole list',
  ],
  [
    'an automated call, and the record has no number',
    onChannel('automated-call', { point: { kind: 'missing' } }),
    'needs-review',
    'contact-detail-missing',
    '3.2 step 4 before step 12',
  ],
  [
    'a number that two files list, and one of the days is unknown',
    { tps: listed(day('2026-11-15')), ctps: listed(), policy: { listing_grace: 'allow' } },
    'blocked',
    'tps-listed ctps-listed listing-date-unknown',
    'PECR reg. 21(3): a defence that the caller proves',
  ],
];

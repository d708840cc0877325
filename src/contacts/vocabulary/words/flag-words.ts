/** Answers that stand for themselves in a flag column, and particulars of headers: data for their readers. */

/** Answers that mean nothing without the question, which is the header. */
export const BARE_YES = words(`
  true | t | yes | y | 1 | 1.0 | -1 | x | [x] | ✓ | ✔ | ☑ | ✅ | ☒ | on | checked | ticked | selected | set | ydy | ie | oes
`);
export const BARE_NO = words(`
  false | f | no | n | 0 | 0.0 | ☐ | [ ] | [] | off | unchecked | unticked | not set | nac ydy | na
`).filter((word) => word !== 'na');

/** Words that say yes or no to the question itself only in a flag column, whichever way round the column asks. */
export const SAYS_YES = words(`
  out | listed | registered | match | matched | stop all | end | quit | cancel | revoke | never | delete | not given
  restricted | remove | removed | withdrawn | denied | lapsed consent | do not use | dnr | not allowed | not permitted
  exclude | block | ban | list | opted-out | opt out | no marketing | spam complaint | spam | hard opt-out
`);
export const SAYS_NO = words(`
  not opted out | not listed | not registered | ok to call | ok to contact | ok to phone | ok to ring | ok to text
  ok to email | ok to mail | alive | living | subscribed | resubscribed | opted in | opt in | opt-in | optin | opted-in | in
  not on tps | not tps | tps clear | tps cleared | clear | can call | can be called | can contact | may call
  consent given | consented | consent held | consents | consents to calls | happy to be called | happy to be contacted
  happy to be phoned | allowed | permitted | accepts calls | accepts contact | contactable | callable | reachable
  not deceased | not dead | not blocked | not suppressed | not unsubscribed | never opted out | never unsubscribed
  did not opt out | has not opted out | no objection | no objections | not excluded | not removed | not withdrawn
`);
export const NOT_RECORDED = words(`
  - | -- | . | na | n/a | n.a. | #n/a | null | nil | none | nan | undefined | unknown | not known | not recorded
  not answered | no answer | no response | unspecified | (blank) | blank | didnotask | did not ask | didn't ask
  not asked | dk | don't know | do not know | 0000-00-00 | 0000-00-00 00:00:00 | ="" | ""
`);
/** Values that hold a word of refusal and could mean either. */
export const EITHER = words(
  'not subscribed | not called | yes and no | unsubscribed? | opt in/out | opt-in/opt-out | opt-in/out',
);

/** Headers about something else than contact by this caller, and what stands beside an opt-out column of an export. */
export const OTHER_MATTERS = words(`
  do not trade | do not knock | no knock | do not walk | do not exchange | do not share | do not sell
  federal do not call | unsub reason | unsub reason other | unsub campaign id | unsub campaign title
`);

/** Headers that name no channel in so many words, or in none that their words would give. */
export const ROLES_BY_NAME: readonly (readonly [role: string, headers: readonly string[]])[] = [
  [
    'do_not_contact',
    words('opted out | is opted out | has opted out | opted out on | opted out at | opted out date'),
  ],
  [
    'do_not_email',
    words(`
      is opt out | unsubscribed | is unsubscribed | unsubscribed at | unsubscribed on | unsubscribed date
      unsubscribe date | unsub time | clean time | email subscription status | email opt in status
      can 2 subscription status
    `),
  ],
  [
    'do_not_text',
    words('can 2 sms status | sms subscription status | sms opt in status | text opt in status'),
  ],
];

/** Words that may stand in the name of an opt-out column without changing what a yes in it means. */
export const HEADER_FILLERS: ReadonlySet<string> = new Set(
  `please me us them we be by via to from of for the all any our a or and is has have ever again more further bulk user
  list lists flag flagged request requested requests indicator ind on at date dated time since y n yn yes no marketing
  purposes communication communications npsp npe hed c cf custom cust x please contact contacted`.split(
    /\s+/,
  ),
);

/** Namespaces and forms that systems put around a header. */
export const HEADER_TRIMMINGS: ReadonlySet<string> = new Set(
  `npsp npe hed c cf custom cust x is has was are flag flagged ind indicator yn y n at on date dated time since day
  status field user bool boolean`.split(/\s+/),
);

/** Header words that may stand for a restriction, a state or an answer about contact: a column to ask about. */
export const TELLING = words(`
  status | statws | outcome | outcomes | result | results | disposition | dispositions | dispo | disp | code | codes
  flag | flags | preference | preferences | pref | prefs | permission | permissions | consent | consents | marketing
  mktg | contact | contactable | opt | opts | optin | subscription | subscriptions | subscribed | channel | channels
  sub | comms | communication | communications | gdpr | active | inactive | archived | archive | deleted | delete
  anonymised | anonymized | anonymise | merged | merge | duplicate | hidden | disabled | closed | suspended | alert
  alerts | warning | warnings | caution | handling | restriction | restrictions | restricted | rules | instructions
  availability | lawful | legitimate | interest | basis | include | canvass | canvassable | newsletter | newsletters
  call | calls | phone | telephone | tel | ring | dial | text | sms | email | emails | mail | post | voice | whatsapp
  mobile | landline | phonebank | reachable | callable | telemarketing | hold | stop | exclude | remove | late
  cyswllt | caniatad | galwadau | ffonio | passed | avoid | deceased | dead | do | not | never | no
`);

function words(list: string): readonly string[] {
  return list
    .split(/[|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

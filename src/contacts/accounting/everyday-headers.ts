/**
 * Headers of every day, under which no refusal is kept: the wards, tickets, shoe sizes and cost centres of exports.
 *
 * To edit: phrases in the words of `headerWords`, singular, one a line or with `|` between them. A header is covered
 * where it can be cut into phrases and what stands beside them, without a word left over; so `Call ward` is not.
 * A word that could say whether somebody may be contacted (`active`, `status`, `call`, `no`) stands here only within
 * a phrase that cannot (`active ingredient`, `marital status`).
 */
import { headerWords } from '../text/header-words.js';

/** Places: politics, post, maps. */
const PLACES = `
ward | parish | town | city | village | county | country | nation | region | area | district | borough | locality
constituency | division | polling district | polling station | polling place | polling area | seat | electoral division
local authority | council | authority | local party | clp | branch | chapter | local group | regional group | cluster
federation | zone | turf | walk | round | delivery round | patch | territory | province | state province
street | road | house | house name | house number | flat | flat number | building | building name | site | floor | room
unit | tower | estate | property | premises | postcode | post code | postal code | zip | zip code | postal town
post town | postal district | postcode area | postcode district | outcode | easting | northing | latitude | longitude
lat | lon | lng | long | grid reference | map reference | uprn | usrn | udprn | what three words | coordinates
lsoa | msoa | ons | nuts | output area | census area | urban rural | deprivation | imd | imd decile | decile
mailing street | mailing city | mailing state | mailing country | mailing postal code | mailing zip | mailing county
birthplace | place of birth | destination | origin | location | venue | office location | plot | allotment | allotment site
hometown | catchment | diocese | deanery | circuit | synod | presbytery | health board | trust area | police force area
`;

/** Persons: names, kinds, families, care. */
const PERSONS = `
name | first name | last name | middle name | surname | forename | initial | full name | preferred name | known as
nickname | maiden name | title | salutation | honorific | prefix | suffix | letters after name | post nominal
family name | given name | display name | sort name | formal name | addressee | greeting | pronoun | gender | sex
age | age band | age group | age range | generation | birth year | year of birth | month of birth | birth month
marital status | civil status | relationship | relation | next of kin | next of kin relationship | spouse | partner
child | children | dependant | number of children | household | household size | household id | household name
family | family size | twin | guardian | carer | emergency contact name | emergency contact relationship
ethnicity | ethnic group | ethnic origin | race | religion | faith | belief | denomination | nationality | citizenship
disability | impairment | access need | accessibility need | accessibility | adjustment | dietary requirement
dietary | diet | dietary need | meal | meal choice | menu | allergy | allergies | medical condition | blood group
height | weight | eye colour | hair colour | shirt | t shirt | t shirt size | shirt size | shoe size | clothing size
jacket size | hat size | glove size | kit size | favourite colour | colour | hobby | hobbies | interest | skill | talent
language | first language | home language | spoken language | second language | mother tongue | welsh speaker
education | highest qualification | qualification | degree | school | university | college | occupation | profession
job | job title | position | job role | job function | seniority | employer | employment | employment status | trade
industry | sector | sic | sic code | department | faculty | team | squad | section | unit name | company | organisation
organization | firm | business | account name | parent company | company size | employee count | number of employees
employee | revenue | annual revenue | turnover | veteran | student | pensioner | retired | homeowner | car owner | driver
smoker | newspaper | newspaper read | how heard | heard about us | how did you hear about us | heard via | media
photo | photo consent | image consent | photo permission | biography | bio | avatar | picture | portrait | signature
`;

/** Politics and campaigning. */
const POLITICS = `
voting intention | vote | vote intention | past vote | party | party affiliation | political party | support level
support | supporter level | supporter type | supporter score | leaning | vote likelihood | likelihood to vote | turnout
marked register | elector | elector number | elector no | electoral number | electoral roll number | roll number | pd
voter | postal voter | postal vote | proxy voter | proxy vote | voter id | voter type | franchise | franchise marker
elector marker | registered voter | vote history | voted | poster | window poster | garden poster | stake board
stakeboard | garden stake | poster site | poster location | board | leaflet | leaflets delivered | leaflet round
deliverer | delivery route | delivery walk | route | walk number | canvasser | canvass round | canvass date | canvassed by
activist | organiser | agent | candidate | councillor | mp | ppc | issue | top issue | local issue | concern | petition
campaign | campaign name | policy interest | volunteer | volunteer role | volunteer interest | volunteer type | teller
petition signed | survey | survey name | question | strand | cohort | segment | persona | score | engagement score
engagement level | propensity | mosaic | acorn | mosaic group | acorn group
`;

/** Charities, societies, clubs, schools, faith, housing, libraries. */
const BODIES = `
member | member type | membership type | membership category | membership level | membership tier | membership grade
membership class | membership card | membership year | membership name | membership plan | membership branch
membership fee | active member | tier | grade | join | joined | renewal | renewed | rejoined | renewal month
subscription amount | subscription rate | subs | fee | fee paid | auto renew | life member | honorary | joint member
committee | committee role | role | office | officer | trustee | chair | treasurer | secretary | patron | governor
board member | delegate | working group | special interest group | section name | class | year group
donor | donor type | donor level | donation | donation amount | gift | gift amount | gift date | gift type | gift aid
gift aid declaration | gift aid status | gift aid eligible | gift aided | tax payer | taxpayer | uk taxpayer | pledge
pledger | legacy pledger | legacy | legator | bequest | fund | appeal | appeal name | regular giver | giving | giving level
giving frequency | major donor | sponsor | sponsorship | fundraiser | fundraiser name | designation | restricted fund
campaign fund | thank you | thank you letter | thanked | acknowledgement | solicitor name | solicitor firm | grant | grant type
patrol | pack | troop | badge | rank | belt | handicap | league | squad name | age category | boat | boat class | sail number
instrument | voice part | band | ensemble | choir part | ability | ability level | level of play | coach | kit | belt grade
pupil | tutor | form tutor | tutor group | teacher | class teacher | house group | school house | key stage | sen | send
free school meal | fsm | pupil premium | attendance | enrolment | enrolled | course | course name | course level | module
programme | subject | year of study | mode of study | graduation | graduated | graduation year | alumni | alumni chapter
congregation | church | service attended | baptised | confirmed member | home group | small group | rota | rota group
pew | ministry | sacrament | tenure | property type | bedroom | bathroom | council tax | council tax band | epc | epc rating
heating | boiler | boiler type | landlord | tenancy | tenant type | rent | rent amount | lease | housing | housing type
borrower | borrower type | borrower category | library | library card | item borrowed | loan | book | reading group
pet | pet name | species | breed | neutered | vaccinated | microchip | vet | animal | animal type | horse | dog | cat
gp | gp surgery | gp practice | surgery | practice | doctor | dentist | consultant | hospital | nhs number | dbs
dbs checked | dbs number | dbs check | safeguarding training | first aid | first aider | training | training course
certificate | induction | uniform | equipment | locker | key holder | keyholder | availability | hours per week | hour
vehicle | vehicle reg | vehicle registration | registration plate | car | car make | car model | parking space | parking
licence type | driving licence | licence class
`;

/** Events and tickets. */
const EVENTS = `
event | event name | event type | event date | session | workshop | workshop choice | track | stream | ticket | ticket type
ticket price | ticket number | ticket class | order | order number | order status | order total | order type | booking
booking reference | booking type | booking status | row | table | table number | seat number | seating | stand | stall
pitch | pitch number | rsvp | attending | attended | attendance status | checked in | check in | plus one | guest
guest name | number of guests | hotel | hotel needed | accommodation | room type | arrival | departure | arrival time
transport | travel | coach pick up | pick up point | lift | lift needed | shuttle | speaker | exhibitor | sponsor level
badge name | badge printed | badge type | lanyard | wristband | merchandise | programme choice | timeslot | time slot | slot
`;

/** Sales, shops and ledgers. */
const TRADE = `
lead source | lead type | lead owner | lead score | lifecycle stage | stage | deal | deal stage | deal name | deal value
pipeline | opportunity | opportunity name | opportunity stage | forecast | forecast category | probability | competitor
account | account manager | account owner | account type | account number | account code | account tier | key account
customer | customer type | customer category | customer group | customer reference | customer since | client type
client group | supplier | supplier type | vendor | vendor type | reseller | partner type | dealer | store | store name
shop | till | product | product line | product category | product interest | product name | model | make | sku | barcode
ean | isbn | serial number | batch | batch number | lot | quantity | qty | stock | price | unit price | price list | cost
cost centre | cost price | discount | discount code | voucher | voucher code | promo code | promotion code | coupon
vat | vat number | vat rate | vat registered | tax | tax code | tax rate | tax number | tax exempt | company number
company reg | charity number | eori | currency | exchange rate | payment | payment method | payment type | payment term
payment status | payment frequency | payment plan | direct debit | standing order | instalment | card | card type
card expiry | card last four | bank | bank name | iban | bic | swift | account holder | credit limit | credit rating
credit term | balance | debit | credit | amount | net | gross | subtotal | total | total donated | total spent
lifetime value | average order | spend | annual spend | budget | invoice | invoice number | invoice total | invoice status
purchase | purchase order | nominal | nominal code | ledger code | gl code | project | project code | contract value
contract type | contract length | contract start | contract end | warranty | policy | policy number | policy type | premium
cover | cover type | renewal premium | claim number | meter | meter type | tariff | supplier name | fuel | fuel type
delivery | delivery method | delivery option | delivery slot | shipping | shipping method | carrier name | warehouse
depot | bin location | courier | tracking number | incoterm | return reason | size | pack size | salary | wage | pay grade
payroll number | staff number | staff type | line manager | manager | reports to | shift | shift pattern | working pattern
start date | end date | probation end | holiday entitlement | fte | frequency | priority | severity | urgency | rating
`;

/** What systems write of their own records. */
const SYSTEMS = `
id | uuid | guid | external id | external identifier | record id | contact id | person id | customer id | member id
constituent id | account id | owner id | user id | parent id | import id | legacy id | old id | row number | line number
record number | reference | ref | reference number | our ref | your ref | url | link | website | web site | web | web page
homepage | slug | permalink | linkedin | linkedin url | youtube | tiktok | blog | domain | email domain | ip | ip address
source | source system | original source | source name | data source | import source | import batch | import date
list name | file name | sheet name | batch name | created | updated | modified | added | imported | date | entered | entry date
created by | updated by | modified by | added by | entered by | imported by | created on | created at | updated at | updated on
modified on | modified at | last modified | last updated | timestamp | date time | owner | record owner | contact owner
assigned to | assignee | record type | contact type | person type | individual type | entity type | type of contact
locale | timezone | time zone | version | revision | sort order | sequence | position in list | rank order | union
phone type | telephone type | email type | address type | number type | phone label | email label | mobile network | network
network provider | handset model | device | device type | browser | operating system | platform | app version | utm source
utm medium | utm campaign | referrer | referral source | landing page | newsletter topic | newsletter format | topic | theme
newsletter edition | email format | email client | open rate | click rate | opens | clicks | open count | click count
email sends | emails sent | emails opened | emails clicked | email count | bounced | bounce | bounce type | bounce count
hard bounce | soft bounce | bounce date | call duration | call length | call count | call attempt | number of calls
call agent | caller | caller name | called by | call taker | attempt | number of attempts | last agent | contact name
contact person | contact title | contact role | contact job title | contact first name | contact last name
contact surname | contact owner id | main contact name | best time to call | preferred time | preferred contact time
consent source | consent wording | consent version | consent form | consent method | privacy notice version
thumbnail | icon | attachment | document | note count | tag count | latest activity | last activity | last login
last seen | login count | username | user name | user type | password set | two factor | last active | call id | activity type | activity subject | activity date | effective from | effective to
capture source | leid | euid | individual id | private note count | legal name | legal entity | trading name | duration | cleaned number
do not knock | do not trade | do not exchange | do not share | do not sell | do not walk
constituent | service type | last service | next service | service date | service plan | religious character | school type | extension | phone extension
`;

/** What may stand beside a phrase without changing what it is about. Alone they cover nothing. */
const BESIDE = words(`
a | an | the | of | for | to | from | in | on | at | by | and | or | with | per | our | my | your | their | this | that | as
is | has | was | are | date | time | day | month | year | type | kind | name | id | code | no | number | num | nr | ref
reference | group | level | category | class | description | detail | list | choice | choices | option | value | amount
count | rate | size | band | start | end | due | paid | given | received | needed | required | requirement | need | current
previous | last | first | second | third | next | latest | new | old | primary | secondary | main | other | additional
alternative | home | work | business | personal | custom | target | address | membership | field | local | national | regional | annual | monthly
full | short | long | key | official | preferred | uk | gb | english | since | until | sent | printed | chosen | area | c | pc
total | best | number of | expected | planned | actual | estimated | approx | year to date | ytd | lead | sub | super | line
`);

const EVERYDAY = words([PLACES, PERSONS, POLITICS, BODIES, EVENTS, TRADE, SYSTEMS].join('\n'));

/** How many phrases of every day the table holds. */
export const EVERYDAY_HEADERS: readonly string[] = [...EVERYDAY];

const JOINED: ReadonlySet<string> = new Set(
  [...EVERYDAY].filter((phrase) => phrase.includes(' ')).map((phrase) => phrase.replaceAll(' ', '')),
);

const LONGEST_PHRASE = 7;

/**
 * The phrases of every day of which `header` is made; null where a word is left over, or none is there.
 * `no` before a word denies it, and behind one is a number.
 */
export function everydayHeader(header: string): string | null {
  const parts = headerWords(header)
    .split(' ')
    .filter((word) => word !== '' && !/^\d+$/.test(word));
  if (parts.length === 0 || parts[0] === 'no') return null;
  const [written = ''] = parts;
  // `FIRSTNAME` is written in one.
  if (parts.length === 1 && JOINED.has(written)) return written;
  // For each place, what covers the words before it: undefined where nothing does.
  const covered: (string | undefined)[] = [''];
  for (let end = 1; end <= parts.length; end += 1) {
    for (let start = Math.max(0, end - LONGEST_PHRASE); start < end; start += 1) {
      const before = covered[start];
      if (before === undefined) continue;
      const phrase = parts.slice(start, end).join(' ');
      const found = has(EVERYDAY, phrase) ? phrase : null;
      if (found !== null) covered[end] = before === '' ? found : `${before}, ${found}`;
      else if (end - start === 1 && has(BESIDE, phrase)) covered[end] ??= before;
      if (found !== null) break;
    }
  }
  const whole = covered[parts.length];
  return whole === undefined || whole === '' ? null : whole;
}

function has(table: ReadonlySet<string>, phrase: string): boolean {
  return table.has(phrase) || (phrase.endsWith('s') && table.has(phrase.slice(0, -1)));
}

function words(list: string): ReadonlySet<string> {
  return new Set(
    list
      .split(/[|\n]/)
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== ''),
  );
}

/**
 * Values of everyday columns, which say nothing of whether somebody may be contacted, under whatever header of a
 * state or kind they stand. To edit: in lower case, with `|` between them. A value that could end contact in some
 * system (`closed`, `inactive`, `cancelled`, `lapsed`) does not belong here.
 */

const VALUES = `
active | current | live | ok | okay | valid | verified | confirmed | approved | complete | completed | pending | open | new
draft | in progress | in-progress | processing | scheduled | booked | attended | paid | part paid | unpaid | overdue
refunded | shipped | delivered | dispatched | fulfilled | won | lead | prospect | customer | client | opportunity
qualified | contacted | working | nurturing | proposal | negotiation | enquiry | interested | engaged | warm | hot | cold
member | non-member | supporter | volunteer | donor | staff | trustee | guest | visitor | student | other | general | mixed
subscribed | subscriber | opted in | opt-in | opted-in | bounced | soft bounce | hard bounce | delivered to inbox | sent
no answer | no reply | busy | left message | left voicemail | answered | spoke | spoke to voter | not home | not in
call back | callback | call back later | moved | answering machine | voicemail | connected | completed call | dropped call
no preference | any | either | prefer not to say | not stated | not applicable | rather not say | undisclosed
male | female | man | woman | non-binary | m/f | mr | mrs | ms | miss | mx | dr | prof | rev | sir | lady | lord | dame | cllr
single | married | divorced | widowed | separated | cohabiting | civil partnership | partner | spouse | parent | child
sibling | friend | carer | guardian | colleague | neighbour | mother | father | son | daughter
xs | s | m | l | xl | xxl | xxxl | small | medium | large | extra large | one size
red | orange | yellow | green | blue | purple | pink | brown | black | white | grey | gold | silver | bronze | platinum
low | high | normal | standard | basic | premium | gold member | urgent | critical | minor | major
monday | tuesday | wednesday | thursday | friday | saturday | sunday | mon | tue | wed | thu | fri | sat | sun
january | february | march | april | june | july | august | september | october | november | december
jan | feb | mar | apr | may | jun | jul | aug | sep | sept | oct | nov | dec | spring | summer | autumn | winter
morning | afternoon | evening | night | early | weekdays | weekends | evenings | mornings | days | nights
daily | weekly | fortnightly | monthly | quarterly | annual | annually | yearly | one-off | one off | termly | biannual
direct debit | card | cheque | cash | bacs | standing order | paypal | credit card | debit card | bank transfer | invoice
home | work | mobile | landline | main | personal | business | office | primary | secondary | default | international
english | welsh | cymraeg | polish | punjabi | urdu | bengali | gujarati | arabic | french | spanish | german | italian
portuguese | romanian | somali | chinese | cantonese | mandarin | hindi | tamil | turkish | ukrainian | bsl | gaelic | irish
uk | gb | united kingdom | great britain | england | scotland | wales | northern ireland | ireland | british | cymru
north | south | east | west | central | north east | north west | south east | south west | midlands | london | yorkshire
labour | conservative | lib dem | liberal democrat | green party | snp | plaid cymru | reform | reform uk | ukip | dup
sinn fein | alliance | sdlp | uup | independent | undecided | won't say | wont say | don't know | con | lab | ld | pc
adult | concession | family | individual | joint | life | junior | senior | youth | infant | honorary | corporate | free | full
full time | part time | full-time | part-time | permanent | temporary | casual | fixed term | fixed-term | self-employed
retired | employed | unemployed | owner | owner occupier | tenant | private rent | council | housing association | rented
vegan | vegetarian | halal | kosher | gluten free | gluten-free | dairy free | nut free | omnivore | pescatarian
wheelchair | hearing loop | large print | braille | easy read | step free
web | website | online | referral | event | exhibition | trade show | walk-in | social media | facebook | google | search
word of mouth | newspaper | radio | tv | poster | street stall | import | import file | csv import | manual | admin | api | sync
gas | electric | oil | electricity | dual fuel | solar | petrol | diesel | hybrid | electric vehicle
flat | house | bungalow | terrace | terraced | semi | semi-detached | detached | maisonette
chair | treasurer | secretary | president | vice chair | director | manager | assistant | officer | member services
gbp | eur | usd | net | gross | individual member | household | organisation | charity | school | company | public
primary school | secondary school | community | voluntary | academy | nursery | college | university | special
`;

const EVERYDAY: ReadonlySet<string> = new Set(
  VALUES.split(/[|\n]/)
    .map((value) => value.trim())
    .filter((value) => value !== ''),
);

/** Whether `key` (of `valueKey`) is a value of every day. */
export function isEverydayValue(key: string): boolean {
  return EVERYDAY.has(key);
}

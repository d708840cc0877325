/**
 * Writes the founding story's list, its registers and the answer key of every scenario into
 * fixtures/world/. The answers are told here, row by row, from the contract and the law; nothing of src/
 * is used, so that the program is measured against them and not against itself.
 *
 * node scripts/make-world.js
 *
 * Every number is one that Ofcom keeps for drama (abroad: the fictitious ranges of the US and Australia),
 * every name is made up.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const world = fileURLToPath(new URL('../fixtures/world/', import.meta.url));

/**
 * A key of ANSWERS, or what each of the scenarios answers.
 * @typedef {keyof typeof ANSWERS | string[]} Answer
 * @typedef {[string, Answer]} Point a number as 11 digits, or '' where nothing can be read or is there
 * @typedef {Record<string, string>} Cells
 * @typedef {(line: string) => string} Damage makes of a sound record what is in the file
 */

const FIRST =
  'Zebulon Clementina Barnaby Zoë Siân Bláithín Ignatius Perpetua Cosmo Hepzibah Anaïs Leopold Marigold Ptolemy Wilhelmina Ottoline Fergal'.split(
    ' ',
  );
const LAST =
  'Quillfeather Snodgrub Thistlewick Marrowfat Bramblewhisk Puddlethorpe Fennelsworth O’Crumble Wobblethwaite Twiddleham Nettlebright Müddlewick Custardine Honeyglove Gribblestone Łobwright Ap-Plumley Dandelyon Fizzleton'.split(
    ' ',
  );

const HEADER = [
  'Membership No',
  'Title',
  'First name',
  'Surname ',
  'Mobile ',
  'Home phone',
  'Email',
  'Date of birth',
  'Membership status',
  'Membership ended on ',
  'Do not call',
  'Deceased',
  'Tags',
  'Notes ',
];

/** What each scenario makes of a contact point. The faction's is the same for all: the list may not be used. */
const ANSWERS = {
  clear: ['allowed register-clear', 'needs-review register-missing', 'needs-review campaign-fact-missing'],
  tps: ['blocked tps-listed', 'needs-review register-missing', 'blocked tps-listed'],
  ctps: ['blocked ctps-listed', 'needs-review register-missing', 'blocked ctps-listed'],
  lifted: [
    'allowed register-overridden-by-consent',
    'needs-review register-missing',
    'needs-review campaign-fact-missing',
  ],
  agreedSince: [
    'allowed objection-superseded-by-consent',
    'needs-review register-missing',
    'needs-review campaign-fact-missing',
  ],
  grace: [
    'needs-review register-grace-28d',
    'needs-review register-missing',
    'needs-review campaign-fact-missing',
  ],
  retention: [
    'blocked retention-exceeded',
    'blocked retention-exceeded',
    'needs-review campaign-fact-missing',
  ],
  line: everywhere('objection-number'),
  person: everywhere('objection-person'),
  withdrawn: everywhere('consent-withdrawn'),
  dead: everywhere('deceased'),
};

/** @param {string} code */
function everywhere(code) {
  return [`blocked ${code}`, `blocked ${code}`, `blocked ${code}`];
}

/**
 * A doubt about the record, told before the doubt about registers that are not there.
 * @param {string} code
 */
function doubt(code) {
  return [`needs-review ${code}`, `needs-review ${code}`, 'needs-review campaign-fact-missing'];
}

/**
 * A listing that is held for want of proof: without registers nobody asks for the proof.
 * @param {string} code
 */
function heldByRegister(code) {
  return [`needs-review ${code}`, 'needs-review register-missing', 'needs-review campaign-fact-missing'];
}

/**
 * A listed number whose record waits for another reason once no register lists it.
 * @param {string} code
 */
function listedElse(code) {
  return ['blocked tps-listed', `needs-review ${code}`, 'blocked tps-listed'];
}

const SCENARIOS = ['party-phonebank', 'no-registers', 'open-facts', 'faction'];

/** @type {{ cells: Cells, points: Point[], raw: Damage | undefined }[]} */
const rows = [];
/** @type {Set<string>} */
const tps = new Set();
/** @type {Set<string>} */
const ctps = new Set();
/** @type {Set<string>} */
const sinceOctober = new Set();
/** @type {Cells[]} */
const ledger = [];

/**
 * One record.
 * @param {Cells} cells
 * @param {Point[]} points
 * @param {Damage} [raw]
 */
function record(cells, points, raw) {
  rows.push({ cells, points, raw });
}

let nextMember = 10417;
/**
 * @param {Cells} cells
 * @param {Point[]} points
 * @param {Damage} [raw]
 */
function member(cells, points, raw) {
  const index = rows.length;
  const no = cells.no ?? `NP-${nextMember++}`;
  /** @type {Cells} */
  const person = {
    title: pick(['Ms', 'Mr', 'Mx', 'Dr', ''], index),
    first: pick(FIRST, index),
    last: pick(LAST, index * 7),
    status: 'Current',
    ...cells,
    no,
  };
  person.email ??= index % 6 === 5 ? '' : `${no.toLowerCase()}@example.org`;
  record(person, points, raw);
  return no;
}

/**
 * @template Item
 * @param {Item[]} items
 * @param {number} index beyond the last it begins again
 */
function pick(items, index) {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}

/** @param {string[]} numbers */
function listedOnTps(...numbers) {
  for (const number of numbers) tps.add(number);
}

/**
 * An entry of the ledger, keyed by number and member unless told otherwise.
 * @param {string} record
 * @param {Cells} fields
 */
function entry(record, fields) {
  ledger.push({ record, ...fields });
}

const CONSENT = {
  channels: 'live-call',
  controller: 'Northfield Party',
  purposes: 'political-campaign',
  on: '2026-03-01',
  obtained: 'direct',
  method: 'opt-in',
  tied_to: 'standalone',
  source: 'form at a street stall',
  wording: 'calls-v3',
};

/**
 * A member on the TPS with one entry in the ledger that may or may not open the register.
 * @param {string} number
 * @param {Answer} answer
 * @param {Cells} fields
 * @param {Cells} [cells]
 */
function listedWith(number, answer, fields, cells = {}) {
  listedOnTps(number);
  const no = member({ mobile: spaced(number), ...cells }, [[number, answer]]);
  entry('consent', {
    phone: spaced(number),
    person_id: no,
    id_system: 'northfield-crm',
    ...CONSENT,
    ...fields,
  });
  return no;
}

/** @param {string} number */
function spaced(number) {
  return number.startsWith('07') || number.startsWith('016')
    ? `${number.slice(0, 5)} ${number.slice(5)}`
    : `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`;
}

/** @type {((number: string) => string)[]} */
const WRITTEN = [
  spaced,
  (n) => `+44 ${n.slice(1, 5)} ${n.slice(5)}`,
  (n) => n,
  (n) => `+44${n.slice(1)}`,
  (n) => `${n.slice(0, 5)}-${n.slice(5, 8)}-${n.slice(8)}`,
  (n) => `${n.slice(0, 5)}.${n.slice(5, 8)}.${n.slice(8)}`,
  (n) => `0044 ${n.slice(1, 5)} ${n.slice(5)}`,
  (n) => `+44 (0)${n.slice(1, 5)} ${n.slice(5)}`,
];
const AREAS = [
  '01632960',
  '01134960',
  '01144960',
  '01154960',
  '01214960',
  '01614960',
  '02079460',
  '02920180',
  '02896496',
];
const BORN = ['14/02/1961', '30/09/1974', '', '21/06/1988', '17/12/1949', '', '25/05/1993'];
const ENDED = ['31/08/2026', '14/03/2025', '28/02/2026'];
const NOTES = [
  '',
  '',
  'Delivers leaflets, Tuesdays',
  '',
  'Hard of hearing; speak up',
  '',
  'Prefers evenings,\nafter six',
];

/**
 * Members without a story: numbers written in every common way, some on the register.
 * @param {number} from
 * @param {number} to
 */
function ordinary(from, to) {
  for (let i = from; i < to; i += 1) {
    const mobile = `07700900${100 + i}`;
    const home = i % 4 === 1 ? `${pick(AREAS, i)}${100 + i}` : null;
    const isListed = i % 3 === 0;
    if (isListed) tps.add(mobile);
    /** @type {Point[]} */
    const points = [[mobile, isListed ? 'tps' : 'clear']];
    if (home !== null) {
      const isOnCtps = i % 8 === 5;
      if (isOnCtps) ctps.add(home);
      points.push([home, isOnCtps ? 'ctps' : 'clear']);
    }
    const hasLapsed = i % 9 === 4;
    member(
      {
        mobile: pick(WRITTEN, i)(mobile),
        home: home === null ? '' : pick(WRITTEN.slice(0, 4), i + 3)(home),
        dob: pick(BORN, i),
        status: hasLapsed ? pick(['Lapsed', 'lapsed', 'Resigned'], i) : 'Current',
        ended: hasLapsed ? pick(ENDED, i) : '',
        dnc: pick(['', 'No', '', 'N', '0', 'FALSE'], i),
        deceased: pick(['', 'No', ''], i),
        tags: pick(['', 'Leafleter', 'Street stall; Teller'], i),
        notes: pick(NOTES, i),
      },
      points,
    );
  }
}

// --- The list ---------------------------------------------------------------------------------------

ordinary(0, 40);

// Numbers as spreadsheets, phones and people leave them.
member({ mobile: '7700900601' }, [['07700900601', 'clear']]);
member({ mobile: '447700900602' }, [['07700900602', 'clear']]);
member({ mobile: "'07700900603" }, [['07700900603', 'clear']]);
member({ mobile: '4.47700900604E+11' }, [['07700900604', 'clear']]);
member({ mobile: '4.47701E+11' }, [['', doubt('number-ambiguous')]]);
listedOnTps('07700900606');
member({ mobile: '7700900606' }, [['07700900606', 'tps']]);
member({ home: '020 7946 0607 ext 12' }, [['02079460607', 'clear']]);
member({ mobile: '07700 900608 (call after 3pm)' }, [['07700900608', 'clear']]);
member({ mobile: '07700 900609 DO NOT CALL' }, [['07700900609', doubt('opt-out-in-text')]]);
member({ home: '01632 960610-----dead' }, [['01632960610', doubt('opt-out-in-text')]]);
listedOnTps('07700900611');
member({ mobile: '07700 900611 / 01632 960611' }, [
  ['07700900611', 'tps'],
  ['01632960611', 'clear'],
]);
member({ mobile: '07700 900612 or 0113 496 0612' }, [
  ['07700900612', 'clear'],
  ['01134960612', 'clear'],
]);
member({ mobile: '07700 900613', home: '+44 7700 900613' }, [['07700900613', 'clear']]);
member({ mobile: 'np-muddled@example.org', home: '0161 496 0614' }, [
  ['', doubt('number-invalid')],
  ['01614960614', 'clear'],
]);
// A digit short: it can be read, and looked up, but is no number of the plan.
member({ mobile: '07700 90061' }, [['0770090061', doubt('number-invalid')]]);
member({ mobile: 'none' }, [['', doubt('contact-detail-missing')]]);
member({ mobile: '', home: '' }, [['', doubt('contact-detail-missing')]]);
member({ mobile: ' ', home: '', notes: 'Moved, no forwarding address' }, [
  ['', doubt('contact-detail-missing')],
]);
member({ mobile: '+1 202 555 0143' }, [['+12025550143', doubt('non-uk-number')]]);
member({ mobile: '0061 491 570 006' }, [['+61491570006', doubt('non-uk-number')]]);
member({ mobile: '0909 879 0621' }, [['09098790621', doubt('number-kind-not-callable')]]);
member({ mobile: '0808 157 0622' }, [['08081570622', 'clear']]);
member({ mobile: '0306 999 0623' }, [['03069990623', 'clear']]);
listedOnTps('09098790624');
member({ mobile: '0909 879 0624' }, [['09098790624', listedElse('number-kind-not-callable')]]);

ordinary(40, 60);

// Who has asked to be left alone, in the list itself.
member({ mobile: '07700 900630', dnc: 'Yes' }, [['07700900630', 'line']]);
member({ mobile: '07700 900631', dnc: 'Y' }, [['07700900631', 'line']]);
member({ mobile: '07700 900632', dnc: '1' }, [['07700900632', 'line']]);
member({ mobile: '07700 900633', dnc: 'x' }, [['07700900633', 'line']]);
member({ mobile: '07700 900634', dnc: 'TRUE' }, [['07700900634', 'line']]);
member({ mobile: '07700 900635', dnc: 'maybe' }, [['07700900635', doubt('flag-unread')]]);
member({ mobile: '07700 900636', notes: 'Asked not to ring again, March' }, [
  ['07700900636', doubt('opt-out-in-text')],
]);
member({ mobile: '07700 900637', tags: 'Teller; do not contact' }, [
  ['07700900637', doubt('opt-out-in-text')],
]);
listedOnTps('07700900638');
member({ mobile: '07700 900638', dnc: 'Yes' }, [['07700900638', 'line']]);
// A household: one of two asked, on a line they share; the other's own mobile falls with the row.
member({ last: 'Gribblestone', mobile: '', home: '0114 496 0640', dnc: 'Yes' }, [['01144960640', 'line']]);
member({ last: 'Gribblestone', mobile: '07700 900640', home: '+44 114 496 0640', dnc: 'No' }, [
  ['07700900640', 'line'],
  ['01144960640', 'line'],
]);
// Two rows of one member, the opt-out on the older of them.
const twice = member({ mobile: '07700 900641', email: '', dnc: 'Yes', notes: 'Old record' }, [
  ['07700900641', 'line'],
]);
member({ no: twice, mobile: '07700 900642', dnc: '' }, [['07700900642', 'person']]);
// Two members, one mailbox: the opt-out of one binds it, and with it the other's row.
member({ mobile: '07700 900627', email: 'np-shared@example.com', dnc: 'Yes' }, [['07700900627', 'line']]);
member({ mobile: '07700 900628', email: 'NP-shared@example.com' }, [['07700900628', 'line']]);
// The same row twice.
const double = {
  mobile: '07700 900643',
  title: 'Mx',
  first: 'Cosmo',
  last: 'Twiddleham',
  email: 'np-double@example.org',
};
const doubled = member(double, [['07700900643', 'clear']]);
member({ ...double, no: doubled }, [['07700900643', 'clear']]);
// A household without any opt-out.
member({ home: '0131 496 0644' }, [['01314960644', 'clear']]);
member({ home: '0131 4960644' }, [['01314960644', 'clear']]);

// The dead, and their second record.
const late = member({ mobile: '07700 900645', deceased: 'Yes' }, [['07700900645', 'dead']]);
member({ no: late, mobile: '', home: '01632 960645' }, [['01632960645', 'dead']]);
member({ mobile: '07700 900646', notes: 'Deceased, per son' }, [['07700900646', doubt('opt-out-in-text')]]);

// Age.
member({ mobile: '07700 900647', dob: '12/05/2010' }, [['07700900647', doubt('child-contact')]]);
member({ mobile: '07700 900648', dob: '24/11/2008' }, [['07700900648', 'clear']]);
member({ mobile: '07700 900649', dob: '25/11/2008' }, [['07700900649', doubt('child-contact')]]);
member({ mobile: '07700 900650', dob: '31/02/1990' }, [['07700900650', doubt('child-contact')]]);

// Membership.
member({ mobile: '07700 900651', status: 'Lapsed', ended: '30/11/2024' }, [['07700900651', 'clear']]);
member({ mobile: '07700 900652', status: 'Lapsed', ended: '23/11/2024' }, [['07700900652', 'retention']]);
member({ mobile: '07700 900653', status: 'Resigned', ended: '02/02/2023' }, [['07700900653', 'retention']]);
// Without the day its retention cannot be reckoned; that is told before the want of a register.
member({ mobile: '07700 900654', status: 'Lapsed', ended: '' }, [
  ['07700900654', doubt('membership-status-unknown')],
]);
member({ mobile: '07700 900655', status: '' }, [['07700900655', doubt('membership-status-unknown')]]);
member({ mobile: '07700 900656', status: 'Pending' }, [['07700900656', doubt('membership-status-unknown')]]);
member({ mobile: '07700 900657', status: 'Current', ended: '30/06/2026' }, [
  ['07700900657', doubt('membership-status-unknown')],
]);
member({ mobile: '07700 900658', status: 'Expelled', ended: '15/01/2026' }, [['07700900658', 'clear']]);
member({ mobile: '07700 900659', status: 'Registered supporter' }, [['07700900659', 'clear']]);
// Listed and lapsed beyond the stated retention: the retention decides, and the open campaign states none.
listedOnTps('07700900660');
member({ mobile: '07700 900660', status: 'Lapsed', ended: '01/07/2022' }, [
  ['07700900660', ['blocked retention-exceeded', 'blocked retention-exceeded', 'blocked tps-listed']],
]);

// Listed after the copy of 30 October: within the grace, which the house would rather look at.
/** @type {[string, string][]} */
const listedLate = [
  ['07700900661', '07700 900661'],
  ['01632960662', '01632 960662'],
  ['02079460663', '020 7946 0663'],
];
for (const [number, cell] of listedLate) {
  listedOnTps(number);
  sinceOctober.add(number);
  member({ [number.startsWith('07') ? 'mobile' : 'home']: cell }, [[number, 'grace']]);
}

ordinary(60, 80);

// Listed, with a consent of every kind.
listedWith('07700900670', 'lifted', {});
listedWith('07700900671', 'tps', { controller: 'Renew Northfield', source: 'faction web form' });
listedWith('07700900672', 'tps', { channels: 'email;sms', purposes: 'political-campaign;fundraising' });
listedWith('07700900673', 'tps', { purposes: 'fundraising' });
listedWith('07700900674', 'tps', { method: 'pre-ticked' });
listedWith(
  '07700900675',
  'tps',
  { tied_to: 'membership', source: 'membership form' },
  { status: 'Lapsed', ended: '31/05/2026' },
);
listedWith('07700900676', 'lifted', { tied_to: 'membership', source: 'membership form' });
listedWith('07700900677', 'tps', { on: '2026-12-01' });
listedWith('07700900678', heldByRegister('consent-evidence-incomplete'), { wording: '' });
listedWith('07700900679', heldByRegister('consent-stale'), { on: '2023-05-01' });
listedWith('07700900680', 'lifted', { on: '2024-11-28' });
listedWith('07700900681', 'lifted', {
  on: '2026-08-01',
  obtained: 'third-party',
  controller_named: 'yes',
  due_diligence: 'DD-2026-07',
  source: 'Example Surveys panel',
});
listedWith('07700900682', 'tps', {
  obtained: 'third-party',
  controller_named: 'no',
  due_diligence: 'DD-2026-07',
});
listedWith('07700900683', heldByRegister('consent-third-party-stale'), {
  on: '2026-02-01',
  obtained: 'third-party',
  controller_named: 'yes',
  due_diligence: 'DD-2026-01',
});
listedWith('07700900684', heldByRegister('consent-third-party-unverified'), {
  on: '2026-08-01',
  obtained: 'third-party',
  controller_named: 'yes',
});
listedWith('07700900685', 'withdrawn', { withdrawn_on: '2026-09-15' });
listedWith('07700900686', 'tps', {});
entry('wrong-number', { phone: '07700 900686', on: '2026-06-30' });
listedOnTps('07700900687');
const byMember = member({ mobile: '07700 900687' }, [
  ['07700900687', heldByRegister('consent-evidence-incomplete')],
]);
entry('consent', { person_id: byMember, id_system: 'northfield-crm', ...CONSENT });
// A consent on this number, but another member's: the number has passed on.
listedOnTps('07700900688');
member({ mobile: '07700 900688' }, [['07700900688', 'tps']]);
entry('consent', { phone: '07700 900688', person_id: 'NP-02001', id_system: 'northfield-crm', ...CONSENT });
// Not listed: a consent for something else does no harm.
member({ mobile: '07700 900689' }, [['07700900689', 'clear']]);
entry('consent', { phone: '07700 900689', ...CONSENT, channels: 'email', wording: 'newsletter-v1' });

// Objections in the ledger.
const OBJECTION = {
  channels: 'live-call',
  controller: 'Northfield Party',
  purposes: 'any',
  on: '2026-05-01',
};
/**
 * @param {string} number
 * @param {Answer} answer
 * @param {Cells} fields
 * @param {Cells} [cells]
 */
function objected(number, answer, fields, cells = {}) {
  const no = member({ mobile: spaced(number), ...cells }, [[number, answer]]);
  entry('objection', { phone: spaced(number), ...OBJECTION, ...fields });
  return no;
}
objected('07700900690', 'line', {});
objected('07700900691', 'agreedSince', {});
entry('consent', { phone: '+447700900691', ...CONSENT, on: '2026-09-05' });
objected('07700900692', 'line', {});
entry('consent', { phone: '07700 900692', ...CONSENT, on: '2026-05-01' });
objected('07700900693', 'line', { on: '' });
entry('consent', { phone: '07700 900693', ...CONSENT, on: '2026-09-05' });
objected('07700900694', 'line', {});
entry('consent', { phone: '07700 900694', ...CONSENT, on: '2026-09-05', wording: '' });
objected('07700900695', 'clear', { channels: 'email' });
objected('07700900696', 'clear', { controller: 'Renew Northfield' });
objected('07700900697', 'line', { controller: '', channels: 'all' });
objected('07700900698', 'clear', { purposes: 'fundraising' });
objected('07700900699', 'line', { channels: '', purposes: '' });
// Two numbers, one of them objected to: by line, then by person.
member({ mobile: '07700 900700', home: '01632 960700' }, [
  ['07700900700', 'line'],
  ['01632960700', 'clear'],
]);
entry('objection', { phone: '07700 900700', scope: 'number', ...OBJECTION });
member({ mobile: '07700 900701', home: '01632 960701' }, [
  ['07700900701', 'person'],
  ['01632960701', 'person'],
]);
entry('objection', { phone: '07700 900701', scope: 'person', ...OBJECTION });
const byPost = member({ mobile: '07700 900702' }, [['07700900702', 'person']]);
entry('objection', { person_id: byPost, id_system: 'northfield-crm', ...OBJECTION, channels: 'all' });
// The same id in another system is somebody else.
const elsewhere = member({ mobile: '07700 900703' }, [['07700900703', 'clear']]);
entry('objection', { person_id: elsewhere, id_system: 'renew-mailer', ...OBJECTION, channels: 'all' });
member({ mobile: '07700 900704', email: 'np-writes@example.com' }, [['07700900704', 'person']]);
entry('objection', { email: 'NP-Writes@Example.com', ...OBJECTION, channels: 'all' });
member({ mobile: '07700 900705' }, [['07700900705', 'withdrawn']]);
entry('consent', { phone: '07700 900705', ...CONSENT });
entry('withdrawal', { phone: '07700 900705', ...OBJECTION, on: '2026-10-10' });

// Records that are damaged, or look as if they were.
member(
  { last: 'Thistlewick, the younger', mobile: '07700 900710', notes: 'Said "yes, gladly"\nand meant it' },
  [['07700900710', 'clear']],
);
member({ mobile: '07700 900711' }, [['07700900711', doubt('record-malformed')]], (line) =>
  line.split(',').slice(0, 9).join(','),
);
member(
  { mobile: '07700 900712' },
  [['07700900712', doubt('record-malformed')]],
  (line) => `${line},left over,"from, before"`,
);
listedOnTps('07700900713');
member(
  { mobile: '07700 900713' },
  [['07700900713', listedElse('record-malformed')]],
  (line) => `${line},one cell too many`,
);
member({ mobile: '07700 900714', notes: 'Ein Gruß aus Köln' }, [['07700900714', 'clear']]);

ordinary(80, 200 - rows.length + 80);

// --- The registers ----------------------------------------------------------------------------------

// For the small cases: 07700 9005xx and 020 7946 05xx are the only numbers of theirs that are listed.
for (let i = 500; i < 540; i += 1) tps.add(`07700900${i}`);
for (let i = 500; i < 520; i += 1) ctps.add(`02079460${i}`);
for (let i = 540; i < 550; i += 1) ctps.add(`07700900${i}`);
for (let i = 550; i < 555; i += 1) {
  tps.add(`07700900${i}`);
  ctps.add(`07700900${i}`);
}

const onList = new Set(rows.flatMap(({ points }) => points.map(([number]) => number)));
fill(tps, 500, 750);
fill(ctps, 200, 850);
const october = [...tps].filter((number) => !sinceOctober.has(number)).slice(0, 490);
const tpsSorted = [...tps].sort();

/**
 * Numbers of strangers, until the copy has `count`; never one of the list.
 * @param {Set<string>} numbers
 * @param {number} count
 * @param {number} from
 */
function fill(numbers, count, from) {
  for (let i = 0; numbers.size < count; i += 1) {
    const range = ['07700900', '01632960', '01134960', '02079460', '01914980', '01174960', '01184960'][i % 7];
    const stranger = `${range}${String((from + Math.floor(i / 7)) % 1000).padStart(3, '0')}`;
    if (!onList.has(stranger)) numbers.add(stranger);
  }
}

/**
 * The official layout without spaces: the digits, then blanks up to 12 characters.
 * @param {string} number
 */
function withoutSpaces(number) {
  return number.padEnd(12);
}

/**
 * The official layout with spaces: five characters of dialling code (London is 0207), seven of the rest.
 * @param {string} number
 */
function withSpaces(number) {
  const code = /^(?:07|016|080|030)/.test(number) ? number.slice(0, 5) : number.slice(0, 4);
  return code.padEnd(5) + number.slice(code.length).padStart(7);
}

write('tps_ns.txt', tpsSorted.map(withoutSpaces));
write('tps.txt', tpsSorted.map(withSpaces));
write('tps_ns-october.txt', october.sort().map(withoutSpaces));
write('ctps_ns.txt', [...ctps].sort().map(withoutSpaces));
// Two strangers came since: an earlier copy of the other file, without which no listing has a grace.
write('ctps_ns-october.txt', [...ctps].slice(0, 198).sort().map(withoutSpaces));

// --- The files --------------------------------------------------------------------------------------

const FIELDS = [
  'no',
  'title',
  'first',
  'last',
  'mobile',
  'home',
  'email',
  'dob',
  'status',
  'ended',
  'dnc',
  'deceased',
  'tags',
  'notes',
];
const BLANK_LINE_AFTER = 120;

/** @param {string} cell */
function quoted(cell) {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

let line = 1;
const listLines = [HEADER.map(quoted).join(',')];
const keys = new Map(SCENARIOS.map((name) => [name, ['line,contacts,verdict,decisive']]));
line += 1;
for (const [index, { cells, points, raw }] of rows.entries()) {
  const plain = FIELDS.map((field) => quoted(cells[field] ?? '')).join(',');
  listLines.push(raw === undefined ? plain : raw(plain));
  for (const [place, name] of SCENARIOS.entries()) addToKey(keys.get(name) ?? [], line, points, place);
  line += 1 + plain.split('\n').length - 1;
  if (index + 1 === BLANK_LINE_AFTER) {
    listLines.push('');
    line += 1;
  }
}

/**
 * A line of the key for each verdict that a contact point of the record earns.
 * @param {string[]} key
 * @param {number} at
 * @param {Point[]} points
 * @param {number} place of the scenario
 */
function addToKey(key, at, points, place) {
  /** @type {Map<string, { numbers: string[], decisive: string }>} */
  const earned = new Map();
  for (const [number, answer] of points) {
    const answers = typeof answer === 'string' ? ANSWERS[answer] : answer;
    const [verdict = '', decisive = ''] = (
      place === 3 ? 'blocked list-unauthorised' : pick(answers, place)
    ).split(' ');
    const group = earned.get(verdict) ?? { numbers: [], decisive };
    if (number !== '') group.numbers.push(number.startsWith('+') ? number : `+44${number.slice(1)}`);
    earned.set(verdict, group);
  }
  for (const [verdict, { numbers, decisive }] of [...earned].sort(([one], [other]) =>
    one < other ? -1 : 1,
  )) {
    key.push(`${at},${numbers.join(';')},${verdict},${decisive}`);
  }
}

const LEDGER_COLUMNS =
  'record,phone,email,person_id,id_system,scope,channels,controller,purposes,on,withdrawn_on,obtained,controller_named,method,tied_to,source,wording,due_diligence'.split(
    ',',
  );

write('northfield-members.csv', listLines, '\uFEFF');
write('ledger.csv', [
  LEDGER_COLUMNS.join(','),
  ...ledger.map((fields) => LEDGER_COLUMNS.map((column) => quoted(fields[column] ?? '')).join(',')),
]);
for (const [name, key] of keys) {
  mkdirSync(`${world}expected/${name}`, { recursive: true });
  writeFileSync(`${world}expected/${name}/key.csv`, `${key.join('\n')}\n`);
}

/**
 * @param {string} name
 * @param {string[]} lines
 */
function write(name, lines, mark = '') {
  mkdirSync(world, { recursive: true });
  writeFileSync(`${world}${name}`, `${mark}${lines.join('\r\n')}\r\n`);
}

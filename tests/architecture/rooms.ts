/**
 * The rooms of the source, from the ground up: a room imports only rooms above it in this list, and only those it
 * names, each with the reason. An arrow that is not here fails the build; so does one that nobody uses any more.
 *
 * A room is a folder, without its sub-folders, or a file beside the folders. `contacts/**` stands for a room and
 * all its sub-rooms.
 */
export interface Room {
  readonly name: string;
  /** What is in it, and what a newcomer finds there. */
  readonly holds: string;
  readonly mayImport: readonly Arrow[];
}

/** The rooms it may import, and why. */
export type Arrow = readonly [rooms: readonly string[], because: string];

/** Imported from anywhere but the core: how the program refuses, and where the clock is read. */
export const FROM_ANYWHERE: readonly string[] = ['errors.ts', 'clock.ts'];

/** The core imports nothing outside itself. */
export const CORE = 'screening';

const VOCABULARY: Arrow = [['screening'], 'the words of the judgement: contact, campaign, evidence, dates'];
const SYSTEMS: Arrow = [['systems/shape'], 'the form in which a system says what its columns mean'];
const STORE: Arrow = [['store'], 'the open store and its revisions'];

export const ROOMS: readonly Room[] = [
  { name: 'errors.ts', holds: 'UserError: what a user can put right', mayImport: [] },
  { name: 'own-files.ts', holds: 'where the program finds its own pages and presets', mayImport: [] },

  // The core.
  {
    name: 'screening',
    holds: 'the vocabulary of the judgement: contact, campaign, evidence, findings, facts, law, reasons',
    mayImport: [],
  },
  {
    name: 'screening/rules/campaign',
    holds: 'gates of the campaign',
    mayImport: [VOCABULARY],
  },
  {
    name: 'screening/rules/person',
    holds: 'what the record says of the person and the contact point',
    mayImport: [VOCABULARY],
  },
  {
    name: 'screening/rules/membership',
    holds: 'membership, what follows from its end, and whether contact is marketing',
    mayImport: [VOCABULARY],
  },
  {
    name: 'screening/rules/consent',
    holds: 'bars that ask for consent, and the keys that open them',
    mayImport: [
      VOCABULARY,
      [['screening/rules/membership'], 'consent ends with the membership it is tied to'],
    ],
  },
  {
    name: 'screening/rules/objections',
    holds: 'objections and withdrawals',
    mayImport: [VOCABULARY, [['screening/rules/consent'], 'only a later consent opens an objection']],
  },
  {
    name: 'screening/rules/provenance',
    holds: 'where the list comes from',
    mayImport: [
      VOCABULARY,
      [['screening/rules/consent'], "another body's list needs the person's own consent"],
      [['screening/rules/membership'], 'a membership list says what its members are'],
    ],
  },
  {
    name: 'screening/rules/registers',
    holds: 'TPS, CTPS and FPS: listings, grace, the age of a copy',
    mayImport: [VOCABULARY, [['screening/rules/consent'], 'consent to this caller opens a listing']],
  },
  {
    name: 'screening/rules',
    holds: 'the list of all rules',
    mayImport: [VOCABULARY, [['screening/rules/**'], 'a rule that is not listed is not asked']],
  },
  {
    name: 'screening/verdict',
    holds: 'findings to a verdict, until when it holds, and counts of verdicts',
    mayImport: [VOCABULARY, [['screening/rules'], 'every rule is asked, and says when its findings end']],
  },
  {
    name: 'screening/what-if',
    holds: 'the single facts that would change a verdict',
    mayImport: [
      VOCABULARY,
      [['screening/verdict'], 'each changed world is judged again'],
      [['screening/rules/registers'], 'which registers a change is about'],
    ],
  },
  { name: 'clock.ts', holds: 'the one reading of the clock, and days in London', mayImport: [VOCABULARY] },

  // The store.
  { name: 'store', holds: 'SQLite: tables, revisions, runs', mayImport: [VOCABULARY] },
  {
    name: 'store/registers',
    holds: 'rows of register copies and of answers of services',
    mayImport: [VOCABULARY, STORE],
  },
  {
    name: 'store/ledger',
    holds: 'rows of the ledger',
    mayImport: [
      VOCABULARY,
      STORE,
      [['store/registers'], 'an erasure takes the answers of services on a number too'],
    ],
  },

  // Lists.
  { name: 'contacts/text', holds: 'text as people mean it: characters, words, hashes', mayImport: [] },
  {
    name: 'contacts',
    holds: 'the vocabulary of lists: roles, reading options, keys',
    mayImport: [[['contacts/text'], 'keys are compared as text is folded']],
  },
  {
    name: 'systems/shape',
    holds: 'the form of what a system says: headers, flags, results',
    mayImport: [VOCABULARY, [['contacts'], 'the roles and readings of a column']],
  },
  {
    name: 'systems',
    holds: 'one file a system: what its columns and values mean, for lists, ledger, results and write-back',
    mayImport: [[['systems/shape'], 'the form']],
  },
  {
    name: 'contacts/vocabulary/words',
    holds: 'the stems of refusal, in every form and language: data',
    mayImport: [],
  },
  {
    name: 'contacts/vocabulary/rules',
    holds: 'the ways of saying no, each with an example: data',
    mayImport: [],
  },
  {
    name: 'contacts/vocabulary',
    holds: 'what a text, a name or a header says of contact and of death',
    mayImport: [
      [['contacts', 'contacts/text'], 'roles, and text to read'],
      [['contacts/vocabulary/**'], 'its stems and rules'],
    ],
  },
  {
    name: 'contacts/files',
    holds: 'bytes of a file: packing, encoding, spooling',
    mayImport: [[['contacts'], 'reading options']],
  },
  {
    name: 'contacts/cells',
    holds: 'one cell to one value: addresses, flags, dates',
    mayImport: [
      VOCABULARY,
      [['contacts', 'contacts/text'], 'roles, and text to read'],
      [['contacts/vocabulary', 'contacts/vocabulary/words'], 'what the value of a flag says'],
    ],
  },
  {
    name: 'contacts/cells/phone',
    holds: 'a phone cell to numbers',
    mayImport: [
      VOCABULARY,
      [['contacts/text'], 'text to read'],
      [['contacts/cells'], 'addresses and placeholders that stand in phone cells'],
    ],
  },
  {
    name: 'contacts/columns',
    holds: 'headers to roles, presets, and the questions a header leaves open',
    mayImport: [
      VOCABULARY,
      SYSTEMS,
      [['contacts', 'contacts/text'], 'roles, and headers as words'],
      [['own-files.ts'], 'presets are found in their folder'],
    ],
  },
  {
    name: 'contacts/accounting',
    holds: 'whether a column is a role, text, known to be harmless, or open; and what may be answered',
    mayImport: [
      [['contacts', 'contacts/text', 'contacts/cells', 'contacts/columns'], 'headers and values'],
      [['contacts/vocabulary'], 'what they say of contact and of death'],
    ],
  },
  {
    name: 'contacts/map-file',
    holds: 'the file in which a person says what the columns of a list mean',
    mayImport: [
      [['contacts', 'contacts/columns'], 'roles and headers'],
      [['contacts/accounting'], 'answers and the values they are about'],
    ],
  },
  {
    name: 'contacts/csv',
    holds: 'text to batches of records',
    mayImport: [
      [['contacts', 'contacts/text', 'contacts/files'], 'bytes, encodings and reading options'],
      [['contacts/columns'], 'what a header looks like, to tell it from a title'],
      [['contacts/cells', 'contacts/cells/phone'], 'a header that holds a number or address is a record'],
    ],
  },
  {
    name: 'contacts/workbook',
    holds: 'a sheet to records',
    mayImport: [
      [['contacts', 'contacts/files'], 'parts of a zip and reading options'],
      [['contacts/csv'], 'a sheet is a table as a CSV file is'],
      [['contacts/columns'], 'a sheet whose name is an opt-out'],
    ],
  },
  {
    name: 'contacts/list',
    holds: 'a list of one or more tables under one header',
    mayImport: [
      [['contacts', 'contacts/files'], 'packing and notes'],
      [['contacts/csv', 'contacts/workbook'], 'the tables it joins'],
      [
        ['contacts/columns', 'contacts/cells', 'contacts/cells/phone', 'contacts/vocabulary'],
        'names and titles that refuse, and lines that look like records',
      ],
    ],
  },
  {
    name: 'contacts/record',
    holds: 'a record to a person, keys and contact points',
    mayImport: [
      VOCABULARY,
      [['contacts', 'contacts/text', 'contacts/cells', 'contacts/cells/phone'], 'cells to read'],
      [['contacts/vocabulary'], 'what its texts say'],
      [['contacts/columns', 'contacts/csv'], 'which cell is which'],
    ],
  },
  {
    name: 'contacts/survey',
    holds: "the first pass: counts, questions, the list's own opt-outs",
    mayImport: [
      VOCABULARY,
      [['store'], 'the scratch index of opted-out records'],
      [['contacts', 'contacts/text', 'contacts/cells', 'contacts/cells/phone'], 'cells to count'],
      [['contacts/vocabulary'], 'ways of contact that words refuse'],
      [['contacts/columns', 'contacts/csv', 'contacts/list', 'contacts/record'], 'records to survey'],
    ],
  },

  // Registers, ledger, results.
  {
    name: 'registers/set',
    holds: 'packed sets of numbers',
    mayImport: [[['store/registers'], 'how blocks are kept']],
  },
  {
    name: 'registers/file',
    holds: 'a register file to numbers',
    mayImport: [
      VOCABULARY,
      [['registers/set'], 'numbers are gathered as a set'],
      [['store/registers'], 'blocks'],
    ],
  },
  {
    name: 'registers/load',
    holds: 'loading and updating a copy, and its guards',
    mayImport: [
      VOCABULARY,
      STORE,
      [['registers/file', 'registers/set'], 'the file and what it is compared with'],
      [['store/registers'], 'copies in force'],
    ],
  },
  {
    name: 'registers/look-up',
    holds: 'is a number listed, and since when',
    mayImport: [
      VOCABULARY,
      STORE,
      [['registers/set'], 'sets to look up in'],
      [['registers/load'], 'what is known of removals'],
      [['store/registers'], 'copies and answers'],
    ],
  },
  {
    name: 'ledger',
    holds: 'a cell that holds a number or an address',
    mayImport: [VOCABULARY, [['contacts/cells', 'contacts/cells/phone'], 'cells are read as in a list']],
  },
  {
    name: 'ledger/look-up',
    holds: 'what the ledger holds on a record',
    mayImport: [VOCABULARY, STORE, [['store/ledger'], 'entries'], [['contacts'], 'the filter of keys']],
  },
  {
    name: 'ledger/native',
    holds: 'importing the native form and plain lists',
    mayImport: [
      VOCABULARY,
      STORE,
      [['ledger'], 'cells'],
      [['store/ledger'], 'entries to keep'],
      [['contacts'], 'places of lines'],
    ],
  },
  {
    name: 'ledger/exports',
    holds: 'importing what other systems export',
    mayImport: [
      VOCABULARY,
      SYSTEMS,
      STORE,
      [['ledger/native'], 'what becomes of a row'],
      [['store/ledger'], 'entries to keep'],
      [['contacts/**'], 'an export is read as a list is'],
    ],
  },
  {
    name: 'ledger/person',
    holds: 'one person: object, show, erase; one import: retract',
    mayImport: [
      VOCABULARY,
      STORE,
      [['ledger', 'ledger/native'], 'cells, and objections that stay'],
      [['store/ledger'], 'entries'],
    ],
  },
  {
    name: 'results',
    holds: 'result files of screening services',
    mayImport: [
      VOCABULARY,
      SYSTEMS,
      STORE,
      [['store/registers'], 'answers to keep'],
      [['contacts/**'], 'a result file is read as a list is'],
    ],
  },
  {
    name: 'campaign',
    holds: 'the campaign file: YAML, schema, template, questions, dates',
    mayImport: [VOCABULARY],
  },

  // A screening.
  {
    name: 'screening-result.ts',
    holds: 'what a screening comes to',
    mayImport: [
      VOCABULARY,
      [['screening/verdict'], 'verdicts and counts'],
      [['contacts/columns', 'contacts/list', 'contacts/record', 'contacts/survey'], 'the list that was read'],
      [['ledger/look-up', 'registers/look-up', 'store/ledger', 'store/registers'], 'what it was judged by'],
    ],
  },
  {
    name: 'outcomes',
    holds: 'verdicts to rows, files, folder and receipt',
    mayImport: [
      VOCABULARY,
      SYSTEMS,
      [['screening/verdict'], 'outcomes'],
      [['screening-result.ts'], 'what is written'],
      [['contacts/**'], 'cells, which are written as they were read'],
    ],
  },
  {
    name: 'judge-record.ts',
    holds: "a record's way from evidence to verdicts",
    mayImport: [
      VOCABULARY,
      [['screening/verdict', 'screening/rules/objections', 'screening/rules/registers'], 'the judgement'],
      [['screening-result.ts'], 'what it gives'],
      [['contacts/record', 'contacts/survey'], 'the record, and what the list says of it'],
      [['ledger/look-up', 'registers/look-up', 'store/ledger'], 'evidence'],
    ],
  },
  {
    name: 'known-opt-outs.ts',
    holds: 'what a person has refused, to be written back',
    mayImport: [VOCABULARY, [['contacts/**', 'ledger/look-up'], 'list and ledger']],
  },
  {
    name: 'explain-contact.ts',
    holds: 'one number or address, judged without a list',
    mayImport: [
      VOCABULARY,
      STORE,
      [
        ['judge-record.ts', 'screening/verdict', 'screening/what-if'],
        'the judgement, and what would change it',
      ],
      [['contacts/cells/phone', 'contacts/record'], 'the point that is judged'],
      [['ledger', 'ledger/look-up', 'ledger/person', 'registers/look-up', 'store/ledger'], 'evidence'],
    ],
  },
  {
    name: 'inspect-file.ts',
    holds: 'a list looked over without judging it',
    mayImport: [VOCABULARY, [['store'], 'the scratch index'], [['contacts/**'], 'the survey']],
  },
  {
    name: 'judging',
    holds: 'the reference path: judging, writing and counting records; the interface of the fast path',
    mayImport: [
      [['store'], 'a scratch index of numbers already on a list'],
      [['judge-record.ts', 'known-opt-outs.ts', 'screening/verdict'], 'the judgement'],
      [['contacts/**'], 'records'],
      [['registers/look-up'], 'evidence'],
      [['outcomes'], 'where rows go'],
    ],
  },
  // The fast path: a second implementation of `judging/batch-worker.ts`. Everything runs without it.
  {
    name: 'fast/cells',
    holds: 'what a cell is, told from its bytes: the automaton and the table of a batch',
    mayImport: [
      VOCABULARY,
      [['contacts/cells', 'contacts/text'], 'what a plain cell is, declared once'],
      [['contacts/columns', 'contacts/csv'], 'which bytes belong to which column'],
    ],
  },
  {
    name: 'fast/rows',
    holds: 'rows of the outputs as bytes',
    mayImport: [
      [['contacts/csv', 'contacts/text', 'outcomes'], 'the cells, and the form of a row'],
      [['judging', 'screening-result.ts', 'screening/verdict'], 'the verdicts that are written'],
    ],
  },
  {
    name: 'fast/survey',
    holds: 'the prefilter of the survey',
    mayImport: [
      VOCABULARY,
      [['fast/cells'], 'what each cell is'],
      [['contacts/**'], 'what the survey wants to know'],
    ],
  },
  {
    name: 'fast/judging',
    holds: 'verdicts remembered for records that are alike',
    mayImport: [
      VOCABULARY,
      [['fast/cells', 'fast/rows'], 'what each cell is, and how its rows are written'],
      [
        ['contacts/**', 'ledger/look-up', 'registers/look-up', 'store/ledger'],
        'what tells two records apart',
      ],
      [
        ['judging', 'judge-record.ts', 'screening-result.ts', 'screening/verdict'],
        'the first of its kind is judged',
      ],
      [['outcomes'], 'the dial list'],
    ],
  },
  {
    name: 'fast/batches',
    holds: 'the work on one batch',
    mayImport: [
      [['fast/cells', 'fast/judging', 'fast/rows', 'fast/survey'], 'its steps'],
      [['contacts/**', 'judging', 'ledger/look-up', 'store/ledger'], 'the batch, and what it is judged by'],
      [['outcomes', 'screening/verdict'], 'rows and counts'],
    ],
  },
  {
    name: 'fast/threads',
    holds: 'worker threads; nothing else knows of them',
    mayImport: [
      VOCABULARY,
      STORE,
      [['fast/batches', 'fast/rows'], 'the work they share'],
      [['own-files.ts'], 'the program of a worker'],
      [
        ['contacts/**', 'judging', 'ledger/look-up', 'registers/look-up', 'store/ledger'],
        'what a worker opens itself',
      ],
      [['screening/verdict'], 'the judgement it prepares'],
    ],
  },
  {
    name: 'fast',
    holds: 'the one door of the fast path',
    mayImport: [
      [['fast/batches', 'fast/rows', 'fast/threads'], 'what it opens'],
      [['judging'], 'the interface it implements'],
      [['contacts/list', 'contacts/record'], 'the list it works on'],
    ],
  },
  {
    name: 'screen-file.ts',
    holds: 'READ FIRST: a list from its opening to its verdicts',
    mayImport: [
      VOCABULARY,
      STORE,
      [['contacts/**'], 'opening and surveying'],
      [['judging', 'screening-result.ts', 'screening/verdict'], 'judging'],
      [['fast'], 'the fast path, unless it is switched off'],
      [['ledger/look-up', 'registers/look-up', 'store/ledger'], 'evidence'],
    ],
  },
  {
    name: 'index.ts',
    holds: 'the library',
    mayImport: [VOCABULARY, [['screening/verdict', 'screening/rules'], 'the judgement and its reasons']],
  },

  // Words.
  {
    name: 'reports/words',
    holds: 'counts, masks and nouns that all reports share',
    mayImport: [VOCABULARY, [['screening-result.ts'], 'notes on the reading of a list']],
  },
  {
    name: 'reports/registers',
    holds: 'what `register` says',
    mayImport: [
      VOCABULARY,
      [['reports/words'], 'words'],
      [['registers/load', 'registers/look-up', 'results'], 'results'],
    ],
  },
  {
    name: 'reports/summary',
    holds: 'what `screen` and `check` say',
    mayImport: [
      VOCABULARY,
      [['reports/words', 'reports/registers'], 'words'],
      [['screening/verdict', 'screening/rules', 'screening/rules/registers'], 'what decides'],
      [['screening-result.ts', 'outcomes', 'store/registers', 'contacts/columns'], 'what there is to say'],
    ],
  },
  {
    name: 'reports/explain',
    holds: 'what `explain` and `reasons` say',
    mayImport: [
      VOCABULARY,
      [['reports/words'], 'words'],
      [['own-files.ts'], 'pages of the rules'],
      [['explain-contact.ts', 'store/ledger'], 'what there is to say'],
      [
        ['screening/verdict', 'screening/what-if', 'screening/rules', 'screening/rules/registers'],
        'verdicts, reasons and changes',
      ],
    ],
  },
  {
    name: 'reports/ledger',
    holds: 'what `ledger` and `objection` say',
    mayImport: [
      VOCABULARY,
      STORE,
      [['reports/words'], 'words'],
      [['ledger/exports', 'ledger/native', 'ledger/person', 'registers/look-up'], 'results'],
      [['store/ledger', 'store/registers'], 'what is held'],
    ],
  },
  {
    name: 'reports/lists',
    holds: 'what `inspect`, `check --receipt` and `runs` say',
    mayImport: [
      VOCABULARY,
      STORE,
      [['reports/words'], 'words'],
      [['contacts/**', 'inspect-file.ts', 'outcomes', 'screening/verdict'], 'results'],
    ],
  },

  // The edge.
  {
    name: 'commands',
    holds: 'one file a command: what was typed becomes a plan',
    mayImport: [
      VOCABULARY,
      STORE,
      [['campaign', 'contacts/**'], 'files to read'],
      [['screen-file.ts', 'explain-contact.ts', 'inspect-file.ts', 'judging', 'screening-result.ts'], 'work'],
      [['ledger/person', 'outcomes', 'store/registers'], 'work'],
      [['screening/verdict', 'screening/rules/registers'], 'gates of exit codes'],
      [['reports/**'], 'words'],
    ],
  },
  {
    name: 'commands/ledger',
    holds: '`ledger` and its commands',
    mayImport: [
      VOCABULARY,
      STORE,
      [['commands'], 'options they share'],
      [['contacts', 'contacts/text', 'ledger/exports', 'ledger/native', 'ledger/person', 'results'], 'work'],
      [['registers/look-up', 'store/ledger', 'store/registers'], 'what is held on a person'],
      [['reports/**'], 'words'],
    ],
  },
  {
    name: 'commands/registers',
    holds: '`register` and its commands',
    mayImport: [
      [['commands'], 'options they share'],
      [['registers/load', 'registers/look-up', 'results'], 'work'],
      [['reports/registers'], 'words'],
    ],
  },
  {
    name: 'cli.ts',
    holds: 'the program: arguments, environment, clock, exit codes',
    mayImport: [
      [['commands', 'commands/ledger', 'commands/registers'], 'every command'],
      [['reports/words'], 'masked errors'],
    ],
  },
  {
    name: 'program.ts',
    holds: 'what the files of bin/ start',
    mayImport: [
      [['cli.ts'], 'a command'],
      [['fast/threads'], 'a worker'],
    ],
  },
];

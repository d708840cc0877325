/** What `ledger show` says: all that is held on a person. It names them, because it was asked to by name. */
import type { HeldOnPerson } from '../../ledger/person/show-person.js';
import type { AnswerHeld } from '../../registers/look-up/answers-held.js';
import type { Listing } from '../../screening/evidence.js';
import type { EntryRevision, HeldEntry, LedgerKey } from '../../store/ledger/ledger-history.js';
import type { LedgerRecord } from '../../store/ledger/ledger-record.js';
import type { Register } from '../../store/registers/register-copies.js';
import type { StoredRun } from '../../store/runs.js';
import { counted } from '../words/count.js';

export interface HeldListing {
  readonly register: Register;
  readonly number: string;
  readonly listing: Listing;
}

export interface PersonReport extends HeldOnPerson {
  readonly registers: readonly HeldListing[];
  readonly answers: readonly AnswerHeld[];
  readonly runs: readonly StoredRun[];
}

/** Entry by entry with its dates, sources and revisions, then where else the person stands. */
export function describeHeld({ key, entries, alsoNamed, registers, answers, runs }: PersonReport): string {
  return [
    entries.length === 0
      ? `The ledger holds nothing on ${nameOf(key)}.`
      : `The ledger holds ${counted(entries.length, 'entry', 'entries')} on ${nameOf(key)}:`,
    ...entries.flatMap(describeEntry),
    ...(alsoNamed.length === 0
      ? []
      : [`Those entries also name ${alsoNamed.map(nameOf).join(', ')}: ask for each of them too.`]),
    '',
    ...registers.map(describeHeldListing),
    ...answers.map(describeAnswer),
    ...describeRuns(runs, key),
    'The lists themselves are not kept here: search each of them too.',
  ].join('\n');
}

function describeEntry(entry: HeldEntry, place: number): string[] {
  const { record, keys, broughtBy, endedBy } = entry;
  const named = [keys.phone, keys.email, keys.personId && `${keys.personId} (${keys.idSystem})`];
  return [
    `${place + 1}. ${record.record} under ${named.filter((key) => key !== null).join(', ')}`,
    ...detailsOf(record).map(([name, value]) => `   ${name}: ${value}`),
    `   brought by: ${broughtBy.map(describeRevision).join('; ')}`,
    ...(endedBy === null ? [] : [`   no longer in force: ended by ${describeRevision(endedBy)}`]),
  ];
}

function describeRevision({ number, madeOn, fileName }: EntryRevision): string {
  return `revision ${number} of ${madeOn}${fileName === null ? '' : ` (${fileName})`}`;
}

type Detail = readonly [name: string, value: string];

function detailsOf(record: LedgerRecord): readonly Detail[] {
  switch (record.record) {
    case 'wrong-number':
      return filled([['on', record.on]]);
    case 'objection':
    case 'withdrawal':
    case 'fundraising-preference':
      return filled([
        ['to', record.controller ?? 'every caller'],
        ['channels', record.channels === 'all' ? 'all' : record.channels.join(', ')],
        ['purposes', record.purposes === 'any' ? 'any' : record.purposes.join(', ')],
        ['binds', record.scope ?? 'the line and the person'],
        ['on', record.on ?? 'undated'],
      ]);
    case 'consent':
      return filled([
        ...agreementOf(record),
        ['obtained', record.obtained],
        ['controller named', answer(record.controllerNamed)],
        ['method', record.method],
        ['tied to', record.tiedTo],
        ['due diligence', record.dueDiligence],
      ]);
    case 'soft-opt-in':
      return filled([
        ...agreementOf(record),
        ['basis', record.basis],
        ['obtained by', record.obtainedBy],
        ['obtained on', record.obtainedOn],
        ['opt-out at collection', answer(record.optOutAtCollection)],
        ['similar products', answer(record.similarProducts)],
        ['sole charitable purpose', answer(record.soleCharitablePurpose)],
      ]);
  }
}

type MaybeDetail = readonly [name: string, value: string | null];

function agreementOf(record: Extract<LedgerRecord, { readonly otherChannels: unknown }>): MaybeDetail[] {
  return [
    ['to', record.controller ?? 'nobody named'],
    ['channels', [...record.channels, ...record.otherChannels].join(', ') || 'none named'],
    ['purposes', record.purposes.join(', ') || 'none named'],
    ['on', record.on ?? 'undated'],
    ['withdrawn on', record.withdrawnOn],
    ['source', record.source],
    ['wording', record.wording],
  ];
}

function filled(details: readonly MaybeDetail[]): readonly Detail[] {
  return details.flatMap(([name, value]): Detail[] => (value === null ? [] : [[name, value]]));
}

function answer(value: boolean | null): string | null {
  return value === null ? null : value ? 'yes' : 'no';
}

function nameOf(key: LedgerKey): string {
  return key.kind === 'person' ? `the id ${key.value} of ${key.idSystem}` : key.value;
}

function describeHeldListing({ register, number, listing }: HeldListing): string {
  const name = register.toUpperCase();
  switch (listing.status) {
    case 'not-loaded':
      return `${name}: no copy is loaded.`;
    case 'listed': {
      const since =
        listing.earliestOn === 'unknown'
          ? 'since when is not known'
          : `since ${listing.earliestOn} at the earliest`;
      return `${name}: ${number} is listed in the copy of ${listing.asOf}, ${since}.`;
    }
    case 'not-listed':
      return `${name}: ${number} is not listed in the copy of ${listing.asOf}.`;
    case 'outside-coverage':
      return `${name}: the copy of ${listing.asOf} does not cover ${number}.`;
  }
}

function describeAnswer({ number, file, answer }: AnswerHeld): string {
  const takenBack = file.retractedBy === null ? '' : `, taken back by revision ${file.retractedBy}`;
  return `Checked by ${file.provider} on ${file.checkedOn}: ${number} ${foundBy(answer)} (${file.fileName}, revision ${file.revision}${takenBack}).`;
}

function foundBy(answer: AnswerHeld['answer']): string {
  if (answer === null) return 'is no valid number';
  const register = answer.register.toUpperCase();
  if (!answer.isListed) return `is not listed on the ${register}`;
  return `is listed on the ${register}${answer.listedOn === null ? '' : `, since ${answer.listedOn}`}`;
}

function describeRuns(runs: readonly StoredRun[], key: LedgerKey): string[] {
  if (runs.length === 0) return ['Past runs: none are logged.'];
  const folders = runs.filter(({ folder }) => folder !== null);
  return [
    `Past runs: ${runs.length} are logged. The log holds no personal data, so it cannot say on which of those lists this person stood.`,
    ...(folders.length === 0
      ? []
      : [`The folders of runs hold copies of their rows; search them for ${key.value}:`]),
    ...folders.map(({ folder, ranAt, list }) => `   ${folder} (${list}, ${ranAt.slice(0, 10)})`),
  ];
}

/** What a screening comes to: the verdict on each contact point, and the whole of a run. */
import type { ColumnRoles } from './contacts/columns/column-roles.js';
import type { ListFile } from './contacts/list/list-file.js';
import type { PlacedPoint } from './contacts/record/contact-points.js';
import type { Survey } from './contacts/survey/survey.js';
import type { Ledger } from './ledger/look-up/ledger-look-up.js';
import type { RegisterReaders } from './registers/look-up/register-reader.js';
import type { RegisterName } from './screening/evidence.js';
import type { Judgement, Verdict } from './screening/verdict/decide.js';
import type { Tallied } from './screening/verdict/tally.js';
import type { LedgerCounts } from './store/ledger/ledger-entries.js';
import { idSystemKey } from './store/ledger/ledger-record.js';
import type { ResultsFile } from './store/registers/register-results.js';

/** A contact point of the record with its verdict. */
export interface JudgedPoint {
  readonly placed: PlacedPoint;
  readonly verdict: Verdict;
  /** The record is listed or objected to, and neither bars a contact that is no marketing. */
  readonly isListed: boolean;
  readonly isObjectedTo: boolean;
}

export interface Screening {
  readonly list: ListFile;
  readonly columns: ColumnRoles;
  readonly survey: Survey;
  readonly judgement: Judgement;
  readonly registers: RegisterReaders;
  /** The result files of screening services that answered for a number of the list. */
  readonly resultsUsed: readonly ResultsFile[];
  readonly ledger: Ledger & LedgerCounts;
  readonly tallied: Tallied;
}

/** Whether screening services answered wherever a copy of this register is wanting, so that the list needs none. */
export function isAnsweredByServices({ resultsUsed, tallied }: Screening, register: RegisterName): boolean {
  return (
    resultsUsed.some(({ registers }) => registers.includes(register)) &&
    !tallied.registersAwaited.has(register)
  );
}

/** Ids of a list that match nothing, since the ledger holds none of their system. Both as the ledger writes them. */
export interface UnmatchedIds {
  readonly list: string;
  readonly ledger: readonly string[];
}

/** Whether the ids of the list can match nothing in a ledger that holds ids: perhaps one system by two names. */
export function unmatchedIds({ columns, judgement, ledger }: Screening): UnmatchedIds | null {
  const { id_system: idSystem } = judgement.facts.campaign.list;
  if (idSystem === null || columns.columnsOf('person_id').length === 0 || ledger.idSystems.length === 0)
    return null;
  const list = idSystemKey(idSystem);
  return ledger.idSystems.includes(list) ? null : { list, ledger: ledger.idSystems };
}

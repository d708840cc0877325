/** Which column of a native ledger file stands where? */
import { closest } from 'fastest-levenshtein';
import { UserError } from '../../errors.js';

export const LEDGER_COLUMNS = [
  'record',
  'phone',
  'email',
  'person_id',
  'id_system',
  'scope',
  'channels',
  'controller',
  'purposes',
  'on',
  'withdrawn_on',
  'obtained',
  'controller_named',
  'method',
  'tied_to',
  'source',
  'wording',
  'due_diligence',
  'basis',
  'obtained_by',
  'obtained_on',
  'opt_out_at_collection',
  'similar_products',
  'sole_charitable_purpose',
] as const;
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

const KEY_COLUMNS: readonly LedgerColumn[] = ['phone', 'email', 'person_id'];

/**
 * The place of each column, from the header row of the file called `fileName`. Throws a `UserError`
 * where a name is not known, stands twice or is missing: a column nobody reads may hold the objections.
 */
export function readLedgerHeader(
  cells: readonly string[],
  fileName: string,
): ReadonlyMap<LedgerColumn, number> {
  const names = cells.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  if (!names.includes('record')) {
    throw new UserError(
      `\`${fileName}\` line 1: there is no column \`record\`, so this is no ledger file; ` +
        `its first line names the columns: ${LEDGER_COLUMNS.join(', ')}. For a plain list of numbers or addresses use \`--as objection\`, for the export of another system \`--preset NAME\``,
    );
  }
  const places = new Map<LedgerColumn, number>();
  for (const [place, name] of names.entries()) {
    const column = LEDGER_COLUMNS.find((known) => known === name);
    if (column === undefined) throw new UserError(unknownColumn(fileName, place, cells[place] ?? ''));
    if (places.has(column)) {
      throw new UserError(
        `\`${fileName}\` line 1: the column \`${column}\` stands there twice; remove one of them`,
      );
    }
    places.set(column, place);
  }
  if (!KEY_COLUMNS.some((column) => places.has(column))) {
    throw new UserError(
      `\`${fileName}\` line 1: no column says whom a line is about; add \`phone\`, \`email\`, or \`person_id\` with \`id_system\``,
    );
  }
  return places;
}

function unknownColumn(fileName: string, place: number, name: string): string {
  const where = `\`${fileName}\` line 1`;
  if (name.trim() === '') return `${where}: column ${place + 1} has no name; name it or remove it`;
  // A header with a number or an address in it is no header, and is not to be repeated.
  if (/@|\d{5}/.test(name))
    return `${where}: column ${place + 1} has contact data for a name; is the header missing?`;
  const nearest = closest(name.trim().toLowerCase(), LEDGER_COLUMNS);
  return `${where}: unknown column \`${name.trim()}\`; did you mean \`${nearest}\`? Rename it or remove it`;
}

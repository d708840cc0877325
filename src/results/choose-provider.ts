/** Which preset a result file is read by: one of the folder, or what the user says of its columns. */
import {
  type Called,
  findNamed,
  loadSystems,
  namesOf,
  namesToTry,
} from '../contacts/columns/load-systems.js';
import { UserError } from '../errors.js';
import type { RegisterName } from '../screening/evidence.js';
import type { Answer, ResultsFacet } from '../systems/shape/results.js';

/** How the result files of a service are read. */
export interface Provider extends ResultsFacet {
  /** The name of the service. */
  readonly service: string;
}

/** What the user says of the file; null and empty: nothing. */
export interface SaidOfFile {
  readonly provider: string;
  readonly registers: readonly RegisterName[] | null;
  readonly numberColumn: string | null;
  readonly resultColumn: string | null;
  readonly listed: readonly string[];
  readonly clear: readonly string[];
  /** Words that are no evidence. */
  readonly unknown: readonly string[];
  /** Words for a number that is none. */
  readonly invalid: readonly string[];
}

/** Every service whose files are known, by name. */
export async function loadProviders(): Promise<readonly (Provider & Called)[]> {
  return (await loadSystems()).flatMap((system) =>
    system.results === undefined ? [] : [{ ...system.results, ...namesOf(system), service: system.title }],
  );
}

/** The preset for what was said. Throws a `UserError` for a service that is not known and not described. */
export async function chooseProvider(said: SaidOfFile): Promise<Provider> {
  const providers = await loadProviders();
  const known = findNamed(said.provider, providers);
  const words = [...said.listed, ...said.clear, ...said.unknown, ...said.invalid];
  if (known === null) return described(said, providers);
  if (words.length > 0) {
    throw new UserError(
      `what the words of ${known.service} mean is known; leave \`--listed\`, \`--clear\`, \`--unknown\` and \`--invalid\` out, or give \`--provider\` another name`,
    );
  }
  if (known.asksRegisters === true && said.registers === null) {
    throw new UserError(
      `the file of ${known.service} does not tell against which registers it was checked; say which you chose, as \`--registers tps,ctps\``,
    );
  }
  return {
    ...known,
    numbers: said.numberColumn === null ? known.numbers : [said.numberColumn],
    answers: known.answers.map((column, index) =>
      index === 0 && said.resultColumn !== null ? { ...column, headers: [said.resultColumn] } : column,
    ),
  };
}

function described(said: SaidOfFile, providers: readonly Called[]): Provider {
  const { registers, numberColumn, resultColumn, listed, clear, unknown, invalid } = said;
  if (registers === null || numberColumn === null || resultColumn === null || listed.length === 0) {
    throw new UserError(
      `no preset is called \`${said.provider}\`; ${namesToTry(said.provider, providers)}. For any other service say what its file holds, as \`--number-column Phone --result-column Status --listed Y --clear N --registers tps,ctps\``,
    );
  }
  const all = (answer: 'listed' | 'clear'): Answer =>
    Object.fromEntries(registers.map((register) => [register, answer]));
  const pairs: (readonly [string, Answer])[] = [
    ...listed.map((word) => [wordOf(word), all('listed')] as const),
    ...clear.map((word) => [wordOf(word), all('clear')] as const),
    ...unknown.map((word) => [wordOf(word), 'nothing'] as const),
    ...invalid.map((word) => [wordOf(word), 'invalid'] as const),
  ];
  if (new Set(pairs.map(([word]) => word)).size < pairs.length) {
    throw new UserError(
      'one word was given two meanings; name each once in `--listed`, `--clear`, `--unknown` or `--invalid`',
    );
  }
  if (pairs.some(([word]) => word === '')) {
    throw new UserError('an empty cell is no word; `--empty-is-clear` says what it means');
  }
  return {
    service: said.provider.trim(),
    numbers: [numberColumn],
    answers: [{ headers: [resultColumn], words: Object.fromEntries(pairs) }],
  };
}

/** A word as presets write it: lower case, no blanks about commas. */
export function wordOf(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/\s*,\s*/gu, ',');
}

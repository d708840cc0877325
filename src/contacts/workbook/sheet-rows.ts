/** The rows of a sheet, one after another, each cell as the text a person sees. */
import type { ByteSource } from '../files/byte-source.js';
import { type NumberStyles, numberText } from './cell-text.js';
import { createTextGatherer, type SheetText, unescaped } from './workbook-parts.js';
import { damagedWorkbook, xmlEvents } from './xml-events.js';

/** What the cells of a sheet refer to. */
export interface SheetContext extends NumberStyles {
  readonly sharedTexts: readonly SheetText[];
  /** The cell styles, by their place, whose font is struck out. */
  readonly struckOutStyles: ReadonlySet<number>;
}

export interface SheetRow {
  /** The number of the row in the sheet, from 1. */
  readonly line: number;
  /** Up to the last cell that is not empty; none where the row is. */
  readonly cells: readonly string[];
  /** Hidden by hand or by a filter. */
  readonly isHidden: boolean;
  /** The columns, from 0, whose text is struck out. */
  readonly struckOut: readonly number[];
}

/** No sheet is wider. */
const MOST_COLUMNS = 16_384;

/**
 * Reads the rows that the sheet holds, hidden and filtered ones too. `onMerged` is called with the reference of
 * each range of merged cells; they come after all rows. Throws a `UserError` where the sheet is damaged.
 */
export async function* readSheetRows(
  source: ByteSource,
  context: SheetContext,
  onMerged: (reference: string) => void = () => undefined,
): AsyncGenerator<readonly SheetRow[]> {
  let rows: SheetRow[] = [];
  let line = 0;
  let cells: string[] = [];
  let column = -1;
  let kind = 'n';
  let pattern = '';
  let value = '';
  let isValue = false;
  let hasFormula = false;
  let isHidden = false;
  let isStyleStruck = false;
  let struckOut: number[] = [];
  const inline = createTextGatherer();
  const fail = (): never => {
    throw damagedWorkbook(source.displayName);
  };

  const textOfCell = (): string => {
    const { text: written, isStruckOut } = inline.take();
    switch (kind) {
      case 'inlineStr':
        isStyleStruck ||= isStruckOut;
        return written;
      case 's': {
        if (value === '') return '';
        const shared = context.sharedTexts[Number(value)] ?? fail();
        isStyleStruck ||= shared.isStruckOut;
        return shared.text;
      }
      case 'b':
        return value === '' ? '' : value === '0' ? 'FALSE' : 'TRUE';
      case 'n':
        return value === '' ? '' : numberText(value, pattern, context);
      default:
        // The result of a formula that gives text, an error, or a date written out.
        return unescaped(value);
    }
  };

  const listener = {
    open(name: string, attributes: ReadonlyMap<string, string>): void {
      if (name === 'row') {
        line = attributes.has('r') ? Number(attributes.get('r')) : line + 1;
        if (!Number.isInteger(line) || line < 1) fail();
        cells = [];
        column = -1;
        isHidden = /^(?:1|true)$/u.test(attributes.get('hidden') ?? '');
        struckOut = [];
      } else if (name === 'mergeCell') onMerged(attributes.get('ref') ?? '');
      else if (name === 'c') {
        column = columnOf(attributes.get('r')) ?? column + 1;
        if (column >= MOST_COLUMNS) fail();
        kind = attributes.get('t') ?? 'n';
        const style = Number(attributes.get('s') ?? 0);
        pattern = context.formats[style] ?? 'General';
        isStyleStruck = context.struckOutStyles.has(style);
        value = '';
        hasFormula = false;
      } else if (name === 'f') hasFormula = true;
      else if (name === 'v') isValue = true;
      else inline.open(name, attributes);
    },
    text(piece: string): void {
      if (isValue) value += piece;
      else inline.text(piece);
    },
    close(name: string): void {
      if (name === 'v') isValue = false;
      else if (name === 'c') {
        // A program that does not calculate writes no result, and an empty cell would be no answer.
        const text = textOfCell() || (hasFormula ? '#FORMULA' : '');
        if (text === '') return;
        while (cells.length < column) cells.push('');
        cells[column] = text;
        if (isStyleStruck) struckOut.push(column);
      } else if (name === 'row') rows.push({ line, cells, isHidden, struckOut });
      else inline.close(name);
    },
  };
  for await (const _ of xmlEvents(source, listener)) {
    if (rows.length > 0) yield rows;
    rows = [];
  }
}

/** The column of a reference such as `AB12`, from 0; null where there is none. */
export function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/u.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

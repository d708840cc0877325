/** What a workbook says about itself: its sheets, its number formats, and the texts its cells share. */
import { posix } from 'node:path';
import type { ByteSource } from '../files/byte-source.js';
import { builtInFormat, type NumberStyles } from './cell-text.js';
import { xmlEvents } from './xml-events.js';

export interface SheetEntry {
  readonly name: string;
  /** The name of its part in the zip. */
  readonly part: string;
  readonly isHidden: boolean;
}

/** The sheets in their order, hidden ones too, and how days are counted. `relations` is the part beside the workbook. */
export async function readSheetList(
  workbook: ByteSource,
  relations: ByteSource,
): Promise<{ readonly sheets: readonly SheetEntry[]; readonly countsFrom1904: boolean }> {
  const targets = new Map<string, string>();
  await read(relations, (name, attributes) => {
    const id = attributes.get('Id');
    const target = attributes.get('Target');
    if (name === 'Relationship' && id !== undefined && target !== undefined) targets.set(id, target);
  });
  const sheets: SheetEntry[] = [];
  let countsFrom1904 = false;
  await read(workbook, (name, attributes) => {
    if (name === 'workbookPr') countsFrom1904 = /^(?:1|true)$/u.test(attributes.get('date1904') ?? '');
    const target = targets.get(attributes.get('id') ?? '');
    // Sheets of charts have no cells.
    if (name !== 'sheet' || target === undefined || /chartsheets\//u.test(target)) return;
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const isHidden = /hidden/iu.test(attributes.get('state') ?? '');
    sheets.push({ name: attributes.get('name') ?? '', part, isHidden });
  });
  return { sheets, countsFrom1904 };
}

/** The parts that hold the comments on the cells of a sheet, by the relations of the sheet. */
export async function readCommentParts(relations: ByteSource): Promise<readonly string[]> {
  const parts: string[] = [];
  await read(relations, (name, attributes) => {
    const target = attributes.get('Target') ?? '';
    if (name !== 'Relationship' || !/comments?$/iu.test(attributes.get('Type') ?? '')) return;
    parts.push(target.startsWith('/') ? target.slice(1) : posix.normalize(`xl/worksheets/${target}`));
  });
  return parts;
}

/** What the cell styles say: the number format of each, and which have a font that is struck out. */
export async function readStyles(
  styles: ByteSource,
): Promise<Pick<NumberStyles, 'formats'> & { readonly struckOutStyles: ReadonlySet<number> }> {
  const own = new Map<number, string>();
  const struckOutFonts = new Set<number>();
  const cellStyles: { readonly format: number; readonly font: number }[] = [];
  let fonts = 0;
  let part = '';
  await read(styles, (name, attributes) => {
    if (name === 'fonts' || name === 'cellXfs') part = name;
    else if (['fills', 'cellStyles', 'dxfs', 'cellStyleXfs'].includes(name)) part = '';
    else if (name === 'numFmt') {
      own.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
    } else if (name === 'font' && part === 'fonts') fonts += 1;
    else if (name === 'strike' && part === 'fonts' && isOn(attributes)) struckOutFonts.add(fonts - 1);
    else if (name === 'xf' && part === 'cellXfs') {
      cellStyles.push({
        format: Number(attributes.get('numFmtId') ?? 0),
        font: Number(attributes.get('fontId') ?? 0),
      });
    }
  });
  return {
    formats: cellStyles.map(({ format }) => own.get(format) ?? builtInFormat(format)),
    struckOutStyles: new Set(
      cellStyles.flatMap(({ font }, style) => (struckOutFonts.has(font) ? [style] : [])),
    ),
  };
}

/** A switch of a style is on unless it says otherwise. */
function isOn(attributes: ReadonlyMap<string, string>): boolean {
  return !/^(?:0|false)$/u.test(attributes.get('val') ?? '1');
}

/** A text of a cell, and whether a part of it is struck out. */
export interface SheetText {
  readonly text: string;
  readonly isStruckOut: boolean;
}

/** The texts that cells name by number, rich text as its letters. */
export async function readSharedTexts(source: ByteSource): Promise<readonly SheetText[]> {
  const texts: SheetText[] = [];
  const text = createTextGatherer();
  const listener = {
    open: text.open,
    text: text.text,
    close(name: string) {
      text.close(name);
      if (name === 'si') texts.push(text.take());
    },
  };
  for await (const _ of xmlEvents(source, listener));
  return texts;
}

/** Gathers the letters of `<t>`, but for those that only tell how a word is pronounced, and whether any is struck out. */
export function createTextGatherer() {
  let gathered = '';
  let isText = false;
  let isPhonetic = false;
  let isStruckOut = false;
  return {
    open(name: string, attributes: ReadonlyMap<string, string>): void {
      if (name === 'strike' && isOn(attributes)) isStruckOut = true;
      if (name === 'rPh') isPhonetic = true;
      if (name === 't') isText = !isPhonetic;
    },
    text(piece: string): void {
      if (isText) gathered += piece;
    },
    close(name: string): void {
      if (name === 'rPh') isPhonetic = false;
      if (name === 't') isText = false;
    },
    take(): SheetText {
      const taken = { text: unescaped(gathered), isStruckOut };
      gathered = '';
      isStruckOut = false;
      return taken;
    },
  };
}

/** Characters that XML cannot hold stand in a workbook as `_x000D_`. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/giu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

async function read(
  source: ByteSource,
  open: (name: string, attributes: ReadonlyMap<string, string>) => void,
): Promise<void> {
  for await (const _ of xmlEvents(source, { open, text: () => {}, close: () => {} }));
}

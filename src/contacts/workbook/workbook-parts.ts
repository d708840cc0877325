/** What a workbook says about itself: its sheets, its number formats, and the texts its cells share. */
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

/** The number format of each cell style. */
export async function readFormats(styles: ByteSource): Promise<NumberStyles['formats']> {
  const own = new Map<number, string>();
  const ids: number[] = [];
  let isInCells = false;
  await read(styles, (name, attributes) => {
    if (name === 'numFmt') own.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
    if (name === 'cellXfs') isInCells = true;
    if (name === 'cellStyles' || name === 'dxfs') isInCells = false;
    if (name === 'xf' && isInCells) ids.push(Number(attributes.get('numFmtId') ?? 0));
  });
  return ids.map((id) => own.get(id) ?? builtInFormat(id));
}

/** The texts that cells name by number, rich text as its letters. */
export async function readSharedTexts(source: ByteSource): Promise<readonly string[]> {
  const texts: string[] = [];
  const text = createTextGatherer();
  const listener = {
    open: (name: string) => text.open(name),
    text: text.text,
    close(name: string) {
      text.close(name);
      if (name === 'si') texts.push(text.take());
    },
  };
  for await (const _ of xmlEvents(source, listener));
  return texts;
}

/** Gathers the letters of `<t>`, but for those that only tell how a word is pronounced. */
export function createTextGatherer() {
  let gathered = '';
  let isText = false;
  let isPhonetic = false;
  return {
    open(name: string): void {
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
    take(): string {
      const taken = unescaped(gathered);
      gathered = '';
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

/** The parts of a workbook as events: elements by their local names, text in pieces. */
import sax from 'sax';
import { messageOf, UserError } from '../../errors.js';
import type { ByteSource } from '../files/byte-source.js';

export interface XmlListener {
  /** An element begins; its attributes are those of its local names. */
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/**
 * Tells `listener` what is in the XML of `source`. Yields after each chunk, so that what was gathered can be
 * taken before the next. Throws a `UserError` where it is no XML.
 */
export async function* xmlEvents(source: ByteSource, listener: XmlListener): AsyncGenerator<undefined> {
  const parser = sax.parser(true, { position: false });
  parser.onopentag = ({ name, attributes }) =>
    listener.open(
      localName(name),
      new Map(Object.entries(attributes).map(([key, value]) => [localName(key), String(value)])),
    );
  parser.ontext = listener.text;
  parser.oncdata = listener.text;
  parser.onclosetag = (name) => listener.close(localName(name));
  let failure: Error | null = null;
  parser.onerror = (error) => {
    failure ??= error;
  };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const write = (text: () => string): void => {
    try {
      parser.write(text());
    } catch (thrown) {
      failure ??= thrown instanceof Error ? thrown : new Error(messageOf(thrown));
    }
    if (failure !== null) throw damagedWorkbook(source.displayName);
  };
  for await (const chunk of source.chunks()) {
    write(() => decoder.decode(chunk, { stream: true }));
    yield;
  }
  write(() => decoder.decode());
  try {
    parser.close();
  } catch (thrown) {
    failure ??= thrown instanceof Error ? thrown : new Error(messageOf(thrown));
  }
  if (failure !== null) throw damagedWorkbook(source.displayName);
  yield;
}

/** Says that a part of a workbook cannot be read. */
export function damagedWorkbook(displayName: string): UserError {
  return new UserError(
    `\`${displayName}\` is a workbook with a damaged part; open it in a spreadsheet program and save the sheet as CSV UTF-8`,
  );
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

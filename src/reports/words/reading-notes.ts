/** How a list was read, where it is not plain to see. */
import type { Screening } from '../../screening-result.js';

type ReadingNote = Screening['list']['notes'][number];

/** One line for each thing that a person should know before trusting what was read. */
export function describeReading(notes: readonly ReadingNote[]): readonly string[] {
  return notes.map(sentence);
}

function sentence(note: ReadingNote): string {
  switch (note.kind) {
    case 'taken-for-windows-1252':
      return `${note.list}: no UTF-8, so it was read as Windows-1252; if letters with accents come out wrong, name its encoding with --encoding`;
    case 'read-together': {
      const lists = note.lists.map(({ name, optOuts }) =>
        optOuts.length === 0 ? name : `${name} (by its name everybody in it is ${optOuts.join(', ')})`,
      );
      return lists.length === 1 ? `read from the zip: ${lists[0]}` : `read as one list: ${lists.join('; ')}`;
    }
    case 'opted-out-by-name':
      return `${note.list}: by its name everybody in it is ${note.optOuts.join(', ')}`;
    case 'skipped-lines':
      return `${note.list}: ${note.count === 1 ? 'the first line was' : `the first ${note.count} lines were`} passed over as --skip-lines says`;
    case 'passed-over':
      return `passed over in the zip, for it holds no list: ${note.names.join('; ')}`;
    case 'sheet':
      return `read from the workbook: the sheet ${note.read} alone, and not ${note.others.join(', ')}; name another with --sheet`;
  }
}

/** What a list is, before anything is judged: its form, columns, flags, numbers, damage, and what it leaves open. */
import { type ColumnRoles, contactColumnQuestion } from './contacts/columns/column-roles.js';
import type { OpenQuestion } from './contacts/columns/open-questions.js';
import { readListColumns } from './contacts/columns/read-columns.js';
import { type ListFile, openList } from './contacts/list/list-file.js';
import type { ReadingOptions } from './contacts/reading-options.js';
import { type ContactCensus, createContactCensus } from './contacts/survey/contact-census.js';
import { type Survey, surveyList } from './contacts/survey/survey.js';
import type { Channel } from './screening/campaign.js';
import type { IsoDate } from './screening/dates.js';
import { openScratchIndex } from './store/scratch-index.js';

export interface InspectionRequest {
  readonly path: string;
  /** How messages name the list: its base name, or `standard input`. */
  readonly displayName: string;
  readonly reading: ReadingOptions;
  /** The channel whose contact columns are asked for; null where no campaign is known. */
  readonly channel: Channel | null;
  /** The day to which two-digit years are read. */
  readonly today: IsoDate;
}

export interface Inspection {
  readonly list: ListFile;
  readonly columns: ColumnRoles;
  readonly survey: Survey;
  readonly census: ContactCensus;
  /** Everything that stops a screening until it is answered. */
  readonly questions: readonly OpenQuestion[];
}

/** Looks a list over once. Judges no row. Throws a `UserError` for whatever cannot be read at all. */
export async function inspectFile(
  { path, displayName, reading, channel, today }: InspectionRequest,
  onProgress: (bytesRead: number, bytesInAll: number, records: number) => void,
): Promise<Inspection> {
  const list = await openList(path, displayName, reading);
  const columns = await readListColumns(list.header, reading, displayName);
  const noContact = channel === null ? null : contactColumnQuestion(columns, channel);
  const census = createContactCensus(columns);
  const scratch = openScratchIndex();
  try {
    const settings = { channel: channel ?? 'live-call', callDate: today, dateOrder: reading.dateOrder };
    const survey = await surveyList(
      list,
      columns,
      settings,
      scratch,
      (bytes, records) => onProgress(bytes, list.sizeInBytes, records),
      (batch) => {
        for (let row = 0; row < batch.count; row += 1) census.add(batch, row);
      },
    );
    return {
      list,
      columns,
      survey,
      census: census.result(),
      questions: [
        ...list.questions,
        ...(noContact === null ? [] : [noContact]),
        ...columns.questions,
        ...survey.questions,
      ],
    };
  } finally {
    scratch.close();
  }
}

/** What holds for every row of an export. */
import type { DateOrder } from '../../contacts/reading-options.js';
import type { IsoDate } from '../../screening/dates.js';
import type { Said } from './export-cells.js';
import type { Meaning } from './preset.js';

export interface ExportSettings {
  /** Day and month of a day after this cannot belong to an objection. */
  readonly today: IsoDate;
  readonly dateOrder: DateOrder | null;
  /** To whom the consents were given; null: not told, and then they serve nobody. */
  readonly controller: string | null;
  /** As `idSystemKey` writes it. */
  readonly idSystem: string;
  /** Words that the preset does not know and the user does, as `headerWords` writes them. */
  readonly readAs: ReadonlyMap<string, Meaning>;
  /** What the name of a file says of every row in it. */
  readonly saidByFileName: (fileName: string) => readonly Said[];
}

/** What one thing that a row says becomes in the ledger, under the contacts of that row. */

import type { RecordBatch } from '../../contacts/csv/record-batch.js';
import { headerWords } from '../../contacts/text/header-words.js';
import type { IsoDate } from '../../screening/dates.js';
import type { LedgerChannel } from '../../screening/evidence.js';
import type { LedgerKeys, LedgerRecord } from '../../store/ledger/ledger-record.js';
import {
  type ChannelsMeant,
  type ConsentMeant,
  type ObjectionMeant,
  TELEPHONE,
  type WrongNumberMeant,
} from '../../systems/shape/flags.js';
import type { HeaderPattern } from '../../systems/shape/headers.js';
import { PLAIN_OBJECTION } from '../native/plain-list.js';
import type { ExportSettings, Said } from './export-cells.js';
import type { ExportColumns } from './export-columns.js';
import {
  bindingKeys,
  type NamedContacts,
  type RowContacts,
  readRowContacts,
  singleKeys,
} from './export-contacts.js';
import { readExportDay } from './export-days.js';

export interface ExportEntry {
  readonly keys: LedgerKeys;
  readonly record: LedgerRecord;
}

/** What one value became. */
export interface Became {
  readonly where: string;
  readonly value: string;
  readonly becomes: 'nothing' | 'objection' | 'consent' | 'wrong-number';
  /** Empty where it covers none, or is about none. */
  readonly channels: readonly LedgerChannel[] | 'all';
  /** Of what becomes nothing. */
  readonly because: string | null;
}

/** A problem names its column and holds nothing of the cell. */
export type Step =
  | { readonly entries: readonly ExportEntry[]; readonly became: Became }
  | { readonly problem: string };

/** The meanings of one row. */
export class RowMeanings {
  readonly #columns: ExportColumns;
  readonly #settings: ExportSettings;
  readonly #contacts: RowContacts;
  readonly #cellOf: (column: number) => string;

  constructor(columns: ExportColumns, settings: ExportSettings, batch: RecordBatch, row: number) {
    this.#columns = columns;
    this.#settings = settings;
    this.#contacts = readRowContacts(columns, batch, row, settings.idSystem);
    this.#cellOf = (column) => batch.cell(row, column).trim();
  }

  get all(): NamedContacts {
    return this.#contacts.all;
  }

  stepOf(said: Said): Step {
    const { meaning } = said;
    switch (meaning.becomes) {
      case 'nothing':
        return nothing(said, meaning.because);
      case 'objection':
        return this.#objection(said, meaning);
      case 'consent':
        return this.#consent(said, meaning);
      case 'wrong-number':
        return this.#wrongNumber(said, meaning);
    }
  }

  #objection(said: Said, meaning: ObjectionMeant): Step {
    const { numbersMeant, emails } = this.#contacts.all;
    const keys = bindingKeys(numbersMeant, emails, this.#contacts);
    if (keys.length === 0) {
      return { problem: `\`${said.where}\` holds an opt-out, and no number, address or id says whose` };
    }
    const day = said.on ?? this.#firstDay(meaning.on ?? []);
    if (day === 'unreadable') return { problem: `the day of \`${said.where}\` cannot be read` };
    if (day !== null && day > this.#settings.today) {
      return { problem: `the day of \`${said.where}\` is after today (${this.#settings.today}); correct it` };
    }
    // A word that names no channel may mean any.
    const channels = this.#channelsOf(meaning.channels ?? 'all') ?? 'all';
    const record: LedgerRecord = {
      ...PLAIN_OBJECTION,
      channels: channels === 'all' ? 'all' : [...channels],
      on: day,
    };
    return {
      entries: keys.map((key) => ({ keys: key, record })),
      became: becameOf(said, 'objection', channels),
    };
  }

  #consent(said: Said, meaning: ConsentMeant): Step {
    const missing = (meaning.needs ?? []).filter((pattern) => this.#text([pattern]) === null);
    if (missing.length > 0)
      return nothing(
        said,
        `no evidence of consent, since ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} empty`,
      );
    if (this.#text(meaning.endsOn ?? []) !== null) {
      return nothing(said, 'a consent that ends on a day, which the ledger cannot hold');
    }
    const day = this.#latestDay(meaning.on ?? []);
    if (day === 'unreadable') return { problem: `the day of \`${said.where}\` cannot be read` };
    const channels = this.#channelsOf(meaning.channels) ?? [];
    const covered = channels === 'all' ? [] : channels;
    const keys = this.#consentKeys(covered, meaning);
    if (keys.length === 0) return nothing(said, 'a consent, and nothing that it could be given for');
    const source =
      typeof meaning.source === 'object' ? this.#text(meaning.source.column) : (meaning.source ?? null);
    const purpose = this.#text(meaning.purpose ?? []);
    const record: LedgerRecord = {
      record: 'consent',
      controller: this.#settings.controller,
      channels: [...covered],
      otherChannels: covered.length > 0 ? [] : this.#otherChannels(meaning.channels),
      purposes: purpose === null ? [] : [purpose],
      on: day,
      withdrawnOn: null,
      obtained: null,
      controllerNamed: null,
      method: null,
      tiedTo: null,
      source,
      wording: null,
      dueDiligence: null,
    };
    return {
      entries: keys.map((key) => ({ keys: key, record })),
      became: becameOf(said, 'consent', covered),
    };
  }

  #consentKeys(channels: readonly LedgerChannel[], { of }: ConsentMeant): readonly LedgerKeys[] {
    const named = of === undefined ? this.#contacts.all : this.#contacts.of(this.#columns.columnsOf(of));
    const reachesNumbers =
      channels.length === 0 || channels.some((channel) => TELEPHONE.some((one) => one === channel));
    const reachesEmails = channels.length === 0 || channels.includes('email');
    const numbers = reachesNumbers ? named.numbers : [];
    const emails = reachesEmails ? named.emails : [];
    if (of !== undefined && numbers.length + emails.length === 0) return [];
    return singleKeys(numbers, emails, this.#contacts);
  }

  /** Only the number itself: the person may be reached by another. */
  #wrongNumber(said: Said, meaning: WrongNumberMeant): Step {
    const day = this.#firstDay(meaning.on ?? []);
    if (day === 'unreadable') return { problem: `the day of \`${said.where}\` cannot be read` };
    const numbers = said.numbers ?? this.#contacts.all.numbersMeant;
    const nobody: RowContacts = { ...this.#contacts, personId: null };
    const keys = singleKeys(numbers, [], nobody);
    if (keys.length === 0) return nothing(said, 'a wrong number, and no number beside it');
    const record: LedgerRecord = { record: 'wrong-number', on: day };
    return {
      entries: keys.map((key) => ({ keys: key, record })),
      became: becameOf(said, 'wrong-number', []),
    };
  }

  /** null where a column tells the channels and holds none that is known. */
  #channelsOf(meant: ChannelsMeant): readonly LedgerChannel[] | 'all' | null {
    if (meant === 'all' || !('column' in meant)) return meant;
    const word = headerWords(this.#text(meant.column) ?? '');
    return Object.entries(meant.words).find(([known]) => headerWords(known) === word)?.[1] ?? null;
  }

  #otherChannels(meant: ChannelsMeant): string[] {
    if (meant === 'all' || !('column' in meant)) return [];
    const text = this.#text(meant.column);
    return text === null ? [] : [text];
  }

  #text(patterns: readonly HeaderPattern[]): string | null {
    const cells = this.#columns.columnsOf(patterns).map(this.#cellOf);
    return cells.find((cell) => cell !== '') ?? null;
  }

  #firstDay(patterns: readonly HeaderPattern[]): IsoDate | 'unreadable' | null {
    return this.#days(patterns)[0] ?? null;
  }

  #latestDay(patterns: readonly HeaderPattern[]): IsoDate | 'unreadable' | null {
    const days = this.#days(patterns);
    return days.includes('unreadable') ? 'unreadable' : ([...days].sort().at(-1) ?? null);
  }

  #days(patterns: readonly HeaderPattern[]): readonly (IsoDate | 'unreadable')[] {
    return this.#columns.columnsOf(patterns).flatMap((column) => {
      const day = readExportDay(this.#cellOf(column), this.#settings.dateOrder, this.#settings.today);
      if (day.status === 'not-recorded') return [];
      return [day.status === 'unreadable' ? 'unreadable' : day.value];
    });
  }
}

function nothing({ where, value }: Said, because: string): Step {
  return { entries: [], became: { where, value, becomes: 'nothing', channels: [], because } };
}

function becameOf({ where, value }: Said, becomes: Became['becomes'], channels: Became['channels']): Became {
  return { where, value, becomes, channels, because: null };
}

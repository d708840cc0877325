import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { choosePreset } from '../../../src/contacts/columns/choose-preset.js';
import { type ColumnRoles, resolveColumns } from '../../../src/contacts/columns/column-roles.js';
import { presetOf } from '../../../src/contacts/columns/list-presets.js';
import { optionsFor, requireAnswers } from '../../../src/contacts/columns/open-questions.js';
import { readListColumns } from '../../../src/contacts/columns/read-columns.js';
import { batchOf, type ColumnPlan, recordsOf } from '../../../src/contacts/csv/record-batch.js';
import { openList } from '../../../src/contacts/list/list-file.js';
import { DEFAULT_READING_OPTIONS } from '../../../src/contacts/reading-options.js';
import { flagColumnsOf, readFlagCell } from '../../../src/contacts/record/record-flags.js';
import { createUnmappedPhones } from '../../../src/contacts/survey/unmapped-phones.js';
import { createUnreadAnswers } from '../../../src/contacts/survey/unread-answers.js';
import type { System } from '../../../src/systems/shape/system.js';
import { FIXTURES } from '../../run-case.js';

const PLAIN = 'Contact ID,Name,Mobile,Do Not Phone,Notes';
const TWO_SYSTEMS = 'Record ID,Create Date,AK_ID,Join_Date,Xdate,Phone Number,Membership status';

async function chosen(header: string, asked: string | null = null): Promise<string | null> {
  return (await choosePreset(header.split(','), asked)).preset?.name ?? null;
}

/** The columns of a list with this header under a preset that holds for it alone. */
function under(header: string, says: Partial<System>): ColumnRoles {
  const preset = presetOf(
    { name: 'example', title: 'Example', ...says },
    { called: 'an example', signatures: [] },
  );
  return resolveColumns(header.split(','), [], 'members.csv', preset);
}

const ITSELF = { name: null, fileName: 'list.csv', optOuts: [] };

function asItIs(width: number): ColumnPlan {
  return { width, places: null };
}

describe('which preset a list is read by', () => {
  test.for<[string, string, string | null]>([
    ['an ordinary list has none', PLAIN, null],
    ['a list without a header has none', 'column 1,column 2', null],
    ['case, signs and blanks of a header do not matter', ' NationBuilder_ID ,Phone', 'nationbuilder'],
    ['a HubSpot list is known by its first column and another', 'Record ID,Email,Lead Status', 'hubspot'],
    ['the same column elsewhere is no HubSpot list', 'Email,Record ID,Lead Status', null],
    [
      'a Zoho list begins with the same column and is none of HubSpot',
      'Record Id,Contact Owner,Mobile,Email Opt Out',
      'zoho',
    ],
    [
      'a VANID beside a subscription status is EveryAction',
      'VANID,Email Address,Email Subscription Status,Phone',
      'everyaction',
    ],
    ['a VANID alone is VAN', 'VANID,Email,Phone1', 'van'],
  ])('%s', async ([, header, preset]) => {
    expect(await chosen(header)).toBe(preset);
  });

  test('the one that is asked for is taken, whatever the header', async () => {
    expect(await chosen(PLAIN, 'civicrm')).toBe('civicrm');
    expect(await chosen('nationbuilder_id,Phone', 'none')).toBe(null);
  });

  test('an unknown name is refused with the nearest', async () => {
    await expect(chosen(PLAIN, 'nationbilder')).rejects.toThrow(
      '`--preset nationbilder`: there is no such preset; did you mean `nationbuilder`? There are action-network, ',
    );
  });

  test('two that fit and read a column differently are asked about, and none is taken meanwhile', async () => {
    const header = TWO_SYSTEMS.split(',');
    const { preset, question } = await choosePreset(header, null);
    expect(preset).toBe(null);
    if (question === null) throw new Error('nothing was asked');
    expect(optionsFor(question, header)).toEqual([
      '--preset hubspot',
      '--preset membership-list',
      '--preset none',
    ]);
    const columns = await readListColumns(header, DEFAULT_READING_OPTIONS, 'both.csv');
    expect(() => requireAnswers(columns.questions, header, 'both.csv')).toThrow(
      /^`both\.csv` may be a HubSpot export and a membership body's national list, which read .*`Membership status` differently; say which with `--preset hubspot` or `--preset membership-list`, or read the headers alone with `--preset none`/,
    );
  });
});

describe('what a preset may not', () => {
  test.for<[string, Partial<System>]>([
    ['copying it', { copied: ['Do not call'] }],
    ['ignoring it', { columns: { ignore: ['Do not call'] } }],
    ['making it a note', { columns: { notes: ['Do not call'] } }],
  ])('take an opt-out away by %s', ([, preset]) => {
    expect(under('Phone,Do not call', preset).rolesOf(1)).toContain('do_not_call');
  });

  test('turn round what a header says', () => {
    const columns = under('Phone,Do not call', {
      flags: [
        {
          reads: 'opt-in',
          columns: ['Do not call'],
          binds: ['do_not_call'],
          yes: { becomes: 'consent', channels: ['live-call'] },
        },
      ],
    });
    expect(readFlagCell(columns, 1, 'yes')).toBe('yes');
  });

  test('overrule a value that says itself what it means', () => {
    const columns = under('Phone,Standing', {
      flags: [
        {
          reads: 'words',
          columns: ['Standing'],
          binds: ['do_not_contact'],
          words: [{ words: ['unsubscribed', 'gold'], becomes: 'nothing', because: 'an example' }],
        },
      ],
    });
    expect(readFlagCell(columns, 1, 'Unsubscribed')).toBe('yes');
    expect(readFlagCell(columns, 1, ' GOLD ')).toBe('not-recorded');
    expect(readFlagCell(columns, 1, 'silver')).toBe('unread');
  });

  test('let numbers through that nobody screens: a copied column of numbers is asked about', () => {
    const columns = under('Phone,Other line', { copied: ['Other line'] });
    const phones = createUnmappedPhones(columns);
    phones.add(
      batchOf(
        recordsOf([{ cells: ['07700 900123', '01632 960123'], line: 2, damage: null }]),
        asItIs(2),
        ITSELF,
      ),
      0,
    );
    expect(phones.questions()).toEqual([{ kind: 'unscreened-numbers', column: 1 }]);
  });

  test('answer for a contact column that holds yes and no', () => {
    const columns = under('Mobile', { columns: { phone: ['Mobile'] } });
    const answers = createUnreadAnswers(columns, 'live-call');
    answers.add(batchOf(recordsOf([{ cells: ['No'], line: 2, damage: null }]), asItIs(1), ITSELF), 0);
    expect(answers.questions()).toMatchObject([{ kind: 'unread-answers', column: 0 }]);
  });
});

describe('headers with a number or any words', () => {
  const columns = under('Phone 1 - Value,Phone 12 - Value,Phone - Value,Opted out of: News,Opted out of:', {
    columns: { phone: ['Phone # - Value'], do_not_email: ['Opted out of: *'] },
  });

  test('a sign for a number stands for one, and for nothing else', () => {
    expect([0, 1, 2].map((column) => columns.isNamedByPreset(column))).toEqual([true, true, false]);
  });

  test('a star stands for one word or more', () => {
    expect([3, 4].map((column) => columns.isNamedByPreset(column))).toEqual([true, false]);
  });
});

describe('over all presets', () => {
  const folders = readdirSync(join(FIXTURES, 'systems')).flatMap((system) => {
    const folder = join(FIXTURES, 'systems', system, 'list');
    return existsSync(folder) ? [[system, folder] as const] : [];
  });
  const lists = folders.flatMap(([system, folder]) =>
    readdirSync(folder)
      .filter((name) => !name.endsWith('.json'))
      .map((name) => [`${system}/${name}`, join(folder, name)] as const),
  );

  async function columnsOf(path: string): Promise<ColumnRoles> {
    const { header } = await openList(path, 'list', DEFAULT_READING_OPTIONS);
    return readListColumns(header, DEFAULT_READING_OPTIONS, 'list');
  }

  test.for(lists)('`unsubscribed` in any flag column of %s is an opt-out', async ([, path]) => {
    const columns = await columnsOf(path);
    const readings = flagColumnsOf(columns).flatMap((column) =>
      ['unsubscribed', 'Unsubscribed ', 'opted out', 'Do not call'].map((value) =>
        readFlagCell(columns, column, value),
      ),
    );
    expect(readings.filter((reading) => reading !== 'yes')).toEqual([]);
  });

  test.for(lists)('%s loses no role to its preset but those that are none there', async ([, path]) => {
    const columns = await columnsOf(path);
    const alone = resolveColumns(columns.header, [], 'list');
    const lost = columns.header.flatMap((name, column) =>
      alone
        .rolesOf(column)
        .filter((role) => !columns.rolesOf(column).includes(role))
        .map((role) => `${name}: ${role}`),
    );
    const known = ['Membership status: membership_status', 'IMAddress: address'];
    expect(lost.filter((role) => !known.includes(role))).toEqual([]);
  });
});

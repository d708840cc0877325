import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.js';
import { openLedger } from '../../../src/ledger/look-up/ledger-look-up.js';
import { importLedger } from '../../../src/ledger/native/import-ledger.js';
import { countEntries } from '../../../src/store/ledger/ledger-entries.js';
import type { Store } from '../../../src/store/open-store.js';
import { currentRevision } from '../../../src/store/revisions.js';
import {
  clock,
  entryCount,
  LANDLINE,
  MOBILE,
  temporaryFile,
  temporaryFolder,
  temporaryStore,
} from '../ledger-fixtures.js';

const HEADER = 'record,phone,email,channels,controller,purposes,on,withdrawn_on,method\n';
const CONSENT = 'consent,07700 900123,,live-call,Northfield Party,political-campaign,2026-05-01,,opt-in\n';
const OBJECTION = 'objection,020 7946 0123,,,,,2026-06-01,,\n';

const how = { asObjection: false, keepGood: false };

function importing(store: Store, content: string | Buffer, change: Partial<typeof how> = {}) {
  return importLedger(store, clock, { path: temporaryFile(content), ...how, ...change });
}

/** The lines of the refusal, which must have changed nothing. */
async function refusal(content: string | Buffer, change: Partial<typeof how> = {}): Promise<string[]> {
  const store = temporaryStore();
  try {
    await importing(store, content, change);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(UserError);
    expect([entryCount(store), currentRevision(store), store.connection.inTransaction]).toEqual([
      0,
      0,
      false,
    ]);
    return thrown instanceof Error ? thrown.message.split('\n') : [];
  }
  throw new Error('the file was imported');
}

const inform = (numbers: number) =>
  Array.from({ length: numbers }, (_, n) => `07700 900${String(n).padStart(3, '0')}\n`);
const none = { read: 0, added: 0, alreadyKnown: 0, passedOver: 0 };

describe('a file that can be read', () => {
  test('becomes one revision, with its counts and controllers', async () => {
    const store = temporaryStore();
    const content = `${HEADER}${CONSENT}${OBJECTION}wrong-number,07700 900999,,,,,,,\n`;
    const result = await importing(store, content);
    expect(result).toEqual({
      counts: {
        consent: { ...none, read: 1, added: 1 },
        objection: { ...none, read: 1, added: 1 },
        'wrong-number': { ...none, read: 1, added: 1 },
        withdrawal: none,
        'soft-opt-in': none,
        'fundraising-preference': none,
      },
      controllers: [
        { name: 'Northfield Party', counts: { consent: 1 } },
        { name: null, counts: { objection: 1 } },
      ],
      unknownChannels: [],
      unknownPurposes: [],
      invalidNumbers: 0,
      invalidNumberLines: [],
      passedOver: [],
      revision: 1,
      fileSha256: createHash('sha256').update(content).digest('hex'),
    });
    const revision = store.connection
      .prepare<[], object>('SELECT number, kind, made_on, file_name, file_sha256, counts FROM revision')
      .all();
    expect(revision).toEqual([
      {
        number: 1,
        kind: 'ledger-import',
        made_on: '2026-11-22',
        file_name: 'ledger.csv',
        file_sha256: result.fileSha256,
        counts: JSON.stringify({
          consent: 1,
          objection: 1,
          'wrong-number': 1,
          alreadyKnown: 0,
          passedOver: 0,
        }),
      },
    ]);
  });

  test('imported again changes nothing and makes no revision', async () => {
    const store = temporaryStore();
    await importing(store, HEADER + CONSENT + OBJECTION);
    const again = await importing(store, HEADER + CONSENT + OBJECTION);
    expect(again.revision).toBeNull();
    expect(again.counts.consent).toEqual({ ...none, read: 1, alreadyKnown: 1 });
    expect([entryCount(store), currentRevision(store)]).toEqual([2, 1]);
  });

  test('with more in it than before adds only that', async () => {
    const store = temporaryStore();
    await importing(store, HEADER + CONSENT);
    const more = await importing(store, HEADER + CONSENT + OBJECTION);
    expect(more).toMatchObject({ revision: 2, counts: { consent: { added: 0 }, objection: { added: 1 } } });
    const entries = openLedger(store).entriesFor({
      numbers: [MOBILE, LANDLINE],
      emails: [],
      personId: null,
      idSystem: null,
    });
    expect(entries.map(({ revision }) => revision)).toEqual([1, 2]);
  });

  test('that says the same twice, in other words, says it once', async () => {
    const store = temporaryStore();
    const again =
      'CONSENT,+447700900123,,LIVE-CALL,Northfield  Party,Political-Campaign,2026-05-01,,Opt-In\n';
    const { counts } = await importing(store, HEADER + CONSENT + again);
    expect(counts.consent).toEqual({ ...none, read: 2, added: 1, alreadyKnown: 1 });
  });

  test('with nothing but a header adds nothing', async () => {
    const store = temporaryStore();
    await expect(importing(store, HEADER)).resolves.toMatchObject({ revision: null, controllers: [] });
  });

  test.for<[string, (content: string) => string]>([
    ['with a byte order mark', (content) => `\uFEFF${content}`],
    ['with CRLF line ends', (content) => content.replaceAll('\n', '\r\n')],
    ['with quoted cells', (content) => content.replaceAll(/[^,\n]+/g, '"$&"')],
    ['with empty lines and rows', (content) => content.replace('\n', '\n\n,,,,,,,,\n')],
    ['without a line end at its end', (content) => content.trimEnd()],
    ['with its columns named in capitals', (content) => content.replace('withdrawn_on', 'Withdrawn On')],
  ])('%s holds the same records; that it brought them too is a revision', async ([, change]) => {
    const store = temporaryStore();
    await importing(store, HEADER + CONSENT + OBJECTION);
    await expect(importing(store, change(HEADER + CONSENT + OBJECTION))).resolves.toMatchObject({
      revision: 2,
      counts: { consent: { added: 0, alreadyKnown: 1 }, objection: { added: 0, alreadyKnown: 1 } },
    });
    expect(entryCount(store)).toBe(2);
  });

  test('tells the words of consents that cover nothing, but no number among them', async () => {
    const consents = ['whatsapp; sms', 'whatsapp', '07700 900124'].map((channels) =>
      CONSENT.replace('live-call', channels),
    );
    const { unknownChannels, unknownPurposes } = await importing(
      temporaryStore(),
      HEADER + consents.join('').replace('political-campaign', 'branch news'),
    );
    expect(unknownChannels).toEqual([
      { word: 'whatsapp', count: 2 },
      { word: 'a number or an address', count: 1 },
    ]);
    expect(unknownPurposes).toEqual([{ word: 'branch news', count: 1 }]);
  });

  test('with numbers that are none of the plan takes them in, and tells their lines', async () => {
    const store = temporaryStore();
    const result = await importing(store, `${HEADER}${CONSENT}objection,07700 90012,,,,,,,\n`);
    expect(result).toMatchObject({ revision: 1, invalidNumbers: 1, invalidNumberLines: [3] });
    expect(countEntries(store).objectionCount).toBe(1);
  });

  test('larger than any buffer is read to its end', async () => {
    const store = temporaryStore();
    const rows = Array.from({ length: 20_000 }, (_, n) =>
      OBJECTION.replace('2026', String(1900 + (n % 100))),
    );
    const { counts } = await importing(store, HEADER + rows.join(''));
    expect(counts.objection).toMatchObject({ read: 20_000, added: 100 });
  });
});

describe('a file that is refused', () => {
  test('names each line and its reason, and changes nothing', async () => {
    const content = `${HEADER}${CONSENT}objection,?,,,,,,,\n${OBJECTION}objection,07700 900123,,,,,2026-11-23,,\n`;
    const [first, ...lines] = await refusal(content);
    expect(first).toMatch(/^cannot import `.*ledger\.csv`: 2 lines cannot be read, so nothing was changed$/);
    expect(lines).toEqual([
      'line 3: `phone` holds no number that can be read',
      'line 5: `on` is after today (2026-11-22); correct the day',
    ]);
  });

  test.for(['\n', '\r\n', '\r'])('counts the line on which a record begins (%j)', async (lineEnd) => {
    const content = `${HEADER}\n${CONSENT.replace('opt-in', '"opt-\nin"')}objection,?,,,,,,,\n`;
    const [, ...lines] = await refusal(content.replaceAll('\n', lineEnd));
    expect(lines.map((line) => line.split(':')[0])).toEqual(['line 3', 'line 5']);
  });

  test('tells the lines before a broken one too', async () => {
    const [, ...lines] = await refusal(`${HEADER}objection,?,,,,,,,\nobjection,"07700 900123,,,,,,,\n`);
    expect(lines.map((line) => line.split(':')[0])).toEqual(['line 2', 'line 3']);
  });

  test('tells the first ten of its lines and how many there are', async () => {
    const [first, ...lines] = await refusal(HEADER + 'objection,?,,,,,,,\n'.repeat(12));
    expect(first).toContain('12 lines cannot be read, so nothing was changed; the first 10 are');
    expect(lines).toHaveLength(10);
  });

  test.for<[string, string, string]>([
    ['a row that is too short', 'objection,07700 900123\n', 'line 2: the line has 2 cells, and the header 9'],
    [
      'a row that is too long',
      OBJECTION.replace('\n', ',x\n'),
      'line 2: the line has 10 cells, and the header 9',
    ],
    ['a quote inside a cell', 'objection,07700 "900123",,,,,,,\n', 'line 2: a quote stands inside a cell'],
    [
      'a quote that is never closed',
      `objection,"07700 900123,,,,,,,\n${CONSENT}`,
      'line 2: a quoted cell begins here or below and never ends',
    ],
  ])('%s', async ([, row, sentence]) => {
    expect((await refusal(HEADER + row))[1]).toContain(sentence);
  });

  test('a cell of more than a million characters is taken for a quote that is never closed', async () => {
    const [, line] = await refusal(`${HEADER}objection,"07700 900123${CONSENT.repeat(20_000)}",,,,,,,\n`);
    expect(line).toContain('line 2: a quoted cell begins here or below and never ends');
  });

  test.for<[string, string, string]>([
    [
      'a misspelt column',
      'record,phone,chanels\n',
      'line 1: unknown column `chanels`; did you mean `channels`?',
    ],
    ['a column given twice', 'record,phone,Phone\n', 'line 1: the column `phone` stands there twice'],
    ['a column without a name', 'record,phone,\n', 'line 1: column 3 has no name'],
    [
      'a header without `record`',
      'phone,email\n',
      'line 1: there is no column `record`, so this is no ledger file',
    ],
    ['a header that names nobody', 'record,channels\n', 'line 1: no column says whom a line is about'],
    ['no header but a record', 'objection,07700 900123\n', 'there is no column `record`'],
    ['nothing at all', '', 'the file is empty'],
  ])('%s', async ([, content, sentence]) => {
    const lines = await refusal(content);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(sentence);
    expect(lines[0]).not.toContain('900123');
  });

  test('text that is not UTF-8', async () => {
    const [line] = await refusal(
      Buffer.from(HEADER + CONSENT.replace('Northfield', 'N\xf6rthfield'), 'latin1'),
    );
    expect(line).toContain('it is not UTF-8 text; save it');
  });

  test.for<[string, string, string]>([
    ['a file that is not there', 'missing.csv', 'there is no such file'],
    ['a folder', '.', 'EISDIR'],
  ])('%s', async ([, name, sentence]) => {
    const store = temporaryStore();
    const request = { path: `${temporaryFolder()}/${name}`, ...how };
    await expect(importLedger(store, clock, request)).rejects.toThrow(sentence);
    expect(store.connection.inTransaction).toBe(false);
  });
});

describe('keeping what is good', () => {
  const bad = { ...how, keepGood: true };

  test('passes over unreadable consents and soft opt-ins, and tells their lines', async () => {
    const store = temporaryStore();
    const content = `${HEADER}consent,?,,live-call,,,,,\n${CONSENT}soft-opt-in,07700 900123,,email,,,soon,,\n`;
    const result = await importing(store, content, bad);
    expect(result).toMatchObject({
      revision: 1,
      counts: {
        consent: { read: 1, added: 1, passedOver: 1 },
        'soft-opt-in': { read: 0, added: 0, passedOver: 1 },
      },
      passedOver: [
        { line: 2, kind: 'consent', reason: '`phone` holds no number that can be read' },
        { line: 4, kind: 'soft-opt-in', reason: '`on` holds no day that exists; write it as 2026-11-22' },
      ],
    });
    expect(entryCount(store)).toBe(1);
  });

  test.for<[string, string]>([
    ['an objection', 'objection,?,,,,,,,\n'],
    ['a withdrawal', 'withdrawal,?,,,,,,,\n'],
    ['a withdrawn consent', 'consent,?,,,,,,2026-06-01,\n'],
    ['a fundraising preference', 'fundraising-preference,?,,,,,,,\n'],
    ['a wrong number', 'wrong-number,?,,,,,,,\n'],
    ['a row whose kind nobody can read', 'constent,?,,,,,,,\n'.replace('constent', 'permission')],
    ['a row with a cell too many, which may be anything', CONSENT.replace('\n', ',\n')],
  ])('never passes over %s', async ([, row]) => {
    const [, ...lines] = await refusal(`${HEADER}consent,?,,live-call,,,,,\n${row}`, bad);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^line 3: /);
  });
});

describe('a plain list of objections', () => {
  const plain = { asObjection: true };
  const everything = {
    record: 'objection',
    scope: null,
    controller: null,
    channels: 'all',
    purposes: 'any',
    on: null,
  };

  test('binds every number and address on it, to every caller, on every channel, undated', async () => {
    const store = temporaryStore();
    const result = await importing(store, '07700 900123\njo@example.org\n\n', plain);
    expect(result).toMatchObject({
      revision: 1,
      counts: { objection: { read: 2, added: 2 } },
      controllers: [{ name: null, counts: { objection: 2 } }],
    });
    const entries = openLedger(store).entriesFor({
      numbers: [MOBILE],
      emails: ['jo@example.org'],
      personId: null,
      idSystem: null,
    });
    expect(entries.map(({ record }) => record)).toEqual([everything, everything]);
  });

  test.for<[string, string]>([
    ['a header', 'Phone number\n07700 900123\n'],
    ['a header and columns that name nobody', 'Mobile,Reason\n07700 900123,asked in June\n'],
    ['a byte order mark and CRLF', '\uFEFF07700 900123\r\n'],
    ['quotes', '"07700 900123"\n'],
    ['the same number twice', '07700 900123\n+44 7700 900123\n'],
  ])('may have %s', async ([, content]) => {
    const store = temporaryStore();
    await expect(importing(store, content, plain)).resolves.toMatchObject({
      counts: { objection: { added: 1 } },
    });
    expect(countEntries(store).objectionCount).toBe(1);
  });

  test.for<[string, string, string]>([
    [
      'a line that is neither number nor address',
      `${inform(2).join('')}Jo Example\n`,
      'line 3: the line holds no number that can be read',
    ],
    ['two numbers on a line', '07700 900123 / 07700 900124\n', 'line 1: the line holds more than one number'],
    [
      'a second cell without a header',
      '07700 900123,07700 900124\n',
      'line 1: more than one cell stands here',
    ],
    [
      'an empty cell beside a filled one',
      'phone,reason\n,asked in June\n',
      'line 2: the line holds no number',
    ],
    ['names in its first column', 'Name,Reason\nJo Example,asked\n', 'line 1:'],
  ])('%s stops it, whatever else is good', async ([, content, sentence]) => {
    const [, ...lines] = await refusal(content, { ...plain, keepGood: true });
    expect(lines[0]).toContain(sentence);
    expect(lines.join()).not.toMatch(/Example|90012/);
  });

  test('a second column of contacts stops it, since their objections would be lost', async () => {
    const [line] = await refusal('Phone,Email\n07700 900123,jo@example.org\n', plain);
    expect(line).toContain('a plain list has one column of numbers or addresses, and this one has 2');
  });
});

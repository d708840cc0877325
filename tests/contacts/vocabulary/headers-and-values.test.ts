import { describe, expect, test } from 'vitest';
import { isBareAnswer, readFlag as readFlagValue } from '../../../src/contacts/cells/flag-values.js';
import type { FlagReading, FlagSense } from '../../../src/contacts/roles.js';
import { findWords } from '../../../src/contacts/vocabulary/find-words.js';
import { type HeaderKind, readHeader } from '../../../src/contacts/vocabulary/read-header.js';
import { TABLE } from '../../../src/contacts/vocabulary/stem-table.js';

describe('what a header says', () => {
  test.for<[HeaderKind, FlagSense, string | null, string[]]>([
    [
      'refusal',
      'refusal',
      'do_not_call',
      ['NOCALL', 'No calls', 'Phone DNC', 'PhoneOptOut', 'is_opt_out_call', 'dont ring'],
    ],
    [
      'refusal',
      'refusal',
      'do_not_contact',
      ['DNC', 'dnc_flag', 'Do not contact', 'Opted out', 'npsp__Opted_Out__c', 'cf_dnc'],
    ],
    [
      'refusal',
      'refusal',
      'do_not_contact',
      ['Blocklisted', 'suppressed_at', 'Erasure requested', 'Objected on', 'STOP'],
    ],
    [
      'refusal',
      'refusal',
      'do_not_contact',
      ['Consent withdrawn', 'No consent', 'Optio allan', 'Peidio â chysylltu'],
    ],
    ['refusal', 'unclear', 'do_not_call', ['Do not call removed', 'Not opted out of calls']],
    ['refusal', 'unclear', 'do_not_contact', ['Not opted out', 'DNC lifted']],
    [
      'listing',
      'refusal',
      'do_not_call',
      ['TPS', 'isTPSlisted', 'CTPSregistered', 'tps_match_date', 'Telephone Preference Service'],
    ],
    ['listing', 'unclear', 'do_not_call', ['Non-TPS', 'Not TPS', 'TPS OK', 'TPS cleared', 'TPSCHECK']],
    [
      'death',
      'refusal',
      'deceased',
      ['npsp__Deceased__c', 'hed__Deceased__c', 'DeathDate', 'deceased_at', 'DECEASED_IND', 'Has died'],
    ],
    ['death', 'refusal', 'deceased', ['RIP', 'DOD', 'Passed away', 'Wedi marw', 'isDeceased']],
    ['life', 'permission', 'deceased', ['Alive', 'Is alive', 'Living', 'still alive?']],
    [
      'permission',
      'permission',
      'do_not_call',
      ['OK to call', 'OKphone', 'canCall', 'Phone consent', 'calls_allowed', 'phoneOptIn'],
    ],
    [
      'permission',
      'permission',
      'do_not_contact',
      ['Consent', 'Contactable', 'Happy to be contacted', 'mktg_consent'],
    ],
    ['restriction', 'refusal', 'do_not_contact', ['Archived', 'Anonymised', 'merged_into', 'is_hidden']],
    ['restriction', 'unclear', 'do_not_contact', ['is_active', 'Active']],
    ['suspicious', 'unclear', 'do_not_contact', ['Status', 'Opt', 'Contact preference', 'Mktg']],
    ['suspicious', 'unclear', 'do_not_call', ['Call Y/N', 'By phone', 'Ring?']],
    ['suspicious', 'refusal', 'do_not_contact', ['Outcome', 'Result code', 'Flag 7', 'Disposition']],
    [
      'nothing',
      'refusal',
      null,
      ['Ward', 'Gender', 'created_at', 'Bus stop', 'Late fee', 'Post town', 'Ring size', 'Block'],
    ],
    [
      'nothing',
      'refusal',
      null,
      ['federal_donotcall', 'Do not knock', 'Cost of living', 'Livingston office', 'Objectives', ''],
    ],
  ])('%s, %s, %s', ([kind, sense, role, headers]) => {
    for (const header of headers) {
      const reading = readHeader(header);
      expect([header, reading.kind, reading.sense, reading.role]).toEqual([header, kind, sense, role]);
    }
  });

  test.for<[string, string[]]>([
    [
      'do_not_call',
      ['Do Not Call', 'DoNotCall', 'Don’t call', 'Phone opt out', 'Do not contact by phone', 'DoNotCall__c'],
    ],
    ['do_not_call+do_not_text', ['Do not call or text']],
    ['do_not_email', ['Email Opt Out', 'unsubscribed_at', 'do_not_e-mail', 'Opted out of email: News']],
    ['do_not_contact', ['Opted out', 'npsp__Do_Not_Contact__c']],
    ['deceased', ['deceased', 'deceased_at', 'Date of death', 'is_dead']],
    ['', ['DNC', 'No calls', 'Do not call removed', 'Do not call until', 'RIP', 'TPS', 'OK to call']],
  ])('the roles beyond doubt are %s', ([roles, headers]) => {
    for (const header of headers)
      expect([header, readHeader(header).certainRoles.join('+')]).toEqual([header, roles]);
  });
});

describe('what a cell of a flag column says', () => {
  test.for<[FlagReading, FlagSense, string[]]>([
    [
      'yes',
      'refusal',
      [
        'TRUE',
        'x',
        '1',
        '2026-03-12',
        'Opted out',
        'DNCL',
        'DNCC',
        'Blocklisted',
        'Block list',
        'black-listed',
      ],
    ],
    [
      'yes',
      'refusal',
      [
        'REVOKE',
        'STOPALL',
        'QUIT',
        'CANCEL',
        'END',
        'Denied',
        'Revoked',
        'Not given',
        'Out',
        'Never',
        'Listed',
      ],
    ],
    [
      'yes',
      'unclear',
      [
        'Unsubscribed',
        'consent revoked',
        'nicht anrufen',
        'ne pas appeler',
        'no llamar',
        'peidiwch â ffonio',
      ],
    ],
    [
      'no',
      'refusal',
      ['No', '0', '', 'OK to call', 'not opted out', 'Alive', 'TPS clear'].filter((cell) => cell !== ''),
    ],
    ['yes', 'permission', ['No', '0', 'FALSE', 'Refused']],
    ['no', 'permission', ['Yes', '1', '2026-03-12']],
    ['not-recorded', 'refusal', ['', ' ', '\u200b', '-', '.', '=""', '""', 'n/a', 'Unknown', 'not asked']],
    [
      'unread',
      'refusal',
      ['"', "''", '=', '= =', '"=', '..', '...', '″', '〃', 'ditto', 'as above', '?', '*'],
    ],
    [
      'unread',
      'refusal',
      ['maybe', '2', 'yes and no', 'not subscribed', 'normal_unsubscribe', '07700 900123', 'mornings only'],
    ],
    ['unread', 'unclear', ['Yes', 'No', '1', '2026-03-12']],
  ])('%s under a %s', ([reading, sense, cells]) => {
    for (const cell of cells) expect([cell, readFlagValue(cell, sense)]).toEqual([cell, reading]);
  });

  test('bare answers are known however they are written', () => {
    for (const cell of ['Yes', ' no ', "'1", 'TRUE.', '✓'])
      expect([cell, isBareAnswer(cell)]).toEqual([cell, true]);
    for (const cell of ['', 'maybe', 'opted out', '2026-03-12'])
      expect([cell, isBareAnswer(cell)]).toEqual([cell, false]);
  });
});

describe('one table: what refuses in a note', () => {
  const refusing = TABLE.words.filter(({ classes }) => classes.has('BYITSELF')).map(({ form }) => form);
  const inNotes = refusing.filter((form) => findWords(form).length > 0);

  test('holds most words that refuse by themselves', () => {
    expect(inNotes.length).toBeGreaterThan(refusing.length * 0.6);
  });

  test.for(inNotes)('`%s` refuses as a flag value and is asked about as a header', (form) => {
    expect([form, readFlagValue(form, 'unclear')]).toEqual([form, 'yes']);
    expect([form, readHeader(form).kind]).not.toEqual([form, 'nothing']);
  });
});

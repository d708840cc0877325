import { describe, expect, test } from 'vitest';
import {
  type ColumnRoles,
  contactColumnQuestion,
  resolveColumns,
} from '../../../src/contacts/columns/column-roles.js';
import { requireAnswers } from '../../../src/contacts/columns/open-questions.js';
import { type Mapping, parseMapping } from '../../../src/contacts/reading-options.js';
import { type FlagSense, OPT_OUT_ROLES } from '../../../src/contacts/roles.js';
import type { Channel } from '../../../src/screening/campaign.js';

function resolve(header: string | readonly string[], ...maps: string[]): ColumnRoles {
  const names = typeof header === 'string' ? header.split(',') : header;
  const columns = resolveColumns(names, maps.map(parseMapping), 'members.csv');
  requireAnswers(columns.questions, columns.header, 'members.csv');
  return columns;
}

/** Throws what a run on `channel` would, where the list has no column for it. */
function requireContactColumn(columns: ColumnRoles, channel: Channel): void {
  const question = contactColumnQuestion(columns, channel);
  requireAnswers(question === null ? [] : [question], columns.header, 'members.csv');
}

/** `header` with the roles of its columns, `-` for one without. */
function roles(header: string | readonly string[], ...maps: string[]): Record<string, string> {
  const columns = resolve(header, ...maps);
  return Object.fromEntries(columns.header.map((name, i) => [name, columns.rolesOf(i).join('+') || '-']));
}

describe('the role that a header gives its column', () => {
  test.for<[string, string[]]>([
    [
      'phone',
      [
        ...[
          'Phone',
          'phone_number',
          'PhoneNumber',
          'Telephone',
          'Tel',
          'Tel.',
          'Tel No',
          'Phone No.',
          'TELEPHONE ',
        ],
        ...[
          'Mobile',
          'mobile_number',
          'MobilePhone',
          'Mobile Phone',
          'Mob',
          'Cell',
          'Cell Phone',
          'Landline',
        ],
        ...['Home Phone', 'work_phone_number', 'Business Phone 2', 'Phone1', 'Phone 1 - Value', 'DDINumber'],
        ...[
          'Pref Phone ',
          "Assistant's Phone",
          'Company Main Phone',
          'Car Phone',
          'Radio Phone',
          'TTY/TDD Phone',
        ],
        ...['Callback', 'Contact Number', 'can2_phone', 'Home-Phone-Mobile', 'Phone (Main, Billing Primary)'],
        ...['SMS Phone Number', 'Telephone (daytime)', '*Phone', 'Mobile_Phone', 'ＰＨＯＮＥ'],
      ],
    ],
    ['fax', ['Fax', 'FaxNumber', 'fax_number', 'Home Fax']],
    [
      'email',
      [
        ...[
          'Email',
          'E-mail',
          'E-mail Address',
          'EmailAddress',
          'email1',
          'E-mail 1 - Value',
          'PreferredEmail',
        ],
        ...['E-mail 2 Address', 'npe01__HomeEmail__c', 'Email Address'],
      ],
    ],
    ['address', ['Address', 'Street Address', 'primary_address1', 'Address_Line_1', 'POAddressLine1']],
    ['social_handle', ['twitter_login', 'Twitter', 'facebook_username']],
    [
      'person_id',
      [
        'person_id',
        'nationbuilder_id',
        'Voter File VANID',
        'VANID',
        'Contact ID',
        'Record ID',
        'AK_ID',
        'uuid',
        'Id',
      ],
    ],
    ['date_of_birth', ['date_of_birth', 'DOB ', '*dob', 'Birthday', 'Elector DOB']],
    ['membership_status', ['membership_status', 'Membership status', 'Memb_status']],
    ['membership_ended_on', ['membership_ended_on', 'Xdate']],
    ['subscriber_kind', ['subscriber_kind', 'Subscriber Kind']],
    ['deceased', ['deceased', 'is_deceased', 'Contact Is Deceased', 'Date of death']],
    ['mps_listed', ['mps_listed', 'MPS']],
    [
      'do_not_call',
      ['do_not_call', 'DoNotCall', 'Do Not Call', 'Do not phone', 'donotcall', 'Don’t call', 'don´t call'],
    ],
    [
      'do_not_call',
      ['Phone opt out', 'Opted out of calls', 'Do not call list', 'DONOTCALL', 'DONOTRING', 'do_not_call?'],
    ],
    ['do_not_text', ['Do Not Sms', 'Do Not SMS', 'do_not_text', 'SMS opt-out', 'can2_sms_status']],
    ['do_not_text', ['SMS Opt-In Status']],
    [
      'do_not_email',
      [
        ...[
          'Do Not Email',
          'HasOptedOutOfEmail',
          'Email Opt Out',
          'No Bulk Emails (User Opt Out)',
          'Is Opt Out',
        ],
        ...['unsubscribed', 'unsubscribed_at', 'Unsubscribed from all email', 'Opted out of email: News'],
        ...['UNSUB_TIME', 'can2_subscription_status', 'Email Subscription Status', 'do_not_e-mail'],
      ],
    ],
    ['do_not_mail', ['Do Not Mail', 'do_not_post', 'Mail opt out']],
    ['do_not_contact', ['do_not_contact', 'npsp__Do_Not_Contact__c', 'Opted out', 'Do not contact']],
    ['do_not_call', ['Do not contact by phone']],
    ['do_not_call+do_not_text', ['Do not call or text', 'do_not_call_or_text']],
    [
      'notes',
      ['Notes', 'note', 'Comments', 'tag_list', 'TAGS', 'can2_user_tags', 'Labels', 'Group Membership'],
    ],
    ['notes', ['Categories', 'Activist Code', 'Phone notes', 'Canvass result', 'Communication preferences']],
    [
      '-',
      [
        ...[
          'Phone Type',
          'Phone 1 - Label',
          'Phone 1 - Type',
          'Phone Extension',
          'is_mobile_bad',
          'mobile_opt_in',
        ],
        ...[
          'email_opt_in',
          'email1_is_bad',
          'Email Type',
          'E-mail 1 - Label',
          'Preferred Communication Method',
        ],
        ...['Preferred Phone', 'Is a Cell?', 'Pager', 'ISDN', 'Telex', 'federal_donotcall', 'Do Not Trade'],
        ...[
          'Do not knock',
          'UNSUB_REASON',
          'UNSUB_CAMPAIGN_TITLE',
          'First Name',
          'Membership type',
          'Web Address',
        ],
        ...['IP address', 'Legal basis for processing contact’s data', 'created_at', 'Number', 'On Hold', ''],
      ],
    ],
  ])('%s', ([role, headers]) => {
    for (const header of headers) expect([header, roles([header])[header]]).toEqual([header, role]);
  });

  test('HubSpot’s membership status is that of a website', () => {
    expect(roles('Record ID,Phone Number,Membership status')).toMatchObject({ 'Membership status': '-' });
    expect(roles('Member no,Membership status')).toMatchObject({ 'Membership status': 'membership_status' });
  });

  test('a bare Id is the person’s only where it leads the row and nothing else is', () => {
    expect(roles('Id,Phone')).toMatchObject({ Id: 'person_id' });
    expect(roles('Phone,Id')).toMatchObject({ Id: '-' });
    expect(roles('Id,Contact ID')).toMatchObject({ Id: '-', 'Contact ID': 'person_id' });
  });

  test('of two candidates the one with the role’s own name is meant', () => {
    expect(roles('AK_ID,Memb_status,membership_status')).toEqual({
      AK_ID: 'person_id',
      Memb_status: '-',
      membership_status: 'membership_status',
    });
  });

  test('columns are found again by role', () => {
    const columns = resolve('Phone,Name,Mobile,Email');
    expect(columns.columnsOf('phone')).toEqual([0, 2]);
    expect(columns.columnsOf('email')).toEqual([3]);
    expect(columns.columnsOf('fax')).toEqual([]);
    expect(columns.rolesOf(99)).toEqual([]);
  });
});

describe('--map', () => {
  test.for<[string, Mapping]>([
    ['phone=Number', { role: 'phone', column: 'Number' }],
    ['do-not-call=No calls = yes', { role: 'do_not_call', column: 'No calls = yes' }],
    [' Phone = Number ', { role: 'phone', column: 'Number' }],
  ])('`%s`', ([text, mapping]) => {
    expect(parseMapping(text)).toEqual(mapping);
  });

  test.for<[string, string]>([
    ['fone=Number', '`--map fone=Number`: there is no role `fone`; did you mean `phone`?'],
    ['do_not_ring=X', '`--map do_not_ring=X`: there is no role `do_not_ring`; did you mean `do_not_call`?'],
    ['phone', '`--map phone` names no column; write it as `--map phone="Mobile"`'],
    ['phone=', '`--map phone=` names no column; write it as `--map phone="Mobile"`'],
  ])('`%s` is refused', ([text, complaint]) => {
    expect(() => parseMapping(text)).toThrow(complaint);
  });

  test.for<[string, string, string[], Record<string, string>]>([
    ['adds a role to a column', 'Number,Name', ['phone=Number'], { Number: 'phone' }],
    ['adds to the roles a column has', 'Phone,Name', ['notes=Phone'], { Phone: 'phone+notes' }],
    ['says once more what is known', 'Phone,Name', ['phone=Phone'], { Phone: 'phone' }],
    [
      'takes every role away',
      'Phone,Home phone',
      ['ignore=Home phone'],
      { Phone: 'phone', 'Home phone': 'ignore' },
    ],
    [
      'finds a column whatever its case and blanks',
      ' Work  Number ,Name',
      ['phone=work number'],
      { ' Work  Number ': 'phone' },
    ],
    ['prefers the exact name', 'Number,number', ['phone=number'], { Number: '-', number: 'phone' }],
    [
      'settles what a header only looks like',
      'Phone,DNC 2024',
      ['do_not_call=DNC 2024'],
      { 'DNC 2024': 'do_not_call' },
    ],
    ['may ignore such a header', 'Phone,TPS', ['ignore=TPS'], { TPS: 'ignore' }],
    ['gives a role to a column without a name', 'Phone,', ['notes=column 2'], { '': 'notes' }],
    ['gives a role to a column of a blank name', 'Phone,  ', ['notes=Column 2'], { '  ': 'notes' }],
    ['chooses among candidates', 'Contact ID,Member no', ['ignore=Contact ID'], { 'Member no': 'person_id' }],
  ])('%s', ([, header, maps, expected]) => {
    expect(roles(header, ...maps)).toMatchObject(expected);
  });

  test('tells columns of one name apart by their order', () => {
    const columns = resolve('Number,Number,Name', 'phone=Number#2');
    expect(columns.columnsOf('phone')).toEqual([1]);
  });
});

describe('what stops the run', () => {
  test.for<[string, string, string[], string]>([
    [
      'a mapping to no column',
      'Phone,Name',
      ['email=Nmae'],
      '`--map email=Nmae`: `members.csv` has no such column; did you mean `Name`?',
    ],
    [
      'a mapping to a name that stands twice',
      'Number,Number',
      ['phone=Number'],
      '`members.csv` has 2 columns `Number`; say which: `--map phone="Number#1"` or `--map phone="Number#2"`',
    ],
    [
      'a column both ignored and mapped',
      'Phone,Name',
      ['ignore=Phone', 'phone=phone'],
      '`--map` both ignores `phone` and makes it `phone`; leave one of them out',
    ],
    [
      'two candidates for a role that takes one',
      'Contact ID,Member no,Phone',
      [],
      '`members.csv`: only one column can be `person_id`, and `Contact ID` and `Member no` are; leave one out, for instance with `--map ignore="Member no"`',
    ],
    [
      'a second column mapped to such a role',
      'person_id,Other,Phone',
      ['person_id=Other'],
      '`members.csv`: only one column can be `person_id`, and `person_id` and `Other` are; leave one out, for instance with `--map ignore="Other"`',
    ],
    [
      'two birthdays of one name',
      'DOB,DOB',
      [],
      '`members.csv`: only one column can be `date_of_birth`, and `DOB#1` and `DOB#2` are; leave one out, for instance with `--map ignore="DOB#2"`',
    ],
    [
      'a header that looks like an opt-out',
      'Phone,DNC 2024',
      [],
      '`members.csv`: a column looks like an opt-out or a register listing; say what it means: `DNC 2024` (`--map do_not_call="DNC 2024"` or `--map ignore="DNC 2024"`)',
    ],
    [
      'two of them',
      'TPS,Phone,Objection',
      [],
      '`members.csv`: columns look like an opt-out or a register listing; say what they mean: `TPS` (`--map do_not_call="TPS"` or `--map ignore="TPS"`); `Objection` (`--map do_not_contact="Objection"` or `--map ignore="Objection"`)',
    ],
  ])('%s', ([, header, maps, complaint]) => {
    expect(() => resolve(header, ...maps)).toThrow(complaint);
  });

  test.for([
    ...[
      'DNC',
      'CTPS checked',
      'FPS',
      'opt out',
      'Opt-out date',
      'suppressed',
      'No contact',
      'stop',
      'Blacklist',
    ],
    ...[
      'subscription status',
      'objections',
      'Do not disturb',
      'HasOptedOutOfFax',
      'Email status',
      'no calls',
    ],
    ...['TPSlisted', 'CTPSregistered', 'DNCflag', 'tpsflag', 'TPSCHECK', 'D.N.C.', 'NOCALL', 'nophone'],
    ...[
      'suppresscall',
      'OPTEDOUT',
      'phoneoptout',
      'Not call',
      'Remove',
      'Remove from list',
      'Declined',
      'Barred',
    ],
    ...['Complaint', 'Objector', 'Wrong number', 'Telephone Preference', 'Telephone Preference Service'],
    ...['Not opted out of calls', 'Do not call lifted', 'OK to call', 'Can we call', 'Permission to call'],
    ...['Phone consent', 'Consent to phone', 'Contactable', 'Call opt in', 'Marketing opt-in'],
    ...['Marketing opt out', 'never', 'Blacklisted', 'Refused', 'consent_status', 'DNC2024', 'No Phone'],
    ...['Do not call removed', 'Do not call withdrawn', 'Not on do not call list', 'Not yet opted out'],
    ...['no longer opted out', 'Do not call reason', 'Do not call until', 'TPS clear', 'isTPSlisted'],
    ...[
      'phoneoptin',
      'OK to call on mobile',
      'OK to phone',
      'Can we phone',
      'Happy to be contacted by phone',
    ],
    ...[
      'Phone suppressed',
      'Phone blocked',
      'Telephone Suppression',
      'Phone OK',
      'Calls allowed',
      'Callable',
    ],
    ...["Doesn't want calls", 'No cold calls', 'No canvassing', 'Right to object', 'Erasure requested'],
    ...['GDPR delete', 'RIP', 'DOD', 'Passed away', 'Wrong no', 'Block list', 'Leave alone', 'Remove me'],
    ...['DND', 'nomail', 'SMS STOP', 'Peidio â ffonio', 'Call status', 'Not TPS', 'Email refused'],
  ])('a header `%s` without a role', (header) => {
    expect(() => resolve(['Phone', header])).toThrow('say what it means');
  });

  test.for([
    ...[
      'Block',
      'Apartment block',
      'Bus route',
      'Notes',
      'Gender',
      'Subscriber kind',
      'email_opt_in',
      'mobile_opt_in',
      'federal_donotcall',
      'is_mobile_bad',
      'Do not knock',
      'Website (https)',
      'Optician',
      'Objective',
      'Object type',
      'Postcode',
      'Ring road',
    ],
  ])('but not a header `%s`', (header) => {
    expect(() => resolve(['Phone', header])).not.toThrow();
  });
});

describe('what a yes in an opt-out column means', () => {
  test.for<[FlagSense, string[]]>([
    [
      'refusal',
      [
        ...[
          'Do not call',
          'do_not_call',
          'Phone opt out',
          'Opted out',
          'Unsubscribed',
          'No calls',
          'DNC 2024',
          'TPS',
        ],
        ...[
          'Consent withdrawn',
          'Permission refused',
          'No consent',
          "Doesn't want calls",
          'Stop',
          'Deceased',
        ],
        // The user says what a header means that says nothing itself.
        ...['Flag 7', 'Ref', ''],
      ],
    ],
    [
      'permission',
      [
        'OK to call',
        'Can we phone',
        'Happy to be contacted by phone',
        'Calls allowed',
        'Phone consent',
        'Contactable',
      ],
    ],
    [
      'unclear',
      [
        ...['Do not call removed', 'Do not call withdrawn', 'Not on do not call list', 'Not yet opted out'],
        ...[
          'no longer opted out',
          'Not unsubscribed',
          'Never unsubscribed',
          'TPS clear',
          'TPS ok',
          'Not TPS',
        ],
        ...[
          'SMS Opt-In Status',
          'can2_subscription_status',
          'Subscribed',
          'Call Y/N',
          'By phone',
          'Newsletter',
        ],
        ...['OK not to call'],
      ],
    ],
  ])('%s', ([sense, headers]) => {
    for (const header of headers) {
      const columns = resolveColumns(['Phone', header], [], 'members.csv');
      expect([header, columns.senseOf(1)]).toEqual([header, sense]);
    }
  });
});

describe('the contact columns that a channel needs', () => {
  test.for<[Channel, string, string | null]>([
    ['live-call', 'Name,Phone', null],
    ['live-call', 'Name,Fax', 'phone'],
    ['automated-call', 'Name,Email', 'phone'],
    ['sms', 'Mobile', null],
    ['fax', 'Phone', null],
    ['fax', 'Fax', null],
    ['fax', 'Email', 'fax'],
    ['email', 'Email', null],
    ['email', 'Phone', 'email'],
    ['post', 'Address', null],
    ['post', 'Phone', 'address'],
    ['social-dm', 'Twitter', null],
    ['social-dm', 'Phone', 'social_handle'],
  ])('%s, columns %s', ([channel, header, missing]) => {
    const require = () => requireContactColumn(resolve(header), channel);
    if (missing === null) expect(require).not.toThrow();
    else expect(require).toThrow(`--map ${missing}="`);
  });

  test('the message lists the columns and proposes the nearest', () => {
    expect(() => requireContactColumn(resolve('Name,Fone,Email,'), 'live-call')).toThrow(
      '`members.csv` has no column that holds telephone numbers, which `live-call` needs; its columns are `Name`, `Fone`, `Email`, `column 4`. Name the one, for instance `--map phone="Fone"`',
    );
  });
});

test('where no column is known the first line may be somebody, and none of it is printed', () => {
  const lost = (): void => requireContactColumn(resolve('Ann Example,12 High Street,'), 'live-call');
  expect(lost).toThrow('the first line does not look like a header');
  expect(lost).not.toThrow('Ann');
});

test('every opt-out role is found by its own name', () => {
  expect(Object.values(roles(OPT_OUT_ROLES))).toEqual([...OPT_OUT_ROLES]);
});

import { describe, expect, test } from 'vitest';
import { CHANNELS, type Channel } from '../../../../src/screening/campaign.js';
import type { LedgerEntry } from '../../../../src/screening/evidence.js';
import { electronicMail, isElectronicMail } from '../../../../src/screening/rules/consent/electronic-mail.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import {
  type Change,
  consent,
  FIRM_RINGS,
  OTHER_NUMBER_OF_THIS_PERSON,
  onChannel,
  SERVICE_CALL,
  sale,
  THIS_NUMBER_OF_ANOTHER_PERSON,
  THIS_PERSON,
  toldBy,
  wrongNumber,
} from '../../facts-for-tests.js';

const BAR = 'bar no-consent';

test('email, texts and direct messages are electronic mail, and nothing else is', () => {
  expect(CHANNELS.filter(isElectronicMail)).toEqual(['sms', 'email', 'social-dm']);
});

describe.each(['email', 'sms', 'social-dm'] as const)('a marketing message by %s', (channel) => {
  const told = (change: Change): readonly string[] => toldBy(electronicMail, onChannel(channel, change));

  test.for<[string, LedgerEntry[], string[]]>([
    ['to somebody of whom nothing is held', [], [BAR]],
    ['to somebody who agreed', [consent({ channels: [channel] })], [BAR, 'opens consent-valid']],
    [
      'to somebody who agreed to calls',
      [consent({ channels: ['live-call'] })],
      [BAR, 'fails consent-wrong-channel'],
    ],
    [
      'to somebody who agreed, without any channel named',
      [consent({ channels: [] })],
      [BAR, 'fails consent-wrong-channel'],
    ],
    [
      'to somebody who agreed as a person, without a number or address',
      [consent({ channels: [channel], match: THIS_PERSON })],
      [BAR, 'opens consent-valid'],
    ],
    [
      'to another number or address than the one agreed to',
      [consent({ channels: [channel], match: OTHER_NUMBER_OF_THIS_PERSON })],
      // No ledger names an account, so there it is told that the record lacks the person.
      channel === 'social-dm' ? [BAR, 'fails consent-evidence-incomplete'] : [BAR],
    ],
    [
      'to an address that another person agreed to',
      [consent({ channels: [channel], match: THIS_NUMBER_OF_ANOTHER_PERSON })],
      [BAR],
    ],
    [
      'to an address reported as wrong',
      [consent({ channels: [channel] }), wrongNumber()],
      [BAR, 'fails wrong-number'],
    ],
  ])('%s', ([, ledger, keys]) => {
    expect(told({ ledger })).toEqual(keys);
  });

  test('a service message raises no bar', () => {
    expect(told(SERVICE_CALL)).toEqual([]);
  });

  test('a sole trader and an ordinary partnership are protected as individuals are', () => {
    expect(told({ person: { subscriberKind: 'sole-trader' } })).toEqual([BAR]);
    expect(told({ person: { subscriberKind: 'partnership' } })).toEqual([BAR]);
  });

  test('where the kind of subscriber is unknown, a person has to look', () => {
    expect(told({ person: { subscriberKind: 'unknown' } })).toEqual([
      BAR,
      'unproven subscriber-kind-unknown',
    ]);
  });

  test('a corporate subscriber with a role mailbox may be written to', () => {
    expect(told({ person: { subscriberKind: 'corporate', mailboxKind: 'role' } })).toEqual([
      BAR,
      'opens corporate-subscriber',
    ]);
  });
});

test('consents, soft opt-ins and the kind of subscriber are told side by side', () => {
  expect(
    toldBy(
      electronicMail,
      onChannel('email', {
        ...FIRM_RINGS,
        person: { subscriberKind: 'unknown' },
        ledger: [consent({ channels: ['sms'] }), sale()],
      }),
    ),
  ).toEqual([
    BAR,
    ...['fails consent-wrong-controller', 'fails consent-wrong-channel', 'fails consent-purpose-mismatch'],
    'opens soft-opt-in',
    'unproven subscriber-kind-unknown',
  ]);
});

test.for<Channel>(['live-call', 'automated-call', 'fax', 'post'])('%s raises no such bar', (channel) => {
  expect(toldBy(electronicMail, onChannel(channel))).toEqual([]);
});

eachCodeHasItsWorld(electronicMail.codes, {
  'no-consent': onChannel('email'),
});

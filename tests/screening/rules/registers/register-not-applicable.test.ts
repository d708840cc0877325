import { expect, test } from 'vitest';
import { CHANNELS } from '../../../../src/screening/campaign.js';
import { registerNotApplicable } from '../../../../src/screening/rules/registers/register-not-applicable.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { consent, listed, onChannel, SERVICE_CALL, toldBy, verdictOn } from '../../facts-for-tests.js';

test('a listing is told of every contact in writing but the fax, and binds none', () => {
  const telling = CHANNELS.filter(
    (channel) => toldBy(registerNotApplicable, onChannel(channel, { ctps: listed() })).length > 0,
  );
  expect(telling).toEqual(['sms', 'email', 'post', 'social-dm']);
  const ledger = [consent({ channels: ['sms'] })];
  expect(verdictOn(onChannel('sms', { tps: listed(), ledger })).outcome).toBe('allowed');
});

test('without a listing there is nothing to tell', () => {
  expect(toldBy(registerNotApplicable, onChannel('sms'))).toEqual([]);
});

test('what is no marketing is told by the summary', () => {
  expect(toldBy(registerNotApplicable, onChannel('sms', { ...SERVICE_CALL, tps: listed() }))).toEqual([]);
});

eachCodeHasItsWorld(registerNotApplicable.codes, {
  'tps-not-applicable': onChannel('sms', { tps: listed() }),
});

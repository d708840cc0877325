import { CALLS, type LedgerPreset, TELEPHONE } from '../exports/preset.js';

const ON = ['Date added'];

/**
 * The log of opt-outs that branches keep beside a membership body's national list. The number that was wrong
 * stands under `Wrong number` itself; a bare yes there does not tell which, so that no telephone of that
 * person may be used. Who moved is no longer at the address.
 */
export default {
  system: "a branch's log of opt-outs",
  signature: { all: ['AK ID', 'Do not call', 'Wrong number'] },
  idSystem: 'actionkit',
  rules: [
    { reads: 'flag', columns: ['Do not call'], yes: { becomes: 'objection', channels: CALLS, on: ON } },
    { reads: 'flag', columns: ['Do not text'], yes: { becomes: 'objection', channels: ['sms'], on: ON } },
    {
      reads: 'flag',
      columns: ['Do not email', 'Unsubscribed email'],
      yes: { becomes: 'objection', channels: ['email'], on: ON },
    },
    {
      reads: 'wrong-numbers',
      columns: ['Wrong number'],
      yes: { becomes: 'objection', channels: TELEPHONE, on: ON },
    },
    { reads: 'flag', columns: ['Moved'], yes: { becomes: 'objection', channels: ['post'], on: ON } },
  ],
} satisfies LedgerPreset;

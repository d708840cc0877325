import { TELEPHONE } from './shape/flags.js';
import type { System } from './shape/system.js';

const ON = { becomes: 'objection', on: ['Date added'] } as const;

/**
 * The log of opt-outs that branches keep beside a membership body's national list. The number that was wrong
 * stands under `Wrong number` itself; a bare yes there does not tell which, so that no telephone of that
 * person may be used. Who moved is no longer at the address.
 */
export default {
  title: "A branch's log of opt-outs",
  ledger: {
    called: "a branch's log of opt-outs",
    signatures: [{ all: ['AK ID', 'Do not call', 'Wrong number'] }],
    idSystem: 'actionkit',
  },
  flags: [
    { reads: 'yes-no', columns: ['Do not call'], binds: ['do_not_call'], yes: ON },
    { reads: 'yes-no', columns: ['Do not text'], binds: ['do_not_text'], yes: ON },
    { reads: 'yes-no', columns: ['Do not email', 'Unsubscribed email'], binds: ['do_not_email'], yes: ON },
    {
      reads: 'wrong-numbers',
      columns: ['Wrong number'],
      binds: ['do_not_call', 'do_not_text'],
      yes: { ...ON, channels: TELEPHONE },
    },
    { reads: 'yes-no', columns: ['Moved'], binds: ['do_not_mail'], yes: ON },
  ],
} satisfies System;

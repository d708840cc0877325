import type { LedgerPreset, Rule } from '../exports/preset.js';

/** An address marked as bad reaches somebody else, or nobody. */
const BAD_EMAILS = ['email1', 'email2', 'email3', 'email4'].map(
  (email): Rule => ({
    reads: 'flag',
    columns: [`${email}_is_bad`],
    yes: { becomes: 'wrong-number', of: [email] },
  }),
);

/**
 * NationBuilder's export of people; its `do_not_call`, `do_not_contact` and `is_deceased` are read as such
 * columns are everywhere. A no under an opt-in withdraws nothing, since it is what an import sets for all; a
 * yes is held without the day, source and wording that it does not have. The federal register is that of the
 * United States and says nothing of a UK number.
 */
export default {
  system: 'a NationBuilder people export',
  signature: {
    all: ['nationbuilder_id'],
    some: ['do_not_call', 'do_not_contact', 'unsubscribed_at', 'email_opt_in', 'mobile_opt_in'],
  },
  idSystem: 'nationbuilder',
  rules: [
    { reads: 'day', columns: ['unsubscribed_at'], set: { becomes: 'objection', channels: ['email'] } },
    {
      reads: 'opt-in',
      columns: ['email_opt_in'],
      yes: { becomes: 'consent', channels: ['email'], of: ['email'] },
    },
    {
      reads: 'opt-in',
      columns: ['mobile_opt_in'],
      yes: { becomes: 'consent', channels: ['sms'], of: ['mobile_number'] },
    },
    { reads: 'flag', columns: ['is_mobile_bad'], yes: { becomes: 'wrong-number', of: ['mobile_number'] } },
    ...BAD_EMAILS,
    {
      reads: 'flag',
      columns: ['federal_donotcall'],
      yes: { becomes: 'nothing', because: 'the register of the United States, which lists no UK number' },
    },
  ],
} satisfies LedgerPreset;

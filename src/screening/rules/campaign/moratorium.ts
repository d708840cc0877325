import { addDays, earliest, type IsoDate } from '../../dates.js';
import { closedGate } from '../../finding.js';
import { type CampaignFacts, type CampaignRule, NONE } from '../../rule.js';

/**
 * Has the controller forbidden contact on this day?
 *
 * A controller decides what its data may be used for (UK GDPR Art. 5(1)(a) and (b)); parties close
 * their lists during an internal election, ordinary membership business excepted. First and last day
 * are both within the window.
 */
export const moratorium = {
  id: 'moratorium',
  codes: {
    'moratorium-window': {
      title: 'The controller has forbidden contact for this purpose on this day',
      law: "UK GDPR Art. 5(1)(a), (b); the controller's own direction",
      effect: 'block',
      sentence: ({ on, until }) => `No contact for this purpose may be made from ${on} to ${until}.`,
      settledBy: null,
    },
  },
  findings: ({ campaign, callDate }) => {
    const window = campaign.moratoria.find(
      ({ from, to, exempt_purposes }) =>
        from <= callDate && callDate <= to && !exempt_purposes.includes(campaign.purpose),
    );
    return window === undefined
      ? NONE
      : [closedGate('block', 'moratorium-window', { on: window.from, until: window.to })];
  },
  endsOn: dayBeforeNextMoratorium,
} satisfies CampaignRule;

/** The last day before the next moratorium that would stop this purpose; null where none is to come. */
function dayBeforeNextMoratorium({ campaign, callDate }: CampaignFacts): IsoDate | null {
  const next = earliest(
    campaign.moratoria
      .filter(({ from, exempt_purposes }) => from > callDate && !exempt_purposes.includes(campaign.purpose))
      .map(({ from }) => from),
  );
  return next === null ? null : addDays(next, -1);
}

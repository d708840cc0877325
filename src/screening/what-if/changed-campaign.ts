/** What if the campaign were another: a fact answered as it is wanted, no instigator, another day? */

import type { Campaign } from '../campaign.js';
import { addDays, type IsoDate } from '../dates.js';
import { declaredFacts, isNeeded } from '../facts.js';
import { answeredFavourably } from './answered-facts.js';
import type { Change, SingleChange, World } from './change.js';

/** Every fact that the campaign needs and that is not answered as wanted, answered so. */
export function answeredFacts(world: World): readonly SingleChange[] {
  const { campaign } = world;
  return declaredFacts
    .filter((fact) => isNeeded(fact, campaign) && fact.answer(campaign) !== 'wanted')
    .flatMap(({ key, answer: answerOf }) =>
      answeredFavourably(key, campaign, world.callDate).map(({ campaign: answered, answer }) => ({
        change: { kind: 'fact', fact: key, isOpen: answerOf(campaign) === 'open', answer } as const,
        to: { ...world, campaign: answered },
      })),
    );
}

/** Everything else in the file or the house settings that can hold up a contact. */
export function otherCampaigns(world: World): readonly SingleChange[] {
  const { campaign, callDate } = world;
  const found: SingleChange[] = [];
  const add = (change: Change, changed: Partial<Campaign>): void => {
    found.push({ change, to: { ...world, campaign: { ...campaign, ...changed } } });
  };
  if (campaign.instigator !== null) add({ kind: 'no-instigator' }, { instigator: null });
  const country = campaign.processor?.country ?? null;
  if (country !== null) {
    add({ kind: 'country-declared' }, { declared_territories: [...campaign.declared_territories, country] });
  }
  if (campaign.policy.listing_grace !== 'allow') {
    add({ kind: 'grace-allowed' }, { policy: { ...campaign.policy, listing_grace: 'allow' } });
  }
  const on = dayAfterMoratoria(campaign, callDate);
  if (on !== callDate) {
    found.push({ change: { kind: 'another-day', on }, to: { ...world, callDate: on, lastPlannedOn: null } });
  }
  return found;
}

/** The first day from `callDate` on that is in no moratorium on this purpose. */
function dayAfterMoratoria(
  { moratoria, purpose }: Pick<Campaign, 'moratoria' | 'purpose'>,
  callDate: IsoDate,
): IsoDate {
  const closing = moratoria.find(
    ({ from, to, exempt_purposes }) =>
      from <= callDate && callDate <= to && !exempt_purposes.includes(purpose),
  );
  return closing === undefined ? callDate : dayAfterMoratoria({ moratoria, purpose }, addDays(closing.to, 1));
}

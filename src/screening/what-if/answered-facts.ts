/** The campaign as it would be with one declared fact answered as it is wanted. */
import { type Campaign, LIST_SOURCES } from '../campaign.js';
import type { IsoDate } from '../dates.js';
import type { FactKey } from '../facts.js';

/** A campaign with one fact answered, and the answer where the fact is more than a yes or no. */
export interface Answered {
  readonly campaign: Campaign;
  readonly answer: string | null;
}

/**
 * Every way to answer `key` favourably, the facts beside it left as they are. `on` dates what needs a date.
 * Empty where the campaign has nothing that the fact could be said of.
 */
export function answeredFavourably(key: FactKey, campaign: Campaign, on: IsoDate): readonly Answered[] {
  const { calls, messages, list, processor, research, pensions } = campaign;
  const one = (change: Partial<Campaign>, answer: string | null = null): readonly Answered[] => [
    { campaign: { ...campaign, ...change }, answer },
  ];
  switch (key) {
    case 'calls.number_presented':
      return one({ calls: { ...calls, number_presented: true } });
    case 'calls.caller_identified':
      return one({ calls: { ...calls, caller_identified: true } });
    case 'calls.leaves_voicemail':
      return one({ calls: { ...calls, leaves_voicemail: false } });
    case 'messages.opt_out_included':
      return one({ messages: { ...messages, opt_out_included: true } });
    case 'contains_promotion':
      return one({ contains_promotion: false });
    case 'list.source':
      return LIST_SOURCES.flatMap((source) => one({ list: { ...list, source } }, source));
    case 'list.controller_kind':
      // Once said, what kind of body it is does not change by an answer.
      return list.controller_kind === null
        ? one({ list: { ...list, controller_kind: 'other' } }, 'other')
        : [];
    case 'list.authorised':
      return one({ list: { ...list, authorised: true } });
    case 'list.authorisation':
      return one({ list: { ...list, authorisation: { by: 'somebody', on, reference: 'a reference' } } });
    case 'list.privacy_notice_given':
      return one({ list: { ...list, privacy_notice_given: true } });
    case 'list.post_lapse_notice':
      return one({ list: { ...list, post_lapse_notice: true } });
    case 'processor.contract':
      return processor === null ? [] : one({ processor: { ...processor, contract: 'a contract' } });
    case 'research.answers_reused_for_marketing':
      return one({ research: { ...research, answers_reused_for_marketing: false } });
    case 'pensions.fca_authorised_or_trustee':
      return one({ pensions: { ...pensions, fca_authorised_or_trustee: true } });
  }
}

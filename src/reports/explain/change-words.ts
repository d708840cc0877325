/** What would change a verdict, in words. */
import type { Campaign } from '../../screening/campaign.js';
import type { LedgerChannel } from '../../screening/evidence.js';
import { declaredFacts, type FactKey } from '../../screening/facts.js';
import { explain, lowerFirst } from '../../screening/verdict/explanations.js';
import type { Change } from '../../screening/what-if/change.js';
import type { WhatWouldChange } from '../../screening/what-if/what-would-change.js';
import { messagesBy } from '../words/contact-noun.js';

/** The lines of the section, below its title. */
export function describeWouldChange(
  change: WhatWouldChange,
  campaign: Campaign,
  lastPlannedOn: string | null,
): readonly string[] {
  switch (change.kind) {
    case 'ends':
      return [`It holds until ${change.lastDay}. ${whatEnds(change, lastPlannedOn)}`, ENDED_AT_ONCE];
    case 'opens': {
      const told = wordsFor(change.changes, campaign);
      if (told.length === 0) {
        return [
          'Of what was tried, no one thing alone would make this allowed. All of this stands in the way:',
          ...distinct(change.stands.map((reason) => `- ${explain(reason)} (${reason.code})`)),
        ];
      }
      return [
        told.length === 1
          ? 'This alone would make it allowed:'
          : 'Any one of these alone would make it allowed:',
        ...told.map((words) => `- ${words}`),
        'Only what is true counts: never fill in an answer to get past a rule.',
      ];
    }
  }
}

const ENDED_AT_ONCE = 'If this person objects, it ends at once.';

function whatEnds(
  { because, lastDay }: Extract<WhatWouldChange, { kind: 'ends' }>,
  lastPlannedOn: string | null,
): string {
  if (because !== null) return `After that: ${lowerFirst(explain(because))} (${because.code})`;
  return lastDay === lastPlannedOn
    ? 'That is the last planned day of the campaign.'
    : 'Nothing known ends it then, but it was judged for that day alone: ask again for another.';
}

/** One line for each thing that helps; the answers to one question stand in one line. */
function wordsFor(changes: readonly Change[], campaign: Campaign): readonly string[] {
  return distinct(changes.map((change) => words(change, changes, campaign)));
}

function words(change: Change, all: readonly Change[], campaign: Campaign): string {
  switch (change.kind) {
    case 'fact': {
      const answers = all.flatMap((other) =>
        other.kind === 'fact' && other.fact === change.fact && other.answer !== null ? [other.answer] : [],
      );
      return `${change.isOpen ? 'An answer' : 'Another answer'} to "${questionOf(change.fact)}": ${wanted(change.fact, answers)}. Then fill in \`${change.fact}\`.`;
    }
    case 'no-instigator':
      return `That nobody else asked for this contact (\`instigator\` names ${campaign.instigator}).`;
    case 'country-declared':
      return 'A public notice that names the country in which the processor works (`declared_territories`).';
    case 'another-day':
      return `Another day: the first one that no such ban covers is ${change.on}.`;
    case 'fresh-copies':
      return `${change.registers.length === 1 ? 'A fresh copy' : 'Fresh copies'} of ${registers(change.registers)}, if the number is not on ${change.registers.length === 1 ? 'it' : 'either'}.`;
    case 'no-longer-listed':
      return `A newer copy of ${registers(change.registers)} that no longer lists the number.`;
    case 'proof':
      return `What is missing from the ${change.record === 'consent' ? 'consent' : 'soft opt-in'} that is held, as it truly was: ${change.missing.map((column) => `\`${column}\``).join(', ')}.`;
    case 'consent':
      return `Consent of this person to ${campaign.controller}${change.after === null ? '' : `, given after ${change.after}`}: to ${change.channels.map(whatIsAgreedTo).join(' and ')}, for the purpose ${campaign.purpose}, with its day, how it was given and what the person was told. Asking for it is marketing too, and may itself be barred.`;
    case 'relation':
      return relation(change.basis, campaign);
    case 'current-member':
      return `A list that shows a current membership of ${campaign.list.controller}.`;
    case 'corporate-subscriber':
      return 'A list that shows that a company or another corporate body, and not a person, holds this line or mailbox.';
    case 'grace-allowed':
      return 'The house setting `policy.listing_grace: allow`: the law gives 28 days from the listing, the house asks for more.';
  }
}

function relation(basis: Extract<Change, { kind: 'relation' }>['basis'], { controller }: Campaign): string {
  switch (basis) {
    case 'sale':
    case 'negotiation':
      return `A sale by ${controller}, or talks about one, in which it took these details and offered a way to refuse, for messages about similar goods (the soft opt-in).`;
    case 'charity-support':
      return `A new act of support or interest, in which ${controller} takes these details and offers a way to refuse (the soft opt-in of charities).`;
    case 'existing-client':
      return `That the person is a client of ${controller} who expects such calls and could refuse them each time.`;
  }
}

function whatIsAgreedTo(channel: LedgerChannel): string {
  return channel === 'voicemail' ? 'messages on voicemail' : messagesBy(channel);
}

function questionOf(key: FactKey): string {
  return declaredFacts.find((fact) => fact.key === key)?.question ?? key;
}

function wanted(key: FactKey, answers: readonly string[]): string {
  if (answers.length > 0) return distinct(answers).join(' or ');
  switch (key) {
    case 'calls.number_presented':
    case 'calls.caller_identified':
    case 'messages.opt_out_included':
    case 'list.authorised':
    case 'list.privacy_notice_given':
    case 'list.post_lapse_notice':
    case 'pensions.fca_authorised_or_trustee':
      return 'yes';
    case 'calls.leaves_voicemail':
    case 'contains_promotion':
    case 'research.answers_reused_for_marketing':
      return 'no';
    case 'list.authorisation':
      return 'who, the day and the reference';
    case 'processor.contract':
      return 'the contract';
    case 'list.source':
    case 'list.controller_kind':
      return 'the true one';
  }
}

function registers(names: readonly string[]): string {
  const called = names.map((name) => name.toUpperCase()).join(' and ');
  return `the ${called} register${names.length === 1 ? '' : 's'}`;
}

function distinct(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)];
}

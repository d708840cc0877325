/**
 * The summary of a screening, in the order in which its reader needs it: whom may be contacted and until
 * when, who not, what needs a person, what is open, on which evidence, and what to do next.
 */
import { Chalk, type ChalkInstance } from 'chalk';
import { columnLabel } from '../../contacts/columns/column-names.js';
import type { Campaign, Channel } from '../../screening/campaign.js';
import { daysBetween, type IsoDate } from '../../screening/dates.js';
import { openFacts } from '../../screening/facts.js';
import { registerCopyEndsOn } from '../../screening/law.js';
import type { ReasonCode } from '../../screening/precedence.js';
import { reasons } from '../../screening/rules/index.js';
import { registersOfChannel } from '../../screening/rules/registers/registers-asked.js';
import { OUTCOMES, type Outcome } from '../../screening/verdict/decide.js';
import { explain } from '../../screening/verdict/explanations.js';
import { type Screening, unmatchedIds } from '../../screening-result.js';
import type { ResultsFile } from '../../store/registers/register-results.js';
import { registersInWords } from '../registers/register-results.js';
import { contactNoun, messagesBy } from '../words/contact-noun.js';
import { counted, figures } from '../words/count.js';
import { maskText } from '../words/mask.js';
import { section } from '../words/section.js';
import { nextSteps, type SummaryRequest } from './next-steps.js';
import { decidesEveryRow, otherFindings } from './what-decides.js';

/** The summary as lines of text, the last without a line end. No personal data stands in it. */
export function summarise(request: SummaryRequest): string {
  const { screening } = request;
  const paint = new Chalk({ level: request.hasColour ? 1 : 0 });
  return [
    heading(request, paint),
    notMarketing(request),
    decidesEveryRow(screening, paint),
    allowed(request, paint),
    rejected(request, 'blocked', 'Blocked', paint),
    rejected(request, 'needs-review', 'Needs a person', paint),
    withoutContact(request, paint),
    writtenBack(request, paint),
    aboutTheCampaign(request, paint),
    evidence(request, paint),
    section(paint.bold('Next'), nextSteps(request)),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

function heading({ screening, isReplay, clockSetTo }: SummaryRequest, paint: ChalkInstance): string[] {
  const { campaign, callDate } = screening.judgement.facts;
  const replay = isReplay ? 'REPLAY: ' : '';
  const lines = [
    paint.bold(
      `${replay}${screening.list.displayName} for ${campaign.controller}: ${campaign.purpose} by ${campaign.channel} on ${callDate}`,
    ),
  ];
  if (isReplay) lines.push('REPLAY: judged for a day in the past. Contact nobody from these files.');
  if (clockSetTo !== null)
    lines.push(`The clock was set: today is taken as ${clockSetTo} (RINGFENCE_TODAY).`);
  return lines;
}

function notMarketing({ screening }: SummaryRequest): string[] {
  const { judgement, tallied } = screening;
  if (judgement.facts.isMarketing) return [];
  return [
    `TPS and objections were not applied: ${tallied.allowedThoughListed} of these are listed, ${tallied.allowedThoughObjected} objected; use this list for nothing else.`,
  ];
}

function allowed({ screening, folder, dialList }: SummaryRequest, paint: ChalkInstance): string[] {
  const { outcomes, validUntil } = screening.tallied;
  const count = outcomes.allowed.contactPoints;
  if (count === 0) return [paint.bold('May be contacted: nobody')];
  const until = validUntil === null ? '' : `, until ${validUntil}`;
  const who = counted(count, ...contactNoun(channelOf(screening)));
  return section(paint.green.bold(`May be contacted: ${who}${until}`), [
    ...fileLine(folder, 'allowed'),
    ...(dialList === null ? [] : [`-> ${folder}/${dialList} (for volunteers)`]),
  ]);
}

function rejected(
  { screening, folder }: SummaryRequest,
  outcome: 'blocked' | 'needs-review',
  title: string,
  paint: ChalkInstance,
): string[] {
  const { contactPoints, recordsWithoutContact, byDecisiveReason } = screening.tallied.outcomes[outcome];
  if (contactPoints === 0 && byDecisiveReason.size === 0) return [paint.bold(`${title}: nobody`)];
  const [one, many] = contactNoun(channelOf(screening));
  const without =
    recordsWithoutContact === 0
      ? ''
      : ` and ${counted(recordsWithoutContact, 'record')} without ${withArticle(one)}`;
  return section(paint.bold(`${title}: ${counted(contactPoints, one, many)}${without}`), [
    ...[...byDecisiveReason].map(([code, count]) => reasonLine(code, count)),
    ...fileLine(folder, outcome),
  ]);
}

function channelOf({ judgement }: Screening): Channel {
  return judgement.facts.campaign.channel;
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/u.test(noun) ? 'an' : 'a'} ${noun}`;
}

function reasonLine(code: ReasonCode, count: number): string {
  return `${figures(count).padStart(7)}  ${reasons[code].title} (${code})`;
}

function withoutContact({ screening }: SummaryRequest, paint: ChalkInstance): string[] {
  const { outcomes } = screening.tallied;
  const parts = OUTCOMES.flatMap((outcome) => {
    const count = outcomes[outcome].recordsWithoutContact;
    return count === 0 ? [] : [`${figures(count)} in ${outcome}.csv`];
  });
  const total = OUTCOMES.reduce((sum, outcome) => sum + outcomes[outcome].recordsWithoutContact, 0);
  return total === 0
    ? []
    : [
        `${paint.bold(`Without ${withArticle(contactNoun(channelOf(screening))[0])}: ${counted(total, 'record')}`)} (${parts.join(', ')})`,
      ];
}

function writtenBack({ folder, writeBack }: SummaryRequest, paint: ChalkInstance): string[] {
  if (writeBack === null) return [];
  const { name, records, gaps } = writeBack;
  return section(paint.bold(`Opt-outs to import into your system: ${counted(records, 'record')}`), [
    `-> ${folder}/${name}`,
    ...(gaps.withoutId === 0
      ? []
      : [
          `${counted(gaps.withoutId, 'record')} with an opt-out and without an id that can be relied on: enter these by hand.`,
        ]),
    ...[...gaps.withoutColumn].map(
      ([role, count]) =>
        `${counted(count, 'record')} with ${role}, for which the import has no column: enter these by hand.`,
    ),
  ]);
}

function aboutTheCampaign({ screening }: SummaryRequest, paint: ChalkInstance): string[] {
  const { judgement, survey, tallied, columns } = screening;
  const findings = otherFindings(screening).map((finding) => `${explain(finding)} (${finding.code})`);
  const taken = openFacts(judgement.facts.campaign).flatMap(({ key, open }) =>
    open.effect === 'taken-as' ? [`${key} is open, ${open.says}.`] : [],
  );
  const defaults = survey.flagColumns.flatMap(({ header, isDefault, values }) =>
    isDefault && survey.records > 1
      ? [
          `The column \`${header}\` holds one value on every row (${values[0]?.readAs ?? 'unread'}): that is a default, not an answer.`,
        ]
      : [],
  );
  const ignored = columns.columnsOf('ignore').map((column) => {
    const why = columns.ignoredByPreset.includes(column)
      ? ', as that export keeps no telephone there'
      : ' on request';
    return `The column \`${columnLabel(columns.header, column)}\` was ignored${why}.`;
  });
  const readAs =
    columns.preset === null
      ? []
      : [`The list was read as ${columns.preset.system} (${columns.preset.name}).`];
  const repaired = tallied.byReason.get('number-repaired') ?? 0;
  const repairs =
    repaired === 0 ? [] : [`${counted(repaired, 'number')} had to be repaired to be read (number-repaired).`];
  const lines = [
    ...new Set([...findings, ...taken]),
    ...idsThatMatchNothing(screening),
    ...readAs,
    ...ignored,
    ...defaults,
    ...repairs,
    ...objectionsKnown(screening),
  ];
  return lines.length === 0 ? [] : section(paint.bold('About the campaign and the list'), lines);
}

function idsThatMatchNothing(screening: Screening): string[] {
  const ids = unmatchedIds(screening);
  return ids === null
    ? []
    : [
        `The ledger holds ids of ${ids.ledger.map(maskText).join(', ')} and none of ${maskText(ids.list)}, which \`list.id_system\` names: no objection was found by an id of this list. If it is one system by two names, write the same name and screen again.`,
      ];
}

function objectionsKnown({ ledger, survey }: Screening): string[] {
  if (ledger.objectionCount === 0 && !survey.hasOptOutColumn) {
    return [
      'No objection is held, and the list has no opt-out column: nobody who asked to be left alone could be found.',
    ];
  }
  return ledger.isEmpty
    ? ['The ledger is empty: no consent and no objection outside this list was known.']
    : [];
}

function evidence({ screening, storeName, revision }: SummaryRequest, paint: ChalkInstance): string[] {
  const { facts } = screening.judgement;
  const asked = registersOfChannel(facts.campaign);
  return section(paint.bold('Judged against'), [
    ...(asked.length === 0 ? [noRegisterLine(facts.campaign)] : []),
    ...asked.map((name) => registerLine(name.toUpperCase(), screening.registers[name], facts.callDate)),
    ...screening.resultsUsed.map((file) => resultsLine(file, facts.callDate)),
    `Store: ${storeName}, revision ${revision}, ${counted(screening.ledger.objectionCount, 'objection')} held`,
  ]);
}

function noRegisterLine({ channel }: Campaign): string {
  return channel === 'live-call'
    ? 'No register counts for claims management calls.'
    : `No register counts for ${messagesBy(channel)}.`;
}

function resultsLine({ provider, registers, checkedOn, overridden }: ResultsFile, callDate: IsoDate): string {
  return `${provider} for ${registersInWords(registers)}: checked on ${checkedOn} (${lifeOn(checkedOn, callDate)})${acceptedOf(overridden)}`;
}

function registerLine(name: string, register: Screening['registers']['tps'], callDate: IsoDate): string {
  if (register === null) return `${name}: no copy is loaded`;
  const coverage = register.diallingCodes.length === 0 ? '' : `, only ${register.diallingCodes.join(', ')}`;
  return `${name}: copy of ${register.asOf} (${lifeOn(register.asOf, callDate)}), ${counted(register.count, 'number')}${coverage}${acceptedOf(register.overridden)}`;
}

function acceptedOf({ length }: readonly unknown[]): string {
  return length === 0 ? '' : `, accepted by hand against ${counted(length, 'guard')} (see register status)`;
}

/** How old a copy or a check of the day `asOf` is on the day of the contact, and until when it is good. */
function lifeOn(asOf: IsoDate, callDate: IsoDate): string {
  const age = daysBetween(asOf, callDate);
  const until = registerCopyEndsOn(asOf);
  return age < 0
    ? 'later than the day of the contact'
    : `${counted(age, 'day')} old on that day, ${until < callDate ? 'too old since' : 'good until'} ${until}`;
}

function fileLine(folder: string | null, outcome: Outcome): string[] {
  return folder === null ? [] : [`-> ${folder}/${outcome}.csv`];
}

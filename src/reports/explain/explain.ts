/** What `explain` says of one contact, for a reader who is no lawyer. At most two digits of a number show. */
import type { Explained } from '../../explain-contact.js';
import type { IsoDate } from '../../screening/dates.js';
import type { BarFinding, KeyFinding, Reason } from '../../screening/finding.js';
import { reasons as catalogue } from '../../screening/rules/index.js';
import type { Outcome } from '../../screening/verdict/decide.js';
import { explain, explainAlone } from '../../screening/verdict/explanations.js';
import type { LedgerKey } from '../../store/ledger/ledger-history.js';
import { maskNumber } from '../words/mask.js';
import { section } from '../words/section.js';
import { describeWouldChange } from './change-words.js';
import { describeEvidence } from './evidence-words.js';
import { lawLinks } from './reason-pages.js';

/** The run whose receipt gave the campaign. */
export interface ReceiptSeen {
  readonly name: string;
  readonly revision: number;
}

export interface ExplainReport {
  readonly explained: Explained;
  readonly lastPlannedOn: IsoDate | null;
  readonly storeName: string;
  readonly revision: number;
  readonly isReplay: boolean;
  readonly clockSetTo: IsoDate | null;
  readonly receipt: ReceiptSeen | null;
}

const VERDICTS: Readonly<Record<Outcome, string>> = {
  allowed: 'ALLOWED, as far as the store and the campaign file know',
  blocked: 'BLOCKED',
  'needs-review': 'NEEDS A PERSON',
};

/** What only a list could add. */
export const NOT_KNOWN =
  'No list was read, so this knows nothing of what only your list could say: opt-outs and notes, membership, date of birth, a death, who holds the line or mailbox (taken to be a person). Nor does it find what the ledger keeps under an id alone. Whom you may contact stands in `allowed.csv` of a screening, and nowhere else.';

/** The explanation as text, without a line end. */
export function describeExplanation(report: ExplainReport): string {
  const { explained, storeName, revision } = report;
  const { verdict, campaign, wouldChange } = explained;
  return [
    heading(report),
    [`${VERDICTS[verdict.outcome]}. ${explain(verdict.decisive)} (${verdict.decisive.code})`],
    section('Why', whyLines(verdict.reasons)),
    section('What would change it', describeWouldChange(wouldChange, campaign, report.lastPlannedOn)),
    section(`The evidence (${storeName}, revision ${revision})`, describeEvidence(explained)),
    section('The law', lawLines(verdict.decisive, verdict.reasons)),
    [NOT_KNOWN],
  ]
    .map((part) => part.join('\n'))
    .join('\n\n');
}

/** The contact as it may be shown. */
export function maskedKey(key: LedgerKey): string {
  return key.kind === 'phone' ? maskNumber(key.value) : 'An email address (masked)';
}

function heading({ explained, isReplay, clockSetTo, receipt, revision }: ExplainReport): string[] {
  const { key, campaign, callDate } = explained;
  return [
    `${maskedKey(key)}, for ${campaign.controller}: ${campaign.purpose} by ${campaign.channel} on ${callDate}`,
    ...(isReplay ? ['REPLAY: that day is past, and this is no leave to contact anybody.'] : []),
    ...(clockSetTo === null ? [] : [`The clock was set: today is taken as ${clockSetTo} (RINGFENCE_TODAY).`]),
    ...(receipt === null ? [] : [receiptLine(receipt, revision)]),
  ];
}

function receiptLine({ name, revision: then }: ReceiptSeen, now: number): string {
  const from = `The campaign and the day are those of \`${name}\`.`;
  if (then === now) return `${from} The store has not changed since: revision ${now}.`;
  return then < now
    ? `${from} The store has moved on since, from revision ${then} to ${now}, and this is what it holds now.`
    : `${from} That run saw revision ${then}, and this store is only at ${now}: it is not the store of that run, or an older copy of it.`;
}

function whyLines(all: readonly Reason[]): readonly string[] {
  const bars = all.filter((reason) => reason.kind === 'bar');
  return [
    ...all.flatMap((reason) => (reason.kind === 'gate' ? [`Gate: ${sentence(reason)}`] : [])),
    ...bars.flatMap(barLines),
    ...all.flatMap((reason) => (reason.kind === 'doubt' ? [`Doubt: ${sentence(reason)}`] : [])),
    ...all.flatMap((reason) => (reason.kind === 'positive' ? [`In favour: ${sentence(reason)}`] : [])),
    ...all.flatMap((reason) => (reason.kind === 'note' ? [`Note: ${sentence(reason)}`] : [])),
  ];
}

function barLines(bar: BarFinding): readonly string[] {
  const isOpen = bar.keys.some(({ outcome }) => outcome === 'opens');
  return [
    `${isOpen ? 'Bar, lifted' : 'Bar'}: ${sentence(bar)}`,
    ...(bar.keys.length === 0 ? ['  Nothing that is held lifts it.'] : []),
    ...bar.keys.map((key) => `  ${KEYS[key.outcome]}: ${sentence(key)}`),
  ];
}

const KEYS: Readonly<Record<KeyFinding['outcome'], string>> = {
  opens: 'Lifted by',
  unproven: 'Not proven',
  fails: 'Does not lift it',
};

function sentence(reason: Reason): string {
  return `${explainAlone(reason)} (${reason.code})`;
}

/** Of what decides or stands, each code once, with its provision and where to read it. */
function lawLines(decisive: Reason, all: readonly Reason[]): readonly string[] {
  const told = all.filter(
    (reason) => reason === decisive || (reason.kind !== 'positive' && reason.kind !== 'note'),
  );
  return [...new Set(told.map(({ code }) => code))].flatMap((code) => [
    `${code}: ${catalogue[code].law}`,
    ...lawLinks(code).map((url) => `  ${url}`),
  ]);
}

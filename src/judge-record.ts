/** One record: its evidence from registers, ledger and list, and a verdict on each of its contact points. */
import type { ListedContact } from './contacts/record/record-reader.js';
import type { ListFindings } from './contacts/survey/survey.js';
import { type ContactKeys, type Ledger, matchEntries } from './ledger/look-up/ledger-look-up.js';
import type { ListingReader } from './registers/look-up/listing-reader.js';
import type { ContactPoint, PhoneNumber } from './screening/contact.js';
import type { Evidence, ListEvidence, Listing, RegisterName } from './screening/evidence.js';
import { isObjectedTo } from './screening/rules/objections/objections.js';
import { isListed } from './screening/rules/registers/registers-asked.js';
import { type ContactEvidence, codesOf, type Judgement } from './screening/verdict/decide.js';
import type { Tally } from './screening/verdict/tally.js';
import type { JudgedPoint } from './screening-result.js';
import type { StoredEntry } from './store/ledger/ledger-record.js';

export interface Judging {
  readonly findings: ListFindings;
  readonly listings: ListingReader;
  readonly ledger: Ledger;
  readonly judgement: Judgement;
}

/** A record with the verdicts it earned, and what was known of it besides registers. */
export interface JudgedContact {
  readonly points: readonly JudgedPoint[];
  readonly entries: readonly StoredEntry[];
  readonly list: ListEvidence;
}

/** Judges every contact point of a record. At least one point is returned. */
export function judgeRecord(contact: ListedContact, judging: Judging): JudgedContact {
  const { findings, listings, ledger, judgement } = judging;
  const { campaign } = judgement.facts;
  const identifiers = {
    numbers: contact.numbers,
    emails: contact.emails,
    personId: contact.personId,
    idSystem: campaign.list.id_system,
  };
  const entries = ledger.entriesFor(identifiers);
  const list = findings.optOuts(contact, campaign.channel);
  const points = contact.points.map((placed) => {
    const evidence: ContactEvidence = {
      point: placed.point,
      person: contact.person,
      evidence: evidenceOn(placed.point, identifiers, { listings, entries, list }),
    };
    const verdict = judgement.judge(evidence);
    if (judgement.facts.isMarketing) return { placed, verdict, isListed: false, isObjectedTo: false };
    const facts = judgement.factsOf(evidence);
    return { placed, verdict, isListed: isListed(facts), isObjectedTo: isObjectedTo(facts) };
  });
  return { points, entries, list };
}

/** Counts the points of a record, and the rows it makes, for `times` records that are judged alike. */
export function countRecord(tally: Tally, points: readonly JudgedPoint[], times: number): void {
  for (const { placed, verdict, isListed, isObjectedTo } of points) {
    tally.addVerdict(placed.point, verdict, codesOf(verdict), times);
    if (verdict.outcome !== 'allowed') continue;
    if (isListed) tally.addAllowedThough('listed', times);
    if (isObjectedTo) tally.addAllowedThough('objected', times);
  }
  for (const outcome of new Set(points.map(({ verdict }) => verdict.outcome))) tally.addRow(outcome, times);
}

/** What there is to know of one contact point, from where it is kept. */
export interface Sources {
  readonly listings: ListingReader;
  /** What the ledger holds on the record of the point. */
  readonly entries: readonly StoredEntry[];
  readonly list: ListEvidence;
}

/** The evidence on one contact point of a record that is found by `keys`. */
export function evidenceOn(
  point: ContactPoint,
  keys: ContactKeys,
  { listings, entries, list }: Sources,
): Evidence {
  const numbers = numbersOf(point, keys);
  return {
    registers: {
      tps: listingIn(listings, 'tps', numbers),
      ctps: listingIn(listings, 'ctps', numbers),
      fps: listingIn(listings, 'fps', numbers),
    },
    ledger: matchEntries(entries, ledgerKeyOf(point), keys),
    list,
  };
}

/** Of a point that is no number the record's own numbers are looked up, for what a listing may tell besides. */
function numbersOf(point: ContactPoint, { numbers }: ContactKeys): readonly PhoneNumber[] {
  switch (point.kind) {
    case 'number':
      return [point.number];
    case 'email':
    case 'postal-address':
    case 'social-handle':
      return numbers;
    case 'unreadable':
    case 'missing':
      return [];
  }
}

/** The number or address under which the ledger may hold the point. */
function ledgerKeyOf(point: ContactPoint): string | null {
  switch (point.kind) {
    case 'number':
      return point.number;
    case 'email':
      return point.address;
    case 'postal-address':
    case 'social-handle':
    case 'unreadable':
    case 'missing':
      return null;
  }
}

function listingIn(
  listings: ListingReader,
  register: RegisterName,
  numbers: readonly PhoneNumber[],
): Listing {
  const said = numbers.map((number) => listings.listing(register, number));
  const [only] = said;
  // Nothing was read that could be looked up; the point's own doubt says so.
  if (only === undefined) return listings.withoutNumber(register);
  return said.find(({ status }) => status === 'listed') ?? only;
}

/** One record: its evidence from registers, ledger and list, and a verdict on each of its contact points. */
import type { ListedContact, PlacedPoint } from './contacts/record-reader.js';
import type { Survey } from './contacts/survey.js';
import { type Ledger, matchEntries } from './ledger/ledger-look-up.js';
import type { Tally } from './outcomes/tally.js';
import type { RegisterReader } from './registers/register-reader.js';
import type { PhoneNumber } from './screening/contact.js';
import { type ContactEvidence, codesOf, type Judgement, type Verdict } from './screening/decide.js';
import type { CallRegister, Listing } from './screening/evidence.js';
import { isObjectedTo } from './screening/rules/objections.js';
import { isListed } from './screening/rules/register-listing.js';

export interface Judging {
  readonly survey: Survey;
  readonly registers: Readonly<Record<CallRegister, RegisterReader | null>>;
  readonly ledger: Ledger;
  readonly judgement: Judgement;
  readonly tally: Tally;
}

/** A contact point of the record with its verdict. */
export interface JudgedPoint {
  readonly placed: PlacedPoint;
  readonly verdict: Verdict;
}

/** Judges every contact point of a record and counts it. At least one point is returned. */
export function judgeRecord(contact: ListedContact, judging: Judging): readonly JudgedPoint[] {
  const { survey, registers, ledger, judgement, tally } = judging;
  const { campaign } = judgement.facts;
  const identifiers = {
    numbers: contact.numbers,
    emails: contact.emails,
    personId: contact.personId,
    idSystem: campaign.list.id_system,
  };
  const entries = ledger.entriesFor(identifiers);
  const list = survey.optOuts(contact, campaign.channel);
  tally.addRecord();
  const judged = contact.points.map((placed) => {
    const number = placed.point.kind === 'number' ? placed.point.number : null;
    const evidence: ContactEvidence = {
      point: placed.point,
      person: contact.person,
      evidence: {
        registers: { tps: listingIn(registers.tps, number), ctps: listingIn(registers.ctps, number) },
        ledger: matchEntries(entries, number, identifiers),
        list,
      },
    };
    const verdict = judgement.judge(evidence);
    tally.addVerdict(placed.point, verdict, codesOf(verdict));
    if (verdict.outcome === 'allowed' && !judgement.facts.isMarketing) {
      const facts = judgement.factsOf(evidence);
      if (isListed(facts)) tally.addAllowedThough('listed');
      if (isObjectedTo(facts)) tally.addAllowedThough('objected');
    }
    return { placed, verdict };
  });
  for (const outcome of new Set(judged.map(({ verdict }) => verdict.outcome))) tally.addRow(outcome);
  return judged;
}

function listingIn(register: RegisterReader | null, number: PhoneNumber | null): Listing {
  if (register === null) return { status: 'not-loaded' };
  // Nothing was read that could be looked up; the point's own doubt says so.
  if (number === null) return { status: 'outside-coverage', asOf: register.asOf };
  return register.listing(number);
}

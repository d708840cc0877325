/** Evidence as it would be if nothing of it were missing: for asking what a proof would change. */
import type { Campaign } from '../campaign.js';
import type { IsoDate } from '../dates.js';
import type { ConsentEntry, KeyMatch, LedgerChannel, SoftOptInEntry } from '../evidence.js';

/** What a ledger column would hold once filled; its words are never shown. */
const FILLED = 'recorded';

/** The entry names the very number or address, and nobody else. */
const THIS_CONTACT: KeyMatch = {
  contact: true,
  person: true,
  namesContact: true,
  namesNumber: true,
  otherPerson: false,
};

/** A consent that lacks nothing, to this campaign's controller, for its purpose. */
export function fullConsent(
  { controller, purpose }: Campaign,
  on: IsoDate,
  channels: readonly LedgerChannel[],
): ConsentEntry {
  return {
    record: 'consent',
    match: THIS_CONTACT,
    controller,
    channels,
    purposes: [purpose],
    on,
    withdrawnOn: null,
    obtained: 'direct',
    controllerNamed: true,
    method: 'opt-in',
    tiedTo: 'standalone',
    source: FILLED,
    wording: FILLED,
    dueDiligence: FILLED,
  };
}

/** A relation that lacks nothing, by which this campaign's controller obtained the details on that day. */
export function fullRelation(
  { controller, purpose, channel }: Campaign,
  on: IsoDate,
  basis: NonNullable<SoftOptInEntry['basis']>,
): SoftOptInEntry {
  return {
    record: 'soft-opt-in',
    match: THIS_CONTACT,
    controller,
    channels: [channel],
    coversAnyChannel: false,
    purposes: [purpose],
    basis,
    obtainedBy: controller,
    obtainedOn: on,
    optOutAtCollection: true,
    similarProducts: true,
    soleCharitablePurpose: true,
  };
}

/** What a record would be with its gaps filled, and which columns of the ledger those are. */
export interface Completed<Entry> {
  readonly entry: Entry;
  readonly missing: readonly string[];
}

/** A consent with what its proof lacks filled in; whom, what and which channel it names is left as it is. */
export function completedConsent(consent: ConsentEntry, full: ConsentEntry): Completed<ConsentEntry> {
  const isIndirect = consent.obtained === 'third-party';
  return {
    entry: {
      ...consent,
      on: consent.on ?? full.on,
      source: consent.source ?? full.source,
      wording: consent.wording ?? full.wording,
      purposes: consent.purposes.length === 0 ? full.purposes : consent.purposes,
      method: consent.method ?? full.method,
      obtained: consent.obtained ?? full.obtained,
      tiedTo: consent.tiedTo ?? full.tiedTo,
      dueDiligence: consent.dueDiligence ?? full.dueDiligence,
      controllerNamed: consent.controllerNamed ?? full.controllerNamed,
    },
    missing: namesOf([
      ['on', consent.on === null],
      ['source', consent.source === null],
      ['wording', consent.wording === null],
      ['purposes', consent.purposes.length === 0],
      ['method', consent.method === null],
      ['obtained', consent.obtained === null],
      ['tied_to', consent.tiedTo === null],
      ['due_diligence', isIndirect && consent.dueDiligence === null],
      ['controller_named', isIndirect && consent.controllerNamed === null],
    ]),
  };
}

/** A relation with what its basis needs filled in. */
export function completedRelation(relation: SoftOptInEntry, full: SoftOptInEntry): Completed<SoftOptInEntry> {
  const isSupport = (relation.basis ?? full.basis) === 'charity-support';
  return {
    entry: {
      ...relation,
      basis: relation.basis ?? full.basis,
      obtainedBy: relation.obtainedBy ?? full.obtainedBy,
      obtainedOn: relation.obtainedOn ?? full.obtainedOn,
      optOutAtCollection: relation.optOutAtCollection ?? full.optOutAtCollection,
      similarProducts: relation.similarProducts ?? full.similarProducts,
      soleCharitablePurpose: relation.soleCharitablePurpose ?? full.soleCharitablePurpose,
    },
    missing: namesOf([
      ['basis', relation.basis === null],
      ['obtained_by', relation.obtainedBy === null],
      ['obtained_on', relation.obtainedOn === null],
      ['opt_out_at_collection', relation.optOutAtCollection === null],
      ['similar_products', !isSupport && relation.similarProducts === null],
      ['sole_charitable_purpose', isSupport && relation.soleCharitablePurpose === null],
    ]),
  };
}

function namesOf(columns: readonly (readonly [name: string, isMissing: boolean])[]): readonly string[] {
  return columns.flatMap(([name, isMissing]) => (isMissing ? [name] : []));
}

import { expect, test } from 'vitest';
import { LIST_SOURCES } from '../../../../src/screening/campaign.js';
import { listProvenance } from '../../../../src/screening/rules/provenance/list-provenance.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { toldBy } from '../../facts-for-tests.js';

test.for(LIST_SOURCES.filter((source) => source !== 'unknown'))(
  'a list that comes from %s has a provenance',
  (source) => {
    expect(toldBy(listProvenance, { list: { source } })).toEqual([]);
  },
);

test.for<['unknown' | null]>([['unknown'], [null]])('the source %s waits for a person', ([source]) => {
  expect(toldBy(listProvenance, { list: { source } })).toEqual(['gate review list-provenance-unknown']);
});

test('it is asked of contact that is no marketing too', () => {
  const change = {
    campaign: { purpose: 'service', contains_promotion: false },
    list: { source: null },
  } as const;
  expect(toldBy(listProvenance, change)).toEqual(['gate review list-provenance-unknown']);
});

eachCodeHasItsWorld(listProvenance.codes, {
  'list-provenance-unknown': { list: { source: 'unknown' } },
});

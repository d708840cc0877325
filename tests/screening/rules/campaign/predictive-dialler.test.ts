import { expect, test } from 'vitest';
import { predictiveDialler } from '../../../../src/screening/rules/campaign/predictive-dialler.js';
import { eachCodeHasItsWorld } from '../../each-code-has-its-world.js';
import { type Change, toldBy } from '../../facts-for-tests.js';

test.for<[string, Change, string[]]>([
  ['a manual dialler is no news', { calls: { dialler: 'manual' } }, []],
  ['a power dialler is no news', { calls: { dialler: 'power' } }, []],
  ['an unstated dialler is no news', { calls: { dialler: null } }, []],
  [
    'a predictive dialler has duties of its own',
    { calls: { dialler: 'predictive' } },
    ['note predictive-dialler-duty'],
  ],
  ['a text is not dialled', { campaign: { channel: 'sms' }, calls: { dialler: 'predictive' } }, []],
])('%s', ([, change, lines]) => {
  expect(toldBy(predictiveDialler, change)).toEqual(lines);
});

eachCodeHasItsWorld(predictiveDialler.codes, {
  'predictive-dialler-duty': { calls: { dialler: 'predictive' } },
});

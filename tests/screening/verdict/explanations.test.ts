import { expect, test } from 'vitest';
import { bar, fails, opens, unproven } from '../../../src/screening/finding.js';
import { explain, explainAlone } from '../../../src/screening/verdict/explanations.js';

const NEEDS_CONSENT =
  'A marketing email to this person needs their consent to this sender, or the soft opt-in, and none is held that covers it';

test.for([
  ['nothing is held', [], `${NEEDS_CONSENT}.`],
  [
    'a consent is held that fails',
    [fails('consent-wrong-channel')],
    `${NEEDS_CONSENT}: the consent held does not cover this channel.`,
  ],
  [
    'of several failures the first by precedence',
    [fails('soft-opt-in-unavailable'), fails('consent-wrong-controller', { controller: 'Renew Northfield' })],
    `${NEEDS_CONSENT}: the consent held was given to Renew Northfield, not to this organisation.`,
  ],
  [
    'what is unproven or opens is told by itself',
    [unproven('consent-stale'), opens('consent-valid', null)],
    `${NEEDS_CONSENT}.`,
  ],
] as const)('a bar says why consent does not do: %s', ([, keys, sentence]) => {
  const needed = bar('no-consent', keys, { channel: 'email' });
  expect(explain(needed)).toBe(sentence);
  expect(explainAlone(needed)).toBe(`${NEEDS_CONSENT}.`);
});

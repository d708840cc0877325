import { nothingKnownCodes } from '../../../src/screening/rules/nothing-known.js';
import { eachCodeHasItsWorld } from '../each-code-has-its-world.js';
import { POINTS } from '../facts-for-tests.js';

eachCodeHasItsWorld(nothingKnownCodes, {
  // No list gives a live call such a point: no rule finds anything to say of it.
  'nothing-known': { point: POINTS.email },
});

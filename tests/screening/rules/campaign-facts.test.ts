import { campaignFactCodes } from '../../../src/screening/rules/campaign-facts.js';
import { eachCodeHasItsWorld } from '../each-code-has-its-world.js';

eachCodeHasItsWorld(campaignFactCodes, {
  'campaign-fact-missing': { calls: { number_presented: null } },
});

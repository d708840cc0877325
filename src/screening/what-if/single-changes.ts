/** Every single fact of a contact that could be otherwise, each with the world in which only it is. */
import type { SingleChange, World } from './change.js';
import { answeredFacts, otherCampaigns } from './changed-campaign.js';
import { completedRecords, newRecords, otherCopies } from './changed-evidence.js';
import { otherPersons } from './changed-person.js';

/** Every change that could be tried on `world`, what somebody can put right first. Whether one helps is not said here. */
export function singleChanges(world: World): readonly SingleChange[] {
  return [
    ...answeredFacts(world),
    ...otherCampaigns(world),
    ...completedRecords(world),
    ...otherCopies(world),
    ...newRecords(world),
    ...otherPersons(world),
  ];
}

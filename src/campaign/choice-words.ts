/** What the words of the campaign file that can be chosen mean: told by `init` beside each. */
import type {
  Channel,
  ControllerKind,
  ListControllerKind,
  ListSource,
  Purpose,
  Sector,
} from '../screening/campaign.js';

type ChoiceWord = Channel | ControllerKind | ListControllerKind | ListSource | Purpose | Sector;

const MEANT: Readonly<Record<ChoiceWord, string>> = {
  'political-party': 'a party, or a branch of one',
  candidate: 'somebody who stands for election',
  'elected-representative': 'an MP, a councillor or another holder of an office',
  'campaign-group': 'a group that campaigns, inside a party or outside',
  charity: 'a registered charity',
  'non-profit': 'another body without profit',
  business: 'a company, firm or sole trader',
  'political-campaign': 'winning votes, members, volunteers or support',
  fundraising: 'asking for money',
  marketing: 'advertising goods, services or aims',
  'membership-admin': "a member's own membership, and nothing else",
  service: 'what somebody has asked for or bought already',
  'market-research': 'asking for opinions, to no other end',
  'debt-recovery': 'money that is owed',
  'consent-request': 'asking whether one may contact them: that is marketing too',
  'election-address': "a candidate's one free letter to each elector",
  'live-call': 'a person rings',
  'automated-call': 'a recording plays',
  sms: 'text messages',
  email: 'emails',
  fax: 'faxes',
  post: 'letters',
  'social-dm': 'direct messages on social media',
  'own-records': 'people who gave their details to that organisation',
  membership: 'a list of members, present or former',
  purchased: 'bought or rented',
  'electoral-register': 'the register of electors',
  'number-matching': 'names to which a firm found the numbers',
  'volunteer-contacts': 'what volunteers had in their own address books',
  referral: 'friends whom somebody named',
  casework: 'people who asked a representative for help',
  unknown: 'nobody can say: this counts as left open',
  'religious-body': 'a church, a mosque or the like',
  'trade-union': 'a union or a branch of one',
  other: 'none of these',
  none: 'neither',
  'claims-management': 'claims for compensation',
  pensions: 'pension schemes',
};

const byWord: ReadonlyMap<string, string> = new Map(Object.entries(MEANT));

/** `1  own-records  people who …`: a line for each of `choices`, with the number that can be typed for it. */
export function describeChoices(choices: readonly string[]): string[] {
  const width = Math.max(...choices.map(({ length }) => length));
  return choices.map((word, place) =>
    `${String(place + 1).padStart(3)}  ${word.padEnd(width)}  ${byWord.get(word) ?? ''}`.trimEnd(),
  );
}

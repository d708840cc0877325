/** A ledger whose ids come from other systems than the list's: its objections by id find nobody, and that is said. */
import { expect, test } from 'vitest';
import { campaignText, screen, world } from './workdir.js';

const LIST = 'person_id,phone\n17,07700900001\n';
const LEDGER = (system: string) =>
  `record,person_id,id_system,scope,channels\nobjection,99,${system},person,all\n`;
const SAID = 'The ledger holds ids of nation and none of members, which `list.id_system` names';

function summaryOf(contacts: string, ledger: string): readonly [string, unknown, unknown] {
  const dir = world({ contacts, ledger, campaign: campaignText() });
  const told = screen(dir).stdout;
  const json = (...args: string[]): unknown => JSON.parse(dir.run(...args, '--json').stdout).unmatched_ids;
  return [
    told,
    json('screen', 'contacts.csv', '--campaign', 'campaign.yaml'),
    json('check', 'contacts.csv', '--campaign', 'campaign.yaml'),
  ];
}

test.for<[string, string, string, object | null]>([
  [
    'no id of the system of the list is held',
    LIST,
    LEDGER('Nation'),
    { list: 'members', ledger: ['nation'] },
  ],
  ['the same system in other letters is the same', LIST, LEDGER(' MEMBERS'), null],
  ['a list without ids has none to match', 'phone\n07700900001\n', LEDGER('Nation'), null],
])('%s', { timeout: 60_000 }, ([, contacts, ledger, ids]) => {
  const [told, screened, checked] = summaryOf(contacts, ledger);
  expect(told.includes(SAID)).toBe(ids !== null);
  expect([screened, checked]).toEqual([ids, ids]);
});

/** What if a list said more of the person? */
import type { SingleChange, World } from './change.js';

/** The person as a current member, and the line as a corporate subscriber's. */
export function otherPersons(world: World): readonly SingleChange[] {
  const { person } = world.contact;
  const membership = {
    ...person.membership,
    status: { status: 'recorded', value: 'current' } as const,
    controller: null,
  };
  return [
    {
      change: { kind: 'current-member' },
      to: { ...world, contact: { ...world.contact, person: { ...person, membership } } },
    },
    {
      change: { kind: 'corporate-subscriber' },
      to: {
        ...world,
        contact: {
          ...world.contact,
          person: { ...person, subscriberKind: 'corporate', mailboxKind: 'role' },
        },
      },
    },
  ];
}

/** Numbers and addresses given to a command: as arguments, or `-` for standard input, which no shell remembers. */
import { text } from 'node:stream/consumers';
import { UserError } from '../errors.js';
import type { Context } from './context.js';

/** The contacts given, in order; `-` stands for every line of standard input. Throws a `UserError` for none. */
export async function typedContacts(contacts: readonly string[], context: Context): Promise<string[]> {
  const all: string[] = [];
  for (const contact of contacts) {
    if (contact !== '-') all.push(contact);
    else all.push(...(await text(context.stdin)).split(/\r\n|\n|\r/u).filter((line) => line.trim() !== ''));
  }
  if (all.length === 0) throw new UserError('no number and no address was given');
  return all;
}

/** The one contact given. Throws a `UserError` where standard input holds more. */
export async function typedContact(contact: string, context: Context): Promise<string> {
  const [only = '', ...others] = await typedContacts([contact], context);
  if (others.length === 0) return only;
  throw new UserError(`${others.length + 1} lines were given, and this command takes one contact at a time`);
}

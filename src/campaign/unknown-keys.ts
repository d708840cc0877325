/** Which key did the writer of the file mean? */
import { closest, distance } from 'fastest-levenshtein';
import { KNOWN_KEYS } from './campaign-schema.js';

/**
 * A sentence on the unknown key `key` in the part of the file at `part` (dotted; empty for the file
 * itself), with the nearest known key, or the one of that name that belongs elsewhere.
 */
export function unknownKeySentence(part: string, key: string): string {
  const written = `unknown key \`${join(part, key)}\``;
  if (key.includes(':')) return `${written}; write a blank after the colon`;
  const elsewhere = [...KNOWN_KEYS].filter(([other, keys]) => other !== part && keys.includes(key));
  if (elsewhere.length > 0) {
    const homes = elsewhere.map(([other]) => (other === '' ? 'the start of a line' : `\`${other}\``));
    return `${written}; \`${key}\` belongs ${elsewhere[0]?.[0] === '' ? 'at' : 'under'} ${homes.join(' or ')}`;
  }
  const known = KNOWN_KEYS.get(part) ?? [];
  const nearest = closest(key, known);
  // Beyond half of its letters a likeness is chance, and a wrong hint is worse than the whole list.
  return distance(key, nearest) * 2 <= nearest.length
    ? `${written}; did you mean \`${nearest}\`?`
    : `${written}; the keys here are ${known.join(', ')}`;
}

function join(part: string, key: string): string {
  return part === '' ? key : `${part}.${key}`;
}

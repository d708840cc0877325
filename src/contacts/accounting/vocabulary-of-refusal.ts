/** The vocabulary of refusal (`contacts/vocabulary`), as the accounting asks it. */
import { readFlag } from '../cells/flag-values.js';
import type { OptOutRole } from '../roles.js';
import { headerWords } from '../text/header-words.js';
import { findWords } from '../vocabulary/find-words.js';
import { type HeaderKind, type HeaderReading, readHeader } from '../vocabulary/read-header.js';
import type { HeaderMatter, HeaderSense, ValueSays, Vocabulary } from './header-sense.js';
import { PLAIN_VOCABULARY } from './plain-vocabulary.js';

export const VOCABULARY_OF_REFUSAL: Vocabulary = { readSense, sayOf };

function readSense(header: string): HeaderSense {
  const reading = readHeader(header);
  const plain = PLAIN_VOCABULARY.readSense(header);
  const matter = isState(header, reading) ? 'contact' : matterOf(reading.kind);
  // What either of the two finds refuses.
  const graver = isGraver(plain.matter, matter) ? plain.matter : matter;
  return {
    matter: graver,
    sense: graver === matter ? senseOf(reading) : plain.sense,
    role: roleOf(reading) ?? plain.role,
  };
}

/** `Email status` may tell of a permission or of an address that bounces: its values say which. */
function isState(header: string, { kind, sense }: HeaderReading): boolean {
  return kind === 'permission' && sense === 'unclear' && /\bstatus\b/.test(headerWords(header));
}

function matterOf(kind: HeaderKind): HeaderMatter {
  switch (kind) {
    case 'refusal':
    case 'restriction':
      return 'refusal';
    case 'listing':
      return 'listing';
    case 'death':
    case 'life':
      return 'death';
    case 'permission':
      return 'permission';
    case 'suspicious':
      return 'contact';
    case 'nothing':
      return 'nothing';
  }
}

const GRAVITY: readonly HeaderMatter[] = ['nothing', 'contact', 'permission', 'refusal', 'listing', 'death'];

function isGraver(one: HeaderMatter, other: HeaderMatter): boolean {
  // Of a refusal and a permission of one header the grammar knows better which it is.
  if (other === 'permission') return false;
  return GRAVITY.indexOf(one) > GRAVITY.indexOf(other);
}

function senseOf({ kind, sense }: HeaderReading): HeaderSense['sense'] {
  return kind === 'life' ? 'permission' : sense;
}

function roleOf({ role }: HeaderReading): OptOutRole | 'deceased' | null {
  return role === 'mps_listed' ? 'do_not_mail' : role;
}

function sayOf(value: string): ValueSays {
  const findings = findWords(value);
  if (findings.some(({ kind }) => kind === 'death')) return 'dead';
  const isRefusal = findings.length > 0 || readFlag(value, 'unclear') === 'yes';
  const plain = PLAIN_VOCABULARY.sayOf(value);
  if (plain === 'dead') return plain;
  return isRefusal && !/^(?:listed|registered|match|matched|list|in|out)$/i.test(value.trim())
    ? 'refuses'
    : plain;
}

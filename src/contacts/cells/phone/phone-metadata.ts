/** The metadata of the world's numbering plans, loaded when a number first asks for them: that takes a tenth of a second. */
import { createRequire } from 'node:module';

type Metadata = typeof import('libphonenumber-js/max');

let loaded: Metadata | null = null;

/** The package with its whole metadata. */
export function phoneMetadata(): Metadata {
  loaded ??= load();
  return loaded;
}

function load(): Metadata {
  return createRequire(import.meta.url)('libphonenumber-js/max');
}

/**
 * Stands in for `bin/open-program.js` where the program is run from source: each thing that `bin/` calls of it
 * is loaded from the compiled files themselves, without a bundle.
 */
const { pathToFileURL } = require('node:url');
const { join } = require('node:path');

const PROGRAM = pathToFileURL(join(__dirname, '..', 'dist', 'program.js')).href;

/** @type {Record<string, (...given: unknown[]) => Promise<unknown>>} */
const program = new Proxy(
  {},
  {
    get:
      (_target, name) =>
      /** @param {unknown[]} given */
      async (...given) =>
        (await import(PROGRAM))[name](...given),
  },
);

module.exports = { openProgram: () => ({ program }) };

/**
 * Opens the program: one file, `dist/program.cjs`, which the build put together. To compile it took a quarter of a
 * short run, so what V8 made of it is kept in a file beside it (`scripts/build.js` writes that) and used where it
 * belongs to these very bytes, and to this version of Node. Otherwise Node compiles it normally.
 */
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const process = require('node:process');
const { Script } = require('node:vm');
const { crc32 } = require('node:zlib');

const PROGRAM = join(__dirname, '..', 'dist', 'program.cjs');
const COMPILED = join(__dirname, '..', 'dist', `program-${process.version}-${process.arch}.compiled`);
const HEAD_BYTES = 8;

/** The program, and the script it came from. */
function openProgram() {
  const source = readFileSync(PROGRAM);
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${source.toString()}\n})`,
    { filename: PROGRAM, cachedData: readCompiled(source) },
  );
  /** @type {{ exports: typeof import('../src/program.js', { with: { 'resolution-mode': 'import' } }) }} */
  // @ts-expect-error The script fills it.
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(PROGRAM), module, PROGRAM, dirname(PROGRAM));
  return { program: module.exports, script };
}

/** @param {Buffer} source */
function readCompiled(source) {
  if (!existsSync(COMPILED)) return undefined;
  const bytes = readFileSync(COMPILED);
  const compiled = bytes.subarray(HEAD_BYTES);
  return bytes.subarray(0, HEAD_BYTES).equals(headOf(source, compiled)) ? compiled : undefined;
}

/**
 * Keeps what V8 made of the program beside it.
 * @param {Buffer} compiled
 */
function writeCompiled(compiled) {
  writeFileSync(COMPILED, Buffer.concat([headOf(readFileSync(PROGRAM), compiled), compiled]));
}

/**
 * The checksum of the program, and of what was made of it. V8 itself would take any program of the same length.
 * @param {Buffer} source
 * @param {Buffer} compiled
 */
function headOf(source, compiled) {
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt32LE(crc32(source), 0);
  head.writeUInt32LE(crc32(compiled), 4);
  return head;
}

module.exports = { COMPILED, openProgram, writeCompiled };

/** A plain SQLite table, one row a number. `load DATABASE REGISTER=FILE…` or `look-up DATABASE ASKED`. */
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { askedNumbers, timeLookUps } from '../look-ups.js';

// The very build that ringfence uses.
const Database = createRequire(new URL('../../package.json', import.meta.url))('better-sqlite3');
const [step, path, ...rest] = process.argv.slice(2);

if (step === 'load') {
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  for (const pair of rest) {
    const [register, file] = pair.split('=');
    database.exec(`CREATE TABLE ${register} (number INTEGER PRIMARY KEY)`);
    const insert = database.prepare(`INSERT OR IGNORE INTO ${register} VALUES (?)`);
    database.exec('BEGIN');
    let rest = '';
    for await (const chunk of createReadStream(file, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop();
      for (const line of lines) insert.run(Number(line));
    }
    database.exec('COMMIT');
  }
  database.close();
} else {
  const asked = askedNumbers(rest[0]);
  timeLookUps(asked, () => {
    const database = new Database(path, { readonly: true, fileMustExist: true });
    const select = database.prepare('SELECT 1 FROM tps WHERE number = ?').pluck();
    return (number) => select.get(Number(number.slice(3))) === 1;
  });
}

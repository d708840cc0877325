/** DuckDB. `load DATABASE REGISTER=FILE…`, or `look-up DATABASE ASKED`: all of them in one query, which suits it best. */
import { DuckDBInstance } from '@duckdb/node-api';

const [step, path, ...rest] = process.argv.slice(2);
const instance = await DuckDBInstance.create(path);
const connection = await instance.connect();
const readLines = (file) =>
  `read_csv('${file}', columns = {'line': 'VARCHAR'}, header = false, delim = '\t', quote = '')`;

if (step === 'load') {
  for (const pair of rest) {
    const [register, file] = pair.split('=');
    await connection.run(
      `CREATE TABLE ${register} AS SELECT DISTINCT CAST(trim(line) AS BIGINT) AS number FROM ${readLines(file)}`,
    );
  }
} else {
  await connection.run(
    `CREATE TEMP TABLE asked AS SELECT CAST(substr(line, 4) AS BIGINT) AS number FROM ${readLines(rest[0])}`,
  );
  const startedAt = performance.now();
  const reader = await connection.runAndReadAll(
    'SELECT count(*), (SELECT count(*) FROM asked SEMI JOIN tps USING (number)) FROM asked',
  );
  const [asked, hits] = reader.getRows()[0].map(Number);
  const nanoseconds = ((performance.now() - startedAt) * 1e6) / asked;
  console.log(JSON.stringify({ asked, hits, nanoseconds, openMilliseconds: null }));
}
connection.closeSync();
instance.closeSync();

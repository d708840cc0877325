/** `--preset` through the built program: shown, asked for, kept beside the list, and on the receipt. */
import { describe, expect, test } from 'vitest';
import { readReceipt } from './run-case.js';
import { screen, world } from './workdir.js';

const PEOPLE =
  'nationbuilder_id,first_name,mobile_number,is_mobile_bad,do_not_call\n7,Ada,07700900101,true,\n';
const BOTH =
  'Record ID,Create Date,AK_ID,Join_Date,Xdate,Phone Number,Membership status\n1,2024-01-31,9,2024-01-31,2027-01-31,07700900101,active\n';

function presetIn(folder: string): unknown {
  const { input } = readReceipt(folder);
  return input.preset;
}

describe('the preset of a list', () => {
  test('is told by inspect, and named on the receipt', () => {
    const dir = world({ contacts: PEOPLE });
    expect(dir.run('inspect', 'contacts.csv').stdout).toContain(
      'read as a NationBuilder people export (`nationbuilder`; `--preset none` reads the headers alone)',
    );
    expect(screen(dir).exitCode).toBe(0);
    expect(dir.rows('out/blocked.csv').map((row) => row.screening_reasons)).toEqual([
      expect.stringMatching(/^objection-number/),
    ]);
    expect(presetIn(`${dir.path}/out`)).toBe('nationbuilder');
  });

  test('is left aside with none, and kept beside the list', () => {
    const dir = world({ contacts: PEOPLE });
    const { stdout } = dir.run('inspect', 'contacts.csv', '--preset', 'none', '--save-map');
    expect(stdout).not.toContain('NationBuilder');
    expect(dir.text('contacts.csv.map.yaml')).toContain('preset: none');
    expect(dir.run('inspect', 'contacts.csv').stdout).not.toContain('NationBuilder');
    expect(dir.run('inspect', 'contacts.csv', '--preset', 'nationbuilder').stdout).toContain('NationBuilder');
    screen(dir);
    expect(presetIn(`${dir.path}/out`)).toBe(null);
  });

  test('that cannot be told stops a screening and a check, and inspect shows what to type', () => {
    const dir = world({ contacts: BOTH });
    const asked = '--preset hubspot` or `--preset membership-list`';
    for (const ran of [screen(dir), dir.run('check', 'contacts.csv', '--campaign', 'campaign.yaml')]) {
      expect(ran.exitCode).toBe(2);
      expect(ran.stderr).toContain(asked);
    }
    expect(dir.exists('out')).toBe(false);
    expect(dir.run('inspect', 'contacts.csv').stdout).toContain(
      '--preset hubspot or --preset membership-list or --preset none',
    );
    expect(screen(dir, '--preset', 'hubspot').stderr).not.toContain(asked);
  });

  test('with a name that none has is refused with the nearest', () => {
    const dir = world({ contacts: PEOPLE });
    const ran = screen(dir, '--preset', 'nationbilder');
    expect(ran.exitCode).toBe(2);
    expect(ran.stderr).toContain('did you mean `nationbuilder`?');
  });
});

/** The undecided numbers that want nothing but the register, for a screening service: each is paid for once. */
import type { RegisterName } from '../screening/evidence.js';
import { registersWanting } from '../screening/verdict/undecided.js';
import type { CsvFile } from './csv-file.js';
import type { JudgedRecord } from './record-rows.js';

export const TO_CHECK = 'to-check.csv';
export const TO_CHECK_HEADER = ['number'] as const;

export interface ToCheck {
  add(record: JudgedRecord): void;
  /** The registers that any of the numbers waits for. */
  registers(): ReadonlySet<RegisterName>;
}

/** Writes to `file`. `isNew` tells whether a number has not been written before. */
export function createToCheck(file: CsvFile, isNew: (number: string) => boolean): ToCheck {
  const wanted = new Set<RegisterName>();
  return {
    add({ judged }) {
      for (const { placed, verdict } of judged) {
        if (placed.point.kind !== 'number') continue;
        const registers = registersWanting(verdict);
        if (registers.length === 0) continue;
        for (const register of registers) wanted.add(register);
        if (isNew(placed.point.number)) file.add([placed.point.number]);
      }
    },
    registers: () => wanted,
  };
}

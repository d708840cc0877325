/** A progress line on a terminal: what is done, how fast, how long it will take. Nothing when piped. */

import type { Writable } from 'node:stream';
import { figures } from './count.js';

/** Redrawn no more often than this, in milliseconds. */
const REDRAW_EVERY = 100;
/** A list that is judged sooner than this, in milliseconds, needs no line that flashes up. */
const DRAWN_AFTER = 500;
const BAR_WIDTH = 24;

export interface Progress {
  update(phase: 'surveying' | 'judging', bytesRead: number, bytesInAll: number, records: number): void;
  /** Wipes the line, so that what is printed next stands alone. */
  clear(): void;
}

/** A progress line on `stream`, or one that draws nothing where `stream` is no terminal. `elapsed` is in milliseconds. */
export function createProgress(
  stream: Writable & { readonly isTTY?: boolean },
  elapsed: () => number,
): Progress {
  if (stream.isTTY !== true) return { update: () => undefined, clear: () => undefined };
  const begun = elapsed();
  let drawnAt = Number.NEGATIVE_INFINITY;
  let startedAt = 0;
  let current = '';
  return {
    update(phase, bytesRead, bytesInAll, records) {
      const now = elapsed();
      if (phase !== current) {
        current = phase;
        startedAt = now;
      }
      if (now - begun < DRAWN_AFTER || now - drawnAt < REDRAW_EVERY) return;
      drawnAt = now;
      stream.write(`\r\u001b[K${progressLine(phase, bytesRead, bytesInAll, records, now - startedAt)}`);
    },
    clear() {
      if (drawnAt > Number.NEGATIVE_INFINITY) stream.write('\r\u001b[K');
    },
  };
}

/** One progress line: phase, bar, percentage, rows, rows a second, time left. `taken` is in milliseconds. */
export function progressLine(
  phase: string,
  bytesRead: number,
  bytesInAll: number,
  records: number,
  taken: number,
): string {
  const share = bytesInAll === 0 ? 1 : Math.min(1, bytesRead / bytesInAll);
  const filled = Math.round(share * BAR_WIDTH);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)}`;
  const rate = taken > 0 ? Math.round((records / taken) * 1000) : 0;
  const left = share > 0 ? duration((taken * (1 - share)) / share) : '?';
  return `${phase.padEnd(9)} ${bar} ${String(Math.floor(share * 100)).padStart(3)}%  ${figures(records)} rows, ${figures(rate)} a second, ${left} left`;
}

function duration(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

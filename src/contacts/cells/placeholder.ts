/** What people write into a cell to leave it empty. */
import { foldText } from '../text/normalise-text.js';

/** In the form of `foldText`. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set(
  ' |-|--|---|.|n/a|na|n.a.|n.a|#n/a|null|nil|none|nan|unknown|not known|not recorded|not given|(blank)'
    .split('|')
    .map((word) => word.trim()),
);

/** Whether a phone or email cell is as good as empty. Other words in its place are read by a person. */
export function isPlaceholder(cell: string): boolean {
  return PLACEHOLDERS.has(foldText(cell));
}

/** One plain sentence for a reason: the words of `screening_explanation`. Each code carries its own. */
import type { KeyFinding, Reason } from '../finding.js';
import { inOrder } from '../precedence.js';
import { reasons } from '../rules/index.js';

/**
 * What `reason` means for its row, as a sentence with its final stop. Where consent is needed and some is held, it
 * says why that is not enough.
 */
export function explain(reason: Reason): string {
  const sentence = explainAlone(reason);
  const failed = whyConsentFails(reason);
  return failed === undefined ? sentence : `${sentence.slice(0, -1)}: ${lowerFirst(explainAlone(failed))}`;
}

/** The same without the keys of a bar, for places that list the keys themselves. */
export function explainAlone({ code, detail }: Reason): string {
  const { sentence } = reasons[code];
  return typeof sentence === 'string' ? sentence : sentence(detail);
}

function whyConsentFails(reason: Reason): KeyFinding | undefined {
  if (reason.kind !== 'bar' || reason.code !== 'no-consent') return undefined;
  return inOrder(reason.keys).find(({ outcome }) => outcome === 'fails');
}

/** The sentence as it is written after a colon. */
export function lowerFirst(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
}

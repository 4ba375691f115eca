import { ORDER_STATUSES, type Cancellation, type OrderStatus } from '../../shared/order.ts';

/** Right before CANCEL these say that it is not so, or of a part only. */
const NOT_BEFORE = new Set(['NOT', 'NO', 'NON', 'UN', 'NEVER', 'PARTIAL', 'PARTIALLY']);
/** Anywhere beside it these take it back. */
const TAKEN_BACK = new Set(['PARTIAL', 'PARTIALLY', 'REVERTED', 'REVERSED', 'UNDONE', 'WITHDRAWN']);
/** Beside the wish to cancel these say that it was not granted; beside CANCELLED they are the reason. */
const REFUSED = new Set(['NOT', 'NO', 'REJECTED', 'DENIED', 'DECLINED', 'REFUSED', 'FAILED']);
const BETWEEN = new Set(['YET', 'BE', 'BEEN']);
const IS_DONE = /^CANCEL(?:L?ED|AD[OA])$/;
/** What protocols put before the name of a status. */
const BEFORE_STATUS = new Set(['ORDER', 'STATUS', 'STATE']);

/**
 * The status that a word means, however it is written: blanks, hyphens, case, `CANCELED`, `ORDER_CANCELLED`. A
 * cancellation that says who or why counts more than the word beside it. What is not known stays unknown.
 * Source: docs/partner-api.md, "Statuses".
 */
export function toStatus(statusText: string, cancellation: Cancellation | null): OrderStatus {
  if (cancellation !== null && tells(cancellation)) return 'CANCELLED';
  const words = toWords(statusText);
  if (isCancelled(words.filter((word) => !BETWEEN.has(word)))) return 'CANCELLED';
  const first = words.findIndex((word) => !BEFORE_STATUS.has(word));
  const letters = words.slice(Math.max(first, 0)).join('');
  return ORDER_STATUSES.find((status) => status.replaceAll('_', '') === letters) ?? 'UNKNOWN';
}

function isCancelled(words: readonly string[]): boolean {
  const at = words.findIndex((word) => word.startsWith('CANCEL'));
  if (at < 0) return false;
  if (NOT_BEFORE.has(words[at - 1] ?? '') || words.some((word) => TAKEN_BACK.has(word))) return false;
  return IS_DONE.test(words[at] ?? '') || !words.some((word) => REFUSED.has(word));
}

/** `readyForPickup`, `ready-for-pickup` and `READY FOR PICKUP` are the same words. */
export function toWords(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const NO_REASON =
  /^(?:null|nil|undefined|none|empty|n\/?a|n\.a\.?|no|false|0|[\p{P}\p{S}]+|not[ _-]?cancell?ed|no[ _-]?reason|not[ _-]?applicable|no[ _-]?aplica|ningun[oa]?|sin[ _-]?motivo)$/iu;

/** False for the empty form that some senders put beside every order. */
function tells({ by, reason, afterPickUp }: Cancellation): boolean {
  return afterPickUp === true || [by, reason].some((said) => said !== null && !NO_REASON.test(said));
}

import { ORDER_STATUSES, type Cancellation, type OrderStatus } from '../../shared/order.ts';

/** Beside CANCEL these say that it is not so. */
const NOT_SO = new Set([
  'NOT',
  'NO',
  'NON',
  'UN',
  'NEVER',
  'PARTIAL',
  'PARTIALLY',
  'REJECTED',
  'DENIED',
  'DECLINED',
  'REFUSED',
  'FAILED',
  'REVERTED',
  'REVERSED',
  'UNDONE',
  'WITHDRAWN',
]);

/**
 * The status that a word means, however it is written: blanks, hyphens, case, `CANCELED`, `ORDER_CANCELLED`. A
 * cancellation that says who or why counts more than the word beside it. What is not known stays unknown.
 * Source: docs/partner-api.md, "Statuses".
 */
export function toStatus(statusText: string, cancellation: Cancellation | null): OrderStatus {
  if (cancellation !== null && tells(cancellation)) return 'CANCELLED';
  const words = toWords(statusText);
  if (words.some((word) => word.startsWith('CANCEL')) && !words.some((word) => NOT_SO.has(word)))
    return 'CANCELLED';
  const letters = words.join('');
  return ORDER_STATUSES.find((status) => status.replaceAll('_', '') === letters) ?? 'UNKNOWN';
}

/** `readyForPickup`, `ready-for-pickup` and `READY FOR PICKUP` are the same words. */
export function toWords(text: string): readonly string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const NO_REASON = /^(?:null|undefined|none|n\/?a|no|false|0|-+|not[ _-]?cancell?ed|no[ _-]?reason)$/i;

/** False for the empty form that some senders put beside every order. */
function tells({ by, reason, afterPickUp }: Cancellation): boolean {
  return afterPickUp === true || [by, reason].some((said) => said !== null && !NO_REASON.test(said));
}

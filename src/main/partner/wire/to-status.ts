import { ORDER_STATUSES, type Cancellation, type OrderStatus } from '../../../shared/orders/order.ts';

/** Right before CANCEL these say that it is not so, or of a part only. */
const NOT_BEFORE = new Set(['NOT', 'NO', 'NON', 'UN', 'NEVER', 'PARTIAL', 'PARTIALLY']);
/** Anywhere beside it these take it back. */
const TAKEN_BACK = new Set(['PARTIAL', 'PARTIALLY', 'REVERTED', 'REVERSED', 'UNDONE', 'WITHDRAWN']);
/** Beside the noun or the verb these say that it did not happen, or not yet; beside CANCELLED they are the reason. */
const NOT_DONE =
  /^(?:NOT|NO|REJECTED|DENIED|DECLINED|REFUSED|FAILED|RECHAZAD[OA]|REQUEST(?:ED)?|ASKED|PENDING|PENDIENTE|SOLICITAD[OA]|SOLICITUD|POSSIBLE|WINDOW|POLICY)$/;
const BETWEEN = new Set(['YET', 'BE', 'BEEN']);
const IS_DONE = /^CANCEL(?:L?ED|AD[OA])/;
/** "May be cancelled" says nothing of what was. */
const IS_POSSIBLE = /ABLE$/;
/** What protocols put before the name of a status. */
const BEFORE_STATUS = new Set(['ORDER', 'STATUS', 'STATE']);

/**
 * The status that a word means, however it is written: blanks, hyphens, case, `CANCELED`, `ORDER_CANCELLED`. A
 * cancellation that says that it is so, who or why counts more than the word beside it; one that was only asked for does
 * not. What is not known stays unknown.
 * Source: docs/partner-api.md, "Statuses".
 */
export function toStatus(
  statusText: string,
  cancellation: Cancellation | null,
  { isSaid = false }: { readonly isSaid?: boolean } = {},
): OrderStatus {
  if (isSaid || (cancellation !== null && tells(cancellation))) return 'CANCELLED';
  const words = toWords(statusText);
  if (isCancelled(words.filter((word) => !BETWEEN.has(word)))) return 'CANCELLED';
  const first = words.findIndex((word) => !BEFORE_STATUS.has(word));
  const letters = words.slice(Math.max(first, 0)).join('');
  return ORDER_STATUSES.find((status) => status.replaceAll('_', '') === letters) ?? 'UNKNOWN';
}

function isCancelled(words: readonly string[]): boolean {
  const at = words.findIndex((word) => word.startsWith('CANCEL') && !IS_POSSIBLE.test(word));
  if (at < 0) return false;
  if (NOT_BEFORE.has(words[at - 1] ?? '') || words.some((word) => TAKEN_BACK.has(word))) return false;
  return IS_DONE.test(words[at] ?? '') || !words.some((word) => NOT_DONE.test(word));
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

/** What senders write where nothing is to be said. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(
  (
    'NULL,NIL,UNDEFINED,NONE,NOBODY,NO ONE,EMPTY,BLANK,DEFAULT,N A,NA,NO,FALSE,0,NOT CANCELLED,NOT CANCELED,NO REASON,' +
    'NOT APPLICABLE,NOT AVAILABLE,NOT SPECIFIED,NOT PROVIDED,NOT SET,NOT DEFINED,UNKNOWN,UNSPECIFIED,UNSET,UNDETERMINED,' +
    'NO APLICA,NO CANCELADO,NO ESPECIFICADO,NO DEFINIDO,DESCONOCIDO,DESCONOCIDA,NINGUN,NINGUNO,NINGUNA,NADIE,VACIO,' +
    'SIN MOTIVO,SIN ESPECIFICAR,SIN DEFINIR,SIN DATOS'
  ).split(','),
);

/** The text, or null for what senders write where nothing is to be said. */
export function toSaid(text: string | null): string | null {
  if (text === null) return null;
  const plain = toWords(text.normalize('NFD').replace(/\p{M}/gu, '')).join(' ');
  return plain === '' || SAYS_NOTHING.has(plain) ? null : text;
}

function tells({ by, reason, afterPickUp }: Cancellation): boolean {
  return afterPickUp === true || by !== null || reason !== null;
}

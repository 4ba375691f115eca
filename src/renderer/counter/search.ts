import type { OrderSummary } from '../../shared/order.ts';
import { fold } from '../fold.ts';

/** How well an order answers the words typed; 0 is the best, null does not answer at all. */
export type MatchRank = 0 | 1 | 2;

const NOT_CODE = /[^\p{L}\p{N}]+/gu;

function foldCode(text: string): string {
  return fold(text).replace(NOT_CODE, '');
}

/** Those of which this is the whole code, with or without its hyphens. */
export function withCode(orders: Iterable<OrderSummary>, text: string): readonly OrderSummary[] {
  const code = foldCode(text);
  return code === '' ? [] : [...orders].filter((order) => foldCode(order.code) === code);
}

export type Matcher = (order: OrderSummary) => MatchRank | null;

/**
 * Reads what was typed: every word must be found in the code, the external id or the first name.
 * Hyphens in codes may be left out. Empty text: null, nothing is being searched.
 */
export function createMatcher(query: string): Matcher | null {
  const words = fold(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const whole = foldCode(query);
  return (order) => {
    const code = foldCode(order.code);
    if (whole !== '' && code === whole) return 0;
    if (whole !== '' && code.startsWith(whole)) return 1;
    const external = order.externalId === null ? '' : foldCode(order.externalId);
    const name = order.customerFirstName === null ? '' : fold(order.customerFirstName);
    const isFound = words.every((word) => {
      const bare = word.replace(NOT_CODE, '');
      return name.includes(word) || (bare !== '' && (code.includes(bare) || external.includes(bare)));
    });
    return isFound ? 2 : null;
  };
}

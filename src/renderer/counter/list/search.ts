import { MAX_CODE_CHARS, type OrderSummary } from '../../../shared/orders/order.ts';
import { fold, foldCode, NOT_CODE } from '../../../shared/orders/search-words.ts';

/** How well an order matches the search; 0 is the best. */
export type MatchRank = 0 | 1 | 2 | 3;
/** The field of an order in which the search found the words. */
export type MatchField = 'code' | 'external' | 'name' | 'product';
export type Match = { readonly rank: MatchRank; readonly fields: readonly MatchField[] };

const SPACE = /\s+/u;
const DIGIT = /\p{N}/u;
const DIGITS = /\p{N}/gu;
const LETTERS = /\p{L}/gu;
/** The end of a code that was shortened for the screen. */
const CUT = '…';
/** Codes have four digits: they start again after 9999. */
const USUAL_CODE_CHARS = 4;

type Folded = Readonly<Record<'code' | 'external' | 'name' | 'shape', string>>;

/** A key pressed is answered within two frames, and folding 12,000 orders anew takes one of them. */
const FOLDED = new WeakMap<OrderSummary, Folded>();

function foldedOf(order: OrderSummary): Folded {
  const known = FOLDED.get(order);
  if (known !== undefined) return known;
  const folded = {
    code: foldCode(order.code),
    external: order.externalId === null ? '' : foldCode(order.externalId),
    name: order.customerFirstName === null ? '' : fold(order.customerFirstName),
    shape: shapeOf(order.code),
  };
  FOLDED.set(order, folded);
  return folded;
}

/** Returns the orders whose whole code this is, with or without hyphens. */
export function withCode(orders: Iterable<OrderSummary>, text: string): readonly OrderSummary[] {
  const code = foldCode(text);
  if (code === '') return [];
  return [...orders].filter((order) => {
    const known = foldedOf(order).code;
    return known === code || (isCut(order.code) && code.startsWith(known));
  });
}

/** A shorter code with an ellipsis has it from the platform. Half a character at the cut is left out. */
function isCut(code: string): boolean {
  return code.endsWith(CUT) && code.length >= MAX_CODE_CHARS - 1;
}

/**
 * Returns true when the text can only be a code: it has a digit, and it looks like a known code or no word of it starts
 * a customer's name.
 */
export function isCodeLike(query: string, orders: Iterable<OrderSummary>): boolean {
  if (!DIGIT.test(query)) return false;
  const words = wordsOf(query).filter((word) => word.length > 1 && !DIGIT.test(word));
  if (words.length === 0) return true;
  const shape = shapeOf(query);
  let isName = false;
  for (const order of orders) {
    const known = foldedOf(order);
    if (known.shape === shape) return true;
    const names = known.name.split(SPACE);
    isName ||= words.some((word) => names.some((name) => name.startsWith(word)));
  }
  return !isName;
}

/** Returns true when a known code is longer than this text: staff may still be typing. */
export function mayGrow(query: string, orders: Iterable<OrderSummary>): boolean {
  const shape = shapeOf(query);
  if (shape.length < USUAL_CODE_CHARS) return true;
  for (const order of orders) {
    const known = foldedOf(order).shape;
    if (known.length > shape.length && known.startsWith(shape)) return true;
  }
  return false;
}

/** Returns the pattern of a code: "12-E4" gives "00a0". */
function shapeOf(code: string): string {
  return foldCode(code).replace(LETTERS, 'a').replace(DIGITS, '0');
}

/** Returns the words of a text, folded. */
export function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(SPACE)
    .filter((word) => word !== '');
}

/** Returns null for an order that does not match. */
export type Matcher = (order: OrderSummary) => Match | null;

/**
 * Returns a matcher for the search text: every word must be found in the code, the external id or the first name.
 * Hyphens in codes may be left out. Returns null for empty text: there is no search.
 */
export function createMatcher(query: string): Matcher | null {
  const words = wordsOf(query);
  if (words.length === 0) return null;
  const whole = foldCode(query);
  return (order) => {
    const { code, external, name } = foldedOf(order);
    if (code === whole) return { rank: 0, fields: ['code'] };
    if (code.startsWith(whole)) return { rank: 1, fields: ['code'] };
    const fields = new Set<MatchField>();
    for (const word of words) {
      const bare = word.replace(NOT_CODE, '');
      const field = fieldWith(word, bare, { code, external, name });
      if (field === null) return null;
      fields.add(field);
    }
    return { rank: 2, fields: [...fields] };
  };
}

function fieldWith(
  word: string,
  bare: string,
  { code, external, name }: Readonly<Record<Exclude<MatchField, 'product'>, string>>,
): MatchField | null {
  if (name.includes(word)) return 'name';
  if (bare === '') return null;
  if (code.includes(bare)) return 'code';
  return external.includes(bare) ? 'external' : null;
}

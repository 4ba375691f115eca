import { isObject } from './wire-text.ts';
import { CUT_LINES_FIELD, MAX_LINES, READ_NAMES } from './wire-order.ts';

/** About ten times the size of an order with a hundred lines. */
const MAX_CHARS = 256 * 1024;
const MAX_TEXT_CHARS = 4000;
const MAX_NAMES = 100;
const MAX_NAME_CHARS = 100;
const MAX_DEPTH = 32;
// The least that one value costs, so that a body of very many small values is bounded too.
const SMALLEST_CHARS = 12;

/** A cut body ends slightly over its budget; this margin keeps it below the limit when it is checked again. */
const CUT_CHARS = MAX_CHARS - 16 * 1024;

type Budget = { left: number };
type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The body itself when it is of a size that an order has, which it nearly always is. Else a copy that is: texts cut,
 * names and entries beyond the limits left out, the lines last, and how many lines are missing noted in it. The work is
 * bounded by what is kept, not by what came.
 */
export function boundBody(body: unknown): unknown {
  if (!isObject(body)) return body;
  if (fits(body, { left: MAX_CHARS }, 0)) return body;
  const { items, ...head } = body;
  const budget = { left: CUT_CHARS };
  const kept = cutObject(head, budget, 0);
  const lines = Array.isArray(items) ? items : isObject(items) ? Object.values(items) : [];
  const some: unknown[] = [];
  for (const line of lines) {
    if (some.length >= MAX_LINES || budget.left <= 0) break;
    some.push(cutValue(line, budget, 1));
  }
  const before = body[CUT_LINES_FIELD];
  const cut = lines.length - some.length + (typeof before === 'number' ? before : 0);
  return { ...kept, items: some, ...(cut > 0 ? { [CUT_LINES_FIELD]: cut } : {}) };
}

function fits(value: unknown, budget: Budget, depth: number): boolean {
  budget.left -= SMALLEST_CHARS;
  if (typeof value === 'string') {
    budget.left -= value.length;
    return value.length <= MAX_TEXT_CHARS && budget.left >= 0;
  }
  if (typeof value !== 'object' || value === null) return budget.left >= 0;
  if (depth > MAX_DEPTH) return true;
  if (Array.isArray(value)) {
    return value.length <= MAX_LINES && value.every((one) => fits(one, budget, depth + 1));
  }
  return isObject(value) && fieldsFit(value, budget, depth);
}

// Not `Object.entries`: that would copy all of what is left at the first name too many.
function fieldsFit(value: JsonObject, budget: Budget, depth: number): boolean {
  let names = 0;
  for (const name in value) {
    names += 1;
    budget.left -= name.length;
    if (names > MAX_NAMES || name.length > MAX_NAME_CHARS || !fits(value[name], budget, depth + 1))
      return false;
  }
  return budget.left >= 0;
}

function cutValue(value: unknown, budget: Budget, depth: number): unknown {
  budget.left -= SMALLEST_CHARS;
  if (typeof value === 'string') {
    const kept = value.slice(0, Math.max(0, Math.min(MAX_TEXT_CHARS, budget.left)));
    budget.left -= kept.length;
    return kept;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) return null;
  if (isObject(value)) return cutObject(value, budget, depth);
  if (!Array.isArray(value)) return null;
  const kept: unknown[] = [];
  for (const one of value) {
    if (kept.length >= MAX_LINES || budget.left <= 0) break;
    kept.push(cutValue(one, budget, depth + 1));
  }
  return kept;
}

function cutObject(value: JsonObject, budget: Budget, depth: number): JsonObject {
  return Object.fromEntries(
    namesToKeep(value).flatMap((name) => {
      if (budget.left <= 0) return [];
      budget.left -= name.length;
      return [[name, cutValue(value[name], budget, depth + 1)]];
    }),
  );
}

/** Those that are read first, then the first of the others; names that no platform would use are passed over. */
function namesToKeep(value: JsonObject): readonly string[] {
  const names = [...READ_NAMES].filter((name) => Object.hasOwn(value, name));
  let looked = 0;
  for (const name in value) {
    looked += 1;
    if (names.length >= MAX_NAMES || looked > MAX_NAMES) break;
    if (name.length <= MAX_NAME_CHARS && Object.hasOwn(value, name) && !READ_NAMES.has(name))
      names.push(name);
  }
  return names;
}

import { parseExactJson } from '../../../shared/parse-json.ts';
import type { ParsedOne, ParsedWebhook } from './types.ts';

/** Fields in which an order is usually wrapped. */
const WRAPPERS = ['order', 'orders', 'data', 'payload', 'body'] as const;
/** Looked at before, or what every object has. */
const NO_WRAPPER: ReadonlySet<string> = new Set([...WRAPPERS, '__proto__']);
const MAX_WRAPPERS = 3;
/** More than a shop has in a day; so many at once are not real events. */
const MAX_ORDERS = 1_000;

/**
 * Returns what the body of a webhook is: a test of our own, one order or several, whose they are, a catalogue callback,
 * or none of these. Never throws, whatever JSON it is given. Source: docs/partner-api.md, "Webhook".
 */
export function readWebhook(
  body: unknown,
  readers: {
    readonly readTest: (body: unknown) => ParsedOne | null;
    /** Reads what may be one order, or a catalogue callback. */
    readonly readOne: (body: unknown) => ParsedOne;
  },
): ParsedWebhook {
  const { readTest, readOne } = readers;
  const test = readTest(body);
  if (test !== null) return test;
  const content = unwrap(body, MAX_WRAPPERS);
  if (!Array.isArray(content)) return readOne(content);
  if (content.length === 0) return { kind: 'not-an-order', note: { kind: 'empty-list' } };
  const tooMany = { kind: 'not-an-order', note: { kind: 'too-many' } } as const;
  if (content.length > MAX_ORDERS) return tooMany;
  const entries = content.flatMap(entriesOf);
  if (entries.length > MAX_ORDERS) return tooMany;
  const parts = entries.map(readOne);
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: 'several', parts };
}

/** One entry of a list holds an order, or wraps a list of its own. */
function entriesOf(entry: unknown): readonly unknown[] {
  const content = unwrap(entry, MAX_WRAPPERS);
  if (!Array.isArray(content) || Array.isArray(entry)) return [content];
  return content.map((one: unknown) => unwrap(one, MAX_WRAPPERS));
}

/**
 * Returns the order, or the list, that an envelope holds: under a usual name, else under the only other one that holds any.
 * Queues between the platform and the shop put it there as text. An object with an order's id and status, or with a job id,
 * is never unwrapped, whatever else it contains.
 */
function unwrap(value: unknown, depth: number): unknown {
  const content = fromText(value);
  if (depth === 0 || typeof content !== 'object' || content === null) return content;
  if (Array.isArray(content) || isWhole(content)) return content;
  const inner = new Map<string, unknown>(Object.entries(content));
  const held = (names: readonly string[]): readonly unknown[] =>
    names.map((name) => unwrap(inner.get(name), depth - 1)).filter((one) => holdsOne(one, depth - 1));
  const [usual] = held(WRAPPERS);
  if (usual !== undefined) return usual;
  if (isOne(content)) return content;
  const [only, ...others] = held([...inner.keys()].filter((name) => !NO_WRAPPER.has(name)));
  return others.length === 0 ? (only ?? content) : content;
}

/** JSON that was put into a text again. */
function fromText(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value) || !value.includes('order_id')) return value;
  try {
    return parseExactJson(value);
  } catch {
    return value;
  }
}

function isOne(value: object): boolean {
  return hasAny(value, ['order_id', 'job_id']);
}

function isWhole(value: object): boolean {
  return hasAny(value, ['job_id']) || (isOne(value) && hasAny(value, ['status']));
}

function hasAny(value: object, names: readonly string[]): boolean {
  return Object.entries(value).some(
    ([name, field]: [string, unknown]) => names.includes(name) && field !== undefined && field !== null,
  );
}

function holdsOne(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (!Array.isArray(value)) return isOne(value);
  const inside = Math.max(0, depth - 1);
  return value.some((one: unknown) => !Array.isArray(one) && holdsOne(unwrap(one, depth), inside));
}

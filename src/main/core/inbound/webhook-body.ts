import type { ParsedOne, ParsedWebhook } from './types.ts';

/** Fields in which an order may be wrapped. */
const WRAPPERS = ['order', 'orders', 'data', 'payload', 'body'] as const;
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
  if (content.length === 0) return { kind: 'not-an-order', detail: 'an empty list' };
  if (content.length > MAX_ORDERS) return { kind: 'not-an-order', detail: 'too many in one' };
  const parts = content.map((one: unknown) => readOne(unwrap(one, MAX_WRAPPERS)));
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: 'several', parts };
}

/** An object with an order id or a job id is never unwrapped, whatever else it contains. */
function unwrap(value: unknown, depth: number): unknown {
  if (depth === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (Object.hasOwn(value, 'order_id') || Object.hasOwn(value, 'job_id')) return value;
  const inner = new Map<string, unknown>(Object.entries(value));
  for (const name of WRAPPERS) {
    const content = inner.get(name);
    if (typeof content === 'object' && content !== null) return unwrap(content, depth - 1);
  }
  return value;
}

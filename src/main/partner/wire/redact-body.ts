import { hash } from 'node:crypto';
import { isObject } from './wire-text.ts';

/** Deeper than any order. Deeper values are cut, so that no body can exhaust the stack. */
const MAX_DEPTH = 32;

// The platform mixes snake_case and camelCase.
const PERSONAL =
  /address|phone|mobile|e[_-]?mail|(national|tax|document)[_-]?(id|number)|(last|full|sur)[_-]?name|loyalty[_-]?card|latitude|longitude|coordinates|birth|passport|^(lat|lng|lon|dni|street|zip[_-]?code|(geo)?location)$/i;

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The body as it may be kept, and its digest. Address, phone, personal ids, last name and coordinates are cut wherever
 * they stand; of the customer only the first name and a masked phone number stay. Names are sorted, so the same news has
 * the same text and the same SHA-256 (hex) whether it came by webhook or in a list, and reading a kept body again changes
 * nothing. Source: docs/partner-api.md, "Order" and "Times and versions".
 */
export function redactBody(body: unknown): { readonly body: string; readonly digest: string } {
  const kept = redact(body, 0);
  const text = JSON.stringify(kept) ?? 'null';
  const news = isObject(kept) ? withoutDeliveryStatus(kept) : null;
  const hashed = news === null ? text : JSON.stringify(news);
  return { body: text, digest: hash('sha256', hashed) };
}

/** The same without what speaks of the webhook's delivery; null when there is nothing of the kind. */
function withoutDeliveryStatus(body: JsonObject): JsonObject | null {
  const sys = body['sys'];
  if (!isObject(sys) || sys['webhook_status'] === undefined) return null;
  return { ...body, sys: { ...sys, webhook_status: undefined } };
}

/** A copy with names in order and without personal data. */
function redact(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((one) => redact(one, depth + 1));
  if (!isObject(value)) return null;
  const kept: Record<string, unknown> = {};
  for (const name of keptNames(Object.keys(value))) {
    const field = value[name];
    const copy = name.toLowerCase() === 'customer' ? redactCustomer(field) : redact(field, depth + 1);
    // Assigned, it would become the prototype of the copy.
    if (name === '__proto__') Object.defineProperty(kept, name, { value: copy, enumerable: true });
    else kept[name] = copy;
  }
  return kept;
}

// The same few lists of names come in every order: judging and sorting them anew is most of the cost.
const judged = new Map<string, { readonly count: number; readonly kept: readonly string[] }>();
const MAX_JUDGED = 500;
/** Longer than the name lists of an order; longer lists are not cached. */
const MAX_JUDGED_CHARS = 1000;
const BREAK = '\n';

/** Returns the names that may be kept, sorted. */
function keptNames(names: readonly string[]): readonly string[] {
  const list = names.join(BREAK);
  const known = judged.get(list);
  // As many names and the same text: none of them holds a break, so they are the same names.
  if (known?.count === names.length) return known.kept;
  const kept = names.filter((name) => !PERSONAL.test(name)).sort();
  if (
    judged.size < MAX_JUDGED &&
    list.length <= MAX_JUDGED_CHARS &&
    !names.some((name) => name.includes(BREAK))
  ) {
    judged.set(list, { count: names.length, kept });
  }
  return kept;
}

function redactCustomer(customer: unknown): unknown {
  if (!isObject(customer)) return null;
  const { first_name: firstName, phone_number: phone } = customer;
  return {
    first_name: typeof firstName === 'string' ? toFirstName(firstName) : null,
    phone_number: typeof phone === 'string' || typeof phone === 'number' ? maskPhone(String(phone)) : null,
  };
}

const MAX_NAME_CHARS = 40;
const MASKED_PHONE = /^[+\d\s().*xX•-]*[*xX•][+\d\s().*xX•-]*$/;
const MAX_SHOWN_DIGITS = 7;
const KEPT_DIGITS = 3;

/** The first word of a name: all that the counter needs to call out. */
export function toFirstName(name: string | null): string | null {
  const first = (name ?? '').trim().split(/\s+/)[0] ?? '';
  return first === '' ? null : first.slice(0, MAX_NAME_CHARS);
}

/** A phone number of which only the end can be read. One that the platform masked already stays as it came. */
export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null;
  const digits = phone.replace(/\D/g, '');
  if (MASKED_PHONE.test(phone) && digits.length <= MAX_SHOWN_DIGITS) return phone;
  if (digits === '') return null;
  return digits.length > KEPT_DIGITS * 2 ? `***${digits.slice(-KEPT_DIGITS)}` : '***';
}

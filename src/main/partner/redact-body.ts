import { createHash } from 'node:crypto';
import { maskPhone, toFirstName } from './mask-person.ts';

/** Deeper than any order; what lies below is cut, so that no body can exhaust the stack. */
const MAX_DEPTH = 32;

// Compared with names in lower case without `_` and `-`: the platform mixes snake_case and camelCase.
const PERSONAL =
  /address|phone|mobile|mail|nationalid|taxid|lastname|surname|fullname|loyaltycard|latitude|longitude|coordinates|birth|passport|documentn|documentid/;
const PERSONAL_EXACT = new Set(['lat', 'lng', 'lon', 'street', 'zipcode', 'location', 'geolocation', 'dni']);

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The body as it may be kept, and its digest. Address, phone, personal ids, last name and coordinates are cut wherever
 * they stand; of the customer only the first name and a masked phone number stay. Names are sorted, so the same news has
 * the same text and the same SHA-256 (hex) whether it came by webhook or in a list, and reading a kept body again changes
 * nothing. Source: docs/partner-api.md, "Order" and "Times and versions".
 */
export function redactBody(body: unknown): { readonly body: string; readonly digest: string } {
  const kept = write(body, 0);
  const news =
    isObject(body) && isObject(body['sys']) ? write(withoutDeliveryStatus(body, body['sys']), 0) : kept;
  return { body: kept, digest: createHash('sha256').update(news).digest('hex') };
}

function withoutDeliveryStatus(body: JsonObject, sys: JsonObject): JsonObject {
  return { ...body, sys: { ...sys, webhook_status: undefined } };
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) return 'null';
  if (Array.isArray(value)) return `[${value.map((one) => write(one, depth + 1)).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'null';
  const fields = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const field = value[key];
      const name = key.toLowerCase().replace(/[_-]/g, '');
      if (field === undefined || isPersonal(name)) return [];
      const text = name === 'customer' ? writeCustomer(field) : write(field, depth + 1);
      return [`${JSON.stringify(key)}:${text}`];
    });
  return `{${fields.join(',')}}`;
}

function writeCustomer(customer: unknown): string {
  if (!isObject(customer)) return 'null';
  const { first_name: firstName, phone_number: phone } = customer;
  return JSON.stringify({
    first_name: typeof firstName === 'string' ? toFirstName(firstName) : null,
    phone_number: typeof phone === 'string' || typeof phone === 'number' ? maskPhone(String(phone)) : null,
  });
}

function isPersonal(name: string): boolean {
  return PERSONAL_EXACT.has(name) || PERSONAL.test(name);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { OUTLET_STATES, type OutletState } from '../../../shared/outlet.ts';
import type { OutletAnswer } from '../../core/outlet/outlet-light.ts';
import { isObject, readLabel, readText, toOneLine } from './wire-text.ts';
import { toIsoUtc } from './wire-time.ts';

const MAX_CHARS = 80;
const STATE_KEYS = [
  'status',
  'state',
  'outlet_status',
  'vendor_status',
  'availability_status',
  'availability',
];
const UNTIL_KEYS = ['closed_until', 'closedUntil', 'until'];
const REASON_KEYS = ['closed_reason', 'closedReason', 'closing_reason', 'reason'];
const WRAPPERS = ['data', 'vendor', 'outlet', 'status'];

/**
 * Returns what an answer says of the shop. Only the words that the documentation knows count: anything else is unknown,
 * never open. Never throws. Source: docs/partner-api.md, "Whether the shop is open".
 */
export function toOutlet(body: unknown): OutletAnswer {
  const one: unknown = Array.isArray(body) && body.length === 1 ? body[0] : body;
  if (!isObject(one)) return toAnswer(one, {});
  const inside = WRAPPERS.map((key) => one[key]).find(isObject);
  const holder = inside !== undefined && typeof first(one, STATE_KEYS) !== 'string' ? inside : one;
  return toAnswer(first(holder, STATE_KEYS), holder);
}

function toAnswer(value: unknown, holder: Readonly<Record<string, unknown>>): OutletAnswer {
  const said = typeof value === 'string' ? readText(value, MAX_CHARS) : null;
  const state = said === null ? null : toState(said);
  if (state === null) {
    return {
      state: 'unknown',
      said: said === null ? null : toOneLine(said, MAX_CHARS),
      until: null,
      reason: null,
    };
  }
  const reason = readLabel(first(holder, REASON_KEYS), MAX_CHARS);
  return {
    state,
    said: null,
    until: state === 'open' ? null : toIsoUtc(first(holder, UNTIL_KEYS)),
    reason: state === 'open' || reason === null ? null : toOneLine(reason, MAX_CHARS),
  };
}

/** `CLOSED_UNTIL`, `closed until` and `Closed-Until` are one. */
function toState(said: string): OutletState | null {
  const word = said
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-');
  return OUTLET_STATES.find((state) => state === word) ?? (word === 'check-in' ? 'checkin' : null);
}

function first(holder: Readonly<Record<string, unknown>>, keys: readonly string[]): unknown {
  const key = keys.find((known) => Object.hasOwn(holder, known) && holder[known] !== null);
  return key === undefined ? null : holder[key];
}

import { parseExactJson } from '../../../shared/parse-json.ts';
import type { Order, StoredOrder } from '../../../shared/orders/order.ts';
import type { OutboxTarget, TillSettings } from '../../../shared/settings/outgoing.ts';
import { msBetween } from '../../../shared/time.ts';
import type { IncomingOrder, PassOn, QueuedMessage } from '../orders/types.ts';

/** News older than this is no news for a till. After a damaged file the past is read once more. */
const PASSED_ON_MS = 3 * 24 * 60 * 60 * 1000;
/** Fields of the platform's body that speak of a person, or hold free text that may. */
const OF_PEOPLE: readonly string[] = ['customer', 'comment', 'comments', 'instructions', 'note', 'notes'];

/**
 * Returns the messages for the shop's own till about a change of an order: one for each place that is switched on, none
 * for the past. The id follows from the news, so the same news never becomes two messages.
 */
export function createPassOn(till: TillSettings): PassOn {
  const targets: readonly OutboxTarget[] = [
    ...(till.post ? (['till-post'] as const) : []),
    ...(till.files ? (['till-file'] as const) : []),
  ];
  return (news, after, at) => {
    if (targets.length === 0 || isPast(news.order, at)) return [];
    const id = `msg_${news.digest.slice(0, 32)}`;
    const body = till.form === 'received' ? asReceived(news, till.people) : tidy(after, till.people, at);
    const { id: lane, code } = news.order;
    return targets.map((target): QueuedMessage => ({ id, target, lane, code, body, at }));
  };
}

function isPast({ version, createdAt }: Order, at: string): boolean {
  const told = version ?? createdAt;
  return told !== null && msBetween(told, at) > PASSED_ON_MS;
}

/** The type is the status in lower case. Source: Standard Webhooks, "Payload structure". */
function tidy({ order, readyAt, wasPickedUp }: StoredOrder, people: boolean, at: string): string {
  const shown = people
    ? order
    : {
        ...order,
        customer: null,
        comment: null,
        lines: order.lines.map((line) => ({ ...line, instructions: null })),
      };
  const type = `order.${order.status.toLowerCase()}`;
  return JSON.stringify({ type, timestamp: at, data: { ...shown, readyAt, wasPickedUp } });
}

function asReceived({ body }: IncomingOrder, people: boolean): string {
  return people ? body : JSON.stringify(withoutPeople(parseExactJson(body)));
}

function withoutPeople(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPeople);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => !OF_PEOPLE.includes(name.toLowerCase()));
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutPeople(inner)]));
}

import type { DeliveryOutcome } from '../../shared/health/delivery.ts';
import type { DeliveryNote } from '../../shared/health/delivery-note.ts';
import { assertNever } from '../../shared/result.ts';
import type { ApplyOutcome, IncomingOrder } from '../core/orders/types.ts';
import type { ParsedOne, ParsedWebhook } from '../core/inbound/types.ts';
import type { Log } from '../log.ts';

export type ContentDeps = {
  readonly parse: (body: unknown) => ParsedWebhook;
  /** Resolves when the order is on disk; rejects when it could not be stored. */
  readonly receive: (order: IncomingOrder) => Promise<ApplyOutcome>;
  readonly log: Pick<Log, 'warn' | 'error'>;
};

/** The result of judging a body. */
export type Content = {
  readonly outcome: DeliveryOutcome;
  readonly status: number;
  readonly orderId: string | null;
  readonly notes: readonly DeliveryNote[];
};

/** Stores every order of a body: 200 says that all of them are on disk. Never rejects. */
export async function judgeContent(json: unknown, deps: ContentDeps): Promise<Content> {
  let parsed: ParsedWebhook;
  try {
    parsed = deps.parse(json);
  } catch (error) {
    return failed(error, null, deps);
  }
  if (parsed.kind !== 'several') return judgeOne(parsed, deps);
  // Begun in the same moment, so they share a transaction.
  const all = await Promise.all(parsed.parts.map((part) => judgeOne(part, deps)));
  const [worst = NOTHING] = all.toSorted((a, b) => DECIDES.indexOf(a.outcome) - DECIDES.indexOf(b.outcome));
  const leftOut = all.filter(({ outcome }) => outcome === 'not-an-order').length;
  const notes: DeliveryNote[] = [...worst.notes, { kind: 'several', count: all.length }];
  if (leftOut > 0) notes.push({ kind: 'left-out', count: leftOut });
  return { ...worst, notes };
}

const NOTHING: Content = { outcome: 'not-an-order', status: 400, orderId: null, notes: [] };
/** Of several outcomes the first in this list decides: what must be sent again, then what was kept, then the rest. */
const DECIDES: readonly DeliveryOutcome[] = [
  'store-failed',
  'no-shop',
  'stored',
  'duplicate',
  'other-shop',
  'catalogue-callback',
  'not-an-order',
];

async function judgeOne(part: ParsedOne, deps: ContentDeps): Promise<Content> {
  const bare = { orderId: null, notes: [] } as const;
  switch (part.kind) {
    case 'order':
      return storeOrder(part.order, deps);
    case 'other-shop':
      return {
        outcome: 'other-shop',
        status: 200,
        orderId: part.orderId,
        notes: otherShopNotes(part.code),
      };
    case 'test':
      return { ...bare, outcome: 'test', status: 200, notes: [{ kind: `${part.path}-test` }] };
    case 'unknown-shop':
      // Not kept, so it must be sent again: by then the shop may be known.
      return { ...bare, outcome: 'no-shop', status: 503 };
    case 'catalogue-callback':
      return { ...bare, outcome: 'catalogue-callback', status: 200 };
    case 'not-an-order':
      return { ...NOTHING, notes: [part.note] };
    default:
      return assertNever(part);
  }
}

async function storeOrder(order: IncomingOrder, deps: ContentDeps): Promise<Content> {
  const orderId = order.order.id;
  try {
    const { kind } = await deps.receive(order);
    return { outcome: DELIVERED[kind], status: 200, orderId, notes: [] };
  } catch (error) {
    return failed(error, orderId, deps);
  }
}

const DELIVERED = {
  changed: 'stored',
  unchanged: 'duplicate',
  'other-shop': 'other-shop',
} as const satisfies Record<ApplyOutcome['kind'], DeliveryOutcome>;

function failed(error: unknown, orderId: string | null, { log }: ContentDeps): Content {
  log.error('A webhook could not be stored:', error);
  return { outcome: 'store-failed', status: 500, orderId, notes: [{ kind: 'other', text: nameOf(error) }] };
}

// The message may quote what was being stored, the name and code never do.
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}

const MAX_CODE_CHARS = 20;

// All that is kept of another shop's order: what staff would ask for.
function otherShopNotes(code: string): readonly DeliveryNote[] {
  const plain = code.replace(/[^\w-]/g, '').slice(0, MAX_CODE_CHARS);
  return plain === '' ? [] : [{ kind: 'code', text: plain }];
}

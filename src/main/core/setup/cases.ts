import type { Order, OrderLine, OrderStatus } from '../../../shared/orders/order.ts';
import { SETUP_CASES, type CaseProof, type SetupCaseId, type SetupCases } from '../../../shared/setup.ts';

/** The parts of an order that can prove a case. */
export type CaseOrder = {
  readonly order: Order;
  /** When its last event came, in ISO UTC. */
  readonly at: string;
  readonly byWebhook: boolean;
};

type OrderCase = Exclude<SetupCaseId, 'get-single' | 'get-list'>;

const PREPARED: readonly OrderStatus[] = ['READY_FOR_PICKUP', 'PICKED_UP', 'DISPATCHED', 'DELIVERED'];

/** Returns the cases of the platform that an order is an example of. Source: docs/partner-api.md, "Lines". */
export function casesOf({ status, lines }: Order): readonly OrderCase[] {
  if (status === 'CANCELLED') return ['cancelled'];
  if (!PREPARED.includes(status) || lines.length === 0) return [];
  const found: OrderCase[] = [];
  if (lines.every(isWholeLine)) found.push('full');
  if (lines.some(isShortLine)) found.push('partial');
  if (lines.some(isWeighedLine)) found.push('weighed');
  if (lines.some(({ status: line }) => line === 'REPLACED' || line === 'ADDITION')) found.push('replaced');
  return found;
}

/** Returns the first proof of each case: by webhook if there is one, else by polling. `orders`: newest first. */
export function findCases(
  orders: readonly CaseOrder[],
  asked: Readonly<Record<'get-single' | 'get-list', CaseProof | null>>,
): SetupCases {
  const best = (id: OrderCase): CaseProof | null => {
    const having = orders.filter(({ order }) => casesOf(order).includes(id));
    const proof = having.find(({ byWebhook }) => byWebhook) ?? having[0];
    if (proof === undefined) return null;
    return { code: proof.order.code, at: proof.at, by: proof.byWebhook ? 'webhook' : 'api' };
  };
  return {
    full: best('full'),
    partial: best('partial'),
    weighed: best('weighed'),
    replaced: best('replaced'),
    cancelled: best('cancelled'),
    ...asked,
  };
}

export function countSeen(cases: SetupCases): number {
  return SETUP_CASES.filter((id) => cases[id] !== null).length;
}

function isWholeLine(line: OrderLine): boolean {
  return line.status === 'IN_CART' && !isShortLine(line);
}

/** Returns true when less was picked than ordered. Weighed goods always differ a little, so only pieces count. */
function isShortLine({ status, ordered, picked }: OrderLine): boolean {
  if (status === 'NOT_FOUND') return true;
  if (status !== 'IN_CART' || ordered?.unit !== 'UNIT' || picked?.unit !== 'UNIT') return false;
  return picked.amount !== null && ordered.amount !== null && picked.amount < ordered.amount;
}

function isWeighedLine({ status, picked }: OrderLine): boolean {
  return (status === 'IN_CART' || status === 'ADDITION') && picked?.unit === 'KG' && (picked.amount ?? 0) > 0;
}

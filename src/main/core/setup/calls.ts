import type { CaseProof } from '../../../shared/setup.ts';
import type { Now } from '../../../shared/time.ts';
import type { PartnerOrders } from '../sync/types.ts';

export type AskedCase = 'get-single' | 'get-list';

/** Saves the proof that this kind of request worked. */
export type NoteAsked = (asked: AskedCase, proof: { readonly orderId: string; readonly at: string }) => void;
export type ReadAsked = (asked: AskedCase) => CaseProof | null;

/**
 * Wraps the Partner API calls and notes those that returned an order: every single-order call, and the first list since
 * the start. When a note cannot be saved, the order is still returned.
 */
export function noteCalls<P extends PartnerOrders>(
  partner: P,
  deps: {
    readonly noteAsked: NoteAsked;
    readonly now: Now;
    readonly log: { readonly error: (message: string, detail?: unknown) => void };
  },
): P {
  let isListNoted = false;
  const note: NoteAsked = (asked, proof) => {
    try {
      deps.noteAsked(asked, proof);
      if (asked === 'get-list') isListNoted = true;
    } catch (error) {
      deps.log.error('That an order was asked for could not be noted', error);
    }
  };
  return {
    ...partner,
    getOrder: async (orderId, signal, urgency) => {
      const answer = await partner.getOrder(orderId, signal, urgency);
      if (answer.ok) note('get-single', { orderId: answer.value.order.id, at: deps.now() });
      return answer;
    },
    listOrders: async (query) => {
      const answer = await partner.listOrders(query);
      const first = answer.ok ? answer.value.orders[0] : undefined;
      if (!isListNoted && first !== undefined) {
        note('get-list', { orderId: first.order.id, at: deps.now() });
      }
      return answer;
    },
  };
}

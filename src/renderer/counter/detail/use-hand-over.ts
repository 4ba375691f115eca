import { useCallback, useEffect, useState } from 'react';
import { UNDO_MS } from '../../../shared/orders/card.ts';
import type { OrderSummary } from '../../../shared/orders/order.ts';
import { useShop } from '../../shop-context.ts';
import type { OrderBook } from '../list/order-book.ts';
import type { Announcer } from '../notices/announcer.tsx';

export type HandOverControl = {
  readonly mark: (order: OrderSummary) => void;
  readonly takeBack: (order: OrderSummary) => void;
  /** The order just marked in this window; its mark can still be undone with one click. */
  readonly last: OrderSummary | null;
  /** Removes the mark from `last`, if there is one. */
  readonly undo: () => void;
  readonly hasFailed: boolean;
  readonly dismiss: () => void;
};

/** Sets and removes the mark "entregado". The list changes only when main reports the change. */
export function useHandOver(book: OrderBook, say: Announcer['say']): HandOverControl {
  const { api, texts } = useShop();
  const [marked, setMarked] = useState<OrderSummary | null>(null);
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    if (marked === null) return undefined;
    const timer = setTimeout(() => setMarked(null), UNDO_MS);
    return () => clearTimeout(timer);
  }, [marked]);

  const set = useCallback(
    (order: OrderSummary, handedOver: boolean) => {
      setFailed(false);
      api['orders:hand-over']({ orderId: order.id, handedOver })
        .then(() => {
          setMarked(handedOver ? order : null);
          say(texts.orders.handOver[handedOver ? 'marked' : 'takenBack'](order.code));
        })
        .catch(() => {
          setFailed(true);
          say(texts.orders.handOver.failed.sentence, true);
        });
    },
    [api, say, texts],
  );
  const mark = useCallback((order: OrderSummary) => set(order, true), [set]);
  const takeBack = useCallback((order: OrderSummary) => set(order, false), [set]);
  const dismiss = useCallback(() => setFailed(false), []);

  // The mark may have been removed elsewhere, on the card or in the detail: then there is nothing to undo.
  const isStill = marked !== null && (book.get(marked.id)?.handedOverAt ?? null) !== null;
  const last = isStill ? marked : null;
  const undo = useCallback(() => {
    if (last !== null) takeBack(last);
  }, [last, takeBack]);
  return { mark, takeBack, last, undo, hasFailed, dismiss };
}

import type { Dispatch, RefObject } from 'react';
import type { CodeCheck } from '../code/code-check.ts';
import { moveIndex, type KeyAction } from './keys.ts';
import type { OrderList } from '../list/list-model.ts';
import type { OrderGridHandle } from '../list/order-grid.tsx';
import { handOverOffer } from '../list/row-model.ts';
import type { CounterData } from '../use-counter-data.ts';
import type { HandOverControl } from '../detail/use-hand-over.ts';
import { useKeys } from './use-keys.ts';
import type { ViewAction, ViewState } from '../view-state.ts';

/** What each key does in the counter. */
export function useCounterKeys(deps: {
  readonly view: ViewState;
  readonly dispatch: Dispatch<ViewAction>;
  readonly data: CounterData;
  readonly list: OrderList;
  /** The chosen row, if the list shows it. */
  readonly activeId: string | null;
  readonly activeIndex: number;
  readonly judged: CodeCheck | null;
  readonly handOver: HandOverControl;
  readonly grid: RefObject<OrderGridHandle | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onOpen: (orderId: string) => void;
  readonly onClose: () => void;
  readonly onMoved: () => void;
  readonly onRefresh: () => void;
  readonly onHelp: () => void;
  readonly hearMain: () => Promise<unknown>;
}): void {
  const { view, dispatch, data, list, activeId, activeIndex, judged, handOver, grid, search } = deps;
  // An open order counts as chosen, even after an update moved it out of the list.
  const chosenId = activeId ?? view.openId;
  const chosenAlertId = chosenId === null ? null : (data.alerts.get(chosenId)?.id ?? null);

  const act = (action: KeyAction): void => {
    switch (action.kind) {
      case 'move': {
        if (list.orders.length === 0) return;
        const page = grid.current?.pageSize() ?? 1;
        const from = activeIndex < 0 && action.move === 'down' ? -1 : Math.max(activeIndex, 0);
        const next = list.orders[moveIndex(action.move, from, list.orders.length, page)];
        if (next !== undefined) dispatch({ kind: 'active', id: next.id });
        deps.onMoved();
        if (document.activeElement !== search.current) grid.current?.focus();
        return;
      }
      case 'type':
        dispatch(action);
        return;
      case 'erase':
        dispatch({ kind: 'erase' });
        return;
      case 'open': {
        // Search results do not say which row is meant, except the order whose code is exactly the searched one.
        const exactId = judged !== null && 'order' in judged ? judged.order.id : null;
        const id = activeId ?? exactId;
        if (id !== null) deps.onOpen(id);
        else dispatch({ kind: 'done', question: view.question, query: view.query });
        return;
      }
      case 'seen': {
        if (chosenAlertId !== null) data.acknowledge([chosenAlertId]);
        return;
      }
      case 'hand-over': {
        const order = chosenId === null ? undefined : data.book.get(chosenId);
        if (order !== undefined && handOverOffer(order) === 'mark') handOver.mark(order);
        return;
      }
      case 'undo':
        if (handOver.last !== null) handOver.undo();
        else if (judged?.verdict === 'handed-over' && handOverOffer(judged.order) === 'take-back') {
          handOver.takeBack(judged.order);
        }
        return;
      case 'refresh':
        deps.onRefresh();
        return;
      case 'focus-search':
        search.current?.focus();
        search.current?.select();
        return;
      case 'help':
        deps.onHelp();
        return;
      case 'escape':
        if (view.openId !== null) deps.onClose();
        else dispatch({ kind: 'query', query: '' });
        return;
    }
  };
  useKeys({
    act,
    query: view.query,
    isDone: view.pace === 'done',
    chosenId,
    alertId: chosenAlertId,
    hearMain: deps.hearMain,
  });
}

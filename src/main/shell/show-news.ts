import type { AlertKind } from '../../shared/alert.ts';
import type { OrderSummary } from '../../shared/order.ts';
import type { PublishNews } from '../core/alerts/digest-buffer.ts';
import type { Paced } from '../core/support/pace.ts';
import type { OrderChange, OrderStore } from '../core/orders/types.ts';
import type { Alerts } from './alerts.ts';

/**
 * Shows what commits changed, as it stands now and not as it stood then: between a commit and this moment lies a turn, or
 * the wait for the rest of a run, and another road may have told newer news meanwhile.
 */
export function createShowNews(deps: {
  readonly store: Pick<OrderStore, 'summariesOf'>;
  readonly alerts: Pick<Alerts, 'update'>;
  readonly showOrders: (orders: readonly OrderSummary[]) => void;
  readonly showTray: () => void;
}): PublishNews {
  return (changes, gapMinutes, back = []) => {
    if (changes.length + back.length === 0) return;
    const ids = new Set(changes.map(({ after }) => after.order.id));
    if (ids.size > 0) deps.showOrders(deps.store.summariesOf([...ids]));
    const raised = changes.flatMap((change) => change.raised);
    const closed = changes.flatMap((change) => change.closed);
    // Alerts that change draw the tray themselves.
    if (raised.length + closed.length + back.length === 0) deps.showTray();
    else deps.alerts.update(raised, closed, gapMinutes, back);
  };
}

/** Somebody may be handing over the bag at this moment, or has to look at the order. */
const URGENT: readonly AlertKind[] = ['cancelled', 'unclear'];

/**
 * Returns how to show commits together that come close after each other; what must not be handed over waits for none of
 * them. What tells of a gap or of an outage is shown at once, after everything that came before it.
 */
export function gatherNews({
  show,
  paced,
}: {
  readonly show: PublishNews;
  readonly paced: (run: () => void) => Paced;
}): { readonly publish: PublishNews } {
  let gathered: OrderChange[] = [];
  const look = paced(() => {
    const changes = gathered;
    gathered = [];
    show(changes);
  });
  return {
    publish: (changes, gapMinutes, back) => {
      if (gapMinutes === undefined && back === undefined) {
        gathered.push(...changes);
        const isUrgent = changes.some(({ raised }) => raised.some(({ kind }) => URGENT.includes(kind)));
        look.ask(isUrgent ? 'urgent' : undefined);
        return;
      }
      look.run();
      show(changes, gapMinutes, back);
    },
  };
}

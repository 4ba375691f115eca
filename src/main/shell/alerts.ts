import type { Alert } from '../../shared/alert.ts';
import { byUrgency, UNDO_MS, type CardState, type GapDigest } from '../../shared/card.ts';
import { shiftIso } from '../../shared/time.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { HandOver } from '../core/orders/hand-over.ts';
import type { AmountsToCollect } from '../core/orders/summary.ts';
import type { Now } from '../core/support/now.ts';
import type { OrderChange, OrderStore } from '../core/orders/types.ts';
import type { Ringer } from '../core/alerts/ringer.ts';
import type { Log } from '../log.ts';
import { createAlertToasts } from './alert-toasts.ts';
import type { Notifications } from './notifications.ts';

/** Nobody scrolls the card further; a longer list would cost more with every unseen alert. */
const MAX_ON_CARD = 20;
/** Named when they can be taken back. */
const MAX_UNDO_CODES = 12;
/** States of the card that may still be looked at when a newer one is on its way. */
const KEPT_STATES = 10;

export type Alerts = {
  /**
   * Shows what was raised, as far as it still wants somebody, and takes away what no longer matters. With `gapMinutes`,
   * how long nothing could be known, the news becomes one digest. `back`: connection alerts that contact closed; it says
   * what was missed.
   */
  readonly update: (
    raised: readonly Alert[],
    closed: readonly Alert[],
    gapMinutes?: number,
    back?: readonly Alert[],
  ) => void;
  /** After a start: one digest stands for all alerts that nobody has seen yet. */
  readonly resume: () => void;
  /** Answers the alerts that are still open. */
  readonly acknowledge: (alertIds: readonly string[], by: string) => readonly Alert[];
  /** Answers all that this state of the card stands for, also what it only counts. */
  readonly acknowledgeCard: (revision: number, by: string) => void;
  readonly handOver: (orderId: string, handedOver: boolean) => void;
  /** Takes back the last acknowledgement or hand-over, within ten seconds. */
  readonly undo: () => void;
  /** Draws the card anew: after a mute or a step of escalation. */
  readonly showCard: () => void;
  readonly stop: () => void;
};

type Undo = CardState['undo'] & { readonly run: () => OrderChange | null };

/** Brings stored alerts to people's eyes and ears; each has one toast, ever. */
export function createAlerts(deps: {
  readonly store: Pick<OrderStore, 'openAlerts' | 'markShown' | 'acknowledge' | 'unacknowledge'>;
  readonly notifications: Notifications;
  readonly ringer: Pick<Ringer, 'update' | 'ring' | 'mutedForMs'>;
  readonly handOver: HandOver;
  readonly texts: () => Texts;
  readonly now: Now;
  readonly log: Log;
  readonly openCounter: () => void;
  readonly onChanged: (open: readonly Alert[]) => void;
  readonly onOrder: (change: OrderChange) => void;
  readonly onCard: (state: CardState) => void;
  readonly toCollect?: AmountsToCollect;
}): Alerts {
  const { store } = deps;
  let gap: GapDigest | null = null;
  let undo: Undo | null = null;
  let undoTimer: NodeJS.Timeout | null = null;
  const toasts = createAlertToasts({ ...deps, openAlerts: store.openAlerts });
  let revision = 0;
  /** The ids that each of the last states of the card stood for. */
  const statesOfCard = new Map<number, readonly string[]>();

  const showCard = (open = store.openAlerts()): void => {
    const mutedForMs = deps.ringer.mutedForMs();
    const shown = open.toSorted(byUrgency).slice(0, MAX_ON_CARD);
    revision += 1;
    statesOfCard.set(
      revision,
      open.map(({ id }) => id),
    );
    statesOfCard.delete(revision - KEPT_STATES);
    deps.onCard({
      alerts: shown,
      more: open.length - shown.length,
      revision,
      collect: deps.toCollect?.(shown.map(({ subject }) => subject)) ?? [],
      digest: gap,
      undo: undo === null ? null : { codes: undo.codes, what: undo.what },
      flash: deps.ringer.ring()?.flash ?? false,
      mutedUntil: mutedForMs > 0 ? shiftIso(deps.now(), mutedForMs) : null,
    });
  };

  const changed = (open = store.openAlerts()): readonly Alert[] => {
    if (open.length === 0) gap = null;
    deps.ringer.update(open);
    showCard(open);
    deps.onChanged(open);
    return open;
  };

  const forgetUndo = (): void => {
    if (undoTimer !== null) clearTimeout(undoTimer);
    undo = null;
    undoTimer = null;
  };
  const offerUndo = (next: Undo): void => {
    forgetUndo();
    undo = next;
    undoTimer = setTimeout(() => {
      forgetUndo();
      showCard();
    }, UNDO_MS);
  };

  const addToGap = (fresh: readonly Alert[], minutes: number): GapDigest => ({
    minutes: Math.max(minutes, gap?.minutes ?? 0),
    ready: fresh.filter(({ kind }) => kind === 'ready').length + (gap?.ready ?? 0),
    cancelled: fresh.filter(({ kind }) => kind.startsWith('cancelled')).length + (gap?.cancelled ?? 0),
  });

  /**
   * Called before the toast: an app that ends between the two tells of it by the digest of its next start, while the
   * other way round that start would show the same toast again.
   */
  const markShown = (alerts: readonly Alert[]): void => {
    try {
      store.markShown(
        alerts.map((alert) => alert.id),
        deps.now(),
      );
    } catch (error) {
      deps.log.error('Could not note that alerts were shown', error);
    }
  };

  /** What is heard and seen here comes first: the desktop, which draws the toasts, may take its time. */
  const tell: Alerts['update'] = (raised, closed, gapMinutes, back = []) => {
    // News may be older than what is stored by now: told is what wants somebody at this moment, as it stands.
    const open = store.openAlerts();
    const openIds = new Set(open.map(({ id }) => id));
    const told = new Set(raised.map(({ id }) => id));
    const fresh = open.filter((alert) => told.has(alert.id) && alert.shownAt === null);
    const isGap = gapMinutes !== undefined && fresh.length > 0;
    if (isGap) gap = addToGap(fresh, gapMinutes);
    changed(open);
    toasts.dismiss([...closed, ...back].map(({ id }) => id).filter((id) => !openIds.has(id)));
    if (fresh.length > 0) markShown(fresh);
    toasts.tell(fresh, isGap ? gap : null, back.length > 0);
  };

  const handOver = (orderId: string, handedOver: boolean): OrderChange | null => {
    const change = deps.handOver(orderId, handedOver);
    if (change !== null) deps.onOrder(change);
    return change;
  };

  const acknowledge: Alerts['acknowledge'] = (alertIds, by) => {
    const done = store.acknowledge(alertIds, by, deps.now());
    const ids = done.map((alert) => alert.id);
    toasts.dismiss(ids);
    if (done.length > 0) {
      offerUndo({
        what: 'seen',
        codes: undoCodes(done),
        run: () => {
          store.unacknowledge(ids);
          return null;
        },
      });
    }
    return changed();
  };

  return {
    update: (raised, closed, gapMinutes, back = []) => {
      if (raised.length + closed.length + back.length > 0) tell(raised, closed, gapMinutes, back);
    },
    resume: () => {
      const open = changed();
      if (open.length > 0) markShown(open);
      toasts.resume(open);
    },
    acknowledge,
    acknowledgeCard: (seen, by) => {
      const ids = statesOfCard.get(seen);
      if (ids !== undefined) acknowledge(ids, by);
    },
    handOver: (orderId, handedOver) => {
      const change = handOver(orderId, handedOver);
      if (change === null) return;
      if (handedOver) {
        offerUndo({
          what: 'handed-over',
          codes: [change.after.order.code],
          run: () => handOver(orderId, false),
        });
      }
      tell(change.raised, change.closed);
    },
    undo: () => {
      const last = undo;
      forgetUndo();
      const change = last?.run() ?? null;
      if (change === null) changed();
      else tell(change.raised, change.closed);
    },
    showCard,
    stop: () => {
      forgetUndo();
      toasts.stop();
    },
  };
}

function undoCodes(alerts: readonly Alert[]): readonly string[] {
  const codes = alerts.map(({ code }) => code).filter((code) => code !== '');
  return codes.length > MAX_UNDO_CODES ? [...codes.slice(0, MAX_UNDO_CODES), '…'] : codes;
}

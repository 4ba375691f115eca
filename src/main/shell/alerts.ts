import type { Alert } from '../../shared/alert.ts';
import { byUrgency, UNDO_MS, type CardState, type GapDigest } from '../../shared/card.ts';
import { shiftIso } from '../../shared/time.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { HandOver } from '../core/handover.ts';
import type { AmountsToCollect } from '../core/order-summary.ts';
import type { Now, OrderChange, OrderStore } from '../core/ports.ts';
import type { Ringer } from '../core/ringer.ts';
import type { Log } from '../log.ts';
import { digestBody } from './digest.ts';
import type { Notifications } from './notifications.ts';

/** More than this many at once become one toast that names their codes. */
const MAX_SINGLE_TOASTS = 4;
/** Nobody scrolls the card so far; looking up every order would cost more with every unseen alert. */
const MAX_AMOUNTS = 20;
/** Nobody reads faster: what comes meanwhile is told together. */
const PAUSE_AFTER_TOAST_MS = 200;
const PAUSE_AFTER_DIGEST_MS = 2_000;

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
  const { store, notifications } = deps;
  let gap: GapDigest | null = null;
  let undo: Undo | null = null;
  let undoTimer: NodeJS.Timeout | null = null;
  /** Alerts that get their toast as soon as the desktop takes one. */
  const untold = new Set<string>();
  let pause: NodeJS.Timeout | null = null;

  const showCard = (): void => {
    const mutedForMs = deps.ringer.mutedForMs();
    const shown = store.openAlerts().toSorted(byUrgency);
    const inSight = shown.slice(0, MAX_AMOUNTS).map(({ subject }) => subject);
    deps.onCard({
      alerts: shown,
      collect: deps.toCollect?.(inSight) ?? [],
      digest: gap,
      undo: undo === null ? null : { codes: undo.codes, what: undo.what },
      flash: deps.ringer.ring()?.flash ?? false,
      mutedUntil: mutedForMs > 0 ? shiftIso(deps.now(), mutedForMs) : null,
    });
  };

  const changed = (open = store.openAlerts()): readonly Alert[] => {
    if (open.length === 0) gap = null;
    deps.ringer.update();
    showCard();
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

  const digest = (alerts: readonly Alert[], title: string, note: string | null = null): void => {
    const body = digestBody(alerts, deps.texts());
    notifications.show(
      { title, body: note === null ? body : `${note}\n${body}` },
      { critical: alerts.some(({ kind }) => kind === 'cancelled'), onClick: deps.openCounter },
    );
  };

  const addToGap = (fresh: readonly Alert[], minutes: number): GapDigest => ({
    minutes: Math.max(minutes, gap?.minutes ?? 0),
    ready: fresh.filter(({ kind }) => kind === 'ready').length + (gap?.ready ?? 0),
    cancelled: fresh.filter(({ kind }) => kind.startsWith('cancelled')).length + (gap?.cancelled ?? 0),
  });

  const tellUntold = (): void => {
    // As it stands at this moment: the desktop may have let this wait for long.
    const fresh = store.openAlerts().filter(({ id }) => untold.has(id));
    untold.clear();
    if (fresh.length === 0) return;
    const isMany = fresh.length > MAX_SINGLE_TOASTS;
    if (isMany) digest(fresh, deps.texts().alerts.unseenTitle(fresh.length));
    else fresh.forEach(notifications.showAlert);
    pause = setTimeout(
      () => {
        pause = null;
        if (untold.size > 0) notifications.whenFree(tellUntold);
      },
      isMany ? PAUSE_AFTER_DIGEST_MS : fresh.length * PAUSE_AFTER_TOAST_MS,
    ).unref();
  };

  const toast = (fresh: readonly Alert[], told: GapDigest | null, isBack: boolean): void => {
    const texts = deps.texts();
    const { backTitle, backBody } = texts.connection;
    if (fresh.length === 0) {
      if (isBack) notifications.show({ title: backTitle, body: backBody }, { onClick: deps.openCounter });
      return;
    }
    markShown(fresh);
    if (isBack) {
      const note = told === null ? texts.alerts.unseenTitle(fresh.length) : texts.card.digest(told);
      digest(fresh, backTitle, note);
    } else if (told !== null) digest(fresh, texts.card.digest(told));
    else {
      for (const { id } of fresh) untold.add(id);
      if (pause === null) notifications.whenFree(tellUntold);
    }
  };

  const dismiss = (alertIds: readonly string[]): void => {
    for (const id of alertIds) untold.delete(id);
    notifications.dismiss(alertIds);
  };

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
    dismiss([...closed, ...back].map(({ id }) => id).filter((id) => !openIds.has(id)));
    toast(fresh, isGap ? gap : null, back.length > 0);
  };

  const handOver = (orderId: string, handedOver: boolean): OrderChange | null => {
    const change = deps.handOver(orderId, handedOver);
    if (change !== null) deps.onOrder(change);
    return change;
  };

  return {
    update: (raised, closed, gapMinutes, back = []) => {
      if (raised.length + closed.length + back.length > 0) tell(raised, closed, gapMinutes, back);
    },
    resume: () => {
      const open = changed();
      const [first] = open;
      if (open.length > 0) markShown(open);
      if (first !== undefined && open.length === 1 && first.shownAt === null) notifications.showAlert(first);
      else if (open.length > 0) digest(open, deps.texts().alerts.unseenTitle(open.length));
    },
    acknowledge: (alertIds, by) => {
      const done = store.acknowledge(alertIds, by, deps.now());
      const ids = done.map((alert) => alert.id);
      dismiss(ids);
      if (done.length > 0) {
        offerUndo({
          what: 'seen',
          codes: done.map((alert) => alert.code).filter((code) => code !== ''),
          run: () => {
            store.unacknowledge(ids);
            return null;
          },
        });
      }
      return changed();
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
      if (pause !== null) clearTimeout(pause);
    },
  };
}

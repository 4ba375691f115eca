import { alertCode, type Alert, type AlertKind } from '../../../shared/orders/alert.ts';
import type { CardState, GapDigest } from '../../../shared/orders/card.ts';
import type { OrderSummary } from '../../../shared/orders/order.ts';
import { msOf, shiftIso, type Now } from '../../../shared/time.ts';
import type { HandOver } from '../orders/hand-over.ts';
import type { AmountsToCollect } from '../orders/summary.ts';
import type { MovedAlerts, OrderChange, OrderStore } from '../orders/types.ts';
import type { Paced } from '../support/pace.ts';
import { runEach } from '../support/scheduling.ts';
import { createAlertToasts } from './alert-toasts.ts';
import { createCardStates } from './card-states.ts';
import type { PublishNews } from './digest-buffer.ts';
import { createGatherNews } from './gather-news.ts';
import { createReminders, type UnclaimedPages } from './reminders.ts';
import type { Ringer } from './ringer.ts';
import type { TrayModel } from './tray-model.ts';
import { createUndo } from './undo.ts';
import { onCard, whatIsShown, type AlertNews, type ShownFacts, type ShownRows } from './what-is-shown.ts';

/** After this time an order is no longer expected to be collected. */
const WAITS_AT_MOST_MS = 24 * 60 * 60 * 1000;
/** Shown at once: somebody may be handing over the bag at this moment, or has to look at the order. */
const URGENT: readonly AlertKind[] = ['cancelled', 'unclear'];

type ReminderDeps = Parameters<typeof createReminders>[0];

export type Show = {
  /** Shows committed changes; changes close after each other are shown together. */
  readonly publish: PublishNews;
  /** Shows alerts that do not come from an order, at once. */
  readonly showAlerts: (moved: MovedAlerts) => void;
  /** After a start: one digest stands for all alerts that nobody has seen yet. */
  readonly resume: () => void;
  /** Returns the alerts that are still open. */
  readonly acknowledge: (alertIds: readonly string[], by: string) => readonly Alert[];
  /** Acknowledges all alerts that this state of the card stands for, including those that it only counts. */
  readonly acknowledgeCard: (revision: number, by: string) => void;
  readonly handOver: (orderId: string, handedOver: boolean) => void;
  readonly unclaimed: UnclaimedPages;
  /** Takes back the last acknowledgement or hand-over, within ten seconds. */
  readonly undo: () => void;
  /** Something else on display changed: a light, a mute, a step of escalation, the time. */
  readonly look: (when: 'now' | 'soon') => void;
  readonly stop: () => void;
};

const idsOf = (alerts: readonly Alert[]): readonly string[] => alerts.map(({ id }) => id);

/**
 * Shows and rings the stored state as it is now, not as it was at the commit; each alert has one toast, ever. Every
 * change, however large, is decided from one read at one moment.
 */
export function createShow(deps: {
  readonly store: ShownRows & Pick<OrderStore, 'remind' | 'markShown' | 'acknowledge' | 'unacknowledge'>;
  readonly toasts: Parameters<typeof createAlertToasts>[0]['notifications'];
  readonly ringer: Pick<Ringer, 'waiting' | 'time' | 'follow'>;
  readonly handOver: HandOver;
  /** All other facts that decide what is shown. */
  readonly facts: () => Pick<
    ShownFacts,
    | 'settings'
    | 'health'
    | 'refreshing'
    | 'mutedUntil'
    | 'demo'
    | 'hasRiders'
    | 'clock'
    | 'isTimeKnown'
    | 'texts'
  >;
  readonly toCollect: AmountsToCollect;
  readonly now: Now;
  /** Runs the function after so many milliseconds; returns a function that cancels it. */
  readonly schedule: (run: () => void, ms: number) => () => void;
  readonly paced: (run: () => void) => Paced;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
  readonly openCounter: () => void;
  readonly onCard: (state: CardState) => void;
  readonly onTray: (model: TrayModel) => void;
  /** These alerts are told now for the first time, which is on disk. */
  readonly onShown: (alertIds: readonly string[]) => void;
  readonly onTone: ReminderDeps['onTone'];
  readonly onSilenced: ReminderDeps['onSilenced'];
  readonly onOrders: (orders: readonly OrderSummary[]) => void;
  /** Receives the open alerts after a change of alerts. */
  readonly onAlerts: (open: readonly Alert[]) => void;
}): Show {
  const { store, ringer, now } = deps;
  const toasts = createAlertToasts({
    ...deps,
    notifications: deps.toasts,
    openAlerts: store.openAlerts,
    texts: () => deps.facts().texts,
  });
  const news = createGatherNews();
  let gap: GapDigest | null = null;
  const card = createCardStates(deps.onCard);
  let open: readonly Alert[] = [];
  /** True while this update itself changes the sound: that change is already shown. */
  let isFollowing = false;

  const toFacts = (told: AlertNews): ShownFacts => {
    open = store.openAlerts();
    return {
      ...deps.facts(),
      open,
      orders: store.listWaiting(shiftIso(now(), -WAITS_AT_MOST_MS)),
      seenReady: store.listSeenReady(shiftIso(now(), -WAITS_AT_MOST_MS)),
      waiting: ringer.waiting(open),
      time: ringer.time(),
      nowMs: msOf(now()),
      news: told,
      gap,
      undo: undo.shown(),
      revision: card.next(),
      collect: deps.toCollect(onCard(open).map(({ subject }) => subject)),
    };
  };

  /**
   * Called before the toast. If the app ends between the two, the digest of the next start shows the alert; the other
   * way round, that start would show the same toast twice.
   */
  const markShown = (alerts: readonly Alert[]): void => {
    if (alerts.length === 0) return;
    try {
      store.markShown(idsOf(alerts), now());
      deps.onShown(idsOf(alerts));
    } catch (error) {
      deps.log.error('Could not note that alerts were shown', error);
    }
  };

  /** Card and tray may be drawn by a broken desktop. */
  const each = (...works: readonly (() => void)[]): void =>
    runEach(works, (error) => deps.log.error('Something could not be shown', error));
  /** The sound and the card come first: the desktop draws the toasts and may be slow. */
  const look = deps.paced(() => {
    const { orderIds, isOfAlerts, ...told } = news.take();
    const facts = toFacts(told);
    const shown = whatIsShown(facts);
    gap = shown.card.digest;
    isFollowing = true;
    each(() => ringer.follow(shown.ring));
    isFollowing = false;
    each(
      () => card.draw(shown.card, { open: idsOf(open), isOfAlerts }),
      () => orderIds.length > 0 && deps.onOrders(store.summariesOf(orderIds)),
      () => deps.onTray(shown.tray),
      () => reminders.follow(shown, facts.settings),
    );
    if (!isOfAlerts) return;
    const { fresh, gone, isBack } = shown.toasts;
    each(
      () => deps.onAlerts(open),
      () => toasts.dismiss(gone),
      () => markShown(fresh),
      () => toasts.notify(fresh, shown.toasts.gap, isBack),
    );
  });
  const undo = createUndo({ schedule: deps.schedule, onOver: look.run });

  const showNow = (): void => {
    news.touchAlerts();
    look.run();
  };
  const reminders = createReminders({ ...deps, showNow });
  const showChange = (change: OrderChange): void => {
    news.addChanges([change]);
    showNow();
  };

  const acknowledge: Show['acknowledge'] = (alertIds, by) => {
    const done = store.acknowledge(alertIds, by, now());
    const ids = idsOf(done);
    toasts.dismiss(ids);
    if (done.length > 0) {
      undo.offer({
        what: 'seen',
        codes: done.map(alertCode),
        run: () => {
          store.unacknowledge(ids);
          return null;
        },
      });
    }
    showNow();
    return open;
  };

  return {
    publish: ({ changes, gapMinutes, back = [] }) => {
      if (changes.length + back.length === 0) return;
      if (gapMinutes === undefined && back.length === 0) {
        news.addChanges(changes);
        const isUrgent = changes.some(({ raised }) => raised.some(({ kind }) => URGENT.includes(kind)));
        look.ask(isUrgent ? 'urgent' : 'usual');
        return;
      }
      // Earlier changes are shown separately.
      if (!news.isEmpty()) look.run();
      news.addChanges(changes);
      news.addAlerts([], back);
      news.tellOf(gapMinutes ?? null, back.length > 0);
      look.run();
    },
    showAlerts: ({ raised, closed }) => {
      if (raised.length + closed.length === 0) return;
      news.addAlerts(raised, closed);
      look.run();
    },
    resume: () => {
      showNow();
      markShown(open);
      toasts.resume(open);
    },
    acknowledge,
    acknowledgeCard: (seen, by) => {
      const ids = card.alertsOf(seen);
      if (ids !== undefined) acknowledge(ids, by);
    },
    handOver: (orderId, handedOver) => {
      const change = deps.handOver(orderId, handedOver);
      if (change === null) return;
      if (handedOver) {
        undo.offer({
          what: 'handed-over',
          codes: [change.after.order.code],
          run: () => deps.handOver(orderId, false),
        });
      } else undo.forget();
      showChange(change);
    },
    unclaimed: reminders.pages,
    undo: () => {
      const change = undo.run();
      if (change === null) showNow();
      else showChange(change);
    },
    look: (when) => {
      if (isFollowing) return;
      if (when === 'now') look.run();
      else look.ask('idle');
    },
    stop: () => {
      undo.forget();
      toasts.stop();
    },
  };
}

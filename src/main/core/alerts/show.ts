import { alertCode, type Alert, type AlertKind } from '../../../shared/alert.ts';
import type { CardState, GapDigest } from '../../../shared/card.ts';
import type { OrderSummary } from '../../../shared/order.ts';
import { msOf, shiftIso } from '../../../shared/time.ts';
import type { HandOver } from '../orders/hand-over.ts';
import type { AmountsToCollect } from '../orders/summary.ts';
import type { OrderChange, OrderStore } from '../orders/types.ts';
import type { Now } from '../support/now.ts';
import type { Paced } from '../support/pace.ts';
import { createAlertToasts } from './alert-toasts.ts';
import type { PublishNews } from './digest-buffer.ts';
import { createGatherNews } from './gather-news.ts';
import type { Ringer } from './ringer.ts';
import type { TrayModel } from './tray-model.ts';
import { createUndo } from './undo.ts';
import { onCard, whatIsShown, type AlertNews, type ShownFacts } from './what-is-shown.ts';

/** Whoever has not come for an order by then does not stand at the counter. */
const WAITS_AT_MOST_MS = 24 * 60 * 60 * 1000;
/** States of the card that may still be looked at when a newer one is on its way. */
const KEPT_STATES = 10;
/** Somebody may be handing over the bag at this moment, or has to look at the order. */
const URGENT: readonly AlertKind[] = ['cancelled', 'unclear'];

export type Show = {
  /** Shows what commits changed, those that come close after each other together. */
  readonly publish: PublishNews;
  /** Shows alerts that no order brought, at once. */
  readonly showAlerts: (raised: readonly Alert[], closed: readonly Alert[]) => void;
  /** After a start: one digest stands for all alerts that nobody has seen yet. */
  readonly resume: () => void;
  /** Returns the alerts that are still open. */
  readonly acknowledge: (alertIds: readonly string[], by: string) => readonly Alert[];
  /** Answers all that this state of the card stands for, also what it only counts. */
  readonly acknowledgeCard: (revision: number, by: string) => void;
  readonly handOver: (orderId: string, handedOver: boolean) => void;
  /** Takes back the last acknowledgement or hand-over, within ten seconds. */
  readonly undo: () => void;
  /** Something else that people see changed: a light, a mute, a step of escalation, the time. */
  readonly look: (when: 'now' | 'soon') => void;
  readonly stop: () => void;
};

const idsOf = (alerts: readonly Alert[]): readonly string[] => alerts.map(({ id }) => id);

/**
 * Brings what is stored to people's eyes and ears, as it stands now and not as it stood when it was committed; each alert
 * has one toast, ever. Whatever changed, and however much of it, everything is decided from one reading, at one moment.
 */
export function createShow(deps: {
  readonly store: Pick<
    OrderStore,
    'openAlerts' | 'listWaiting' | 'summariesOf' | 'markShown' | 'acknowledge' | 'unacknowledge'
  >;
  readonly toasts: Parameters<typeof createAlertToasts>[0]['notifications'];
  readonly ringer: Pick<Ringer, 'waiting' | 'time' | 'follow'>;
  readonly handOver: HandOver;
  /** Everything else that decides what is shown. */
  readonly facts: () => Pick<
    ShownFacts,
    'settings' | 'health' | 'refreshing' | 'mutedUntil' | 'demo' | 'clock' | 'texts'
  >;
  readonly toCollect: AmountsToCollect;
  readonly now: Now;
  /** Runs the function after so many milliseconds; answers how to cancel. */
  readonly schedule: (run: () => void, ms: number) => () => void;
  readonly paced: (run: () => void) => Paced;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
  readonly openCounter: () => void;
  readonly onCard: (state: CardState) => void;
  readonly onTray: (model: TrayModel) => void;
  /** These alerts are told now for the first time, which is on disk. */
  readonly onShown: (alertIds: readonly string[]) => void;
  readonly onOrders: (orders: readonly OrderSummary[]) => void;
  /** What is open now, after something about alerts changed. */
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
  let lastCard = '';
  let revision = 0;
  /** The ids that each of the last states of the card stood for. */
  const statesOfCard = new Map<number, readonly string[]>();
  let open: readonly Alert[] = [];
  /** What rings changes by this very look: it shows that already. */
  let isFollowing = false;

  const toFacts = (told: AlertNews): ShownFacts => {
    open = store.openAlerts();
    return {
      ...deps.facts(),
      open,
      orders: store.listWaiting(shiftIso(now(), -WAITS_AT_MOST_MS)),
      waiting: ringer.waiting(open),
      time: ringer.time(),
      nowMs: msOf(now()),
      news: told,
      gap,
      undo: undo.shown(),
      revision: revision + 1,
      collect: deps.toCollect(onCard(open).map(({ subject }) => subject)),
    };
  };

  const showCard = (card: CardState, isOfAlerts: boolean): void => {
    const drawn = JSON.stringify({ ...card, revision: 0 });
    if (drawn === lastCard && !isOfAlerts) return;
    lastCard = drawn;
    revision += 1;
    statesOfCard.set(revision, idsOf(open));
    statesOfCard.delete(revision - KEPT_STATES);
    deps.onCard(card);
  };

  /**
   * Called before the toast: an app that ends between the two tells of it by the digest of its next start, while the
   * other way round that start would show the same toast again.
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

  /** What is heard and seen here comes first: the desktop, which draws the toasts, may take its time. */
  const look = deps.paced(() => {
    const { orderIds, isOfAlerts, ...told } = news.take();
    const shown = whatIsShown(toFacts(told));
    gap = shown.card.digest;
    isFollowing = true;
    ringer.follow(shown.ring);
    isFollowing = false;
    showCard(shown.card, isOfAlerts);
    if (orderIds.length > 0) deps.onOrders(store.summariesOf(orderIds));
    deps.onTray(shown.tray);
    if (!isOfAlerts) return;
    deps.onAlerts(open);
    const { fresh, gone, isBack } = shown.toasts;
    toasts.dismiss(gone);
    markShown(fresh);
    toasts.tell(fresh, shown.toasts.gap, isBack);
  });
  const undo = createUndo({ schedule: deps.schedule, onOver: look.run });

  const showNow = (): void => {
    news.touchAlerts();
    look.run();
  };
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
    publish: (changes, gapMinutes, back = []) => {
      if (changes.length + back.length === 0) return;
      if (gapMinutes === undefined && back.length === 0) {
        news.addChanges(changes);
        const isUrgent = changes.some(({ raised }) => raised.some(({ kind }) => URGENT.includes(kind)));
        look.ask(isUrgent ? 'urgent' : 'usual');
        return;
      }
      // What came before it is told by itself.
      if (!news.isEmpty()) look.run();
      news.addChanges(changes);
      news.addAlerts([], back);
      news.tellOf(gapMinutes ?? null, back.length > 0);
      look.run();
    },
    showAlerts: (raised, closed) => {
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
      const ids = statesOfCard.get(seen);
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
      }
      showChange(change);
    },
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
      undo.stop();
      toasts.stop();
    },
  };
}

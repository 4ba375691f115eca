import type { Alert, OrderAlert } from '../../../shared/orders/alert.ts';
import type { AlertSettings } from '../../../shared/settings/alert-settings.ts';
import { byUrgency, type CardState, type GapDigest } from '../../../shared/orders/card.ts';
import { isoOf } from '../../../shared/time.ts';
import type { OrderStore } from '../orders/types.ts';
import { isSilent, planRing, type ClockFacts, type RingPlan, type WaitingAlert } from './ring-plan.ts';
import { trayModel, type TrayModel } from './tray-model.ts';
import { planUnclaimed } from './unclaimed.ts';

/** Of more alerts than fit, one fewer is listed: the line that counts the others needs room. */
const FIT_ON_CARD = 4;

/** Nobody scrolls the card further. */
const MAX_BAGS = 20;

/** Changes of alerts since the last time something was shown. */
export type AlertNews = {
  /** Ids of the alerts that were raised. */
  readonly raised: ReadonlySet<string>;
  /** Ids of the alerts that were closed. */
  readonly closed: readonly string[];
  /** How long the app had no contact before; null: no gap worth showing. */
  readonly gapMinutes: number | null;
  /** An outage is over. */
  readonly isBack: boolean;
};

/** Where all that people see is read from. */
export type ShownRows = Pick<OrderStore, 'openAlerts' | 'listSeenReady' | 'listWaiting' | 'summariesOf'>;

export type ShownFacts = Omit<Parameters<typeof trayModel>[0], 'openAlerts' | 'silenced' | 'unclaimed'> & {
  /** The open alerts, read once. */
  readonly open: readonly Alert[];
  /** The same alerts, with how long each has waited. */
  readonly waiting: readonly WaitingAlert[];
  readonly settings: AlertSettings;
  readonly time: ClockFacts;
  /** Alerts of ready orders that somebody has seen. */
  readonly seenReady: readonly OrderAlert[];
  /** False at a start, until the platform's time is known: nobody is told of bags by a clock that may be wrong. */
  readonly isTimeKnown: boolean;
  readonly news: AlertNews;
  /** The digest that the card has shown so far. */
  readonly gap: GapDigest | null;
  readonly undo: CardState['undo'];
  /** Number of the card state made from these facts. */
  readonly revision: number;
  /** Amounts that riders pay for the orders of the alerts named by `onCard`. */
  readonly collect: CardState['collect'];
};

export type ToastPlan = {
  /** Each of these gets its one toast now, alone or with others. */
  readonly fresh: readonly Alert[];
  /** The gap that they are shown with, in one toast. */
  readonly gap: GapDigest | null;
  readonly isBack: boolean;
  /** Alerts whose toasts are removed. */
  readonly gone: readonly string[];
};

/** Everything that people see and hear. The number on the tray icon is in the tray model. */
export type Shown = {
  readonly ring: RingPlan;
  readonly card: CardState;
  readonly tray: TrayModel;
  readonly toasts: ToastPlan;
  /** The orders that one tone now stands for, because nobody comes for their bags; empty: no tone. */
  readonly remind: readonly string[];
  /** The orders that nobody wants to be reminded of. */
  readonly silenced: readonly string[];
};

/** Returns those of these open alerts that the card lists. */
export function onCard(open: readonly Alert[]): readonly Alert[] {
  const listed = open.length > FIT_ON_CARD ? FIT_ON_CARD - 1 : FIT_ON_CARD;
  return open.toSorted(byUrgency).slice(0, listed);
}

/** Returns everything that people see and hear for these facts, from one read of the store. */
export function whatIsShown(facts: ShownFacts): Shown {
  const { open, news } = facts;
  // The changes may be older than the store: a toast shows only alerts that are still open, in their present state.
  const fresh = open.filter(({ id, shownAt }) => shownAt === null && news.raised.has(id));
  const isGap = news.gapMinutes !== null && fresh.length > 0;
  const gap = isGap ? addToGap(facts.gap, fresh, news.gapMinutes) : open.length === 0 ? null : facts.gap;
  const ring = planRing(facts.waiting, facts.settings, facts.time);
  const alerts = onCard(open);
  const unclaimed = planUnclaimed({
    seenReady: facts.seenReady,
    settings: facts.settings.unclaimed,
    now: isoOf(facts.nowMs),
    mayRemind: ring.ring === null && facts.isTimeKnown && !isSilent(facts.settings, facts.time),
  });
  const openIds = new Set(news.closed.length > 0 ? open.map(({ id }) => id) : []);
  return {
    ring,
    card: {
      alerts,
      more: open.length - alerts.length,
      revision: facts.revision,
      collect: facts.collect ?? [],
      unclaimed: unclaimed.bags.slice(0, MAX_BAGS),
      digest: gap,
      undo: facts.undo,
      flash: ring.ring?.flash ?? false,
      mutedUntil: facts.mutedUntil,
    },
    tray: trayModel({
      ...facts,
      openAlerts: open,
      unclaimed: facts.settings.unclaimed,
      silenced: new Set(unclaimed.silenced),
    }),
    remind: unclaimed.remind,
    silenced: unclaimed.silenced,
    toasts: {
      fresh,
      gap: isGap ? gap : null,
      isBack: news.isBack,
      gone: news.closed.filter((id) => !openIds.has(id)),
    },
  };
}

function addToGap(before: GapDigest | null, fresh: readonly Alert[], minutes: number): GapDigest {
  return {
    minutes: Math.max(minutes, before?.minutes ?? 0),
    ready: fresh.filter(({ kind }) => kind === 'ready').length + (before?.ready ?? 0),
    cancelled: fresh.filter(({ kind }) => kind.startsWith('cancelled')).length + (before?.cancelled ?? 0),
  };
}

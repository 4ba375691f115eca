import type { Alert } from '../../../shared/alert.ts';
import type { AlertSettings } from '../../../shared/alert-settings.ts';
import { byUrgency, type CardState, type GapDigest } from '../../../shared/card.ts';
import { planRing, type ClockFacts, type RingPlan, type WaitingAlert } from './ring-plan.ts';
import { trayModel, type TrayModel } from './tray-model.ts';

/** Nobody scrolls the card further; a longer list would cost more with every unseen alert. */
const MAX_ON_CARD = 20;

/** What happened to alerts since people were last shown something. */
export type AlertNews = {
  /** Ids of the alerts that were raised. */
  readonly raised: ReadonlySet<string>;
  /** Ids of the alerts that stopped mattering. */
  readonly closed: readonly string[];
  /** How long nothing could be known before; null: no gap to speak of. */
  readonly gapMinutes: number | null;
  /** An outage is over. */
  readonly isBack: boolean;
};

export type ShownFacts = Omit<Parameters<typeof trayModel>[0], 'openAlerts'> & {
  /** One read of the alerts that are open. */
  readonly open: readonly Alert[];
  /** The same, with how long each has waited. */
  readonly waiting: readonly WaitingAlert[];
  readonly settings: AlertSettings;
  readonly time: ClockFacts;
  readonly news: AlertNews;
  /** The digest that the card shows until now. */
  readonly gap: GapDigest | null;
  readonly undo: CardState['undo'];
  /** Names the state of the card that this makes. */
  readonly revision: number;
  /** What riders pay for the orders of the alerts that `onCard` names. */
  readonly collect: CardState['collect'];
};

export type ToastPlan = {
  /** Each gets its one toast now, alone or with others. */
  readonly fresh: readonly Alert[];
  /** They tell of this gap, in one toast. */
  readonly gap: GapDigest | null;
  readonly isBack: boolean;
  /** Toasts of these alerts go. */
  readonly gone: readonly string[];
};

/** Everything that people see and hear. The number on the tray's icon is in its model. */
export type Shown = {
  readonly ring: RingPlan;
  readonly card: CardState;
  readonly tray: TrayModel;
  readonly toasts: ToastPlan;
};

/** Returns the alerts that the card lists of these. */
export function onCard(open: readonly Alert[]): readonly Alert[] {
  return open.toSorted(byUrgency).slice(0, MAX_ON_CARD);
}

/** Returns what people have to see and hear of these facts, all of it from one reading of what is stored. */
export function whatIsShown(facts: ShownFacts): Shown {
  const { open, news } = facts;
  // News may be older than what is stored by now: told is what wants somebody at this moment, as it stands.
  const fresh = open.filter(({ id, shownAt }) => shownAt === null && news.raised.has(id));
  const isGap = news.gapMinutes !== null && fresh.length > 0;
  const gap = isGap ? addToGap(facts.gap, fresh, news.gapMinutes) : open.length === 0 ? null : facts.gap;
  const ring = planRing(facts.waiting, facts.settings, facts.time);
  const alerts = onCard(open);
  const openIds = new Set(news.closed.length > 0 ? open.map(({ id }) => id) : []);
  return {
    ring,
    card: {
      alerts,
      more: open.length - alerts.length,
      revision: facts.revision,
      collect: facts.collect ?? [],
      digest: gap,
      undo: facts.undo,
      flash: ring.ring?.flash ?? false,
      mutedUntil: facts.mutedUntil,
    },
    tray: trayModel({ ...facts, openAlerts: open }),
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

import type { AlertSettings } from '../../../shared/settings/alert-settings.ts';
import { type Alert, MUTE_MINUTES } from '../../../shared/orders/alert.ts';
import { healthSentence, worstPart } from '../../../shared/health/health-sentence.ts';
import type { Health, HealthState } from '../../../shared/health/health.ts';
import { type OrderSummary, orderTab } from '../../../shared/orders/order.ts';
import { isoOf, msBetween } from '../../../shared/time.ts';
import { unclaimedMinutes } from '../../../shared/orders/unclaimed.ts';
import type { Texts } from '../../../shared/texts/texts.ts';

const MAX_ORDERS = 12;
const MINUTE_MS = 60_000;
/** Windows cuts off a longer tooltip. */
const MAX_TOOLTIP = 127;

export type TrayEntry =
  | {
      readonly kind: 'action';
      readonly action:
        'open' | 'day' | 'riders' | 'refresh' | 'settings' | 'trySound' | 'dayTest' | 'demo' | 'quit';
      readonly label: string;
      readonly enabled: boolean;
    }
  | { readonly kind: 'order'; readonly orderId: string; readonly label: string }
  | { readonly kind: 'mute'; readonly minutes: number; readonly label: string }
  | { readonly kind: 'menu'; readonly label: string; readonly entries: readonly TrayEntry[] }
  | { readonly kind: 'note'; readonly label: string }
  | { readonly kind: 'separator' };

export type TrayModel = {
  readonly tooltip: string;
  /** Unacknowledged alerts. */
  readonly count: number;
  /** The worst of all parts. */
  readonly health: HealthState;
  readonly entries: readonly TrayEntry[];
};

/** Returns a text escaped for a menu: a single `&` would mark the next letter as its access key, on every system. */
export function toMenuLabel(text: string): string {
  return text.replaceAll('&', '&&');
}

/** Returns everything that the tray shows, from stored facts. */
export function trayModel(facts: {
  readonly openAlerts: readonly Alert[];
  readonly orders: readonly OrderSummary[];
  readonly unclaimed: AlertSettings['unclaimed'];
  /** The orders that nobody wants to be reminded of. */
  readonly silenced: ReadonlySet<string>;
  readonly health: Health;
  readonly refreshing: boolean;
  /** ISO UTC; null when nothing is muted. */
  readonly mutedUntil: string | null;
  /** The screen for riders is switched on. */
  readonly hasRiders: boolean;
  /** This app is a demonstration, offers one, or neither. */
  readonly demo: 'inside' | 'offered' | 'none';
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  /** Returns a time in the format of the shop's clock. */
  readonly clock: (iso: string) => string;
  readonly texts: Texts;
}): TrayModel {
  const { openAlerts, orders, texts } = facts;
  const alerted = new Set(openAlerts.map((alert) => alert.subject));
  const cancelled = orders.filter((order) => order.status === 'CANCELLED' && alerted.has(order.id));
  const toLookAt = new Set(openAlerts.filter(({ kind }) => kind === 'unclear').map(({ subject }) => subject));
  const unclear = orders.filter((order) => toLookAt.has(order.id) && !cancelled.includes(order));
  const waiting = orders
    .filter((order) => orderTab(order) === 'ready' && !toLookAt.has(order.id))
    .toSorted((a, b) => a.at.localeCompare(b.at));
  const shown = [...cancelled, ...unclear, ...waiting].slice(0, MAX_ORDERS);
  const hiddenCount = cancelled.length + unclear.length + waiting.length - shown.length;
  const orderEntries: TrayEntry[] = shown.map((order) => ({
    kind: 'order',
    orderId: order.id,
    label:
      order.status === 'CANCELLED'
        ? texts.tray.cancelled(order.code)
        : toLookAt.has(order.id)
          ? texts.tray.unclear(order.code)
          : waitingLabel(order, facts),
  }));
  if (orderEntries.length === 0) orderEntries.push({ kind: 'note', label: texts.tray.noneWaiting });
  if (hiddenCount > 0) orderEntries.push({ kind: 'note', label: texts.tray.more(hiddenCount) });
  return {
    tooltip: tooltip(facts),
    count: openAlerts.length,
    health: worstState(facts.health),
    entries: [
      { kind: 'action', action: 'open', label: texts.tray.open, enabled: true },
      { kind: 'separator' },
      ...orderEntries,
      { kind: 'separator' },
      {
        kind: 'action',
        action: 'refresh',
        label: facts.refreshing ? texts.tray.refreshing : texts.tray.refresh,
        enabled: !facts.refreshing,
      },
      muteEntry(facts),
      { kind: 'action', action: 'trySound', label: texts.sound.test, enabled: true },
      { kind: 'action', action: 'dayTest', label: texts.setup.test.title, enabled: true },
      { kind: 'separator' },
      { kind: 'action', action: 'day', label: texts.day.open, enabled: true },
      ...ridersEntries(facts),
      { kind: 'action', action: 'settings', label: texts.settings.title, enabled: true },
      ...demoEntries(facts),
      { kind: 'action', action: 'quit', label: texts.tray.quit, enabled: true },
    ],
  };
}

function waitingLabel(order: OrderSummary, facts: Parameters<typeof trayModel>[0]): string {
  const { texts, nowMs, unclaimed, silenced } = facts;
  const minutes = unclaimedMinutes(order, unclaimed, silenced, nowMs);
  if (minutes !== null) return texts.tray.unclaimed(order.code, minutes);
  const since = Math.floor(msBetween(order.at, isoOf(nowMs)) / MINUTE_MS);
  return texts.tray.waiting(order.code, Math.max(0, since));
}

function muteEntry({ mutedUntil, clock, texts }: Parameters<typeof trayModel>[0]): TrayEntry {
  if (mutedUntil !== null) {
    return { kind: 'mute', minutes: 0, label: texts.sound.unmuteUntil(clock(mutedUntil)) };
  }
  const entries = MUTE_MINUTES.map((minutes): TrayEntry => ({
    kind: 'mute',
    minutes,
    label: texts.sound.minutes(minutes),
  }));
  return { kind: 'menu', label: texts.sound.mute, entries };
}

function ridersEntries({ hasRiders, texts }: Parameters<typeof trayModel>[0]): readonly TrayEntry[] {
  return hasRiders ? [{ kind: 'action', action: 'riders', label: texts.riders.title, enabled: true }] : [];
}

function demoEntries({ demo, texts }: Parameters<typeof trayModel>[0]): readonly TrayEntry[] {
  if (demo === 'none') return [];
  const label = demo === 'inside' ? texts.demo.leave : texts.demo.enter;
  return [{ kind: 'action', action: 'demo', label, enabled: true }, { kind: 'separator' }];
}

/** How many alerts are unseen and whether silence can be trusted; a fault is followed by its remedy. */
function tooltip(facts: Parameters<typeof trayModel>[0]): string {
  const { openAlerts, health, texts } = facts;
  const worst = worstPart(health);
  const remedy = worst === null ? '' : texts.health[worst.entry.code](worst.entry.detail).remedy;
  const lead = [
    ...(facts.demo === 'inside' ? [texts.demo.watermark] : []),
    ...(openAlerts.length === 0 ? [] : [texts.alerts.unseenTitle(openAlerts.length)]),
    ...(facts.mutedUntil === null ? [] : [texts.sound.mutedUntil(facts.clock(facts.mutedUntil))]),
  ]
    .map((part) => `${part} · `)
    .join('');
  const short = `${lead}${healthSentence(health, facts)}`;
  const long = `${short} ${remedy}`.trim();
  if (long.length <= MAX_TOOLTIP) return long;
  return short.length <= MAX_TOOLTIP ? short : `${short.slice(0, MAX_TOOLTIP - 1)}…`;
}

function worstState(health: Health): HealthState {
  return worstPart(health)?.entry.state ?? 'ok';
}

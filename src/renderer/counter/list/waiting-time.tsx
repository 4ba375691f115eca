import { useCallback, useSyncExternalStore, type JSX } from 'react';
import { useShop } from '../../shop-context.ts';
import styles from './waiting-time.module.css';
import { DEFAULT_ALERT_SETTINGS } from '../../../shared/settings/alert-settings.ts';
import type { Texts } from '../../../shared/texts/texts.ts';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
/** A bag that waits this long is marked, unless the settings say another time. */
export const LONG_MINUTES = DEFAULT_ALERT_SETTINGS.unclaimed.afterMinutes;

/** Returns the whole minutes since `at` (ISO); never negative, because two clocks may differ a little. */
export function minutesSince(at: string, nowMs: number): number {
  const ms = nowMs - Date.parse(at);
  return Number.isFinite(ms) ? Math.max(0, Math.floor(ms / MINUTE_MS)) : 0;
}

/** "hace 4 min". */
export function sinceText(minutes: number, texts: Texts): string {
  if (minutes < 1) return texts.orders.justNow;
  if (minutes < HOUR_MINUTES) return texts.orders.minutesAgo(minutes);
  if (minutes < DAY_MINUTES) {
    return texts.orders.hoursAgo(Math.floor(minutes / HOUR_MINUTES), minutes % HOUR_MINUTES);
  }
  return texts.orders.daysAgo(Math.floor(minutes / DAY_MINUTES));
}

/** Returns true when a bag has waited so long that staff should ask where the rider is. */
export function isLongWait(minutes: number, afterMinutes: number): boolean {
  return minutes >= (afterMinutes === 0 ? LONG_MINUTES : afterMinutes);
}

/** "hace 4 min", kept up to date. Rendered again only when the number changes. */
export function WaitingTime({
  at,
  isWaiting,
}: {
  readonly at: string;
  /** True for a bag that waits at the counter: a long wait is marked. */
  readonly isWaiting: boolean;
}): JSX.Element {
  const { clock, texts, times, view } = useShop();
  const minutes = useSyncExternalStore(
    clock.subscribe,
    useCallback(() => minutesSince(at, clock.now()), [at, clock]),
  );
  return (
    <span
      className={styles['waiting']}
      data-long={
        isWaiting && isLongWait(minutes, view.settings.alerts.unclaimed.afterMinutes) ? 'true' : undefined
      }
    >
      <span className={styles['since']}>{sinceText(minutes, texts)}</span>
      <time className={styles['clock']} dateTime={at}>
        {times.clockOrDay(at, clock.now())}
      </time>
    </span>
  );
}

import { useCallback, useSyncExternalStore, type JSX } from 'react';
import { useShop } from '../../shop-context.ts';
import { isLongWait, minutesSince, sinceText } from './waiting.ts';
import styles from './waiting-time.module.css';

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

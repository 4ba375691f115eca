import type { JSX } from 'react';
import type { Alert } from '../../../shared/orders/alert.ts';
import type { Health } from '../../../shared/health/health.ts';
import { useShop } from '../../shop-context.ts';
import { EntryRemedy } from '../../components/remedy-button.tsx';
import styles from './health-banner.module.css';
import { bannerPart } from '../header/health-model.ts';
import { Lamp } from '../header/lamp.tsx';

/** Says what is wrong where nobody can miss it. An outage with an alert has its own strip and is not repeated here. */
export function HealthBanner(props: {
  readonly health: Health | null;
  readonly alerts: readonly Alert[];
  /** True for one line, without the remedy: a code is being checked. */
  readonly isBrief: boolean;
}): JSX.Element {
  const { health, alerts, isBrief } = props;
  const { texts, times, clock } = useShop();
  const shown = bannerPart(health, alerts);
  const words = shown === null ? null : texts.health[shown.entry.code](shown.entry.detail);
  return (
    // Always in the page: screen readers only read changes of an existing live region.
    <div
      className={styles['banner']}
      role="status"
      data-state={shown?.entry.state}
      data-brief={isBrief ? 'true' : undefined}
    >
      {shown !== null && words !== null && (
        <>
          <Lamp state={shown.entry.state} />
          <p>
            <strong>{words.sentence}</strong> {!isBrief && words.remedy}
          </p>
          {!isBrief && (
            <>
              <EntryRemedy entry={shown.entry} />
              <span className={styles['since']}>
                {texts.orders.healthSince(times.clockOrDay(shown.entry.since, clock.now()))}
              </span>
            </>
          )}
        </>
      )}
    </div>
  );
}

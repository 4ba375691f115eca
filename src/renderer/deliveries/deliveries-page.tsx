import { useState, type JSX } from 'react';
import {
  refusedWithSecret,
  type DeliveryEntry,
  type DeliveryGroup,
  type DeliveryPage,
} from '../../shared/health/delivery.ts';
import { Part } from '../components/boundary.tsx';
import { Button } from '../components/button.tsx';
import { FullMessage } from '../components/full-message.tsx';
import { useShop } from '../shop-context.ts';
import { WhyBox } from '../why/why-box.tsx';
import styles from './deliveries-page.module.css';
import { DeliveryFilter } from './delivery-filter.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { useDeliveries } from './use-deliveries.ts';
import { useReprocess } from './use-reprocess.ts';

/** Lists every request to the webhook, and explains why an order had no alert. */
export function DeliveriesPage(): JSX.Element {
  const { api, texts } = useShop();
  const { deliveries } = texts;
  const [group, setGroup] = useState<DeliveryGroup | null>(null);
  const list = useDeliveries(group);
  const reprocess = useReprocess();
  const [openFailed, setOpenFailed] = useState(false);

  const openOrder = (orderId: string): void => {
    setOpenFailed(false);
    api['card:open-order']({ orderId }).catch(() => setOpenFailed(true));
  };
  const openSettings = (): void => {
    setOpenFailed(false);
    api['window:open-settings']().catch(() => setOpenFailed(true));
  };
  const { page } = list;
  const notice = openFailed ? deliveries.openFailed : reprocess.notice;

  return (
    <div className={styles['page']}>
      <div className={styles['all']} data-page>
        <header className={styles['head']}>
          <h1 className={styles['title']}>{deliveries.title}</h1>
          <p className={styles['soft']}>{deliveries.intro}</p>
        </header>
        <section className={styles['above']} aria-label={deliveries.filterLabel}>
          <Part where="deliveries, why">
            <WhyBox onOpenOrder={openOrder} />
          </Part>
          {page !== null && <AttackNote lastDay={page.lastDay} onSettings={openSettings} />}
          <DeliveryFilter group={group} counts={page?.counts ?? null} onGroup={setGroup} />
        </section>
        <main className={styles['list']}>
          {list.phase === 'loading' && <FullMessage title={deliveries.loading} isBusy />}
          {list.phase === 'failed' && (
            <FullMessage
              title={deliveries.failedTitle}
              body={deliveries.failedBody}
              action={{ label: texts.orders.retry, run: list.reload }}
              isError
            />
          )}
          {page !== null && page.entries.length === 0 && (
            <FullMessage {...(group === null ? deliveries.empty : deliveries.emptyGroup[group])} />
          )}
          {page !== null && page.entries.length > 0 && (
            <DeliveryList
              key={group ?? 'all'}
              list={list}
              entries={page.entries}
              busyId={reprocess.busyId}
              onOpenOrder={openOrder}
              onReprocess={(entry: DeliveryEntry) => reprocess.run(entry)}
            />
          )}
        </main>
      </div>
      <p className={styles['notice']} role="status">
        {notice}
      </p>
    </div>
  );
}

/** Says how many requests were refused in a day, what that means, and whether there is anything to do. */
function AttackNote(props: {
  readonly lastDay: DeliveryPage['lastDay'];
  readonly onSettings: () => void;
}): JSX.Element {
  const { lastDay, onSettings } = props;
  const { texts } = useShop();
  const { sentence, advice } = texts.deliveries.attack(lastDay);
  const isOurs = lastDay.noSecret > 0 || refusedWithSecret(lastDay) > 0 || lastDay.received === 0;
  if (advice === '') return <p className={styles['attack']}>{sentence}</p>;
  return (
    <details className={styles['attack']} data-tone={isOurs ? 'warn' : undefined} open={isOurs}>
      <summary>{sentence}</summary>
      <p>{advice}</p>
      <Button onClick={onSettings}>{texts.orders.openSettings}</Button>
    </details>
  );
}

import type { JSX } from 'react';
import { alertCode, type Alert, type OrderAlert, type OrderAlertKind } from '../../../shared/orders/alert.ts';
import type { Health } from '../../../shared/health/health.ts';
import type { Texts } from '../../../shared/texts/texts.ts';
import { Part } from '../../components/boundary.tsx';
import { Button } from '../../components/button.tsx';
import { CheckIcon, StopIcon } from '../../components/icons.tsx';
import { EntryRemedy } from '../../components/remedy-button.tsx';
import { useShop } from '../../shop-context.ts';
import { singleClick } from '../../use-steady.ts';
import styles from './alert-strip.module.css';
import { OrderCode } from '../list/order-code.tsx';

const SHOWN = 3;

/** Unseen cancellations and lost connections. Shown on every tab, so that no tab can hide them. */
export function AlertStrip(props: {
  readonly alerts: readonly Alert[];
  /** Says what one button can do about an outage. */
  readonly health: Health | null;
  /** True for one line: a code is being checked. */
  readonly isBrief: boolean;
  readonly onOpen: (orderId: string) => void;
  readonly onSeen: (alertIds: readonly string[]) => void;
  /** Shows all cancelled orders. */
  readonly onMore: () => void;
}): JSX.Element | null {
  const { alerts, health, isBrief, onOpen, onSeen, onMore } = props;
  const { texts } = useShop();
  const urgent = alerts.filter((alert) => alert.kind !== 'ready');
  if (urgent.length === 0) return null;
  const cancelled = urgent.filter((alert) => alert.kind !== 'connection').length;
  if (isBrief) {
    return (
      <section className={styles['brief']} data-urgent="true" aria-label={texts.orders.alertsLabel}>
        <StopIcon />
        <p>{`${texts.alerts.unseenTitle(urgent.length)}: ${urgent
          .slice(0, SHOWN)
          .map((alert) => (alert.kind === 'connection' ? texts.connection.title(alert.cause) : alert.code))
          .join(', ')}`}</p>
      </section>
    );
  }
  return (
    <section className={styles['strip']} data-urgent="true" aria-label={texts.orders.alertsLabel}>
      {urgent.slice(0, SHOWN).map((alert) => (
        <Part key={alert.id} where="counter, alert" fallback={<PlainAlert alert={alert} onSeen={onSeen} />}>
          <UrgentAlert alert={alert} health={health} onOpen={onOpen} onSeen={onSeen} />
        </Part>
      ))}
      {urgent.length > SHOWN && (
        <div className={styles['more']}>
          <p>{texts.orders.moreAlerts(urgent.length - SHOWN)}</p>
          {cancelled > 1 && <Button onClick={onMore}>{texts.orders.seeCancelled(cancelled)}</Button>}
        </div>
      )}
    </section>
  );
}

/** The same alert as plain text, for when the full one failed to render. */
function PlainAlert(props: {
  readonly alert: Alert;
  readonly onSeen: (alertIds: readonly string[]) => void;
}): JSX.Element {
  const { alert, onSeen } = props;
  const { texts } = useShop();
  return (
    <div className={styles['alert']} data-kind={alert.kind}>
      <p className={styles['words']}>{`${texts.orders.doNotHandOver} ${alertCode(alert)}`}</p>
      <div className={styles['actions']}>
        <Button
          label={texts.orders.seenOrder(alertCode(alert))}
          onClick={singleClick(() => onSeen([alert.id]))}
        >
          {texts.orders.seen}
        </Button>
      </div>
    </div>
  );
}

const WORDS: Readonly<Record<OrderAlertKind, (texts: Texts) => string>> = {
  ready: (texts) => texts.card.label.ready,
  cancelled: (texts) => texts.orders.doNotHandOver,
  'cancelled-after-handover': (texts) => texts.orders.cancelledAfter,
  unclear: (texts) => texts.card.label.unclear,
};

function UrgentAlert(props: {
  readonly alert: Alert;
  readonly health: Health | null;
  readonly onOpen: (orderId: string) => void;
  readonly onSeen: (alertIds: readonly string[]) => void;
}): JSX.Element {
  const { alert, health, onOpen, onSeen } = props;
  const { texts, times, clock } = useShop();
  return (
    <div className={styles['alert']} data-kind={alert.kind}>
      <StopIcon />
      {alert.kind === 'connection' ? (
        <>
          <p className={styles['words']}>{texts.connection.title(alert.cause)}</p>
          <p className={styles['reason']}>
            {texts.connection.body(alert.cause, times.clockOrDay(alert.since, clock.now()))}
          </p>
        </>
      ) : (
        <>
          <p className={styles['words']}>{WORDS[alert.kind](texts)}</p>
          <OrderCode code={alert.code} />
          <p className={styles['reason']}>
            {[alert.customerFirstName, reasonOf(alert, texts)].filter((part) => part !== null).join(' · ')}
          </p>
        </>
      )}
      <div className={styles['actions']}>
        {alert.kind === 'connection' ? (
          health !== null && <EntryRemedy entry={health.partner} />
        ) : (
          <Button label={`${texts.orders.seeOrder} ${alert.code}`} onClick={() => onOpen(alert.subject)}>
            {texts.orders.seeOrder}
          </Button>
        )}
        <Button
          icon={<CheckIcon />}
          label={texts.orders.seenOrder(alertCode(alert))}
          onClick={singleClick(() => onSeen([alert.id]))}
        >
          {texts.orders.seen}
        </Button>
      </div>
    </div>
  );
}

function reasonOf({ reason }: OrderAlert, { alerts }: Texts): string | null {
  return reason === null ? null : alerts.reason(reason);
}

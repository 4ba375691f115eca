import type { JSX } from 'react';
import type { Alert } from '../../../shared/orders/alert.ts';
import type { Health } from '../../../shared/health/health.ts';
import { Button } from '../../components/button.tsx';
import { ChartIcon, KeyboardIcon, LogIcon, RefreshIcon, SettingsIcon } from '../../components/icons.tsx';
import { useShop } from '../../shop-context.ts';
import styles from './counter-header.module.css';
import { HealthLight } from './health-light.tsx';
import { MuteMenu } from './mute-menu.tsx';
import type { MuteControl } from './use-mute.ts';
import type { Refresh } from './use-refresh.ts';

/** The shop's name, the health light and the buttons of the counter. */
export function CounterHeader(props: {
  readonly health: Health | null;
  readonly alerts: readonly Alert[];
  readonly refresh: Refresh;
  readonly mute: MuteControl;
  readonly onDeliveries: () => void;
  readonly onDay: () => void;
  readonly onSettings: () => void;
  readonly onKeys: () => void;
}): JSX.Element {
  const { health, alerts, refresh, mute, onDeliveries, onDay, onSettings, onKeys } = props;
  const { texts, view } = useShop();
  const name = view.settings.shop.name.trim();
  return (
    <header className={styles['header']}>
      <h1 className={styles['name']}>{name === '' ? 'Mostrador' : name}</h1>
      {health !== null && <HealthLight health={health} alerts={alerts} />}
      <div className={styles['tools']}>
        <Button
          icon={<RefreshIcon />}
          aria-disabled={refresh.isBusy}
          aria-keyshortcuts="F5"
          onClick={refresh.run}
        >
          <span className={styles['label']}>
            {refresh.isBusy ? texts.orders.refreshing : texts.orders.refresh}
          </span>
        </Button>
        <MuteMenu mute={mute} />
        <Button kind="quiet" icon={<LogIcon />} label={texts.deliveries.open} onClick={onDeliveries} />
        <Button kind="quiet" icon={<ChartIcon />} label={texts.day.open} onClick={onDay} />
        <Button kind="quiet" icon={<KeyboardIcon />} label={texts.orders.keyboard} onClick={onKeys} />
        <Button kind="quiet" icon={<SettingsIcon />} label={texts.orders.settings} onClick={onSettings} />
      </div>
    </header>
  );
}

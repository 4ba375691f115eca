import type { RefreshOutcome } from '../../shared/partner.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { Config } from '../config.ts';
import type { HealthBoard } from '../core/health/board.ts';
import type { Audit } from '../core/history/audit.ts';
import { orderDetail } from '../core/orders/summary.ts';
import type { OrderStore } from '../core/orders/types.ts';
import type { Configuration } from '../core/settings/configuration.ts';
import type { Now } from '../core/support/now.ts';
import type { Polling } from '../core/sync/types.ts';
import { createIpcRegistrar } from '../ipc/channel.ts';
import { NOT_IN_DEMO } from '../ipc/demo-limits.ts';
import { registerHandlers } from '../ipc/handlers.ts';
import type { Log } from '../log.ts';
import type { Presenter } from '../shell/presenter.ts';
import { PAGE_ORIGIN } from '../shell/window-security.ts';
import { createAbout } from './about.ts';
import type { createDemoMode } from './demo-mode.ts';
import type { composePublicAddress } from './public-address.ts';
import { createSettingsTransfer } from './settings-transfer.ts';
import type { composeSetup } from './setup.ts';
import type { composeSoundWatch } from './sound-watch.ts';
import type { composeUpkeep } from './upkeep.ts';

/** Which part answers what the pages ask. */
export function composePages(deps: {
  readonly config: Pick<Config, 'demo'>;
  readonly appPath: string;
  readonly settings: () => Settings;
  readonly texts: () => Texts;
  readonly orders: Pick<OrderStore, 'listOrders' | 'openAlerts'> & Parameters<typeof orderDetail>[0];
  readonly health: HealthBoard;
  readonly presenter: Presenter;
  readonly audit: Audit;
  readonly configuration: Configuration;
  readonly polling: Pick<Polling, 'cancel'>;
  readonly refresh: () => Promise<RefreshOutcome>;
  readonly setup: ReturnType<typeof composeSetup>;
  readonly publicRoad: ReturnType<typeof composePublicAddress>;
  readonly soundWatch: ReturnType<typeof composeSoundWatch>;
  readonly upkeep: ReturnType<typeof composeUpkeep>;
  readonly demo: ReturnType<typeof createDemoMode>;
  readonly now: Now;
  readonly log: Log;
}): { readonly start: () => void; readonly stop: () => void } {
  const { config, orders, presenter, configuration, setup, settings, texts, now, log } = deps;
  const ipc = createIpcRegistrar({ pageOrigin: PAGE_ORIGIN, closed: config.demo ? NOT_IN_DEMO : [], log });
  return {
    start: () =>
      registerHandlers(ipc, {
        about: { ...createAbout(deps), openAbout: presenter.openAbout },
        app: { health: deps.health.read, info: deps.upkeep.info, log },
        orders: {
          listOrders: orders.listOrders,
          detail: (orderId) => orderDetail(orders, orderId),
          refresh: deps.refresh,
          cancelRefresh: deps.polling.cancel,
          openAlerts: orders.openAlerts,
          handOver: presenter.handOver,
          acknowledge: presenter.acknowledge,
        },
        card: presenter.card,
        deliveries: { ...deps.audit, openDeliveries: presenter.openDeliveries },
        ...deps.upkeep.pages(presenter, configuration),
        setup: setup.pages,
        tunnel: deps.publicRoad.pages,
        sound: deps.soundWatch.pages,
        tour: presenter.tour,
        demo: deps.demo.pages,
        settings: {
          ...configuration,
          ...createSettingsTransfer({ settings, texts, now, log }),
          checkPartner: setup.check,
          openSettings: presenter.openSettings,
        },
      }),
    stop: ipc.removeAll,
  };
}

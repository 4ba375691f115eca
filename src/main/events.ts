import type { Alert } from '../shared/alert.ts';
import type { DemoState } from '../shared/demo.ts';
import type { Health } from '../shared/health.ts';
import type { SettingsView } from '../shared/ipc-contract.ts';
import type { RefreshOutcome, RefreshProgress } from '../shared/partner.ts';
import type { TunnelStatus } from '../shared/tunnel.ts';
import type { PageTest } from './core/health/sound-health.ts';
import type { Delivery, ParsedWebhook } from './core/inbound/types.ts';
import type { OrderChange } from './core/orders/types.ts';
import type { VaultError } from './core/settings/types.ts';
import type { Events } from './core/support/events.ts';

/** What happens in the app that more than one subject, or one above it, cares about. `wiring.ts` says who hears it. */
export type AppEvents = {
  /** A request on the webhook was read, before anybody decides about it. */
  readonly 'webhook-read': ParsedWebhook;
  /** A request on the webhook was answered. */
  readonly 'delivery-recorded': Delivery;
  readonly 'deliveries-changed': null;
  /** What is on disk now. `gapMinutes`: how long nothing could be known before. `back`: alerts of an outage that is over. */
  readonly 'orders-committed': {
    readonly changes: readonly OrderChange[];
    readonly gapMinutes?: number | undefined;
    readonly back?: readonly Alert[] | undefined;
  };
  /** The orders are others than before: another shop's, old ones are gone, or the file could be read again. */
  readonly 'orders-replaced': null;
  /** Asking found these, after they are on disk. */
  readonly 'orders-found': readonly OrderChange[];
  /** Another shop than before stands in the settings; what belongs to the old one is given up. */
  readonly 'shop-left': null;
  /** Alerts opened or closed by something else than an order's news. */
  readonly 'alerts-moved': { readonly raised: readonly Alert[]; readonly closed: readonly Alert[] };
  /** These are open now. */
  readonly 'alerts-changed': readonly Alert[];
  /** What was too old to ring at the start rings after all. */
  readonly 'alerts-released': null;
  /** Alerts got their one toast. */
  readonly 'alerts-shown': readonly string[];
  readonly 'sound-tested': PageTest;
  readonly 'health-changed': Health;
  /** The store could be read again; after damage next to nothing is in it. */
  readonly 'store-reopened': null;
  /** Settings or secrets changed, or were read for the first time. `closed`: why the keychain could not be read. */
  readonly 'settings-changed': { readonly view: SettingsView; readonly closed: VaultError | null };
  /** A secret changed after whoever changed it had been told that the keychain does not answer. */
  readonly 'secret-late': null;
  readonly 'tunnel-changed': TunnelStatus;
  /** There may be news: the address works again, or a call was refused. */
  readonly 'news-hinted': null;
  /** Somebody asks by hand, or has the answer. */
  readonly 'sync-asked': null;
  readonly 'sync-progress': RefreshProgress;
  readonly 'sync-ended': RefreshOutcome;
  /** Another time is known than before. */
  readonly 'clock-set': null;
  readonly 'computer-changed': null;
  readonly 'demo-changed': DemoState;
  /** From the tray's menu, as the next two. */
  readonly 'refresh-chosen': null;
  readonly 'sound-trial-chosen': null;
  readonly 'demo-chosen': null;
  readonly suspended: null;
  readonly resumed: null;
  /** The network is there and was not, or is another one; or somebody took up work again. */
  readonly 'network-back': null;
  /** Every ten seconds. */
  readonly tick: null;
  readonly minute: null;
};

export type EmitApp = Events<AppEvents>['emit'];

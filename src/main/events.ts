import type { Alert } from '../shared/orders/alert.ts';
import type { DemoState } from '../shared/demo.ts';
import type { Health } from '../shared/health/health.ts';
import type { SettingsView } from '../shared/ipc-contract.ts';
import type { RefreshOutcome, RefreshProgress } from '../shared/partner.ts';
import type { TunnelStatus } from '../shared/tunnel.ts';
import type { CommittedNews } from './core/alerts/digest-buffer.ts';
import type { PageTest } from './core/health/sound-health.ts';
import type { Delivery, ParsedWebhook } from './core/inbound/types.ts';
import type { MovedAlerts, OrderChange } from './core/orders/types.ts';
import type { VaultError } from './core/settings/types.ts';
import type { Events } from './core/support/events.ts';

/** Events of the app that concern more than one subject, or one above it. `wiring.ts` says which part listens to which. */
export type AppEvents = {
  /** The body of a webhook request was read. Whether it is stored is decided later. */
  readonly 'webhook-read': ParsedWebhook;
  /** The receiver answered a webhook request. */
  readonly 'delivery-recorded': Delivery;
  /** A slip was printed, or could not be. */
  readonly 'slips-changed': null;
  readonly 'deliveries-changed': null;
  readonly 'orders-committed': CommittedNews;
  /** The list of orders was replaced: the shop changed, old orders were deleted, or the file could be read again. */
  readonly 'orders-replaced': null;
  /** Changes that a sync found; they are on disk already. */
  readonly 'orders-found': readonly OrderChange[];
  /** The settings name another shop now. Work in progress for the old one is given up. */
  readonly 'shop-left': null;
  readonly 'alerts-moved': MovedAlerts;
  /** All alerts that are open now. */
  readonly 'alerts-changed': readonly Alert[];
  /** Some alerts that were held back at the start as too old ring after all. */
  readonly 'alerts-released': null;
  /** Ids of alerts that got their one toast. */
  readonly 'alerts-shown': readonly string[];
  /** A tone of an alert began to play. */
  readonly 'tone-began': null;
  readonly 'sound-tested': PageTest;
  readonly 'health-changed': Health;
  /** The store could be read again. After damage it may be almost empty. */
  readonly 'store-reopened': null;
  /** Settings or secrets changed, or were read for the first time. `closed`: why the keychain could not be read. */
  readonly 'settings-changed': { readonly view: SettingsView; readonly closed: VaultError | null };
  /** A secret was saved or deleted after the caller had already been told that the keychain does not answer. */
  readonly 'secret-late': null;
  readonly 'tunnel-changed': TunnelStatus;
  /** There may be news of orders: the public address works again, or a webhook request was refused. */
  readonly 'news-hinted': null;
  /** A sync by hand began or ended. */
  readonly 'sync-asked': null;
  readonly 'sync-progress': RefreshProgress;
  readonly 'sync-ended': RefreshOutcome;
  /** The app learned the platform's time: `now` may differ from before. */
  readonly 'clock-set': null;
  readonly 'computer-changed': null;
  /** A message was sent, waits, or was given up. */
  readonly 'outgoing-changed': null;
  readonly 'demo-changed': DemoState;
  /** Chosen in the tray's menu, like the next two. */
  readonly 'refresh-chosen': null;
  readonly 'sound-trial-chosen': null;
  readonly 'demo-chosen': null;
  readonly suspended: null;
  readonly resumed: null;
  /** The network came back or changed, or a person came back to this computer. */
  readonly 'network-back': null;
  /** Every ten seconds. */
  readonly tick: null;
  readonly minute: null;
};

export type EmitApp = Events<AppEvents>['emit'];

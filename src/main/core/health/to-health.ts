import type { Fact, TunnelFault } from '../../../shared/health/fact.ts';
import type { HealthCode, HealthState } from '../../../shared/health/health.ts';
import type { SettingsView } from '../../../shared/ipc-contract.ts';
import { assertNever } from '../../../shared/result.ts';
import type { TunnelStatus } from '../../../shared/tunnel.ts';
import type { HealthBoard } from './board.ts';
import type { Delivery } from '../inbound/types.ts';
import type { SetAsideFile, StoreTrouble } from '../storage/resilient-store.ts';

/**
 * Returns the light of the public address. Polling alone is a complete way of working, not an error, and finds every
 * order while the tunnel is down; only a fault that a person must repair is red.
 */
export function tunnelHealth({ state, error }: TunnelStatus): [HealthState, HealthCode, Fact | null] {
  const why: TunnelFault | null = error === null ? null : { kind: 'tunnel', ...error };
  switch (state) {
    case 'stopped':
      return ['off', 'tunnel-off', null];
    case 'starting':
      return ['off', 'tunnel-unproven', null];
    case 'online':
      return ['ok', 'ok', null];
    case 'degraded':
    case 'offline':
      return ['degraded', 'tunnel-broken', why];
    case 'failed':
      return ['down', 'tunnel-failed', why];
    default:
      return assertNever(state);
  }
}

const TROUBLES = {
  full: 'store-full',
  locked: 'store-locked',
  unwritable: 'store-unwritable',
} as const satisfies Record<StoreTrouble, HealthCode>;

/**
 * Returns the light of the store. `trouble`: why nothing can be stored; null when everything is. `setAside`: the file
 * that was quarantined when the orders file was opened, and why; null when the file was sound.
 */
export function storeHealth(
  trouble: StoreTrouble | null,
  setAside: SetAsideFile | null,
): [HealthState, HealthCode, string | null] {
  if (trouble !== null) return ['down', TROUBLES[trouble], null];
  if (setAside === null) return ['ok', 'ok', null];
  return ['degraded', setAside.why === 'newer' ? 'store-newer' : 'store-rebuilt', setAside.name];
}

/** Updates the lights after a webhook request. Only an order of this shop proves that webhooks arrive. */
export function noteDelivery(health: HealthBoard, { outcome, at, orderId }: Delivery): void {
  if (outcome === 'store-failed') noteStoreFailure(health, orderId);
  const { code, detail } = health.read().store;
  const isMended = code === 'store-failed' && (detail === null || detail === orderId);
  if (outcome === 'stored' && isMended) health.set('store', 'ok', 'ok');
  if (outcome === 'stored' || outcome === 'duplicate') health.note({ lastWebhookAt: at });
}

/**
 * Shows that an event of this order could not be stored; storing another order does not clear it. When the whole store
 * is down, that light stays, with its cause.
 */
export function noteStoreFailure(health: HealthBoard, orderId: string | null = null): void {
  const { state, code } = health.read().store;
  if (state !== 'down' || code === 'store-failed') health.set('store', 'down', 'store-failed', orderId);
}

/** The light of the store, for callers that store orders one by one. */
export type StoreLight = {
  /** An event could not be stored, of this order or of an unknown one. */
  readonly failed: (orderId?: string) => void;
  /** Everything passed to the store was stored. */
  readonly mended: () => void;
};

export function createStoreLight(health: HealthBoard): StoreLight {
  return {
    failed: (orderId) => noteStoreFailure(health, orderId),
    mended: () => {
      if (health.read().store.code === 'store-failed') health.set('store', 'ok', 'ok');
    },
  };
}

/** Returns a key of the shop and its credentials, so that a change of either is noticed; null: nothing is configured. */
export function targetKeyOf({ settings, secrets, configured }: SettingsView): string | null {
  if (!configured) return null;
  const { shop, partner } = settings;
  const keys = [secrets['partner-token'], secrets['partner-client-secret']];
  return JSON.stringify([shop.chainId, shop.vendorId, shop.country, partner, keys]);
}

import type { Fact, TunnelFault } from '../../../shared/fact.ts';
import type { HealthCode, HealthState } from '../../../shared/health.ts';
import type { SettingsView } from '../../../shared/ipc-contract.ts';
import { assertNever } from '../../../shared/result.ts';
import type { TunnelStatus } from '../../../shared/tunnel.ts';
import type { HealthBoard } from './board.ts';
import type { Delivery } from '../inbound/types.ts';
import type { SetAsideFile } from '../storage/types.ts';

/**
 * How the light of the public address stands. Polling alone is a full way of working, not an error, and finds every order
 * while the tunnel is away; only what a person has to repair is red.
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

/** `setAside`: what was put aside when the orders file was opened, and why; null when it was sound. */
export function storeHealth(setAside: SetAsideFile | null): [HealthState, HealthCode, string | null] {
  if (setAside === null) return ['ok', 'ok', null];
  return ['degraded', setAside.why === 'newer' ? 'store-newer' : 'store-rebuilt', setAside.name];
}

/** What a request on the webhook tells of the platform and of the disk. Only an order of this shop proves anything. */
export function noteDelivery(health: HealthBoard, { outcome, at, orderId }: Delivery): void {
  if (outcome === 'store-failed') noteStoreFailure(health, orderId);
  const { code, detail } = health.read().store;
  const isMended = code === 'store-failed' && (detail === null || detail === orderId);
  if (outcome === 'stored' && isMended) health.set('store', 'ok', 'ok');
  if (outcome === 'stored' || outcome === 'duplicate') health.note({ lastWebhookAt: at });
}

/**
 * One piece of news could not be stored: that of this order, which others that can be stored do not mend. When nothing can
 * be, that has been said, with its cause.
 */
export function noteStoreFailure(health: HealthBoard, orderId: string | null = null): void {
  const { state, code } = health.read().store;
  if (state !== 'down' || code === 'store-failed') health.set('store', 'down', 'store-failed', orderId);
}

/** The light of what is stored, for whoever hands it orders one by one. */
export type StoreLight = {
  /** News could not be stored: of this order, or of who knows which. */
  readonly failed: (orderId?: string) => void;
  /** Everything that was handed to it could be stored. */
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

/** Names the shop and the way to sign in, so that a change of either is noticed; null: there is none to ask. */
export function placeOf({ settings, secrets, configured }: SettingsView): string | null {
  if (!configured) return null;
  const { shop, partner } = settings;
  const keys = [secrets['partner-token'], secrets['partner-client-secret']];
  return JSON.stringify([shop.chainId, shop.vendorId, shop.country, partner, keys]);
}

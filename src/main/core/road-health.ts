import type { HealthCode, HealthState } from '../../shared/health.ts';
import type { SettingsView } from '../../shared/ipc-contract.ts';
import type { Settings } from '../../shared/settings.ts';
import type { HealthBoard } from './health.ts';
import type { Delivery, SetAsideFile } from './ports.ts';

/** How the public address stands while nothing proves it. Polling alone is a full way of working, not an error. */
export function tunnelHealth({ provider }: Settings['tunnel']): [HealthState, HealthCode] {
  return ['off', provider === 'none' ? 'tunnel-off' : 'tunnel-unproven'];
}

/** `setAside`: what was put aside when the orders file was opened, and why; null when it was sound. */
export function storeHealth(setAside: SetAsideFile | null): [HealthState, HealthCode, string | null] {
  if (setAside === null) return ['ok', 'ok', null];
  return ['degraded', setAside.why === 'newer' ? 'store-newer' : 'store-rebuilt', setAside.name];
}

/** What a request on the webhook tells of the platform and of the disk. Only an order of this shop proves anything. */
export function noteDelivery(health: HealthBoard, { outcome, at }: Delivery): void {
  if (outcome === 'store-failed') noteStoreFailure(health);
  if (outcome === 'stored' && health.read().store.code === 'store-failed') health.set('store', 'ok', 'ok');
  if (outcome === 'stored' || outcome === 'duplicate') health.note({ lastWebhookAt: at });
}

/** One piece of news could not be stored. When nothing can be, that has been said, with its cause. */
export function noteStoreFailure(health: HealthBoard): void {
  if (health.read().store.state !== 'down') health.set('store', 'down', 'store-failed');
}

/** Names the shop and the way to sign in, so that a change of either is noticed; null: there is none to ask. */
export function placeOf({ settings, secrets, configured }: SettingsView): string | null {
  if (!configured) return null;
  const { shop, partner } = settings;
  const keys = [secrets['partner-token'], secrets['partner-client-secret']];
  return JSON.stringify([shop.chainId, shop.vendorId, shop.country, partner, keys]);
}

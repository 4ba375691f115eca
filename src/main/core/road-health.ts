import type { HealthCode, HealthState } from '../../shared/health.ts';
import type { SettingsView } from '../../shared/ipc-contract.ts';
import type { Settings } from '../../shared/settings.ts';
import type { HealthBoard } from './health.ts';
import type { Delivery } from './ports.ts';

/** How the public address stands while nothing proves it. Polling alone is a full way of working, not an error. */
export function tunnelHealth({ provider }: Settings['tunnel']): [HealthState, HealthCode] {
  return ['off', provider === 'none' ? 'tunnel-off' : 'tunnel-unproven'];
}

/** `rebuiltFrom`: name of the damaged file that was set aside; null when it was sound. */
export function storeHealth(rebuiltFrom: string | null): [HealthState, HealthCode, string | null] {
  return rebuiltFrom === null ? ['ok', 'ok', null] : ['degraded', 'store-rebuilt', rebuiltFrom];
}

/** What a request on the webhook tells of the platform and of the disk. Only an order of this shop proves anything. */
export function noteDelivery(health: HealthBoard, { outcome, at }: Delivery): void {
  if (outcome === 'store-failed') health.set('store', 'down', 'store-failed');
  if (outcome === 'stored' && health.read().store.code === 'store-failed') health.set('store', 'ok', 'ok');
  if (outcome === 'stored' || outcome === 'duplicate') health.note({ lastWebhookAt: at });
}

/** Names the shop and the way to sign in, so that a change of either is noticed; null: there is none to ask. */
export function placeOf({ settings, secrets, configured }: SettingsView): string | null {
  if (!configured) return null;
  const { shop, partner } = settings;
  const keys = [secrets['partner-token'], secrets['partner-client-secret']];
  return JSON.stringify([shop.chainId, shop.vendorId, shop.country, partner, keys]);
}

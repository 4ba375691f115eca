import type { OrderShop } from '../../../shared/order.ts';
import { isCountryCode } from '../../../shared/money.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { FoundShop } from '../../../shared/setup.ts';

/**
 * The settings with what an order of this shop told: its name where none was typed, and its country. null when there is
 * nothing to learn.
 */
export function learnShop(settings: Settings, told: OrderShop | null): Settings | null {
  if (told === null) return null;
  const { shop } = settings;
  const name = shop.name === '' ? (told.name ?? '').trim() : shop.name;
  const code = (told.countryCode ?? '').toLowerCase();
  const country = isCountryCode(code) ? code : shop.country;
  if (name === shop.name && country === shop.country) return null;
  return { ...settings, shop: { ...shop, name, country } };
}

/** The store that an order names, when it names one that can be asked for. */
export function toFoundShop({ chainId, storeId, name }: OrderShop): FoundShop | null {
  return chainId === null || storeId === null ? null : { chainId, vendorId: storeId, name };
}

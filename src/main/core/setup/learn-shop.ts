import type { OrderShop } from '../../../shared/orders/order.ts';
import { isCountryCode } from '../../../shared/orders/money.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import type { FoundShop } from '../../../shared/setup.ts';

/**
 * Returns the settings with the shop's name (if none was typed) and country from one of its orders; null when nothing
 * changes.
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

/** Returns the store that an order names; null when it names none that the API can be asked for. */
export function toFoundShop({ chainId, storeId, name }: OrderShop): FoundShop | null {
  return chainId === null || storeId === null ? null : { chainId, vendorId: storeId, name };
}

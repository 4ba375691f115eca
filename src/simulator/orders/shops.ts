import { randomUUID } from 'node:crypto';
import type { Shop } from './order-model.ts';

export const DEMO_CHAIN_ID = '0c5d3b8e-6f21-4a97-9d40-b7e2f1a86c35';
export const DEMO_VENDOR_ID = '412207';
export const DEMO_TOKEN = 'token-de-practica';
export const OTHER_VENDOR_ID = '998877';
const DEMO_SHOP_NAME = 'Almacén de Práctica';

export type Shops = {
  /** The first is the client's own shop. */
  readonly list: () => readonly Shop[];
  readonly first: () => Shop;
  /** Returns another store of the same chain; the existing one when the id is known. */
  readonly add: (storeId: string) => Shop;
};

export function createShops(options: {
  readonly chainId: string;
  readonly vendorId: string;
  readonly shopName?: string | undefined;
  readonly otherVendorIds?: readonly string[] | undefined;
}): Shops {
  const build = (storeId: string, index: number): Shop => ({
    id: randomUUID(),
    chainId: options.chainId,
    name: `${options.shopName ?? DEMO_SHOP_NAME}${index === 0 ? '' : ` ${index + 1}`}`,
    countryCode: 'uy',
    storeId,
    externalPartnerConfigId: `SUC-${String(index + 1).padStart(2, '0')}`,
  });
  const first = build(options.vendorId, 0);
  let shops: readonly Shop[] = [first];
  const add = (storeId: string): Shop => {
    const known = shops.find((shop) => shop.storeId === storeId);
    if (known !== undefined) return known;
    const shop = build(storeId, shops.length);
    shops = [...shops, shop];
    return shop;
  };
  for (const storeId of options.otherVendorIds ?? []) add(storeId);
  return { list: () => shops, first: () => first, add };
}

import type { OrderShop } from '../../../shared/order.ts';
import type { ShopScope } from './shop-match.ts';

/**
 * Returns a function that decides whether an order may be stored. Another shop's order is logged once per shop; an
 * order of this shop whose id is spelled differently from the settings is accepted and reported.
 */
export function createShopGuard(deps: {
  readonly match: ShopScope['match'];
  /** Must not throw. */
  readonly onSpelling: (id: string) => void;
  readonly log: { readonly warn: (message: string) => void };
}): (shop: OrderShop) => boolean {
  const told = new Set<string>();
  return (shop) => {
    const match = deps.match(shop);
    const id = shop.storeId ?? shop.externalPartnerConfigId ?? '';
    if (match === 'otherwise') deps.onSpelling(id);
    if (match === 'other' && !told.has(id)) {
      told.add(id);
      deps.log.warn(`Orders of another shop are left out: ${id}`);
    }
    return match !== 'other';
  };
}

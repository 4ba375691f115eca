import type { Alert } from '../../../shared/alert.ts';
import type { ShopIds } from './shop-match.ts';

/**
 * Returns what follows the shop in the settings. Another shop begins anew: `onLeft` gives up what was under way for the old
 * one, its alerts close, and nobody sees its orders any more.
 */
export function createShopChange(deps: {
  readonly isOtherShop: (ids: ShopIds) => boolean;
  readonly followShop: (ids: ShopIds) => {
    readonly raised: readonly Alert[];
    readonly closed: readonly Alert[];
  };
  readonly onLeft: () => void;
  readonly onFollowed: (moved: ReturnType<Parameters<typeof createShopChange>[0]['followShop']>) => void;
}): (ids: ShopIds) => void {
  return (ids) => {
    const isOther = deps.isOtherShop(ids);
    if (isOther) deps.onLeft();
    const moved = deps.followShop(ids);
    if (isOther) deps.onFollowed(moved);
  };
}

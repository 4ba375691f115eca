import type { OrderShop } from '../../../shared/orders/order.ts';
import type { MovedAlerts } from './types.ts';

/** The ids of a shop in the settings. */
export type ShopIds = { readonly chainId: string; readonly vendorId: string };

/** The shop that the stored rows belong to. */
export type ShopScope = {
  /** See `shopKey`. */
  readonly key: () => string;
  /** Returns whether an order with these ids belongs to the present shop; see `matchShop`. */
  readonly match: (shop: OrderShop) => ShopMatch;
  /** Returns whether these ids name another shop than the one whose rows are shown. */
  readonly isOther: (ids: ShopIds) => boolean;
  /**
   * Shows this shop's rows from now on; no rows when the ids are empty. Returns the alerts that opened again and those
   * that closed with the previous shop. Throws what the store throws, and may then be called again.
   */
  readonly follow: (ids: ShopIds) => MovedAlerts;
};

/** `otherwise`: an order of this shop whose id is spelled differently from the settings. */
export type ShopMatch = 'exact' | 'otherwise' | 'other';

type NamedShop = Pick<OrderShop, 'storeId' | 'externalPartnerConfigId'>;

/**
 * Returns whether an order belongs to this shop: it names the shop's store id or its own id, or no store at all. Case,
 * blanks and the leading zeros of a number do not distinguish two shops; zeros of an own id do when the platform's id
 * is present, too. The only rule, wherever an order comes from. Source: docs/partner-api.md, "Webhook".
 */
export function matchShop(
  { storeId, externalPartnerConfigId: ownId }: NamedShop,
  vendorId: string,
): ShopMatch {
  if (storeId === null && ownId === null) return 'exact';
  if (vendorId === '') return 'other';
  if (storeId === vendorId || ownId === vendorId) return 'exact';
  const vendor = plainId(vendorId);
  const isStore = storeId !== null && withoutZeros(plainId(storeId)) === withoutZeros(vendor);
  const isOwn =
    ownId !== null &&
    (plainId(ownId) === vendor ||
      (storeId === null && withoutZeros(plainId(ownId)) === withoutZeros(vendor)));
  return isStore || isOwn ? 'otherwise' : 'other';
}

export function isOurs(shop: NamedShop, vendorId: string): boolean {
  return matchShop(shop, vendorId) !== 'other';
}

/** Copying an id may add blanks, also invisible ones, and another dash. */
function plainId(id: string): string {
  return id
    .normalize('NFKC')
    .replace(/[\s\p{Cc}\p{Cf}]/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .toLowerCase();
}

function withoutZeros(id: string): string {
  return /^\d+$/.test(id) ? id.replace(/^0+(?=\d)/, '') : id;
}

/** Returns one key per shop, however its ids are spelled; empty while the settings name none. */
export function shopKey({
  chainId,
  vendorId,
}: {
  readonly chainId: string;
  readonly vendorId: string;
}): string {
  const vendor = withoutZeros(plainId(vendorId));
  return vendor === '' ? '' : `${plainId(chainId)}/${vendor}`;
}

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

/**
 * Returns what follows the shop in the settings. Another shop begins anew: `onLeft` gives up what was under way for the old
 * one, its alerts close, and nobody sees its orders any more.
 */
export function createShopChange(deps: {
  readonly isOtherShop: (ids: ShopIds) => boolean;
  readonly switchShop: (ids: ShopIds) => MovedAlerts;
  readonly onLeft: () => void;
  readonly onSwitched: (moved: MovedAlerts) => void;
}): (ids: ShopIds) => void {
  return (ids) => {
    const isOther = deps.isOtherShop(ids);
    if (isOther) deps.onLeft();
    const moved = deps.switchShop(ids);
    if (isOther) deps.onSwitched(moved);
  };
}

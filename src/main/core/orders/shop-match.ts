import type { Alert } from '../../../shared/alert.ts';
import type { OrderShop } from '../../../shared/order.ts';

/** What names a shop in the settings. */
export type ShopIds = { readonly chainId: string; readonly vendorId: string };

/** Whose the kept rows are. */
export type ShopScope = {
  /** See `shopKey`. */
  readonly key: () => string;
  /** Whether an order that names this shop is the followed one's; see `matchShop`. */
  readonly match: (shop: OrderShop) => ShopMatch;
  /** Whether these name another shop than the one whose rows are shown. */
  readonly isOther: (ids: ShopIds) => boolean;
  /**
   * Shows this shop's rows from now on; none, while none is named. Answers the alerts that opened again and those that
   * closed with the shop that was left. Throws what the store throws, and may be called again.
   */
  readonly follow: (ids: ShopIds) => { readonly raised: readonly Alert[]; readonly closed: readonly Alert[] };
};

/** `otherwise`: ours, though the order writes the id in another way than the settings do. */
export type ShopMatch = 'exact' | 'otherwise' | 'other';

type NamedShop = Pick<OrderShop, 'storeId' | 'externalPartnerConfigId'>;

/**
 * Returns whether an order is this shop's: one that names its store id or its own id, or no store at all. Case, blanks and
 * the leading zeros of a number tell no two shops apart; zeros of an own id do where the platform's id stands beside it.
 * The one rule for every road by which an order comes. Source: docs/partner-api.md, "Webhook".
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

/** Blanks, also those that nobody sees, and another dash come along when an id is copied. */
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

/** Names one shop in the same way however its ids are written; empty while the settings name none. */
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

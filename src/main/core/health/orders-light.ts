import { alertCode, type Alert } from '../../../shared/orders/alert.ts';
import type { HealthBoard } from './board.ts';

export type OrdersLight = {
  /** Receives the alerts that are open now. */
  readonly showAlerts: (open: readonly Alert[]) => void;
  /** An order of this shop spells the shop's id in this way, which differs from the settings. */
  readonly noteSpelling: (id: string) => void;
  /** The settings now spell the shop's id in this way. */
  readonly follow: (vendorId: string) => void;
};

/**
 * Shows the light of the orders only while something about them needs a person: an order whose status this version does
 * not know, or a shop id that the platform spells differently from the settings.
 */
export function createOrdersLight({ health }: { readonly health: Pick<HealthBoard, 'set'> }): OrdersLight {
  let unclear: string | null = null;
  let spelling: string | null = null;
  let followed: string | null = null;

  const show = (): void => {
    if (unclear !== null) health.set('orders', 'degraded', 'status-unknown', unclear);
    else if (spelling !== null) health.set('orders', 'degraded', 'shop-spelled', spelling);
    else health.set('orders', 'off', 'not-used');
  };

  return {
    showAlerts: (open) => {
      const first = open.find(({ kind }) => kind === 'unclear');
      unclear = first === undefined ? null : alertCode(first);
      show();
    },
    noteSpelling: (id) => {
      if (id === spelling) return;
      spelling = id;
      show();
    },
    follow: (vendorId) => {
      if (followed !== null && vendorId !== followed) spelling = null;
      followed = vendorId;
      show();
    },
  };
}

import { alertCode, type Alert } from '../../../shared/alert.ts';
import type { HealthBoard } from './board.ts';

export type OrdersLight = {
  /** These alerts are open now. */
  readonly showAlerts: (open: readonly Alert[]) => void;
  /** An order of this shop writes its id like that, and the settings do not. */
  readonly noteSpelling: (id: string) => void;
  /** This is how the settings write it from now on. */
  readonly follow: (vendorId: string) => void;
};

/**
 * The light of the orders, which there is only while something about them wants a person: one whose status this version
 * does not know, or a shop that the platform writes in another way than the settings.
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

import { clockIn } from '../../shared/time.ts';
import type { HealthLights } from '../core/health/board.ts';
import { createOutletWatch, type OutletWatch } from '../core/outlet/outlet-watch.ts';
import type { AskOutlet } from '../core/outlet/outlet-light.ts';
import type { Configuration } from '../core/settings/configuration.ts';
import { shopHoursAt } from '../core/updates/shop-hours.ts';
import type { Log } from '../log.ts';
import { timing } from '../timing.ts';
import type { Storage } from './resilient-storage.ts';

/** Returns the watch over whether the platform says that the shop is open, by the app's own clocks. */
export function composeOutlet(deps: {
  readonly storage: Pick<Storage, 'settings' | 'now'>;
  readonly configuration: Pick<Configuration, 'save'>;
  readonly partner: { readonly outletStatus: AskOutlet };
  readonly health: HealthLights;
  readonly shopTimeZone: () => string;
  readonly log: Log;
}): OutletWatch {
  const { storage, shopTimeZone } = deps;
  const { now } = storage;
  const settings = storage.settings.read;
  return createOutletWatch({
    ...timing,
    settings: () => settings().outlet,
    target: () => {
      const { shop, partner } = settings();
      return JSON.stringify([shop.chainId, shop.vendorId, partner]);
    },
    askPlatform: deps.partner.outletStatus,
    save: async (outlet) => (await deps.configuration.save({ ...settings(), outlet })).ok,
    health: deps.health,
    hours: () => shopHoursAt(settings().hours, shopTimeZone(), new Date(now())),
    clock: (iso) => clockIn(shopTimeZone(), iso, now()),
    now,
    log: deps.log,
  });
}

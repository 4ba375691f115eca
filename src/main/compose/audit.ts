import { createAudit, type Audit } from '../core/history/audit.ts';
import type { EmitApp } from '../events.ts';
import type { Log } from '../log.ts';
import { timing } from '../timing.ts';
import type { composePresenter } from './presenter.ts';
import type { Storage } from './resilient-storage.ts';
import type { composeSoundWatch } from './sound-watch.ts';

/** Returns the record of deliveries, alerts and sound, each with how an alert could be heard at that moment. */
export function composeAudit(deps: {
  readonly storage: Pick<Storage, 'records' | 'deliveries' | 'deliveryPage' | 'orders' | 'receive' | 'now'>;
  readonly readOne: Parameters<typeof createAudit>[0]['parse'];
  readonly presenter: Pick<ReturnType<typeof composePresenter>, 'alertSettings' | 'clockFacts'>;
  readonly soundWatch: Pick<ReturnType<typeof composeSoundWatch>, 'state'>;
  readonly emit: EmitApp;
  readonly log: Log;
}): Audit {
  const { storage, presenter, soundWatch, emit, log } = deps;
  return createAudit({
    records: storage.records,
    deliveries: storage.deliveries,
    deliveryPage: storage.deliveryPage,
    store: storage.orders,
    receive: storage.receive,
    now: storage.now,
    parse: deps.readOne,
    publish: (changes) => emit('orders-committed', { changes }),
    settings: presenter.alertSettings,
    clock: presenter.clockFacts,
    sound: () => {
      const [state, code] = soundWatch.state();
      return { state, code };
    },
    schedule: timing.scheduleIdle,
    onDeliveries: () => emit('deliveries-changed', null),
    log,
  });
}

import { createAudit, type Audit } from '../core/history/audit.ts';
import type { EmitApp } from '../events.ts';
import { timing } from '../timing.ts';
import type { composePresenter } from './presenter.ts';
import type { composeSoundWatch } from './sound-watch.ts';

type AuditDeps = Parameters<typeof createAudit>[0];

/** Returns the record of deliveries, alerts and sound, each with how an alert could be heard at that moment. */
export function composeAudit(
  deps: Pick<AuditDeps, 'records' | 'deliveries' | 'deliveryPage' | 'parse' | 'receive' | 'now' | 'log'> & {
    readonly orders: AuditDeps['store'];
    readonly presenter: Pick<ReturnType<typeof composePresenter>, 'alertSettings' | 'clockFacts'>;
    readonly soundWatch: Pick<ReturnType<typeof composeSoundWatch>, 'state'>;
    readonly emit: EmitApp;
  },
): Audit {
  const { presenter, soundWatch, emit } = deps;
  return createAudit({
    ...deps,
    store: deps.orders,
    publish: (changes) => emit('orders-committed', { changes }),
    settings: presenter.alertSettings,
    clock: presenter.clockFacts,
    sound: () => {
      const [state, code] = soundWatch.state();
      return { state, code };
    },
    schedule: timing.scheduleIdle,
    onDeliveries: () => emit('deliveries-changed', null),
  });
}

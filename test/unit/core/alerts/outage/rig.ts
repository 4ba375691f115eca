import { expect, onTestFinished } from 'vitest';
import { createOutageAlert } from '../../../../../src/main/core/alerts/outage-alert.ts';
import { createSyncNotes } from '../../../../../src/main/store/orders/sync-notes.ts';
import type { Alert } from '../../../../../src/shared/orders/alert.ts';
import { createFakeTime } from '../../../../fakes/fake-time.ts';
import { openTempStore } from '../../../../fakes/temp-store.ts';

export const MINUTE = 60_000;

/** The alert of an outage on the real store, announced after so many minutes. */
export function outageRig(minutes = 3) {
  const time = createFakeTime();
  const { store, db, close } = openTempStore(time.now);
  onTestFinished(close);
  const raised: Alert[] = [];
  const errors: string[] = [];
  onTestFinished(() => expect(errors.filter((error) => !error.includes('disk full'))).toEqual([]));
  const settings = { minutes };
  const create = () =>
    createOutageAlert({
      store,
      notes: createSyncNotes(db),
      now: time.now,
      monotonicMs: time.monotonicMs,
      schedule: time.schedule,
      afterMinutes: () => settings.minutes,
      onRaised: (alert) => raised.push(alert),
      onError: (error) => errors.push(String(error)),
    });
  return { time, store, raised, errors, settings, create, connection: create() };
}

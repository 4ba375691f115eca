import { textsFor, type Texts } from '../../shared/texts/texts.ts';
import { zoneOfShop } from '../../shared/settings/zones.ts';
import type { Config } from '../config.ts';
import { createHealthBoard } from '../core/health/board.ts';
import { createOrdersLight } from '../core/health/orders-light.ts';
import { createClockWatch } from '../core/sync/clock-watch.ts';
import { createPlatformClock } from '../core/sync/platform-clock.ts';
import type { EmitApp } from '../events.ts';
import type { Log } from '../log.ts';
import { timing } from '../timing.ts';
import { openResilientStorage } from './resilient-storage.ts';

/** Returns what every other part stands on: time, health, storage, and the shop's language and time zone. */
export function composeFoundation({
  profileDir,
  config,
  emit,
  log,
}: {
  readonly profileDir: string;
  readonly config: Pick<Config, 'keychainService'>;
  readonly emit: EmitApp;
  readonly log: Log;
}) {
  const clock = createPlatformClock({
    ...timing,
    // Later: the caller of the clock may be in the middle of something.
    onChange: () => void setImmediate(() => emit('clock-set', null)),
  });
  const { now } = clock;
  const health = createHealthBoard({ now, onChange: (current) => emit('health-changed', current) });
  const ordersLight = createOrdersLight({ health });
  const storage = openResilientStorage({
    profileDir,
    keychainService: config.keychainService,
    health,
    onSpelling: ordersLight.noteSpelling,
    emit,
    now,
    isClockProven: clock.isProven,
    log,
  });
  const clockWatch = createClockWatch({ ...timing, clock, notes: storage.notes, health });
  return {
    clock,
    health,
    ordersLight,
    storage,
    clockWatch,
    texts: (): Texts => textsFor(storage.settings.read().language),
    /** IANA name. */
    shopTimeZone: (): string => zoneOfShop(storage.settings.read().shop),
    /** Loads what the last run knew. */
    start: (): void => {
      clockWatch.start();
      health.note({ lastWebhookAt: storage.notes.lastWebhookAt() });
    },
  };
}

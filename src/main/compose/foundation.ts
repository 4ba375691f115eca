import { textsFor, type Texts } from '../../shared/texts/texts.ts';
import { zoneOfShop } from '../../shared/settings/zones.ts';
import type { Config } from '../config.ts';
import { createHealthBoard } from '../core/health/board.ts';
import { createOrdersLight } from '../core/health/orders-light.ts';
import { createClockWatch } from '../core/sync/clock-watch.ts';
import { createPlatformClock } from '../core/sync/platform-clock.ts';
import { createConfiguration } from '../core/settings/configuration.ts';
import { provesCurrent } from '../core/setup/steps.ts';
import { createEvents } from '../core/support/events.ts';
import type { AppEvents } from '../events.ts';
import type { Log } from '../log.ts';
import { randomSecret, createReadSecrets } from '../secrets.ts';
import type { Redactor } from '../redact.ts';
import { copyText } from '../shell/clipboard.ts';
import { timing } from '../timing.ts';
import { openResilientStorage } from './resilient-storage.ts';

/**
 * Returns what every other part stands on: events and log, time, health, storage, settings and secrets, and the shop's
 * language and time zone. A part names those that it takes.
 */
export function composeFoundation({
  profileDir,
  config,
  redactor,
  log,
}: {
  readonly profileDir: string;
  readonly config: Pick<Config, 'keychainService'>;
  readonly redactor: Redactor;
  readonly log: Log;
}) {
  const { emit, emitAndWait, connect } = createEvents<AppEvents>({
    onError: (event, error) => log.error(`Not everybody could follow "${event}"`, error),
  });
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
  const configuration = createConfiguration({
    store: storage.settings,
    vault: storage.vault,
    newSecret: () => randomSecret(24),
    copy: copyText,
    isPreviousInUse: (savedAt) => !provesCurrent(storage.setupRecords.secretUse(), savedAt),
    // Who changes settings or secrets waits until every part follows the change.
    onChanged: (view, closed) => emitAndWait('settings-changed', { view, closed }),
  });
  return {
    emit,
    connect,
    log,
    clock,
    health,
    ordersLight,
    storage,
    clockWatch,
    configuration,
    secrets: createReadSecrets(storage.vault, redactor),
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

import { whoSigns } from '../../shared/settings/hands.ts';
import type { AlertSettings } from '../../shared/settings/alert-settings.ts';
import { clockIn, timeOfDay } from '../../shared/time.ts';
import type { Config } from '../config.ts';
import { createOldAlerts } from '../core/alerts/old-alerts.ts';
import { createAmountsToCollect } from '../core/orders/summary.ts';
import { createTextSize } from '../core/settings/text-size.ts';
import type { Configuration } from '../core/settings/configuration.ts';
import type { PlatformClock } from '../core/sync/platform-clock.ts';
import type { EmitApp } from '../events.ts';
import { createPush } from '../ipc/channel.ts';
import { createPresenter, type Presenter } from '../shell/presenter.ts';
import { createZoom } from '../shell/windows/zoom.ts';
import { timing } from '../timing.ts';
import type { Storage } from './resilient-storage.ts';

type PresenterDeps = Parameters<typeof createPresenter>[0];

/** Returns what people see and hear, by the shop's clock and settings. What they choose there is emitted as events. */
export function composePresenter(
  deps: Pick<PresenterDeps, 'appPath' | 'tray' | 'texts' | 'health' | 'isRefreshing' | 'onQuit' | 'log'> & {
    readonly storage: Pick<Storage, 'orders' | 'settings' | 'places' | 'handOver'>;
    readonly config: PresenterDeps['config'] & Pick<Config, 'isRevived'>;
    readonly configuration: Pick<Configuration, 'needsSetup' | 'save'>;
    readonly clock: Pick<PlatformClock, 'now' | 'isProven'>;
    /** IANA name. */
    readonly shopTimeZone: () => string;
    readonly emit: EmitApp;
  },
) {
  const { storage, configuration, clock, texts, shopTimeZone, emit } = deps;
  const { orders, settings } = storage;
  const { now } = clock;
  const alertSettings = (): AlertSettings => settings.read().alerts;
  const shopTime = (): ReturnType<typeof timeOfDay> => timeOfDay(new Date(now()), shopTimeZone());
  const oldAlerts = createOldAlerts({
    ...timing,
    store: orders,
    clock,
    onClosed: (closed) => emit('alerts-moved', { raised: [], closed }),
    onReleased: () => emit('alerts-released', null),
    log: deps.log,
  });
  /** The orders as people see them: without old alerts that still wait. */
  const shown = { ...orders, openAlerts: oldAlerts.openAlerts };
  const zoom = createZoom(settings.read().textSize);
  const presenter: Presenter = createPresenter({
    ...deps,
    places: storage.places,
    handOver: storage.handOver,
    needsSetup: configuration.needsSetup,
    store: shown,
    push: createPush(deps),
    zoom,
    now,
    isTimeKnown: oldAlerts.isTimeKnown,
    alertSettings,
    ridersSettings: () => settings.read().riders,
    saveRiders: async (riders) => (await configuration.save({ ...settings.read(), riders }, 'typed')).ok,
    who: () => whoSigns(settings.read().hands),
    timeOfDay: shopTime,
    clock: (iso) => clockIn(shopTimeZone(), iso, now()),
    toCollect: createAmountsToCollect(orders, settings.read),
    onTone: () => emit('tone-began', null),
    onSoundTest: (test) => emit('sound-tested', test),
    onShown: (ids) => emit('alerts-shown', ids),
    onAlerts: (open) => emit('alerts-changed', open),
    onDemo: () => emit('demo-chosen', null),
    onRefresh: () => emit('refresh-chosen', null),
    onTrySound: () => emit('sound-trial-chosen', null),
  });
  return {
    ...presenter,
    shown,
    textSize: createTextSize({ read: settings.read, save: configuration.save, show: zoom.set }),
    alertSettings,
    /** Returns the time of day in the shop, and for how long alerts are muted. */
    clockFacts: () => ({ ...shopTime(), mutedForMs: presenter.ringer.mutedForMs() }),
    start: (): void => {
      oldAlerts.start();
      presenter.resume();
      presenter.riders.follow();
      const { revivedTitle, revivedBody } = texts().start;
      if (deps.config.isRevived) presenter.notify({ title: revivedTitle, body: revivedBody });
    },
    stop: (): void => {
      oldAlerts.stop();
      presenter.stop();
    },
  };
}

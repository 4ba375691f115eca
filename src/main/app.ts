import path from 'node:path';
import { app as electronApp } from 'electron';
import type { SettingsView } from '../shared/ipc-contract.ts';
import type { RefreshOutcome } from '../shared/partner.ts';
import { clockIn, timeOfDay } from '../shared/time.ts';
import { textsFor, type Texts } from '../shared/texts/texts.ts';
import { zoneOfShop } from '../shared/zones.ts';
import { composeClock } from './compose/clock.ts';
import { composeConfiguration } from './compose/configuration.ts';
import { createDemoMode } from './compose/demo-mode.ts';
import { composeOldAlerts } from './compose/old-alerts.ts';
import { composePages } from './compose/pages.ts';
import { composePower } from './compose/power.ts';
import { composePolling } from './compose/polling.ts';
import { composePartner } from './compose/partner.ts';
import { openResilientStorage } from './compose/resilient-storage.ts';
import { createShopChange } from './compose/shop-change.ts';
import { composeSoundWatch } from './compose/sound-watch.ts';
import { composeSetup } from './compose/setup.ts';
import { composePublicAddress } from './compose/public-address.ts';
import { composeUpkeep } from './compose/upkeep.ts';
import type { Config } from './config.ts';
import type { FollowConfiguration } from './core/settings/configuration.ts';
import { createHealthBoard } from './core/health/board.ts';
import { createAudit } from './core/history/audit.ts';
import { createAmountsToCollect } from './core/orders/summary.ts';
import { refreshWords } from './core/sync/refresh-report.ts';
import { createOrdersLight } from './core/health/orders-light.ts';
import { placeOf } from './core/health/to-health.ts';
import { createPush } from './ipc/push.ts';
import type { Log } from './log.ts';
import { parseWebhook } from './partner/schemas.ts';
import { createReadSecrets } from './read-secret.ts';
import type { Redactor } from './redact.ts';
import { createPresenter } from './shell/presenter.ts';
import { hasNetwork } from './shell/power.ts';
import type { AppTray } from './shell/tray.ts';
import { createWayOut } from './shell/way-out.ts';
import { servePages } from './shell/window-security.ts';

export type App = {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Shows the counter window. */
  readonly open: () => void;
};

/** Builds every part and ties them together. The only place that knows more than one edge. */
export function createApp(env: {
  readonly config: Config;
  readonly profileDir: string;
  readonly shopDir: string;
  readonly appPath: string;
  /** Made before everything else, so that the icon stands there while the rest is read. */
  readonly tray: AppTray;
  readonly log: Log;
  readonly redactor: Redactor;
}): App {
  const { config, log } = env;
  const clock = composeClock();
  const { now } = clock;
  const health = createHealthBoard({
    now,
    onChange: (current) => {
      upkeep.follow(current);
      presenter.showHealth();
    },
  });
  const ordersLight = createOrdersLight({ health });
  const kept = openResilientStorage({
    profileDir: env.profileDir,
    keychainService: config.keychainService,
    health,
    onAlerts: (...alerts) => presenter.showAlerts(...alerts),
    onReplaced: () => presenter.broadcast('orders:replaced', orders.listOrders()),
    onSpelling: ordersLight.noteSpelling,
    onReopened: () => polling.wake(),
    onLateSecret: () => void lookAtKeychain(configuration.apply),
    now,
    isClockProven: clock.isProven,
    log,
  });
  const { settings, vault, orders, notes, places } = kept;
  const texts = (): Texts => textsFor(settings.read().language);
  const shopTimeZone = (): string => zoneOfShop(settings.read().shop);
  const secrets = createReadSecrets(vault, env.redactor);

  let view: SettingsView | null = null;
  const wayOut = createWayOut({ ...env, variables: config.proxies });
  const upkeep = composeUpkeep({ ...env, wayOut, ...kept, texts, shopTimeZone, secrets, health });
  const oldAlerts = composeOldAlerts({ orders, clock, presenter: () => presenter, log });
  const { shown } = oldAlerts;
  const presenter = createPresenter({
    appPath: env.appPath,
    tray: env.tray,
    store: { ...shown, markShown: (ids, at) => audit.markShown(ids, at) },
    places,
    push: createPush({ log }),
    texts,
    now,
    log,
    health,
    config,
    alertSettings: () => settings.read().alerts,
    timeOfDay: () => timeOfDay(new Date(now()), shopTimeZone()),
    clock: (iso) => clockIn(shopTimeZone(), iso, now()),
    toCollect: createAmountsToCollect(orders, settings.read),
    handOver: kept.handOver,
    onSoundTest: (test) => {
      soundWatch.heard(test);
      audit.noteSound(test);
    },
    isRefreshing: () => polling.isAsked(),
    isConfigured: () => view?.configured !== false,
    onDemo: () => demo.cross(),
    onRefresh: () => void refresh().then((outcome) => presenter.notify(refreshWords(outcome, texts()))),
    onTrySound: () => void soundWatch.tryAloud(),
    onQuit: () => electronApp.quit(),
    onAlerts: ordersLight.showAlerts,
  });
  const soundWatch = composeSoundWatch({ presenter, health, texts, settings: () => settings.read().alerts });

  const parseOwn = (body: unknown) => parseWebhook(body, settings.read().shop);
  const audit = createAudit({
    ...kept,
    store: orders,
    parse: parseOwn,
    publish: presenter.publish,
    settings: () => settings.read().alerts,
    clock: () => ({
      ...timeOfDay(new Date(now()), shopTimeZone()),
      mutedForMs: presenter.ringer.mutedForMs(),
    }),
    sound: () => {
      const [state, code] = soundWatch.state();
      return { state, code };
    },
    now,
    schedule: (run, ms) => void setTimeout(run, ms).unref(),
    onDeliveries: () => presenter.broadcast('deliveries:changed', null),
    log,
  });

  const partner = composePartner({ ...kept, secrets, clock, ...wayOut, log });
  const road = () => publicAddress;
  const polling = composePolling({ ...kept, store: orders, partner, health, road, presenter, log });
  const followShop = createShopChange({ kept, orders, polling, health, presenter, light: ordersLight });
  const lookAtKeychain = (look: () => Promise<void>): Promise<void> =>
    look().catch((error: unknown) => log.error('What the keychain holds could not be followed', error));
  const recheck = (): Promise<void> => lookAtKeychain(configuration.recheck);
  const refresh = async (): Promise<RefreshOutcome> => {
    await recheck();
    return polling.run('refresh');
  };

  const follow: FollowConfiguration = async (current, closed) => {
    view = current;
    followShop(current.settings.shop);
    await publicAddress.follow(current);
    polling.follow(placeOf(current), closed);
    upkeep.followSettings(current);
    soundWatch.follow();
    presenter.broadcast('settings:changed', current);
    presenter.showTray();
  };
  const configuration = composeConfiguration({ ...kept, onChanged: follow });
  const base = { ...kept, configuration, secrets, health, ...wayOut, log };
  const setup = composeSetup({ ...base, partner, readOne: parseOwn, soundWatch, presenter, road });
  const publicAddress = composePublicAddress({
    ...base,
    parse: setup.parse,
    publish: presenter.publish,
    record: audit.record,
    hasNetwork,
    systemEnv: config.systemEnv,
    onStatus: (status) => presenter.broadcast('tunnel:changed', status),
    onHint: polling.wake,
  });
  const power = composePower({ clock, presenter, polling, publicAddress, soundWatch, upkeep, recheck });
  const demo = createDemoMode({
    ...env,
    ...kept,
    texts,
    presenter,
    polling,
    publicAddress,
    follow: configuration.apply,
    isConfigured: () => view?.configured === true,
  });
  const pages = composePages({
    ...env,
    ...base,
    orders: shown,
    settings: settings.read,
    texts,
    presenter,
    audit,
    polling,
    refresh,
    setup,
    publicAddress,
    soundWatch,
    upkeep,
    demo,
    now,
  });

  const start = async (): Promise<void> => {
    upkeep.start();
    presenter.showTray();
    servePages(path.join(env.appPath, 'out/renderer'), config.pageServer);
    pages.start();
    kept.start();
    clock.start({ notes, health });
    health.note({ lastWebhookAt: notes.lastWebhookAt() });
    audit.start();
    oldAlerts.start();
    presenter.resume();
    if (config.isRevived)
      presenter.notify({ title: texts().start.revivedTitle, body: texts().start.revivedBody });
    await demo.prepare();
    await Promise.all([publicAddress.hold(), configuration.apply()]);
    power.start();
    soundWatch.start();
    if (!upkeep.startsHidden()) presenter.open();
    await demo.play();
  };

  const stop = async (): Promise<void> => {
    demo.stop();
    oldAlerts.stop();
    power.stop();
    soundWatch.stop();
    await polling.stop();
    await publicAddress.stop();
    audit.stop();
    pages.stop();
    presenter.stop();
    upkeep.stop();
    await kept.close();
  };

  return { start, stop, open: presenter.open };
}

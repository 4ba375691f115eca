import path from 'node:path';
import { app as electronApp } from 'electron';
import type { SettingsView } from '../shared/ipc-contract.ts';
import type { RefreshOutcome } from '../shared/partner.ts';
import { clockIn, timeOfDay } from '../shared/time.ts';
import { textsFor, type Texts } from '../shared/texts/texts.ts';
import { zoneOfShop } from '../shared/zones.ts';
import { createAbout } from './compose/about.ts';
import { composeClock } from './compose/clock.ts';
import { composeConfiguration } from './compose/configuration.ts';
import { createDemoMode } from './compose/demo-mode.ts';
import { composePower } from './compose/power.ts';
import { createPollingRoad } from './compose/polling.ts';
import { composePartner } from './compose/partner.ts';
import { openLastingStorage } from './compose/resilient-storage.ts';
import { createSettingsTransfer } from './compose/settings-transfer.ts';
import { createShopChange } from './compose/shop-change.ts';
import { composeSoundWatch } from './compose/sound-watch.ts';
import { createSetupRoad } from './compose/setup.ts';
import { createPublicRoad } from './compose/public-address.ts';
import { composeUpkeep } from './compose/upkeep.ts';
import type { Config } from './config.ts';
import type { FollowConfiguration } from './core/settings/configuration.ts';
import { createHealthBoard } from './core/health/board.ts';
import { createLookBack } from './core/history/audit.ts';
import { createAmountsToCollect, orderDetail } from './core/orders/summary.ts';
import { refreshWords } from './core/sync/refresh-report.ts';
import { createOrdersLight } from './core/health/orders-light.ts';
import { placeOf } from './core/health/to-health.ts';
import { createIpcRegistrar } from './ipc/channel.ts';
import { NOT_IN_DEMO } from './ipc/demo-limits.ts';
import { registerHandlers } from './ipc/handlers.ts';
import type { Log } from './log.ts';
import { parseWebhook } from './partner/schemas.ts';
import { createReadSecrets } from './read-secret.ts';
import type { Redactor } from './redact.ts';
import { createDesk } from './shell/presenter.ts';
import { hasNetwork } from './shell/power.ts';
import type { AppTray } from './shell/tray.ts';
import { createWayOut } from './shell/way-out.ts';
import { PAGE_ORIGIN, servePages } from './shell/window-security.ts';

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
      desk.showHealth();
    },
  });
  const ordersLight = createOrdersLight({ health });
  const kept = openLastingStorage({
    profileDir: env.profileDir,
    keychainService: config.keychainService,
    health,
    onAlerts: (...alerts) => desk.showAlerts(...alerts),
    onReplaced: () => desk.broadcast('orders:replaced', orders.listOrders()),
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
  const desk = createDesk({
    appPath: env.appPath,
    tray: env.tray,
    store: { ...orders, markShown: (ids, at) => lookBack.markShown(ids, at) },
    places,
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
      lookBack.noteSound(test);
    },
    isRefreshing: () => polling.isAsked(),
    isConfigured: () => view?.configured !== false,
    onDemo: () => demo.cross(),
    onRefresh: () => void refresh().then((outcome) => desk.notify(refreshWords(outcome, texts()))),
    onTrySound: () => void soundWatch.tryAloud(),
    onQuit: () => electronApp.quit(),
    onAlerts: ordersLight.showAlerts,
  });
  const soundWatch = composeSoundWatch({ desk, health, texts, settings: () => settings.read().alerts });

  const parseOwn = (body: unknown) => parseWebhook(body, settings.read().shop);
  const lookBack = createLookBack({
    ...kept,
    store: orders,
    parse: parseOwn,
    publish: desk.publish,
    settings: () => settings.read().alerts,
    clock: () => ({ ...timeOfDay(new Date(now()), shopTimeZone()), mutedForMs: desk.ringer.mutedForMs() }),
    sound: () => health.read().sound,
    now,
    schedule: (run, ms) => void setTimeout(run, ms).unref(),
    onDeliveries: () => desk.broadcast('deliveries:changed', null),
    log,
  });

  const partner = composePartner({ ...kept, secrets, clock, ...wayOut, log });
  const road = () => publicRoad;
  const polling = createPollingRoad({ ...kept, store: orders, partner, health, road, desk, log });
  const followShop = createShopChange({ kept, orders, polling, health, desk, light: ordersLight });
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
    await publicRoad.follow(current);
    polling.follow(placeOf(current), closed);
    upkeep.followSettings(current);
    soundWatch.follow();
    desk.broadcast('settings:changed', current);
    desk.showTray();
  };
  const configuration = composeConfiguration({ ...kept, onChanged: follow });
  const base = { ...kept, configuration, secrets, health, ...wayOut, log };
  const setup = createSetupRoad({ ...base, partner, readOne: parseOwn, soundWatch, desk, road });
  const publicRoad = createPublicRoad({
    ...base,
    parse: setup.parse,
    publish: desk.publish,
    record: lookBack.record,
    hasNetwork,
    systemEnv: config.systemEnv,
    onStatus: (status) => desk.broadcast('tunnel:changed', status),
    onHint: polling.wake,
  });
  const power = composePower({ clock, desk, polling, publicRoad, soundWatch, upkeep, recheck });
  const demo = createDemoMode({
    ...env,
    ...kept,
    texts,
    desk,
    polling,
    publicRoad,
    follow: configuration.apply,
    isConfigured: () => view?.configured === true,
  });
  const ipc = createIpcRegistrar({
    pageOrigin: PAGE_ORIGIN,
    closed: config.demo ? NOT_IN_DEMO : [],
    log,
  });
  const answerPages = (): void =>
    registerHandlers(ipc, {
      about: { ...createAbout(env), openAbout: desk.openAbout },
      app: { health: health.read, info: upkeep.info, log },
      orders: {
        listOrders: orders.listOrders,
        detail: (orderId) => orderDetail(orders, orderId),
        refresh,
        cancelRefresh: polling.cancel,
        openAlerts: orders.openAlerts,
        handOver: desk.handOver,
        acknowledge: desk.acknowledge,
      },
      card: desk.card,
      deliveries: { ...lookBack, openDeliveries: desk.openDeliveries },
      ...upkeep.pages(desk, configuration),
      setup: setup.pages,
      tunnel: publicRoad.pages,
      sound: soundWatch.pages,
      tour: desk.tour,
      demo: demo.pages,
      settings: {
        ...configuration,
        ...createSettingsTransfer({ settings: settings.read, texts, now, log }),
        checkPartner: setup.check,
        openSettings: desk.openSettings,
      },
    });

  const start = async (): Promise<void> => {
    upkeep.start();
    desk.showTray();
    servePages(path.join(env.appPath, 'out/renderer'));
    answerPages();
    kept.start();
    clock.start({ notes, health });
    health.note({ lastWebhookAt: notes.lastWebhookAt() });
    lookBack.start();
    desk.resume();
    if (config.isRevived) desk.notify({ title: texts().start.revivedTitle, body: texts().start.revivedBody });
    await demo.prepare();
    await Promise.all([publicRoad.hold(), configuration.apply()]);
    power.start();
    soundWatch.start();
    if (!upkeep.startsHidden()) desk.open();
    await demo.play();
  };

  const stop = async (): Promise<void> => {
    demo.stop();
    power.stop();
    soundWatch.stop();
    await polling.stop();
    await publicRoad.stop();
    lookBack.stop();
    ipc.removeAll();
    desk.stop();
    upkeep.stop();
    await kept.close();
  };

  return { start, stop, open: desk.open };
}

import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { app as electronApp, clipboard } from 'electron';
import type { AppInfo, SettingsView } from '../shared/ipc-contract.ts';
import type { OrderSource } from '../shared/order.ts';
import type { RefreshOutcome } from '../shared/partner.ts';
import type { SecretName } from '../shared/settings.ts';
import { timeOfDay } from '../shared/time.ts';
import { textsFor, type Texts } from '../shared/texts/texts.ts';
import type { Config } from './config.ts';
import { createCatchUp } from './core/catch-up.ts';
import { createConfiguration } from './core/configuration.ts';
import { createGroupCommit } from './core/group-commit.ts';
import { createHandOver } from './core/handover.ts';
import { createHealthBoard } from './core/health.ts';
import { createLookBack } from './core/look-back.ts';
import { createReceiveOrder } from './core/receive-order.ts';
import { createReceiverKeeper } from './core/receiver-keeper.ts';
import { partnerHealth, refreshWords, soundHealth } from './core/refresh-report.ts';
import { createIpcRegistrar } from './ipc/channel.ts';
import { registerHandlers } from './ipc/handlers.ts';
import type { Log } from './log.ts';
import { createPartnerClient } from './partner/client.ts';
import { parseWebhook } from './partner/schemas.ts';
import type { Redactor } from './redact.ts';
import { createDesk } from './shell/desk.ts';
import type { AppTray } from './shell/tray.ts';
import { PAGE_ORIGIN, servePages } from './shell/window-security.ts';
import { settingsSchema } from './store/settings-schema.ts';
import { openStorage } from './store/storage.ts';
import { createWebhookServer } from './webhook/server.ts';

const COUNTER_USER = 'counter';

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
  readonly appPath: string;
  /** Made before everything else, so that the icon stands there while the rest is read. */
  readonly tray: AppTray;
  readonly log: Log;
  readonly redactor: Redactor;
}): App {
  const { config, log, redactor } = env;
  const now = (): string => new Date().toISOString();
  const { settings, vault, orders, places, rebuiltFrom, close, ...kept } = openStorage({
    profileDir: env.profileDir,
    keychainService: config.keychainService,
    now,
    log,
  });
  const texts = (): Texts => textsFor(settings.read().language);
  const shopTimeZone = (): string =>
    settings.read().shop.timeZone || Intl.DateTimeFormat().resolvedOptions().timeZone;
  const readSecret = async (name: SecretName) => {
    const secret = await vault.read(name);
    if (secret.ok && secret.value !== null) redactor.protect(secret.value);
    return secret;
  };

  let refreshing = false;
  let webhookSecrets: readonly string[] = [];
  let view: SettingsView | null = null;

  const health = createHealthBoard({
    now,
    onChange: (current) => {
      desk.broadcast('health:changed', current);
      desk.showTray();
    },
  });
  const desk = createDesk({
    appPath: env.appPath,
    tray: env.tray,
    store: { ...orders, markShown: (ids, at) => lookBack.markShown(ids, at) },
    places,
    texts,
    now,
    log,
    health: health.read,
    alertSettings: () => settings.read().alerts,
    timeOfDay: () => timeOfDay(new Date(), shopTimeZone()),
    handOver: createHandOver({ store: orders, now }),
    onSoundTest: (test) => {
      health.set('sound', ...soundHealth(test));
      lookBack.noteSound(test);
    },
    isRefreshing: () => refreshing,
    isConfigured: () => view?.configured !== false,
    onRefresh: () => void refreshFromTray(),
    onQuit: () => electronApp.quit(),
  });

  const receiveOrders = createReceiveOrder({ store: orders, now });
  const receiveWebhook = createGroupCommit({
    receive: (news) => receiveOrders(news, 'webhook'),
    schedule: (task) => void setImmediate(task),
    publish: desk.publish,
  });

  const parseOwn = (body: unknown) => parseWebhook(body, settings.read().shop);
  const lookBack = createLookBack({
    ...kept,
    store: orders,
    parse: parseOwn,
    receive: receiveOrders,
    publish: desk.publish,
    settings: () => settings.read().alerts,
    clock: () => ({ ...timeOfDay(new Date(), shopTimeZone()), mutedForMs: desk.ringer.mutedForMs() }),
    sound: () => health.read().sound,
    now,
    schedule: (run, ms) => void setTimeout(run, ms).unref(),
    onDeliveries: () => desk.broadcast('deliveries:changed', null),
    log,
  });

  const partner = createPartnerClient({ settings: settings.read, secrets: { read: readSecret }, now, log });
  const catchUp = createCatchUp({
    partner,
    receive: receiveOrders,
    store: orders,
    now,
    sleep: (ms, signal) => sleep(ms, undefined, { signal }),
    random: Math.random,
    publish: desk.publish,
    onProgress: (progress) => desk.broadcast('refresh:progress', progress),
  });
  const refresh = async (source: OrderSource): Promise<RefreshOutcome> => {
    refreshing = true;
    desk.showTray();
    try {
      const outcome = await catchUp.run(source);
      health.set('partner', ...partnerHealth(outcome));
      desk.broadcast('refresh:done', outcome);
      return outcome;
    } finally {
      refreshing = false;
      desk.showTray();
    }
  };
  const refreshFromTray = async (): Promise<void> => {
    desk.notify(refreshWords(await refresh('refresh'), texts()));
  };

  const keeper = createReceiverKeeper({
    create: (port) =>
      createWebhookServer({
        port,
        secrets: () => webhookSecrets,
        isReady: () => view !== null,
        parse: parseOwn,
        receive: receiveWebhook,
        record: lookBack.record,
        answerNonce: () => null,
        now,
        monotonicMs: () => performance.now(),
        log,
      }),
    setHealth: (...entry) => health.set('receiver', ...entry),
  });
  const follow = async (current: SettingsView): Promise<void> => {
    const secrets = await Promise.all([readSecret('webhook-secret'), readSecret('webhook-secret-previous')]);
    webhookSecrets = secrets.flatMap((secret) => (secret.ok && secret.value !== null ? [secret.value] : []));
    view = current;
    await keeper.follow(current);
    desk.broadcast('settings:changed', current);
    desk.showTray();
  };
  const configuration = createConfiguration({
    store: settings,
    vault,
    newSecret: () => randomBytes(24).toString('base64url'),
    copy: (text) => clipboard.writeText(text),
    onChanged: follow,
    onVaultError: (error) => {
      if (error !== null) health.set('partner', 'down', 'keychain-unavailable', error.detail);
    },
  });
  const info = (): AppInfo => {
    const { language } = settings.read();
    return {
      version: electronApp.getVersion(),
      platform: process.platform,
      timeZone: shopTimeZone(),
      language,
    };
  };

  const ipc = createIpcRegistrar({ pageOrigin: PAGE_ORIGIN, log });
  const answerPages = (): void =>
    registerHandlers(ipc, {
      app: { health: health.read, info },
      orders: {
        listOrders: orders.listOrders,
        detail: (orderId) => {
          const stored = orders.findOrder(orderId);
          return stored === null ? null : { stored, order: stored.order, alerts: orders.alertsOf(orderId) };
        },
        refresh: () => refresh('refresh'),
        openAlerts: orders.openAlerts,
        handOver: desk.handOver,
        acknowledge: (alertIds) => desk.acknowledge(alertIds, COUNTER_USER),
      },
      card: { card: desk.card, undo: desk.undo, openOrder: desk.showOrder },
      deliveries: { ...lookBack, openDeliveries: desk.openDeliveries },
      sound: { report: desk.sound.report },
      settings: {
        ...configuration,
        settingsSchema,
        checkPartner: partner.check,
        openSettings: desk.openSettings,
      },
    });

  const start = async (): Promise<void> => {
    desk.showTray();
    servePages(path.join(env.appPath, 'out/renderer'));
    answerPages();
    if (rebuiltFrom === null) health.set('store', 'ok', 'ok');
    else health.set('store', 'degraded', 'store-rebuilt', rebuiltFrom);
    lookBack.start();
    desk.resume();
    await follow(await configuration.view());
    if (!config.hidden) desk.open();
    if (view?.configured === true) await refresh('catch-up');
  };

  const stop = async (): Promise<void> => {
    catchUp.cancel();
    await keeper.stop();
    lookBack.stop();
    ipc.removeAll();
    desk.stop();
    close();
  };

  return { start, stop, open: desk.open };
}

import path from 'node:path';
import { app as electronApp } from 'electron';
import type { RefreshOutcome } from '../shared/partner.ts';
import { textsFor, type Texts } from '../shared/texts/texts.ts';
import { zoneOfShop } from '../shared/zones.ts';
import { composeAudit } from './compose/audit.ts';
import { composeDemo } from './compose/demo.ts';
import { composePages } from './compose/pages.ts';
import { composePartner } from './compose/partner.ts';
import { composePolling } from './compose/polling.ts';
import { composePresenter } from './compose/presenter.ts';
import { composePublicAddress } from './compose/public-address.ts';
import { openResilientStorage } from './compose/resilient-storage.ts';
import { composeSetup } from './compose/setup.ts';
import { composeSoundWatch } from './compose/sound-watch.ts';
import { composeUpkeep } from './compose/upkeep.ts';
import type { Config } from './config.ts';
import { createHealthBoard } from './core/health/board.ts';
import { createOrdersLight } from './core/health/orders-light.ts';
import { createTestTickets } from './core/inbound/test-tickets.ts';
import { createShopChange } from './core/orders/shop.ts';
import { createConfiguration } from './core/settings/configuration.ts';
import { provesCurrent } from './core/setup/steps.ts';
import { createEvents } from './core/support/events.ts';
import { createClockWatch } from './core/sync/clock-watch.ts';
import { createPlatformClock } from './core/sync/platform-clock.ts';
import type { AppEvents } from './events.ts';
import type { Log } from './log.ts';
import { parseWebhook } from './partner/schemas.ts';
import { randomSecret } from './random-secret.ts';
import { createReadSecrets } from './read-secret.ts';
import type { Redactor } from './redact.ts';
import { copyText } from './shell/clipboard.ts';
import { createPower, hasNetwork } from './shell/power.ts';
import type { AppTray } from './shell/tray.ts';
import { createWayOut } from './shell/way-out.ts';
import { servePages } from './shell/window-security.ts';
import { timing } from './timing.ts';
import { whoHears } from './wiring.ts';

export type App = {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Shows the counter window. */
  readonly open: () => void;
};

/**
 * Builds every part, the lower layers first. A part gets those built before it and tells the others by events. The only
 * place that knows more than one edge.
 */
export function createApp(env: {
  readonly config: Config;
  readonly profileDir: string;
  readonly shopDir: string;
  readonly appPath: string;
  /** Made first, so that the icon is there while the rest loads. */
  readonly tray: AppTray;
  readonly log: Log;
  readonly redactor: Redactor;
}): App {
  const { config, log } = env;
  const { emit, emitAndWait, connect } = createEvents<AppEvents>({
    onError: (event, error) => log.error(`Not everybody could follow "${event}"`, error),
  });

  // Time, health and storage. The event is sent later: the caller of the clock may be in the middle of something.
  const clock = createPlatformClock({
    ...timing,
    onChange: () => void setImmediate(() => emit('clock-set', null)),
  });
  const { now } = clock;
  const health = createHealthBoard({ now, onChange: (current) => emit('health-changed', current) });
  const ordersLight = createOrdersLight({ health });
  const kept = openResilientStorage({
    profileDir: env.profileDir,
    keychainService: config.keychainService,
    health,
    onSpelling: ordersLight.noteSpelling,
    emit,
    now,
    isClockProven: clock.isProven,
    log,
  });
  const { settings, vault, orders, notes } = kept;
  const clockWatch = createClockWatch({ ...timing, clock, notes, health });
  const texts = (): Texts => textsFor(settings.read().language);
  const shopTimeZone = (): string => zoneOfShop(settings.read().shop);
  const secrets = createReadSecrets(vault, env.redactor);
  const configuration = createConfiguration({
    store: settings,
    vault,
    newSecret: () => randomSecret(24),
    copy: copyText,
    isPreviousInUse: (savedAt) => !provesCurrent(kept.setupRecords.secretUse(), savedAt),
    onChanged: (view, closed) => emitAndWait('settings-changed', { view, closed }),
  });
  const followShop = createShopChange({
    ...kept,
    onLeft: () => emit('shop-left', null),
    onFollowed: (moved) => {
      emit('alerts-moved', moved);
      emit('orders-replaced', null);
    },
  });

  // How orders arrive: by webhook or by sync.
  const wayOut = createWayOut({ ...env, variables: config.proxies });
  const partner = composePartner({ ...kept, secrets, clock, ...wayOut, log });
  const tickets = createTestTickets({ newNonce: () => randomSecret(16) });
  const readOne = (body: unknown) => parseWebhook(body, settings.read().shop);
  const base = { ...kept, configuration, secrets, health, emit, ...wayOut, log };
  const publicAddress = composePublicAddress({
    ...base,
    tickets,
    readOne,
    hasNetwork,
    systemEnv: config.systemEnv,
  });
  const polling = composePolling({ ...kept, store: orders, partner, health, publicAddress, emit, log });
  const refresh = async (): Promise<RefreshOutcome> => {
    const failed = (error: unknown) => log.error('What the keychain holds could not be followed', error);
    await configuration.recheck().catch(failed);
    return polling.run('refresh');
  };

  // What people see and hear, and the record of it.
  const presenter = composePresenter({
    ...env,
    ...base,
    orders,
    clock,
    texts,
    shopTimeZone,
    isRefreshing: polling.isAsked,
    isConfigured: () => configuration.isConfigured() !== false,
    onQuit: () => electronApp.quit(),
  });
  const { alertSettings, shown } = presenter;
  const soundWatch = composeSoundWatch({ presenter, health, texts, settings: alertSettings });
  const audit = composeAudit({ ...base, parse: readOne, presenter, soundWatch });

  // Setup, settings and what the app does on this computer.
  const setup = composeSetup({
    ...base,
    partner,
    tickets,
    soundWatch,
    presenter,
    publicAddress,
  });
  const upkeep = composeUpkeep({ ...env, ...base, wayOut, texts, shopTimeZone });
  const power = createPower({
    onSuspend: () => emit('suspended', null),
    onResume: () => emit('resumed', null),
    onNetwork: () => emit('network-back', null),
    onTick: () => emit('tick', null),
    onMinute: () => emit('minute', null),
  });
  const demo = composeDemo({
    ...env,
    ...kept,
    texts,
    presenter,
    polling,
    publicAddress,
    emit,
    follow: configuration.apply,
    isConfigured: () => configuration.isConfigured() === true,
  });
  const parts = { audit, clock, clockWatch, configuration, demo, followShop, health, ordersLight, polling };
  const more = { presenter, publicAddress, refresh, setup, shown, soundWatch, texts, upkeep };
  connect(whoHears({ ...parts, ...more }));
  const pages = composePages({ ...env, ...parts, ...more, orders: shown, settings: settings.read, now });

  const start = async (): Promise<void> => {
    upkeep.start();
    presenter.showTray();
    servePages(path.join(env.appPath, 'out/renderer'), config.pageServer);
    pages.start();
    clockWatch.start();
    health.note({ lastWebhookAt: notes.lastWebhookAt() });
    audit.start();
    presenter.start();
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

import path from 'node:path';
import type { Alert } from '../../shared/orders/alert.ts';
import type { AlertSettings } from '../../shared/settings/alert-settings.ts';
import type { PushToPages } from '../../shared/ipc-contract.ts';
import type { RidersSettings } from '../../shared/settings/riders.ts';
import type { RefreshOutcome } from '../../shared/partner.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { Config } from '../config.ts';
import type { HealthBoard } from '../core/health/board.ts';
import type { PublishNews } from '../core/alerts/digest-buffer.ts';
import { createMute, type Mute } from '../core/alerts/mute.ts';
import { createPaces } from '../core/support/pace.ts';
import type { Now } from '../../shared/time.ts';
import { createRinger, type Ringer } from '../core/alerts/ringer.ts';
import { createShow, type Show } from '../core/alerts/show.ts';
import type { PageTest } from '../core/health/sound-health.ts';
import type { Log } from '../log.ts';
import { timing } from '../timing.ts';
import { createAlertCard, type CardPages } from './windows/alert-card.ts';
import { createNotifications, type ToastText } from './notifications/notifications.ts';
import { createRidersWindow, type RidersWindow } from './windows/riders-window.ts';
import { createSound, type Sound } from './sound/sound.ts';
import { createToastTrial, type ToastTrial } from './notifications/toast-trial.ts';
import { createToaster } from './notifications/toaster.ts';
import { createTour, type Tour } from './windows/tour.ts';
import type { AppTray } from './tray/tray.ts';
import { createWindows, type WindowPlaces, type Windows } from './windows/windows.ts';
import type { Zoom } from './windows/zoom.ts';

/** What people see is redrawn at most this often, however much changes. */
const LOOK_EVERY_MS = 50;

export type Presenter = Pick<Windows, 'broadcast' | 'lookOf' | 'showOrder'> & {
  /** The counter; the setup assistant while there is no shop yet. */
  readonly open: () => void;
  readonly showWindow: Windows['show'];
  readonly riders: RidersWindow;
  readonly tour: Tour;
  /** Shows what was unseen when the app ended. */
  readonly resume: () => void;
  /** Shows what a commit changed: list, toasts, card, sound, tray. */
  readonly publish: PublishNews;
  /** Shows alerts that no order brought. */
  readonly showAlerts: Show['showAlerts'];
  readonly acknowledge: (alertIds: readonly string[]) => readonly Alert[];
  readonly handOver: Show['handOver'];
  readonly unclaimed: Show['unclaimed'];
  readonly card: CardPages;
  readonly sound: Omit<Sound, 'ring' | 'stop'>;
  readonly ringer: Pick<Ringer, 'update' | 'mutedForMs' | 'ring'>;
  readonly mute: Pick<Mute, 'set' | 'state'>;
  /** Call it when the computer wakes up: what rings, and the mute, may have changed meanwhile. */
  readonly awake: () => void;
  /** Draws the tray from what is stored, now or a moment later together with other changes. */
  readonly showTray: (when?: 'now' | 'soon') => void;
  readonly showHealth: () => void;
  /** Call it when a sync ends, whoever started it. */
  readonly showPoll: (outcome: RefreshOutcome) => void;
  readonly notify: (toast: ToastText) => void;
  readonly tryToast: (toast: ToastText) => ToastTrial;
  readonly stop: () => void;
};

type PartsOfShow = Pick<Parameters<typeof createShow>[0], 'store' | 'toCollect' | 'handOver' | 'onShown'>;

/** Returns everything that staff can see: tray, toasts, card and windows. */
export function createPresenter(
  deps: PartsOfShow & {
    readonly appPath: string;
    readonly tray: AppTray;
    readonly places: WindowPlaces;
    readonly push: PushToPages;
    readonly zoom: Zoom;
    readonly texts: () => Texts;
    readonly now: Now;
    /** False at a start, until the platform's time is known. */
    readonly isTimeKnown: () => boolean;
    readonly log: Log;
    readonly health: Pick<HealthBoard, 'read' | 'set'>;
    readonly config: Pick<Config, 'demo' | 'sessionBus'>;
    readonly alertSettings: () => AlertSettings;
    readonly ridersSettings: () => RidersSettings;
    readonly saveRiders: (riders: RidersSettings) => Promise<boolean>;
    /** Who says _Visto_ now: initials, or the counter as a whole. */
    readonly who: () => string;
    /** Shop time. */
    readonly timeOfDay: () => { readonly minuteOfDay: number; readonly msOfMinute: number };
    /** Returns a time as the shop's clock shows it. */
    readonly clock: (iso: string) => string;
    readonly onSoundTest: (test: PageTest) => void;
    readonly onTone: () => void;
    readonly isRefreshing: () => boolean;
    /** No shop is set up. */
    readonly needsSetup: () => boolean;
    readonly onDemo: () => void;
    readonly onRefresh: () => void;
    readonly onTrySound: () => void;
    readonly onQuit: () => void;
    /** Called with the open alerts after each change. */
    readonly onAlerts: (open: readonly Alert[]) => void;
  },
): Presenter {
  const { store, texts, tray } = deps;
  const { monotonicMs, schedule } = timing;
  const isDemo = deps.config.demo;
  const assets = path.join(deps.appPath, 'assets');
  const preload = path.join(deps.appPath, 'out/preload/index.cjs');
  const windows = createWindows({
    ...deps,
    preload,
    icon: path.join(assets, 'icons', '256x256.png'),
    onCounterFocus: (page) => card.followCounter(page),
    onCounterClosed: () => {
      if (!deps.places.isFirstClose()) return;
      const { stillRunningTitle, stillRunningBody, stillRunningUnseen } = texts().tray;
      const body = tray.isSeen() ? stillRunningBody : stillRunningUnseen;
      notifications.show({ title: stillRunningTitle, body });
    },
  });
  const riders = createRidersWindow({ ...deps, windows });
  const looks = createPaces({ restMs: LOOK_EVERY_MS, monotonicMs, schedule });
  const open = (): void => windows.show(!isDemo && deps.needsSetup() ? 'setup' : 'counter');
  tray.connect({
    open,
    refresh: deps.onRefresh,
    settings: () => windows.show('settings'),
    day: () => windows.show('day'),
    riders: riders.ask,
    trySound: deps.onTrySound,
    dayTest: () => windows.show('day-test'),
    mute: (minutes) => void mute.set(minutes),
    demo: deps.onDemo,
    quit: deps.onQuit,
    showOrder: windows.showOrder,
  });
  const healthLook = looks.paced(() => windows.broadcast('health:changed', deps.health.read()));
  const toastTrial = createToastTrial(deps.health);
  const notifications = createNotifications({
    toaster: createToaster({ ...deps, ...deps.config, health: toastTrial.health, assetsDir: assets }),
    texts,
    lead: () => (isDemo ? texts().demo.toastLead : ''),
    clock: deps.clock,
    onAlertClick: (alert) => (alert.kind === 'connection' ? open() : windows.showOrder(alert.subject)),
  });
  const sound = createSound({ ...deps, preload, monotonicMs, onHealth: deps.onSoundTest });
  const card = createAlertCard({ ...deps, preload, isDemo });
  const ringer = createRinger({
    openAlerts: store.openAlerts,
    settings: deps.alertSettings,
    monotonicMs,
    now: deps.now,
    timeOfDay: deps.timeOfDay,
    schedule,
    onRing: (ring) => {
      sound.ring(ring);
      show.look('soon');
    },
  });
  const mute = createMute({
    ringer,
    now: deps.now,
    schedule,
    onChanged: (state) => {
      windows.broadcast('mute:changed', state);
      show.look('now');
    },
  });
  const show = createShow({
    ...deps,
    toasts: notifications,
    ringer,
    facts: () => ({
      settings: deps.alertSettings(),
      health: deps.health.read(),
      refreshing: deps.isRefreshing(),
      mutedUntil: mute.state().until,
      hasRiders: deps.ridersSettings().on,
      demo: isDemo ? 'inside' : deps.needsSetup() ? 'offered' : 'none',
      clock: deps.clock,
      isTimeKnown: deps.isTimeKnown(),
      texts: texts(),
    }),
    schedule,
    paced: looks.paced,
    openCounter: open,
    onCard: card.show,
    onTray: tray.show,
    onTone: (tone, volume) => void sound.play(tone, volume),
    onSilenced: (orderIds) => windows.broadcast('unclaimed:changed', orderIds),
    onOrders: (orders) => windows.broadcast('orders:changed', orders),
    onAlerts: (openAlerts) => {
      windows.broadcast('alerts:changed', openAlerts);
      deps.onAlerts(openAlerts);
    },
  });

  return {
    broadcast: windows.broadcast,
    lookOf: windows.lookOf,
    showOrder: windows.showOrder,
    open,
    showWindow: windows.show,
    riders,
    tour: createTour({ ...deps, windows }),
    resume: show.resume,
    publish: show.publish,
    showAlerts: show.showAlerts,
    acknowledge: (alertIds) => show.acknowledge(alertIds, deps.who()),
    handOver: show.handOver,
    unclaimed: show.unclaimed,
    card: {
      card: card.state,
      undo: show.undo,
      seenAll: (revision) => show.acknowledgeCard(revision, deps.who()),
      openOrder: windows.showOrder,
    },
    sound,
    ringer,
    mute,
    awake: () => {
      ringer.update();
      mute.look();
    },
    showTray: (when = 'soon') => show.look(when),
    showHealth: () => {
      healthLook.ask();
      show.look('soon');
    },
    showPoll: (outcome) => {
      windows.broadcast('refresh:done', outcome);
      show.look('soon');
    },
    notify: (toast) => notifications.show(toast, { onClick: open }),
    tryToast: (toast) => toastTrial.run(() => notifications.show(toast, { onClick: open })),
    stop: () => {
      [looks, mute, ringer, show, sound, card, riders].forEach((part) => part.stop());
      windows.closeAll();
      notifications.stop();
      tray.destroy();
    },
  };
}

import type { ComputerView } from '../shared/computer.ts';
import type { OutgoingView } from '../shared/settings/outgoing.ts';
import type { Texts } from '../shared/texts/texts.ts';
import type { composeDemo } from './compose/demo.ts';
import type { composeOutgoing } from './compose/outgoing.ts';
import type { composePaper } from './compose/paper.ts';
import type { composePolling } from './compose/polling.ts';
import type { composePresenter } from './compose/presenter.ts';
import type { composePublicAddress } from './compose/address/public-address.ts';
import type { Storage } from './compose/resilient-storage.ts';
import type { composeSetup } from './compose/settings/setup.ts';
import type { composeSoundWatch } from './compose/sound-watch.ts';
import type { composeUpkeep } from './compose/upkeep.ts';
import type { Speech } from './core/hands/speech.ts';
import type { Shortcut } from './core/hands/shortcut.ts';
import type { OutletWatch } from './core/outlet/outlet-watch.ts';
import type { HealthBoard } from './core/health/board.ts';
import type { OrdersLight } from './core/health/orders-light.ts';
import { targetKeyOf } from './core/health/to-health.ts';
import type { Audit } from './core/history/audit.ts';
import type { OrderStore } from './core/orders/types.ts';
import type { Configuration } from './core/settings/configuration.ts';
import type { TextSize } from './core/settings/text-size.ts';
import type { Listeners } from './core/support/events.ts';
import type { ClockWatch } from './core/sync/clock-watch.ts';
import type { PlatformClock } from './core/sync/platform-clock.ts';
import { refreshWords } from './core/sync/refresh-report.ts';
import type { AppEvents } from './events.ts';

/**
 * Returns the listeners of each event, in the order in which they are called. A listener that returns a promise holds
 * up the next ones.
 */
export function whoHears(parts: {
  readonly audit: Pick<Audit, 'record' | 'noteShown' | 'noteSound'>;
  readonly clock: Pick<PlatformClock, 'asleep' | 'awake'>;
  readonly clockWatch: Pick<ClockWatch, 'look'>;
  readonly configuration: Pick<Configuration, 'apply' | 'recheck'>;
  readonly demo: Pick<ReturnType<typeof composeDemo>, 'cross'>;
  readonly hands: {
    readonly shortcut: Pick<Shortcut, 'follow' | 'noteAlerts'>;
    readonly speech: Pick<Speech, 'noteAlerts' | 'noteTone'>;
  };
  readonly health: Pick<HealthBoard, 'note'>;
  readonly ordersLight: Pick<OrdersLight, 'showAlerts' | 'follow'>;
  readonly outgoing: Pick<ReturnType<typeof composeOutgoing>, 'wake' | 'look' | 'notePoll' | 'follow'> & {
    readonly pages: { readonly read: () => OutgoingView };
  };
  readonly outlet: Pick<OutletWatch, 'look' | 'follow' | 'wake'>;
  readonly paper: Pick<ReturnType<typeof composePaper>, 'look' | 'follow'>;
  readonly polling: Pick<
    ReturnType<typeof composePolling>,
    'follow' | 'leaveShop' | 'wake' | 'asleep' | 'awake' | 'tick' | 'refresh'
  >;
  readonly presenter: Pick<
    ReturnType<typeof composePresenter>,
    | 'publish'
    | 'showAlerts'
    | 'showTray'
    | 'showHealth'
    | 'showPoll'
    | 'resume'
    | 'awake'
    | 'notify'
    | 'broadcast'
  > & {
    readonly shown: Pick<OrderStore, 'listOrders'>;
    readonly textSize: Pick<TextSize, 'follow'>;
    readonly riders: { readonly follow: () => void };
  };
  readonly publicAddress: Pick<
    ReturnType<typeof composePublicAddress>,
    'follow' | 'noteFound' | 'wake' | 'minute'
  >;
  readonly setup: Pick<ReturnType<typeof composeSetup>, 'notice'>;
  readonly soundWatch: Pick<
    ReturnType<typeof composeSoundWatch>,
    'noteTest' | 'look' | 'follow' | 'tryAloud'
  >;
  readonly storage: Pick<Storage, 'switchShop'>;
  readonly texts: () => Texts;
  readonly upkeep: Pick<ReturnType<typeof composeUpkeep>, 'follow' | 'followSettings' | 'minute'> & {
    readonly pages: { readonly computer: { readonly view: () => ComputerView } };
  };
}): Listeners<AppEvents> {
  const { audit, clock, clockWatch, configuration, demo, health, ordersLight, outgoing, outlet, paper } =
    parts;
  const { shortcut, speech } = parts.hands;
  const { polling, presenter, publicAddress, setup, soundWatch, storage, texts, upkeep } = parts;
  const { broadcast } = presenter;
  return {
    'webhook-read': [setup.notice],
    'delivery-recorded': [audit.record],
    'slips-changed': [() => broadcast('paper:changed', null)],
    'deliveries-changed': [() => broadcast('deliveries:changed', null)],
    // What goes out comes last: nobody waits for it.
    'orders-committed': [presenter.publish, paper.look, outgoing.wake],
    'orders-replaced': [() => broadcast('orders:replaced', presenter.shown.listOrders())],
    'orders-found': [publicAddress.noteFound],
    'alerts-moved': [presenter.showAlerts],
    'alerts-changed': [ordersLight.showAlerts, shortcut.noteAlerts, speech.noteAlerts, outgoing.look],
    'alerts-released': [presenter.resume],
    'alerts-shown': [audit.noteShown],
    'tone-began': [speech.noteTone],
    'sound-tested': [soundWatch.noteTest, audit.noteSound],
    'health-changed': [upkeep.follow, presenter.showHealth],
    'store-reopened': [polling.wake, paper.look],
    'settings-changed': [
      presenter.textSize.follow,
      presenter.riders.follow,
      shortcut.follow,
      ({ view }) => ordersLight.follow(view.settings.shop.vendorId),
      ({ view }) => storage.switchShop(view.settings.shop),
      ({ view }) => publicAddress.follow(view),
      ({ view, closed }) => polling.follow(targetKeyOf(view), closed),
      ({ view }) => upkeep.followSettings(view),
      paper.follow,
      soundWatch.follow,
      outgoing.follow,
      outlet.follow,
      ({ view }) => broadcast('settings:changed', view),
      () => presenter.showTray(),
    ],
    'shop-left': [polling.leaveShop, () => health.note({ lastPollAt: null, lastWebhookAt: null })],
    'secret-late': [configuration.apply],
    'tunnel-changed': [(status) => broadcast('tunnel:changed', status)],
    'news-hinted': [polling.wake],
    // A person who asks by hand may be looking at the menu.
    'sync-asked': [() => presenter.showTray('now')],
    'sync-progress': [(progress) => broadcast('refresh:progress', progress)],
    'sync-ended': [presenter.showPoll, outgoing.notePoll],
    'clock-set': [clockWatch.look],
    'outgoing-changed': [() => broadcast('outgoing:changed', outgoing.pages.read())],
    'computer-changed': [() => broadcast('computer:changed', upkeep.pages.computer.view())],
    'demo-changed': [(state) => broadcast('demo:changed', state)],
    'refresh-chosen': [async () => presenter.notify(refreshWords(await polling.refresh(), texts()))],
    'sound-trial-chosen': [soundWatch.tryAloud],
    'demo-chosen': [demo.cross],
    suspended: [clock.asleep, polling.asleep],
    // The clock first: the others ask it how long the computer slept.
    resumed: [clock.awake, presenter.awake, polling.awake, publicAddress.wake, outlet.wake],
    'network-back': [polling.wake, publicAddress.wake, outgoing.follow, outlet.wake],
    // The menu says how long orders have waited.
    tick: [clockWatch.look, polling.tick, outgoing.look, configuration.recheck, () => presenter.showTray()],
    // The riders' window may have been given up: nobody opens it by hand. The sound last: it asks the system, which may be slow.
    minute: [
      presenter.riders.follow,
      publicAddress.minute,
      upkeep.minute,
      paper.look,
      outlet.look,
      shortcut.follow,
      soundWatch.look,
    ],
  };
}

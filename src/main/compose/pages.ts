import type { Texts } from '../../shared/texts/texts.ts';
import type { Config } from '../config.ts';
import type { HealthBoard } from '../core/health/board.ts';
import type { Audit } from '../core/history/audit.ts';
import { orderDetail } from '../core/orders/summary.ts';
import type { Configuration } from '../core/settings/configuration.ts';
import { registerHandlers, type IpcHandlers } from '../ipc/channel.ts';
import { NOT_IN_DEMO } from '../ipc/channels.ts';
import type { Log } from '../log.ts';
import { PAGE_ORIGIN, servePages } from '../shell/windows/window-security.ts';
import { createAbout } from '../shell/about.ts';
import type { composeDay } from './day.ts';
import type { composeDemo } from './demo.ts';
import type { composeHands } from './hands.ts';
import type { composeOutgoing } from './outgoing.ts';
import type { OutletWatch } from '../core/outlet/outlet-watch.ts';
import type { composePaper } from './paper.ts';
import type { composePolling } from './polling.ts';
import type { composePresenter } from './presenter.ts';
import type { composePublicAddress } from './address/public-address.ts';
import type { Storage } from './resilient-storage.ts';
import { composeSettingsTransfer } from './settings/settings-transfer.ts';
import type { composeSetup } from './settings/setup.ts';
import type { composeSoundWatch } from './sound-watch.ts';
import type { composeUpkeep } from './upkeep.ts';

/** Connects each channel to the part that answers it. */
export function composePages(deps: {
  readonly config: Pick<Config, 'demo' | 'pageServer'>;
  readonly appPath: string;
  readonly storage: Pick<Storage, 'settings' | 'now'>;
  readonly texts: () => Texts;
  readonly health: Pick<HealthBoard, 'read'>;
  readonly presenter: ReturnType<typeof composePresenter>;
  readonly audit: Audit;
  readonly configuration: Configuration;
  readonly hands: Pick<ReturnType<typeof composeHands>, 'shortcut' | 'staff' | 'voice'>;
  readonly outgoing: Pick<ReturnType<typeof composeOutgoing>, 'pages'>;
  readonly outlet: Pick<OutletWatch, 'ask' | 'set'>;
  readonly polling: Pick<ReturnType<typeof composePolling>, 'cancel' | 'refresh'>;
  readonly setup: ReturnType<typeof composeSetup>;
  readonly publicAddress: ReturnType<typeof composePublicAddress>;
  readonly paper: ReturnType<typeof composePaper>;
  readonly soundWatch: ReturnType<typeof composeSoundWatch>;
  readonly upkeep: ReturnType<typeof composeUpkeep>;
  readonly demo: ReturnType<typeof composeDemo>;
  readonly day: ReturnType<typeof composeDay>;
  readonly log: Log;
}): { readonly start: () => void; readonly stop: () => void } {
  const { appPath, config, storage, texts, log } = deps;
  const { presenter, configuration, audit, paper, polling, publicAddress, soundWatch, setup } = deps;
  const orders = presenter.shown;
  const { computer, diagnostics } = deps.upkeep.pages;
  const about = createAbout({ appPath });
  const transfer = composeSettingsTransfer({ settings: storage.settings.read, texts, now: storage.now, log });
  const demo = deps.demo.pages;
  const outgoing = deps.outgoing.pages;
  const { shortcut, staff, voice } = deps.hands;
  const handlers: IpcHandlers = {
    'app:info': deps.upkeep.info,
    'about:read': about.read,
    'about:open-chromium-licences': about.openChromiumLicences,
    'health:read': deps.health.read,
    'orders:list': orders.listOrders,
    'orders:packed': () => JSON.stringify(orders.listOrders()),
    'orders:waiting': () => orders.listWaiting(''),
    'orders:detail': ({ orderId }) => orderDetail(orders, orderId),
    'orders:search': ({ words, after }) => orders.ordersWithProduct(words, after),
    'orders:refresh': polling.refresh,
    'orders:cancel-refresh': polling.cancel,
    'orders:hand-over': ({ orderId, handedOver }) => presenter.handOver(orderId, handedOver),
    'unclaimed:seen': ({ orderIds }) => presenter.unclaimed.seen(orderIds),
    'unclaimed:silence': ({ orderId, silenced }) => presenter.unclaimed.silence(orderId, silenced),
    'unclaimed:silenced': presenter.unclaimed.silenced,
    'paper:print': ({ orderId, bags }) => paper.printOrder(orderId, bags),
    'paper:test': paper.printTest,
    'paper:state': ({ orderId }) => paper.stateOf(orderId),
    'paper:printers': paper.printers,
    'alerts:open': orders.openAlerts,
    'alerts:acknowledge': ({ alertIds }) => presenter.acknowledge(alertIds),
    'card:read': presenter.card.card,
    'card:undo': presenter.card.undo,
    'card:seen-all': ({ revision }) => presenter.card.seenAll(revision),
    'card:open-order': ({ orderId }) => presenter.card.openOrder(orderId),
    'deliveries:list': audit.page,
    'deliveries:reprocess': ({ orderId }) => audit.reprocess(orderId),
    'why:ask': audit.askWhy,
    'settings:read': configuration.view,
    'settings:save': ({ settings, isFromFile }) =>
      configuration.save(settings, isFromFile === true ? 'file' : 'typed'),
    'settings:export': transfer.exportSettings,
    'settings:import': transfer.importSettings,
    'secrets:save': ({ name, value }) => configuration.saveSecret(name, value),
    'secrets:forget': ({ name }) => configuration.forgetSecret(name),
    'webhook-secret:generate': configuration.generateWebhookSecret,
    'webhook-secret:copy': ({ form }) => configuration.copyWebhookSecret(form),
    'partner:check': setup.check,
    'text-size:change': ({ to }) => presenter.textSize.change(to),
    'setup:read': setup.pages.read,
    'setup:test': setup.pages.test,
    'setup:ask-single': setup.pages.askSingle,
    'setup:copy': ({ what }) => setup.pages.copy(what),
    'tunnel:status': publicAddress.pages.status,
    'tunnel:test': publicAddress.pages.test,
    'tunnel:restart': publicAddress.pages.restart,
    'tunnel:ssh-key': ({ replace }) => publicAddress.pages.sshKey(replace),
    'tunnel:accept-host-key': ({ fingerprint }) => publicAddress.pages.acceptHostKey(fingerprint),
    'sound:report': presenter.sound.report,
    'sound:test': soundWatch.test,
    'sound:preview': ({ tone, volume }) => soundWatch.preview(tone, volume),
    'mute:read': presenter.mute.state,
    'mute:set': ({ minutes }) => presenter.mute.set(minutes),
    'demo:read': demo.state,
    'demo:command': ({ command }) => demo.command(command),
    'demo:enter': demo.enter,
    'demo:leave': demo.leave,
    'computer:read': computer.view,
    'computer:set-login-item': ({ on }) => computer.setLoginItem(on),
    'computer:set': ({ name, on }) => computer.setSwitch(name, on),
    'update:check': computer.checkUpdate,
    'update:install': computer.installUpdate,
    'backup:save': computer.saveBackup,
    'backup:restore': computer.restoreBackup,
    'backup:confirm': computer.confirmRestore,
    'diagnostics:make': diagnostics.make,
    'diagnostics:save': ({ id }) => diagnostics.save(id),
    'outgoing:read': outgoing.read,
    'outgoing:test': ({ what }) => outgoing.test(what),
    'outgoing:resend': ({ target, id }) => outgoing.resend(target, id),
    'outgoing:dismiss': ({ letters }) => outgoing.dismiss(letters),
    'outgoing:choose-folder': outgoing.chooseFolder,
    'voice:set': ({ on }) => voice.set(on),
    'voice:try': ({ aloud }) => voice.tryOut(aloud),
    'voice:report': voice.report,
    'staff:list': ({ initials }) => staff.setList(initials),
    'staff:at-counter': ({ initials }) => staff.setAtCounter(initials),
    'shortcut:read': shortcut.view,
    'shortcut:set': ({ keys }) => shortcut.set(keys),
    'outlet:set': ({ on }) => deps.outlet.set(on),
    'outlet:ask': async () => {
      await deps.outlet.ask();
      return null;
    },
    'tour:is-offered': presenter.tour.isOffered,
    'tour:decline': presenter.tour.decline,
    'page:failed': ({ where, message }) => log.error('A page failed:', `${where}: ${message}`),
    'riders:set': ({ riders }) => presenter.riders.set(riders),
    'riders:leave': presenter.riders.leave,
    'day:read': ({ choice }) => deps.day.report(choice),
    'day:save': ({ choice, what }) => deps.day.save(choice, what),
    'window:open-counter': () => presenter.showWindow('counter'),
    'window:open-setup': () => presenter.showWindow('setup'),
    'window:open-settings': () => presenter.showWindow('settings'),
    'window:open-about': () => presenter.showWindow('about'),
    'window:open-deliveries': () => presenter.showWindow('deliveries'),
    'window:open-day': () => presenter.showWindow('day'),
    'window:open-diagnostics': () => presenter.showWindow('diagnostics'),
    'window:open-day-test': () => presenter.showWindow('day-test'),
    'window:open-tour': presenter.tour.open,
  };
  const closed = config.demo ? NOT_IN_DEMO : [];
  let stop = (): void => {};
  return {
    start: () => {
      servePages(appPath, config.pageServer);
      stop = registerHandlers({ handlers, pageOrigin: PAGE_ORIGIN, closed, log });
    },
    stop: () => stop(),
  };
}

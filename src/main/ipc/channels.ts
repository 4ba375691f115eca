import { z } from 'zod';
import { COMPUTER_SWITCHES } from '../../shared/computer.ts';
import { DAY_FILES } from '../../shared/orders/day.ts';
import { DEMO_COMMANDS } from '../../shared/demo.ts';
import type { IpcChannel, IpcContract, IpcEventName, IpcEvents } from '../../shared/ipc-contract.ts';
import { MAX_MUTE_MINUTES } from '../../shared/orders/alert.ts';
import { RIDERS_DIGITS } from '../../shared/settings/riders.ts';
import { done, list, nothing } from './schemas/common.ts';
import { appInfo, computerView } from './schemas/computer.ts';
import * as hands from './schemas/hands.ts';
import * as paper from './schemas/orders.ts';
import * as orders from './schemas/orders.ts';
import * as day from './schemas/day.ts';
import * as outgoing from './schemas/outgoing.ts';
import * as records from './schemas/records.ts';
import * as settings from './schemas/settings.ts';
import * as setup from './schemas/setup.ts';
import * as state from './schemas/state.ts';

const { orderId } = orders;
const asks = <T extends z.ZodType>(answer: T) => ({ arg: nothing, answer });
const tells = asks(done);

/** Requests from pages to main: one schema for each channel of the contract. */
export const CHANNELS = {
  'app:info': asks(appInfo),
  'about:read': asks(records.aboutInfo),
  'about:open-chromium-licences': asks(z.boolean()),
  'card:read': asks(orders.cardState),
  'card:undo': tells,
  'card:seen-all': { arg: z.object({ revision: z.int() }), answer: done },
  'card:open-order': { arg: z.object({ orderId }), answer: done },
  'health:read': asks(state.health),
  'orders:list': asks(list(orders.orderSummary)),
  'orders:packed': asks(z.string().startsWith('[').endsWith(']')),
  'orders:waiting': asks(list(orders.orderSummary)),
  'orders:detail': { arg: z.object({ orderId }), answer: orders.orderDetail.nullable() },
  'orders:search': { arg: orders.productSearch, answer: orders.productPage },
  'orders:refresh': asks(state.refreshOutcome),
  'orders:cancel-refresh': asks(z.boolean()),
  'orders:hand-over': { arg: z.object({ orderId, handedOver: z.boolean() }), answer: done },
  'unclaimed:seen': { arg: z.object({ orderIds: orders.orderIds }), answer: done },
  'unclaimed:silence': { arg: z.object({ orderId, silenced: z.boolean() }), answer: done },
  'unclaimed:silenced': asks(list(z.string())),
  'paper:print': { arg: z.object({ orderId, bags: paper.bags }), answer: paper.printOutcome },
  'paper:test': asks(paper.printOutcome),
  'paper:state': { arg: z.object({ orderId }), answer: paper.slipState },
  'paper:printers': asks(list(z.string())),
  'alerts:open': asks(list(orders.alert)),
  'alerts:acknowledge': { arg: z.object({ alertIds: orders.alertIds }), answer: list(orders.alert) },
  'deliveries:list': { arg: records.deliveryQuery, answer: records.deliveryPage },
  'deliveries:reprocess': { arg: z.object({ orderId }), answer: records.reprocessOutcome },
  'riders:set': {
    arg: z.object({ riders: z.object({ on: z.boolean(), digits: z.enum(RIDERS_DIGITS) }) }),
    answer: z.boolean(),
  },
  'riders:leave': tells,
  'outlet:set': { arg: z.object({ on: z.boolean() }), answer: z.boolean() },
  'outlet:ask': tells,
  'day:read': { arg: z.object({ choice: day.dayChoice }), answer: day.dayReport },
  'day:save': {
    arg: z.object({ choice: day.dayChoice, what: z.enum(DAY_FILES) }),
    answer: day.daySaved,
  },
  'why:ask': { arg: records.whyQuestion, answer: records.whyAnswer },
  'settings:read': asks(settings.settingsView),
  'settings:save': {
    arg: z.object({ settings: settings.settings, isFromFile: z.boolean().optional() }),
    answer: settings.saveOutcome,
  },
  'settings:export': asks(settings.exportOutcome),
  'settings:import': asks(settings.importOutcome),
  'secrets:save': {
    arg: z.object({ name: settings.secretName, value: z.string() }),
    answer: settings.saveOutcome,
  },
  'secrets:forget': { arg: z.object({ name: settings.secretName }), answer: settings.saveOutcome },
  'webhook-secret:generate': asks(settings.saveOutcome),
  'webhook-secret:copy': {
    arg: z.object({ form: z.enum(['plain', 'basic']) }),
    answer: settings.saveOutcome,
  },
  'partner:check': asks(state.partnerCheck),
  'text-size:change': { arg: z.object({ to: settings.textSizeChange }), answer: z.boolean() },
  'setup:read': asks(setup.setupView),
  'setup:test': asks(setup.setupTest),
  'setup:ask-single': asks(setup.singleAsk),
  'setup:copy': { arg: z.object({ what: z.enum(['webhook-url', 'ssh-key']) }), answer: z.boolean() },
  'tunnel:status': asks(state.tunnelStatus),
  'tunnel:test': asks(state.tunnelTest),
  'tunnel:restart': asks(state.tunnelStatus),
  'tunnel:ssh-key': { arg: z.object({ replace: z.boolean() }), answer: state.sshKeyAnswer },
  'tunnel:accept-host-key': {
    arg: z.object({ fingerprint: z.string().min(1).max(100) }),
    answer: settings.saveOutcome,
  },
  'sound:report': { arg: state.soundReport, answer: done },
  'sound:test': asks(state.soundCheck),
  'sound:preview': {
    arg: z.object({ tone: state.tone, volume: z.int().min(0).max(100) }),
    answer: state.soundCheck,
  },
  'mute:read': asks(state.muteState),
  'mute:set': {
    arg: z.object({ minutes: z.int().min(0).max(MAX_MUTE_MINUTES) }),
    answer: state.muteState,
  },
  'demo:read': asks(state.demoState.nullable()),
  'demo:command': { arg: z.object({ command: z.enum(DEMO_COMMANDS) }), answer: done },
  'demo:enter': tells,
  'demo:leave': tells,
  ...outgoing.CHANNELS,
  ...hands.CHANNELS,
  'computer:read': asks(computerView),
  'computer:set-login-item': { arg: z.object({ on: z.boolean() }), answer: computerView },
  'computer:set': {
    arg: z.object({ name: z.enum(COMPUTER_SWITCHES), on: z.boolean() }),
    answer: z.boolean(),
  },
  'update:check': tells,
  'update:install': tells,
  'backup:save': asks(settings.backupSaved),
  'backup:restore': asks(settings.backupRestored),
  'backup:confirm': asks(settings.backupRestored),
  'diagnostics:make': asks(records.diagnosticsReport),
  'diagnostics:save': { arg: z.object({ id: z.int().nonnegative() }), answer: records.diagnosticsSaved },
  'tour:is-offered': asks(z.boolean()),
  'tour:decline': tells,
  'page:failed': {
    arg: z.object({ where: z.string().max(100), message: z.string().max(500) }),
    answer: done,
  },
  'window:open-counter': tells,
  'window:open-setup': tells,
  'window:open-settings': tells,
  'window:open-about': tells,
  'window:open-deliveries': tells,
  'window:open-day': tells,
  'window:open-diagnostics': tells,
  'window:open-day-test': tells,
  'window:open-tour': tells,
} satisfies {
  readonly [C in IpcChannel]: {
    readonly arg: z.ZodType<IpcContract[C]['arg']>;
    readonly answer: z.ZodType<IpcContract[C]['answer']>;
  };
};

/** Events from main to the pages. */
export const EVENTS = {
  'orders:changed': list(orders.orderSummary),
  'orders:replaced': list(orders.orderSummary),
  'alerts:changed': list(orders.alert),
  'unclaimed:changed': list(z.string()),
  'card:changed': orders.cardState,
  'computer:changed': computerView,
  'health:changed': state.health,
  'mute:changed': state.muteState,
  'settings:changed': settings.settingsView,
  'shortcut:changed': hands.shortcutView,
  'refresh:progress': state.refreshProgress,
  'refresh:done': state.refreshOutcome,
  'orders:show': z.object({ orderId: z.string() }),
  'sound:play': state.soundOrder,
  'voice:say': hands.voiceOrder,
  'voice:hush': done,
  'demo:changed': state.demoState,
  'outgoing:changed': outgoing.outgoingView,
  'paper:changed': done,
  'deliveries:changed': done,
  'tunnel:changed': state.tunnelStatus,
} satisfies { readonly [E in IpcEventName]: z.ZodType<IpcEvents[E]> };

/**
 * Channels that a demonstration refuses. They could bring the shop's keys, orders or settings into it, take invented
 * ones out of it, or change how the shop's app runs on this computer. Its pages do not offer them either.
 */
export const NOT_IN_DEMO: readonly IpcChannel[] = [
  'backup:save',
  'backup:restore',
  'backup:confirm',
  'settings:export',
  'settings:import',
  'secrets:save',
  'secrets:forget',
  'webhook-secret:generate',
  'tunnel:ssh-key',
  'computer:set-login-item',
  'outgoing:test',
  'outgoing:resend',
  'outgoing:dismiss',
  'outgoing:choose-folder',
  'update:check',
  'update:install',
];

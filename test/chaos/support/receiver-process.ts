// The app's way from the open port to the alerts without Electron around it: receiver-process.ts <profile> <port>.
// Says JSON lines: {up}, {notice}, and {answer} to each line it is given, a Request.
import { createInterface } from 'node:readline';
import fs from 'node:fs';
import process from 'node:process';
import { openResilientStorage } from '../../../src/main/compose/resilient-storage.ts';
import { composeWebhook } from '../../../src/main/compose/webhook.ts';
import { createHealthBoard } from '../../../src/main/core/health/board.ts';
import { createRinger } from '../../../src/main/core/alerts/ringer.ts';
import { parseWebhook } from '../../../src/main/partner/wire/schemas.ts';
import { createEvents } from '../../../src/main/core/support/events.ts';
import type { AppEvents } from '../../../src/main/events.ts';
import { createShow, type Show } from '../../../src/main/core/alerts/show.ts';
import { timing } from '../../../src/main/timing.ts';
import { alertCode, type Alert } from '../../../src/shared/orders/alert.ts';
import type { SettingsView } from '../../../src/shared/ipc-contract.ts';
import { ok } from '../../../src/shared/result.ts';
import {
  DEFAULT_SETTINGS,
  SECRET_NAMES,
  type SecretStatuses,
} from '../../../src/shared/settings/settings.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { DEMO_VENDOR_ID } from '../../../src/simulator/orders/shops.ts';
import type { RawNotice } from './notice.ts';
import { SECRET, type Ringing } from './subject.ts';

export type Request =
  | { readonly id: number; readonly do: 'ringing' }
  | { readonly id: number; readonly do: 'acknowledge'; readonly alertIds: readonly string[] };
export type Saying =
  | { readonly kind: 'up' }
  | { readonly kind: 'notice'; readonly notice: RawNotice }
  | { readonly kind: 'answer'; readonly id: number; readonly ringing: Ringing };

const [profileDir = '', port = '0'] = process.argv.slice(2);
const { schedule } = timing;
const now = (): string => new Date().toISOString();
const texts = textsFor('es');
const settings = {
  ...DEFAULT_SETTINGS,
  receiver: { port: Number(port) },
  shop: { ...DEFAULT_SETTINGS.shop, vendorId: DEMO_VENDOR_ID },
};
const log = { info: () => undefined, warn: console.error, error: console.error };

const say = (saying: Saying): void => {
  // Synchronously: a buffer would be lost when this process is killed.
  fs.writeSync(1, `${JSON.stringify(saying)}\n`);
};
const notice = (title: string, body: string): void => say({ kind: 'notice', notice: { title, body } });

const health = createHealthBoard({ now, onChange: () => undefined });
const { emit, connect } = createEvents<AppEvents>({
  onError: (event, error) => log.error(event, error),
});
const kept = openResilientStorage({
  profileDir,
  keychainService: 'Mostrador',
  health,
  onSpelling: () => undefined,
  emit,
  now,
  isClockProven: () => true,
  log,
});
const { orders } = kept;

const ringer = createRinger({
  openAlerts: orders.openAlerts,
  settings: () => settings.alerts,
  monotonicMs: timing.monotonicMs,
  now,
  timeOfDay: () => ({ minuteOfDay: 12 * 60, msOfMinute: 0 }),
  schedule,
  onRing: () => undefined,
});
const show: Show = createShow({
  store: orders,
  toasts: {
    showAlert: (alert) => notice(titleOf(alert), ''),
    show: ({ title, body }) => notice(title, body),
    whenFree: (run) => run(),
    dismiss: () => undefined,
  },
  ringer,
  handOver: kept.handOver,
  facts: () => ({
    settings: settings.alerts,
    health: health.read(),
    refreshing: false,
    mutedUntil: null,
    demo: 'none',
    hasRiders: false,
    clock: (iso) => iso,
    isTimeKnown: true,
    texts,
  }),
  toCollect: () => [],
  schedule,
  paced: (run) => ({ ask: run, run, stop: () => undefined }),
  now,
  log,
  openCounter: () => undefined,
  onAlerts: () => undefined,
  onShown: () => undefined,
  onOrders: () => undefined,
  onTray: () => undefined,
  onTone: () => undefined,
  onSilenced: () => undefined,
  onCard: () => undefined,
});
const receiver = composeWebhook({
  secrets: { webhook: () => Promise.resolve(ok([SECRET])) },
  parse: (body) => parseWebhook(body, settings.shop),
  receive: kept.receive,
  isStoreDown: kept.isStoreDown,
  notStored: kept.notStored,
  publish: (changes) => show.publish({ changes }),
  record: kept.deliveries.add,
  answerNonce: () => null,
  now,
  health,
  log,
});

const ringing = (): Ringing => ({
  alertIds: orders.openAlerts().map(({ id }) => id),
  isSounding: ringer.ring() !== null,
});
const input = createInterface({ input: process.stdin });
input.on('line', (line) => {
  const request = JSON.parse(line) as Request;
  if (request.do === 'acknowledge') show.acknowledge(request.alertIds, 'counter');
  say({ kind: 'answer', id: request.id, ringing: ringing() });
});
// The test's process has ended.
input.on('close', () => {
  void kept.close().then(() => process.exit(0));
});

connect({ 'alerts-moved': [show.showAlerts] });
show.resume();
await receiver.follow(viewOf());
say({ kind: 'up' });

function titleOf(alert: Alert): string {
  const { kind } = alert;
  const code = alertCode(alert);
  if (kind === 'ready') return texts.alerts.readyTitle(code);
  return kind === 'cancelled' ? texts.alerts.cancelledTitle(code) : texts.alerts.cancelledAfterTitle(code);
}

function viewOf(): SettingsView {
  const present = { present: true, last4: null, savedAt: null };
  const secrets = Object.fromEntries(SECRET_NAMES.map((name) => [name, present])) as SecretStatuses;
  return { settings, secrets, configured: true, problems: [] };
}

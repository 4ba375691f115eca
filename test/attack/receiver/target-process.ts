// The real receiver before the real orders file, alone in its process: target-process.ts <profile>. Says {up} by message, then a
// TargetState at each message.
import fs from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { composeWebhook } from '../../../src/main/compose/webhook.ts';
import { openResilientStorage } from '../../../src/main/compose/resilient-storage.ts';
import { createTestTickets } from '../../../src/main/core/inbound/test-tickets.ts';
import { readWebhook } from '../../../src/main/core/inbound/webhook-body.ts';
import { createHealthBoard } from '../../../src/main/core/health/board.ts';
import { createEvents } from '../../../src/main/core/support/events.ts';
import type { AppEvents } from '../../../src/main/events.ts';
import { parseWebhook } from '../../../src/main/partner/wire/schemas.ts';
import type { SettingsView } from '../../../src/shared/ipc-contract.ts';
import { ok } from '../../../src/shared/result.ts';
import {
  DEFAULT_SETTINGS,
  SECRET_NAMES,
  type SecretStatuses,
} from '../../../src/shared/settings/settings.ts';
import { VENDOR_ID } from '../../bench/order-body.ts';
import { PREVIOUS, SECRET } from './secrets.ts';

export type TargetState = {
  /** After a collection, in MB. */
  readonly heapMb: number;
  /** Open files and sockets. */
  readonly files: number;
  /** Timers, sockets and requests that keep Node awake. */
  readonly resources: number;
  /** What it logged as an error, and what nobody caught. */
  readonly errors: readonly string[];
};

const MAX_ERRORS = 20;
/** Until connections that were just closed are gone. */
const SETTLE_MS = 150;

const [profileDir = '', port = '0'] = process.argv.slice(2);
const errors: string[] = [];
const note = (...what: readonly unknown[]): void => {
  if (errors.length < MAX_ERRORS) errors.push(what.map(textOf).join(' '));
};
process.on('unhandledRejection', (error) => note('Unhandled rejection:', error));
process.on('uncaughtException', (error) => note('Uncaught exception:', error));

const now = (): string => new Date().toISOString();
const log = { info: () => undefined, warn: note, error: note };
const health = createHealthBoard({ now, onChange: () => undefined });
const { emit } = createEvents<AppEvents>({ onError: note });
const tickets = createTestTickets({ newNonce: () => 'una prueba' });
const settings = {
  ...DEFAULT_SETTINGS,
  receiver: { port: Number(port) },
  shop: { ...DEFAULT_SETTINGS.shop, vendorId: VENDOR_ID },
};
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
const receiver = composeWebhook({
  secrets: { webhook: () => Promise.resolve(ok([SECRET, PREVIOUS])) },
  parse: (body) =>
    readWebhook(body, { readTest: tickets.read, readOne: (one) => parseWebhook(one, settings.shop) }),
  receive: kept.receive,
  isStoreDown: kept.isStoreDown,
  notStored: kept.notStored,
  publish: () => undefined,
  record: kept.deliveries.add,
  answerNonce: () => null,
  now,
  health,
  log,
});

process.on('message', () => {
  void state().then((said) => process.send?.(said));
});
// The attacker has ended.
process.on('disconnect', () => {
  void receiver
    .stop()
    .then(kept.close)
    .then(() => process.exit(0));
});

await receiver.follow(viewOf());
process.send?.({ up: true });

async function state(): Promise<TargetState> {
  await sleep(SETTLE_MS);
  globalThis.gc?.();
  globalThis.gc?.();
  return {
    heapMb: process.memoryUsage().heapUsed / 2 ** 20,
    files: fs.existsSync('/proc/self/fd') ? fs.readdirSync('/proc/self/fd').length : 0,
    resources: process.getActiveResourcesInfo().length,
    errors,
  };
}

function textOf(what: unknown): string {
  return what instanceof Error ? (what.stack ?? what.message) : String(what);
}

function viewOf(): SettingsView {
  const present = { present: true, last4: null, savedAt: null };
  const secrets = Object.fromEntries(SECRET_NAMES.map((name) => [name, present])) as SecretStatuses;
  return { settings, secrets, configured: true, problems: [] };
}

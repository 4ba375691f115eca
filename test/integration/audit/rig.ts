import { performance } from 'node:perf_hooks';
import { onTestFinished } from 'vitest';
import type { ClockFacts } from '../../../src/main/core/alerts/ring-plan.ts';
import { createAudit } from '../../../src/main/core/history/audit.ts';
import type { OrderChange } from '../../../src/main/core/orders/types.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { parseWebhook } from '../../../src/main/partner/wire/schemas.ts';
import { createDeliveryLog } from '../../../src/main/store/orders/delivery-log.ts';
import { createDeliveryPages } from '../../../src/main/store/orders/delivery-pages.ts';
import { createRecords } from '../../../src/main/store/orders/records.ts';
import { createWebhookServer } from '../../../src/main/webhook/server.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../../src/shared/settings/alert-settings.ts';
import type { HealthEntry } from '../../../src/shared/health/health.ts';
import { createFixedClock, NOON } from '../../fakes/fixed-clock.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { sampleOrder } from '../../unit/partner/sample-order.ts';

const SECRET = 'el secreto';
const VENDOR = '0412207';

/** The real receiver, parser, store and records, with a clock that the test moves. */
export async function startAuditRig() {
  const clock = createFixedClock();
  const opened = openTempStore(clock.now);
  const log = { error: () => undefined, warn: () => undefined };
  const deliveries = createDeliveryLog({ db: opened.db, log, schedule: () => undefined });
  const records = createRecords({ db: opened.db, flush: deliveries.flush });
  const receive = createIngest({ store: opened.store, now: clock.now });
  const shop = { vendorId: VENDOR, country: 'uy' } as const;
  const parse = (body: unknown) => parseWebhook(body, shop);
  const told: number[] = [];
  const scheduled: (() => void)[] = [];
  const facts: { sound: HealthEntry; clock: ClockFacts } = {
    sound: { state: 'ok', code: 'ok', since: NOON, detail: null },
    clock: { minuteOfDay: 720, msOfMinute: 0, mutedForMs: 0 },
  };
  const markShown = (ids: readonly string[]): void => {
    opened.store.markShown(ids, clock.now());
    audit.noteShown(ids);
  };
  const show = (changes: readonly OrderChange[]): void => {
    const raised = changes.flatMap((change) => change.raised);
    if (raised.length > 0) {
      markShown(raised.map(({ id }) => id));
    }
  };
  const audit = createAudit({
    store: opened.store,
    records,
    deliveries,
    deliveryPage: createDeliveryPages({ db: opened.db, flush: deliveries.flush, pageRows: 5 }),
    parse,
    receive,
    publish: show,
    settings: () => DEFAULT_ALERT_SETTINGS,
    clock: () => facts.clock,
    sound: () => facts.sound,
    now: clock.now,
    schedule: (run) => void scheduled.push(run),
    onDeliveries: () => told.push(told.length),
    log,
  });
  const server = createWebhookServer({
    port: 0,
    secrets: () => [SECRET],
    isReady: () => true,
    answerNonce: () => null,
    parse,
    receive: (order) => {
      const [outcome] = receive([order], 'webhook');
      if (outcome === undefined) return Promise.reject(new Error('no outcome'));
      if (outcome.kind === 'changed') show([outcome.change]);
      return Promise.resolve(outcome);
    },
    record: audit.record,
    now: clock.now,
    monotonicMs: () => performance.now(),
    log,
  });
  const started = await server.start();
  onTestFinished(async () => {
    await server.stop();
    opened.close();
  });
  if (!started.ok) throw new Error('The receiver did not start');
  const url = `http://127.0.0.1:${String(started.value.port)}/webhooks/orders`;

  const post = async (body: unknown, secret: string = SECRET): Promise<number> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: secret, 'content-type': 'application/json', 'user-agent': 'prueba/1' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return response.status;
  };
  /** An order's webhook; ids and codes as given. */
  const order = (id: string, code: string, changes: Readonly<Record<string, unknown>> = {}) =>
    sampleOrder({
      order_id: id,
      order_code: code,
      client: { store_id: VENDOR },
      sys: { created_at: clock.now(), updated_at: clock.now() },
      ...changes,
    });
  return { ...opened, clock, records, audit, receive, parse, markShown, post, order, facts, told, scheduled };
}

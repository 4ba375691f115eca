import process from 'node:process';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createSyncRun } from '../../../src/main/core/sync/run.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { isStoreDown } from '../../../src/main/store/database/store-error.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { openClient, openOddServer } from '../partner/rig.ts';

const now = (): string => new Date().toISOString();

test('900,000 orders in one answer do not stop the process, and the answer is said to be too long', async () => {
  const orders = Array.from(
    { length: 900_000 },
    (_, index) => `{"order_id":"o-${String(index)}","status":"PICKED_UP"}`,
  );
  const body = Buffer.from(`{"total_pages":1,"orders":[${orders.join(',')}]}`);
  const { baseUrl } = await openOddServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  const { store, close } = openTempStore(now);
  onTestFinished(close);
  const syncRun = createSyncRun({
    partner: openClient({ baseUrl }).client,
    receive: createIngest({ store, now }),
    store,
    now,
    monotonicMs: () => performance.now(),
    sleep: (ms) => sleep(ms),
    breathe: () => turn(),
    isStoreDown,
    random: () => 0,
    onProgress: () => undefined,
    publish: () => undefined,
    onRefused: () => undefined,
  });
  let longestMs = 0;
  let last = process.cpuUsage();
  // Time of the processor: on a busy computer this process also waits for its turn, which is no work of its own.
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(last);
    longestMs = Math.max(longestMs, (user + system) / 1_000);
    last = process.cpuUsage();
  }, 5);
  const outcome = await syncRun.run('catch-up');
  clearInterval(timer);
  expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-response' } });
  expect(store.countOrders()).toBe(20_000);
  // It was 52 s, and is a tenth of a second on a quiet computer.
  expect(longestMs).toBeLessThan(1_000);
}, 120_000);

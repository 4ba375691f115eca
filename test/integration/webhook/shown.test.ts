import { expect, onTestFinished, test } from 'vitest';
import { composeWebhook } from '../../../src/main/compose/webhook.ts';
import { createRinger } from '../../../src/main/core/alerts/ringer.ts';
import { createShow, type Show } from '../../../src/main/core/alerts/show.ts';
import { createHealthBoard } from '../../../src/main/core/health/board.ts';
import { createHandOver } from '../../../src/main/core/orders/hand-over.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { createAmountsToCollect } from '../../../src/main/core/orders/summary.ts';
import { createPaces } from '../../../src/main/core/support/pace.ts';
import { timing } from '../../../src/main/timing.ts';
import { DEFAULT_ALERT_SETTINGS } from '../../../src/shared/settings/alert-settings.ts';
import { ok } from '../../../src/shared/result.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { noSecrets } from '../../fakes/no-secrets.ts';
import { SAMPLE_SETTINGS } from '../../fakes/sample-settings.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';
import { freePort } from '../../services/free-port.ts';
import { orderText, post, SECRET } from './rig.ts';

/** The way of an order from the open port to everything that people see, at the app's own pace; counts what it costs. */
async function openShop() {
  const { now } = createFixedClock();
  const temp = openTempStore(now);
  onTestFinished(temp.close);
  const counts = { openAlerts: 0, listWaiting: 0, trays: 0, cards: 0, toasts: 0, alerts: 0 };
  const store = {
    ...temp.store,
    openAlerts: () => {
      counts.openAlerts += 1;
      return temp.store.openAlerts();
    },
    listWaiting: (since: string) => {
      counts.listWaiting += 1;
      return temp.store.listWaiting(since);
    },
  };
  const shown: string[] = [];
  let due = 0;
  const schedule = (run: () => void, ms: number): (() => void) => {
    due += 1;
    let isOver = false;
    const end = (): void => {
      if (!isOver) due -= 1;
      isOver = true;
    };
    const cancel = timing.schedule(() => {
      end();
      run();
    }, ms);
    return () => {
      end();
      cancel();
    };
  };
  const looks = createPaces({ restMs: 50, monotonicMs: timing.monotonicMs, schedule });
  const health = createHealthBoard({ now, onChange: () => show.look('soon') });
  const settings = (): typeof DEFAULT_ALERT_SETTINGS => DEFAULT_ALERT_SETTINGS;
  const ringer = createRinger({
    openAlerts: store.openAlerts,
    settings,
    monotonicMs: timing.monotonicMs,
    now,
    timeOfDay: () => ({ minuteOfDay: 12 * 60, msOfMinute: 0 }),
    schedule: timing.schedule,
    onRing: () => show.look('soon'),
  });
  const show: Show = createShow({
    store,
    toasts: {
      showAlert: () => {
        shown.push('toast');
        counts.toasts += 1;
      },
      show: () => (counts.toasts += 1),
      whenFree: (run) => run(),
      dismiss: () => undefined,
    },
    ringer,
    handOver: createHandOver({ store, now }),
    facts: () => ({
      settings: settings(),
      health: health.read(),
      refreshing: false,
      mutedUntil: null,
      demo: 'none',
      hasRiders: false,
      clock: (iso) => iso,
      isTimeKnown: true,
      texts: textsFor('es'),
    }),
    toCollect: createAmountsToCollect(store, () => ({ language: 'es', shop: { country: 'uy' } })),
    now,
    schedule,
    paced: looks.paced,
    log: { error: () => undefined },
    openCounter: () => undefined,
    onTone: () => undefined,
    onSilenced: () => undefined,
    onCard: () => {
      shown.push('card');
      counts.cards += 1;
    },
    onTray: () => (counts.trays += 1),
    onShown: () => undefined,
    onOrders: () => shown.push('rows'),
    onAlerts: () => (counts.alerts += 1),
  });
  const port = await freePort();
  const receive = createIngest({ store, now });
  const webhook = composeWebhook({
    secrets: { webhook: () => Promise.resolve(ok([SECRET])) },
    parse: (body) => {
      const id = (body as { readonly order_id: string }).order_id;
      return { kind: 'order', order: news({ id, code: id.slice(0, 4) }) };
    },
    receive,
    isStoreDown: () => false,
    notStored: () => null,
    publish: (changes) => show.publish({ changes }),
    record: () => undefined,
    answerNonce: () => null,
    now,
    health,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  onTestFinished(async () => {
    await webhook.stop();
    looks.stop();
    ringer.stop();
    show.stop();
  });
  await webhook.follow({
    settings: { ...SAMPLE_SETTINGS, receiver: { port } },
    secrets: { ...noSecrets(), 'webhook-secret': { present: true, last4: null, savedAt: null } },
    configured: true,
    problems: [],
  });
  const quiet = async (): Promise<void> => {
    await expect.poll(() => due, { timeout: 5_000 }).toBe(0);
  };
  await quiet();
  Object.assign(counts, { openAlerts: 0, listWaiting: 0, trays: 0, cards: 0, toasts: 0, alerts: 0 });
  return {
    counts,
    shown,
    quiet,
    send: async (): Promise<number> =>
      (await post(`http://127.0.0.1:${String(port)}/webhooks/orders`, orderText())).status,
  };
}

test('for one order what is open is read twice, what waits once, and tray and card are drawn once', async () => {
  const { counts, send, quiet } = await openShop();
  expect(await send()).toBe(200);
  await expect.poll(() => counts.toasts).toBe(1);
  await quiet();
  expect(counts).toEqual({ openAlerts: 2, listWaiting: 1, trays: 1, cards: 1, toasts: 1, alerts: 1 });
});

test('what the app itself shows comes before the toast, which waits for the desktop', async () => {
  const { shown, send, counts } = await openShop();
  shown.length = 0;
  expect(await send()).toBe(200);
  await expect.poll(() => counts.toasts).toBe(1);
  expect(shown).toEqual(['card', 'rows', 'toast']);
});

test('many orders are shown together: no more often than every 50 milliseconds', async () => {
  const { counts, send, quiet } = await openShop();
  const beganMs = performance.now();
  for (let round = 0; round < 10; round += 1) await Promise.all(Array.from({ length: 20 }, send));
  await quiet();
  const most = Math.ceil((performance.now() - beganMs) / 50) + 1;
  expect(counts.trays).toBeLessThanOrEqual(most);
  expect(counts.cards).toBeLessThanOrEqual(counts.trays);
  expect(counts.listWaiting).toBe(counts.trays);
});

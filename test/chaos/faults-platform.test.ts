import { describe, expect, test } from 'vitest';
import type { SimOrder } from '../../src/simulator/order-model.ts';
import type { Simulator } from '../../src/simulator/contract.ts';
import type { SwitchChanges } from '../../src/simulator/switches.ts';
import { openBothRoads } from '../integration/core/both-roads.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR_MS = 60 * MINUTE;
/** More than two pages of them. */
const PAST_ORDERS = 12;

/** What happens in a busy minute; answers the orders, and the alerts that have to be raised, each once. */
function busyMinute({ orders }: Simulator): {
  readonly all: readonly SimOrder[];
  readonly alerts: readonly string[];
} {
  const ready = [0, 1, 2, 3].map(() => orders.ready(orders.create().id));
  const cancelled = orders.cancel(orders.create().id, { reason: 'CLOSED' });
  const both = orders.create();
  orders.ready(both.id);
  orders.cancel(both.id, { reason: 'ITEM_UNAVAILABLE' });
  const gone = orders.create();
  orders.ready(gone.id);
  orders.pickUp(gone.id);
  return {
    all: [...ready, cancelled, both, gone],
    alerts: [
      ...ready.map(({ code }) => `ready ${code}`),
      `cancelled ${cancelled.code}`,
      `cancelled ${both.code}`,
    ],
  };
}

/** What was raised of what had to be: the ready alert of an order that ended before anybody was told may be there too. */
function raisedOf(raised: readonly string[], alerts: readonly string[]): readonly string[] {
  return raised.filter((one) => alerts.includes(one)).toSorted();
}

const API_FAULTS = {
  'too many requests (429)': 'rate-limited',
  'a server error (500)': 'server-error',
  'a gateway that fails (502)': 'bad-gateway',
  'answers slower than the time limit': 'slow',
  garbage: 'garbage',
  'an empty 404': 'empty-404',
  'the same page again and again': 'repeat-page',
  'connections that are cut': 'close',
  'a token that is refused': 'unauthorized',
  'access that is denied': 'forbidden',
} as const;

describe('with every webhook lost, polls bring all of it, each alert once, in spite of', () => {
  test.for(Object.entries(API_FAULTS))('%s', async ([, kind]) => {
    const road = await openBothRoads({ switches: { webhookDrop: 'all' } });
    road.simulator.seed(PAST_ORDERS, { days: 1 });
    road.polling.follow('shop');
    await road.until(() => road.outcomes.some(({ ok }) => ok), MINUTE);
    await road.pass(2 * MINUTE);
    road.simulator.faults.add({ kind, times: 5, delayMs: 600 });
    const { all, alerts } = busyMinute(road.simulator);
    await road.until(() => all.every(road.isKnown), HOUR_MS);
    expect(road.simulator.faults.list()).toEqual([]);
    await road.pass(5 * MINUTE);
    expect(raisedOf(road.raised(), alerts)).toEqual(alerts.toSorted());
    expect(new Set(road.raised()).size).toBe(road.raised().length);
    expect(road.store.openAlerts().filter(({ kind: one }) => one !== 'connection')).toHaveLength(
      alerts.length,
    );
    expect(road.health.read().partner.state).toBe('ok');
    expect(road.outages.flatMap(({ raised }) => raised).length).toBeLessThanOrEqual(1);
  });
});

const WEBHOOK_SWITCHES: Readonly<Record<string, SwitchChanges>> = {
  'sent three times': { webhookCopies: 3 },
  'sent out of order': { webhookReorder: true },
  'sent late': { webhookDelayMs: 300 },
  'sent late, twice and out of order': { webhookDelayMs: 100, webhookCopies: 2, webhookReorder: true },
  'lost every second time': { webhookDrop: 'every-second' },
  'sent with a wrong secret': { webhookSecret: 'wrong', webhookMaxTries: 1 },
};

describe('polls and webhooks together raise each alert once when webhooks are', () => {
  test.for(Object.entries(WEBHOOK_SWITCHES))('%s', async ([, switches]) => {
    const road = await openBothRoads({ switches: { webhookPausesMs: [10], ...switches } });
    road.polling.follow('shop');
    await road.until(() => road.outcomes.some(({ ok }) => ok), MINUTE);
    const { all, alerts } = busyMinute(road.simulator);
    road.simulator.webhooks.release();
    // Both at once: the next poll does not wait for the webhooks.
    await Promise.all([
      road.simulator.webhooks.idle(),
      road.until(() => all.every(road.isKnown), 2 * MINUTE),
    ]);
    expect(raisedOf(road.raised(), alerts)).toEqual(alerts.toSorted());
    await road.pass(2 * MINUTE);
    expect(new Set(road.raised()).size).toBe(road.raised().length);
    expect(road.store.openAlerts()).toHaveLength(alerts.length);
    expect(all.every(road.isKnown)).toBe(true);
  });
});

describe('a clock that is a day wrong from the start', () => {
  test.for([24, -24])(
    '%i hours: nothing is lost, nothing rings twice, also after it is set right',
    async (hours) => {
      const road = await openBothRoads({ now: () => trueMs(), switches: { webhookDrop: 'every-second' } });
      const startMs = Date.parse(road.time.now());
      const trueMs = (): number => startMs + road.time.monotonicMs();
      road.time.jump(hours * HOUR_MS);
      road.polling.follow('shop');
      await road.until(() => road.outcomes.some(({ ok }) => ok), MINUTE);
      const first = busyMinute(road.simulator);
      await road.until(() => first.all.every(road.isKnown), 3 * MINUTE);
      road.time.jump(-hours * HOUR_MS);
      const second = busyMinute(road.simulator);
      await road.until(() => second.all.every(road.isKnown), 3 * MINUTE);
      await road.pass(5 * MINUTE);
      const alerts = [...first.alerts, ...second.alerts];
      expect(raisedOf(road.raised(), alerts)).toEqual(alerts.toSorted());
      expect(new Set(road.raised()).size).toBe(road.raised().length);
      expect(road.store.openAlerts()).toHaveLength(alerts.length);
    },
  );
});

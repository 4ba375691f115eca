import { describe, expect, test } from 'vitest';
import type { SimOrder } from '../../src/simulator/orders/order-model.ts';
import type { Simulator } from '../../src/simulator/contract.ts';
import type { SwitchChanges } from '../../src/simulator/api/switches.ts';
import { openBothSources } from '../integration/core/both-sources.ts';

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
    const rig = await openBothSources({ switches: { webhookDrop: 'all' } });
    rig.simulator.seed(PAST_ORDERS, { days: 1 });
    rig.polling.follow('shop');
    await rig.until(() => rig.outcomes.some(({ ok }) => ok), MINUTE);
    await rig.pass(2 * MINUTE);
    rig.simulator.faults.add({ kind, times: 5, delayMs: 600 });
    const { all, alerts } = busyMinute(rig.simulator);
    await rig.until(() => all.every(rig.isKnown), HOUR_MS);
    expect(rig.simulator.faults.list()).toEqual([]);
    await rig.pass(5 * MINUTE);
    expect(raisedOf(rig.raised(), alerts)).toEqual(alerts.toSorted());
    expect(new Set(rig.raised()).size).toBe(rig.raised().length);
    expect(rig.store.openAlerts().filter(({ kind: one }) => one !== 'connection')).toHaveLength(
      alerts.length,
    );
    expect(rig.health.read().partner.state).toBe('ok');
    expect(rig.outages.flatMap(({ raised }) => raised).length).toBeLessThanOrEqual(1);
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
    const rig = await openBothSources({ switches: { webhookPausesMs: [10], ...switches } });
    rig.polling.follow('shop');
    await rig.until(() => rig.outcomes.some(({ ok }) => ok), MINUTE);
    const { all, alerts } = busyMinute(rig.simulator);
    rig.simulator.webhooks.release();
    // Both at once: the next poll does not wait for the webhooks.
    await Promise.all([rig.simulator.webhooks.idle(), rig.until(() => all.every(rig.isKnown), 2 * MINUTE)]);
    expect(raisedOf(rig.raised(), alerts)).toEqual(alerts.toSorted());
    await rig.pass(2 * MINUTE);
    expect(new Set(rig.raised()).size).toBe(rig.raised().length);
    expect(rig.store.openAlerts()).toHaveLength(alerts.length);
    expect(all.every(rig.isKnown)).toBe(true);
  });
});

describe('a clock that is a day wrong from the start', () => {
  test.for([24, -24])(
    '%i hours: nothing is lost, nothing rings twice, also after it is set right',
    async (hours) => {
      const rig = await openBothSources({ now: () => trueMs(), switches: { webhookDrop: 'every-second' } });
      const startMs = Date.parse(rig.time.now());
      const trueMs = (): number => startMs + rig.time.monotonicMs();
      rig.time.jump(hours * HOUR_MS);
      rig.polling.follow('shop');
      await rig.until(() => rig.outcomes.some(({ ok }) => ok), MINUTE);
      const first = busyMinute(rig.simulator);
      await rig.until(() => first.all.every(rig.isKnown), 3 * MINUTE);
      rig.time.jump(-hours * HOUR_MS);
      const second = busyMinute(rig.simulator);
      await rig.until(() => second.all.every(rig.isKnown), 3 * MINUTE);
      await rig.pass(5 * MINUTE);
      const alerts = [...first.alerts, ...second.alerts];
      expect(raisedOf(rig.raised(), alerts)).toEqual(alerts.toSorted());
      expect(new Set(rig.raised()).size).toBe(rig.raised().length);
      expect(rig.store.openAlerts()).toHaveLength(alerts.length);
    },
  );
});

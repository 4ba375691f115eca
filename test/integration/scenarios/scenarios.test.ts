import { describe, expect, test } from 'vitest';
import { SCENARIOS } from '../../../src/simulator/scenarios/run-scenario.ts';
import type { ScenarioName, ScenarioOutcome } from '../../../src/simulator/scenarios/scenario.ts';
import { openBothSources } from '../core/both-sources.ts';
import { expectKept } from './expect-kept.ts';

const MINUTE = 60_000;
/** A page of 500 orders is a lot to read on a busy computer. */
const CLIENT = { pageSize: 500, timeoutMs: 20_000 };
/** By webhook these ring as ready before they are cancelled; a poll that asks afterwards sees their end only. */
const READY_AT_FIRST: readonly ScenarioName[] = ['T7', 'T8'];

const NAMED = SCENARIOS.map(({ name, title }) => [name, title.en] as const);

/** The app as it is after its first reading, which is silent: what a scenario does is news. */
async function openAtWork(hasWebhook: boolean) {
  const rig = await openBothSources({}, CLIENT);
  if (!hasWebhook) rig.simulator.setWebhook(null);
  const read = async (): Promise<void> => {
    const before = rig.outcomes.length;
    await rig.until(() => rig.outcomes.length > before, 2 * MINUTE);
    expect(rig.outcomes.at(-1)).toMatchObject({ ok: true });
  };
  rig.polling.follow('shop');
  await read();
  return { ...rig, read };
}

/** Every alert that has to be raised, as often as it has to be: kind and code. */
function alertsOf({ name, orders }: ScenarioOutcome, hasWebhook: boolean): readonly string[] {
  return orders
    .flatMap(({ code, alerts }) => {
      const before = hasWebhook && READY_AT_FIRST.includes(name) ? ['ready'] : [];
      return [...before, ...alerts].map((kind) => `${kind} ${code}`);
    })
    .toSorted();
}

describe('told by webhooks and found by polls', () => {
  test.for(NAMED)('%s %s: kept, answered and rung as it has to be', async ([name]) => {
    const rig = await openAtWork(true);
    const { simulator, store } = rig;
    const outcome = await simulator.runScenario(name);
    expect(outcome.orders.length).toBeGreaterThan(0);
    expect(simulator.outcomes()).toEqual([outcome]);

    for (const { delivery: number, orderId, state, status, tries } of outcome.deliveries) {
      const delivery = simulator.webhooks.log.find((one) => one.number === number);
      expect(delivery).toMatchObject({ orderId, state });
      expect(delivery?.tries).toHaveLength(tries);
      expect(delivery?.tries.at(-1)?.status ?? null).toBe(status);
    }
    expect(outcome.deliveries).toHaveLength(simulator.webhooks.log.length);
    // Before anybody has asked, the webhooks alone have told what they can.
    for (const expected of outcome.orders) {
      if (expected.known === 'webhook') expectKept(store, expected);
      else expect(store.findOrder(expected.orderId)).toBeNull();
    }

    await rig.read();
    expectAll(store, outcome);
    expect(rig.raised().toSorted()).toEqual(alertsOf(outcome, true));
    // Found again and again, it never rings again.
    await rig.pass(5 * MINUTE);
    expectAll(store, outcome);
    expect(rig.raised().toSorted()).toEqual(alertsOf(outcome, true));
  });
});

describe('found by polls alone, with no webhook set', () => {
  test.for(NAMED)('%s %s: kept and rung as it has to be', async ([name]) => {
    const rig = await openAtWork(false);
    const outcome = await rig.simulator.runScenario(name);
    expect(outcome.orders.filter(({ known }) => known === 'webhook')).toEqual([]);
    expect(outcome.deliveries.filter(({ state }) => state === 'delivered')).toEqual([]);
    await rig.read();
    await rig.read();
    expectAll(rig.store, outcome);
    expect(rig.raised().toSorted()).toEqual(alertsOf(outcome, false));
  });
});

function expectAll(store: Parameters<typeof expectKept>[0], { orders }: ScenarioOutcome): void {
  for (const expected of orders) {
    if (expected.known === 'never') expect(store.findOrder(expected.orderId)).toBeNull();
    else expectKept(store, expected);
  }
}

import { afterEach, expect, test } from 'vitest';
import { SCENARIOS } from '../../../src/simulator/scenarios/run-scenario.ts';
import { SCENARIO_NAMES } from '../../../src/simulator/scenarios/scenario.ts';
import { lastDay, LIST, parse, startReceiver, startSimulator } from './rig.ts';
import type { ScenarioName } from '../../../src/simulator/scenarios/scenario.ts';
import type { Received } from './rig.ts';

const SECRET = 'el secreto';
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** A receiver as it should be: 401 without the secret, else 200. */
async function start() {
  const receiver = await startReceiver((_nth, { authorization }) => (authorization === SECRET ? 200 : 401));
  closers.push(receiver.stop);
  const rig = await startSimulator({
    webhook: { url: receiver.url, secret: SECRET },
    switches: { webhookPausesMs: [0] },
  });
  closers.push(rig.simulator.stop);
  return { ...rig, receiver };
}

type Json = { order_id: string; status: string };
const bodies = (received: readonly Received[]): Json[] => received.map((one) => JSON.parse(one.body) as Json);

test('there are 22 scenarios in their order, with a title and a story in both languages', () => {
  expect(SCENARIOS.map((scenario) => scenario.name)).toEqual(SCENARIO_NAMES);
  expect(SCENARIO_NAMES).toEqual(Array.from({ length: 22 }, (_, index) => `T${index + 1}`));
  for (const { title, story } of SCENARIOS) {
    for (const text of [title.es, title.en, story.es, story.en]) expect(text.length).toBeGreaterThan(8);
    expect(title.es).not.toBe(title.en);
  }
});

test.each<[ScenarioName, readonly string[]]>([
  ['T1', ['IN_CART', 'IN_CART', 'IN_CART']],
  ['T3', ['IN_CART', 'NOT_FOUND', 'IN_CART']],
  ['T5', ['IN_CART', 'IN_CART', 'REPLACED', 'ADDITION']],
])('%s leaves the lines %j', async (name, lines) => {
  const { simulator } = await start();
  const outcome = await simulator.runScenario(name);
  expect(outcome.orders[0]?.lines.map((line) => line.status)).toEqual(lines);
});

test('T2 and T4 leave the amounts that were picked', async () => {
  const { simulator } = await start();
  const two = await simulator.runScenario('T2');
  expect(two.orders[0]?.lines[0]).toMatchObject({ sku: 'LECHE-ENT-1L', pieces: 2 });
  const four = await simulator.runScenario('T4');
  expect(four.orders[0]?.lines.map((line) => line.grams)).toEqual([535, 870]);
});

test('T7 and T8 ring differently', async () => {
  const { simulator, receiver } = await start();
  const [seven, eight] = [await simulator.runScenario('T7'), await simulator.runScenario('T8')];
  expect([seven.orders[0]?.alerts, eight.orders[0]?.alerts]).toEqual([
    ['cancelled'],
    ['cancelled-after-handover'],
  ]);
  expect(bodies(receiver.received).map((order) => order.status)).toEqual([
    'READY_FOR_PICKUP',
    'CANCELLED',
    'READY_FOR_PICKUP',
    'CANCELLED',
  ]);
});

test('T9 sends the same bytes twice, T10 the cancellation first, T21 again after no answer was heard', async () => {
  const { simulator, receiver } = await start();
  await simulator.runScenario('T9');
  expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
  receiver.received.length = 0;
  await simulator.runScenario('T10');
  expect(bodies(receiver.received).map((order) => order.status)).toEqual(['CANCELLED', 'READY_FOR_PICKUP']);
  receiver.received.length = 0;
  await simulator.runScenario('T21');
  expect(receiver.received).toHaveLength(2);
  expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
});

test('T15 and T16 refuse once and then let the client in', async () => {
  const { simulator, get } = await start();
  await simulator.runScenario('T15');
  expect([(await get(`${LIST}?${lastDay()}`)).status, (await get(`${LIST}?${lastDay()}`)).status]).toEqual([
    401, 200,
  ]);
  await simulator.runScenario('T16');
  const refused = await get(`${LIST}?${lastDay()}`);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
  expect((await get(`${LIST}?${lastDay()}`)).status).toBe(200);
});

test('T18 puts an order that waits on the last page even when 500 are asked for', async () => {
  const { simulator, get } = await start();
  const outcome = await simulator.runScenario('T18');
  const read = parse((await get(`${LIST}?${lastDay()}&page_size=500`)).text);
  expect(read['total_pages']).toBe(2);
  const first = (read['orders'] as Json[]).map((order) => order.order_id);
  expect(outcome.orders.map((order) => first.includes(order.orderId))).toEqual([false, true]);
});

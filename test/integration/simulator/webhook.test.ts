import { afterEach, expect, test } from 'vitest';
import { parse, startReceiver, startSimulator } from './rig.ts';
import type { SwitchChanges } from '../../../src/simulator/api/switches.ts';

const SECRET = 'Basic cGFydG5lcjpzZcOxYXM= con espacios y ñ';
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function start(
  answer: (nth: number) => number | null | 'never' = () => 200,
  switches: SwitchChanges = {},
) {
  const receiver = await startReceiver(answer);
  closers.push(receiver.stop);
  const { simulator } = await startSimulator({
    webhook: { url: receiver.url, secret: SECRET },
    switches: { webhookPausesMs: [0], ...switches },
  });
  closers.push(simulator.stop);
  const statuses = () => receiver.received.map((request) => parse(request.body)['status']);
  return { simulator, receiver, statuses };
}

test('the order is posted as JSON with the secret verbatim', async () => {
  const { simulator, receiver } = await start();
  const { id } = simulator.orders.create({ comment: 'Ñandú 🧉' });
  simulator.orders.ready(id);
  await simulator.webhooks.idle();
  expect(receiver.received).toHaveLength(1);
  expect(receiver.received[0]).toMatchObject({
    method: 'POST',
    authorization: SECRET,
    type: 'application/json',
  });
  expect(parse(receiver.received[0]?.body ?? '')).toEqual(simulator.jsonOf(id));
  expect(simulator.jsonOf(id)).toMatchObject({ comment: 'Ñandú 🧉', status: 'READY_FOR_PICKUP' });
});

test('Pelican announces that an order is ready or cancelled and nothing else', async () => {
  const { simulator, statuses } = await start();
  const done = simulator.orders.create();
  simulator.orders.ready(done.id);
  simulator.orders.pickUp(done.id);
  simulator.orders.deliver(done.id);
  await simulator.webhooks.idle();
  const gone = simulator.orders.create();
  simulator.orders.cancel(gone.id);
  await simulator.webhooks.idle();
  expect(statuses()).toEqual(['READY_FOR_PICKUP', 'CANCELLED']);
});

test('other statuses are announced when so switched', async () => {
  const { simulator, statuses } = await start(undefined, { webhookSendsReceived: true });
  const { id } = simulator.orders.create();
  simulator.orders.ready(id);
  simulator.orders.pickUp(id);
  await simulator.webhooks.idle();
  expect(statuses()).toEqual(['RECEIVED', 'READY_FOR_PICKUP']);
  simulator.switches.set({ webhookSendsAll: true });
  simulator.orders.deliver(id);
  await simulator.webhooks.idle();
  expect(statuses()).toEqual(['RECEIVED', 'READY_FOR_PICKUP', 'DELIVERED']);
});

test('an answer that is not 2xx is tried again, five times in all, then never more', async () => {
  const { simulator, receiver } = await start(() => 500);
  simulator.orders.ready(simulator.orders.create().id);
  await simulator.webhooks.idle();
  expect(receiver.received).toHaveLength(5);
  expect(new Set(receiver.received.map((request) => request.body)).size).toBe(1);
  expect(simulator.webhooks.log.at(-1)).toMatchObject({ state: 'failed' });
});

test('tries end with the first 2xx, and the log tells each with its milliseconds', async () => {
  const { simulator } = await start((nth) => (nth < 3 ? 503 : 204));
  simulator.orders.ready(simulator.orders.create().id);
  await simulator.webhooks.idle();
  const [delivery] = simulator.webhooks.log;
  expect(delivery?.state).toBe('delivered');
  expect(delivery?.tries.map((one) => one.status)).toEqual([503, 503, 204]);
  for (const one of delivery?.tries ?? []) {
    expect(one.ms).toBeGreaterThan(0);
    expect(one.answeredAt - one.sentAt).toBeCloseTo(one.ms, 3);
    expect(Math.abs(one.sentAt - Date.now())).toBeLessThan(60_000);
  }
});

test('a 4xx is tried again unless switched off', async () => {
  const { simulator, receiver } = await start(() => 400);
  simulator.orders.ready(simulator.orders.create().id);
  await simulator.webhooks.idle();
  expect(receiver.received).toHaveLength(5);
  simulator.switches.set({ webhookRetries4xx: false });
  simulator.orders.ready(simulator.orders.create().id);
  await simulator.webhooks.idle();
  expect(receiver.received).toHaveLength(6);
});

test('a receiver that says nothing is given up on in time and tried again', async () => {
  const { simulator, receiver } = await start((nth) => (nth === 1 ? 'never' : 200), {
    webhookTimeoutMs: 100,
  });
  simulator.orders.ready(simulator.orders.create().id);
  await simulator.webhooks.idle();
  expect(receiver.received).toHaveLength(2);
  expect(simulator.webhooks.log[0]?.tries.map((one) => [one.status, one.error])).toEqual([
    [null, 'timeout'],
    [200, null],
  ]);
});

test('a closed connection counts as a failed try', async () => {
  const { simulator } = await start((nth) => (nth === 1 ? null : 200));
  simulator.orders.ready(simulator.orders.create().id);
  await simulator.webhooks.idle();
  expect(simulator.webhooks.log[0]?.tries.map((one) => one.status)).toEqual([null, 200]);
});

test('tries wait as long as switched', async () => {
  const { simulator } = await start((nth) => (nth < 3 ? 500 : 200), { webhookPausesMs: [60, 120] });
  simulator.orders.ready(simulator.orders.create().id);
  await simulator.webhooks.idle();
  const tries = simulator.webhooks.log[0]?.tries ?? [];
  const gaps = tries.slice(1).map((one, index) => one.sentAt - (tries[index]?.answeredAt ?? 0));
  expect(gaps[0]).toBeGreaterThan(55);
  expect(gaps[1]).toBeGreaterThan(115);
});

test('copies, lost ones and a wrong or missing secret come as switched', async () => {
  const { simulator, receiver } = await start(() => 200, { webhookCopies: 3 });
  const ready = async () => {
    receiver.received.length = 0;
    simulator.orders.ready(simulator.orders.create().id);
    await simulator.webhooks.idle();
    return receiver.received;
  };
  expect(await ready()).toHaveLength(3);
  simulator.switches.set({ webhookCopies: 1, webhookDrop: 'all' });
  expect(await ready()).toHaveLength(0);
  expect(simulator.webhooks.log.at(-1)?.state).toBe('dropped');
  simulator.switches.set({ webhookDrop: 'none', webhookSecret: 'wrong' });
  expect((await ready())[0]?.authorization).not.toBe(SECRET);
  simulator.switches.set({ webhookSecret: 'missing' });
  expect((await ready())[0]?.authorization).toBeUndefined();
});

test('every second one is lost when so switched', async () => {
  const { simulator, receiver } = await start(() => 200, { webhookDrop: 'every-second' });
  for (let order = 0; order < 6; order++) simulator.orders.ready(simulator.orders.create().id);
  await simulator.webhooks.idle();
  expect(receiver.received).toHaveLength(3);
});

test('two announcements change places when so switched, and one alone can be let go', async () => {
  const { simulator, statuses } = await start(() => 200, { webhookReorder: true });
  const { id } = simulator.orders.create();
  simulator.orders.ready(id);
  await simulator.webhooks.idle();
  expect(statuses()).toEqual([]);
  simulator.orders.cancel(id);
  await simulator.webhooks.idle();
  expect(statuses()).toEqual(['CANCELLED', 'READY_FOR_PICKUP']);
  simulator.orders.ready(simulator.orders.create().id);
  simulator.webhooks.release();
  await simulator.webhooks.idle();
  expect(statuses()).toHaveLength(3);
});

test('first tries of one order arrive in the order of its steps', async () => {
  const { simulator, statuses } = await start();
  const ids = Array.from({ length: 10 }, () => simulator.orders.create().id);
  for (const id of ids) {
    simulator.orders.ready(id);
    simulator.orders.cancel(id);
  }
  await simulator.webhooks.idle();
  expect(statuses()).toHaveLength(20);
  for (const id of ids) {
    const own = simulator.webhooks.log.filter((one) => one.orderId === id);
    expect(own.map((one) => one.orderStatus)).toEqual(['READY_FOR_PICKUP', 'CANCELLED']);
    expect(own[1]?.tries[0]?.sentAt).toBeGreaterThanOrEqual(own[0]?.tries[0]?.answeredAt ?? Infinity);
  }
});

test('the target can be changed, and without one nothing is sent', async () => {
  const { simulator, receiver } = await start();
  simulator.setWebhook(null);
  simulator.orders.ready(simulator.orders.create().id);
  await simulator.webhooks.idle();
  expect([receiver.received.length, simulator.webhooks.log.length]).toEqual([0, 0]);
  simulator.setWebhook({ url: receiver.url, secret: 'other' });
  simulator.orders.ready(simulator.orders.create().id);
  await simulator.webhooks.idle();
  expect(receiver.received[0]?.authorization).toBe('other');
});

test('the end of the simulator does not wait for pauses', async () => {
  const { simulator } = await start(() => 500, { webhookPausesMs: [600_000] });
  simulator.orders.ready(simulator.orders.create().id);
  const failedOnce = new Promise<void>((resolve) => {
    simulator.onChange(() => {
      if (simulator.webhooks.log.some((one) => one.state === 'waiting')) resolve();
    });
  });
  await failedOnce;
  await simulator.stop();
  closers.pop();
  expect(simulator.webhooks.log[0]?.tries).toHaveLength(1);
});

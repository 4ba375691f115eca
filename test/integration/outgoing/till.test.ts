import { createHmac } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { createPassOn } from '../../../src/main/core/outbox/order-message.ts';
import { createSender } from '../../../src/main/core/outbox/sender.ts';
import type { SendMessage } from '../../../src/main/core/outbox/types.ts';
import { orderFileName, writeOrderFile } from '../../../src/main/outgoing/order-file.ts';
import { createSendOutgoing } from '../../../src/main/outgoing/send-http.ts';
import { signedHeaders } from '../../../src/main/outgoing/send-http.ts';
import { createOutbox } from '../../../src/main/store/orders/outbox.ts';
import { DEFAULT_OUTGOING_SETTINGS } from '../../../src/shared/settings/outgoing.ts';
import { createFakeTime, type FakeTime } from '../../fakes/fake-time.ts';
import { openTempStore, tempDir } from '../../fakes/temp-store.ts';
import { news } from '../../fixtures/news.ts';
import { startListener, type Heard, type Listener } from '../../services/listener.ts';
import { nodeFetch } from '../../services/node-fetch.ts';

const SECRET = `whsec_${Buffer.from('thirty-two bytes of test secret!').toString('base64')}`;
const START = '2026-03-02T15:00:00.000Z';
const DAY_MS = 24 * 60 * 60 * 1000;
const SECOND_ID = '917c225f-ac6d-445d-a074-ea960c892ca7';

const stops: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function openTill(time: FakeTime = createFakeTime(START)) {
  const listener = await startListener();
  const temp = openTempStore(time.now);
  const outbox = createOutbox(temp.db);
  const till = { ...DEFAULT_OUTGOING_SETTINGS.till, post: true, address: listener.url };
  const receive = createIngest({
    store: temp.store,
    now: time.now,
    passOn: () => createPassOn(till),
  });
  const http = createSendOutgoing({
    fetch: nodeFetch,
    localMs: () => Date.parse(time.now()),
    timeoutMs: 300,
  });
  let flying = 0;
  const send: SendMessage = async ({ id, body }) => {
    flying += 1;
    const outcome = await http({
      method: 'POST',
      url: listener.url,
      headers: signedHeaders({ id, body, atMs: Date.parse(time.now()) }, SECRET),
      body,
    });
    flying -= 1;
    return outcome;
  };
  const open = () =>
    createSender({
      target: 'till-post',
      store: outbox,
      send,
      isOpen: () => true,
      patienceMs: 3 * DAY_MS,

      longestWishMs: 6 * 3_600_000,
      now: time.now,
      monotonicMs: time.monotonicMs,
      random: () => 0.5,
      schedule: time.schedule,
      onChange: () => undefined,
      log: { info: () => undefined, error: () => undefined },
    });
  const sender = open();
  stops.push(() => sender.stop(), listener.stop, temp.close);
  return { ...temp, time, listener, outbox, receive, sender, isIdle: () => flying === 0 };
}

/** Lets real exchanges happen and fake time pass, until nothing waits or `ms` of fake time are over. */
async function pass(
  till: { time: FakeTime; sender: { wake: () => void }; isIdle: () => boolean },
  ms: number,
): Promise<void> {
  const stepMs = 10_000;
  for (let passed = 0; passed < ms; passed += stepMs) {
    await till.time.pass(stepMs);
    till.sender.wake();
    do await sleep(2);
    while (!till.isIdle());
  }
}

const idsOf = (heard: readonly Heard[]): readonly unknown[] =>
  heard.map(({ headers }) => headers['webhook-id']);
const statusesOf = (listener: Listener, id: string): readonly unknown[] =>
  listener.heard
    .map(({ body }) => JSON.parse(body) as { data: { id: string; status: string } })
    .filter(({ data }) => data.id === id)
    .map(({ data }) => data.status);

test('the example of the Standard Webhooks specification has its signature', () => {
  const headers = signedHeaders(
    { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}', atMs: 1_614_265_330_000 },
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  );
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('a stored order reaches the till signed, without the customer, and once', async () => {
  const till = await openTill();
  till.receive([news({ comment: 'Timbre roto, pregunte por Lucía' })], 'webhook');
  till.receive([news({ comment: 'Timbre roto, pregunte por Lucía' })], 'catch-up');
  till.sender.wake();
  await till.listener.until((heard) => heard.length > 0);
  await pass(till, 60_000);
  const [heard] = till.listener.heard;
  expect(till.listener.heard).toHaveLength(1);
  expect(JSON.parse(heard?.body ?? '')).toMatchObject({
    type: 'order.ready_for_pickup',
    data: { code: '4821', customer: null, comment: null },
  });
  expect(heard?.body).not.toContain('Lucía');
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = heard?.headers ?? {};
  const key = Buffer.from(SECRET.slice(6), 'base64');
  const mac = createHmac('sha256', key)
    .update(`${String(id)}.${String(at)}.${heard?.body ?? ''}`)
    .digest('base64');
  expect(signature).toBe(`v1,${mac}`);
  expect(till.outbox.state('till-post')).toMatchObject({ waiting: 0, dead: 0, last: { failed: null } });
});

test('a till that fails, hangs, asks for patience and comes back gets everything, in the order of each order', async () => {
  const till = await openTill();
  const [ready, cancelled] = [news(), news({ status: 'CANCELLED', version: '2026-03-02T14:58:00.000Z' })];
  till.listener.setMood({ status: 500 });
  till.receive([ready], 'webhook');
  till.sender.wake();
  await till.listener.until((heard) => heard.length === 1);
  till.receive([cancelled, news({ id: SECOND_ID, code: '4822' })], 'webhook');
  till.listener.setMood('hang');
  await pass(till, 20_000);
  till.listener.setMood('reset');
  await pass(till, 60_000);
  till.listener.setMood({ status: 429, headers: { 'retry-after': '600' } });
  await pass(till, 300_000);
  const refused = till.listener.heard.length;
  await pass(till, 120_000);
  expect(till.listener.heard.length).toBe(refused);
  till.listener.setMood({ status: 204 });
  const before = till.listener.heard.length;
  await pass(till, 3_600_000);
  const delivered = till.listener.heard.slice(before);
  expect(
    delivered.map(({ body }) => (JSON.parse(body) as { data: { id: string } }).data.id).toSorted(),
  ).toEqual([ready.order.id, ready.order.id, SECOND_ID].toSorted());
  expect(statusesOf(till.listener, ready.order.id).slice(-2)).toEqual(['READY_FOR_PICKUP', 'CANCELLED']);
  expect(new Set(idsOf(till.listener.heard)).size).toBe(3);
  expect(till.outbox.state('till-post')).toMatchObject({ waiting: 0, dead: 0 });
}, 60_000);

test('410 ends a message at once, and one that nobody takes for days as well; both can be sent again', async () => {
  const till = await openTill();
  till.listener.setMood({ status: 410 });
  till.receive([news()], 'webhook');
  till.sender.wake();
  await till.listener.until((heard) => heard.length === 1);
  await till.time.settle();
  await pass(till, 20_000);
  expect(till.listener.heard).toHaveLength(1);
  const [letter] = till.outbox.deadLetters();
  expect(letter).toMatchObject({ code: '4821', failed: { trouble: 'refused', status: 410 } });
  till.listener.setMood({ status: 200 });
  till.outbox.resend('till-post', letter?.id ?? '', till.time.now());
  till.sender.hurry();
  await till.listener.until((heard) => heard.length === 2);
  await pass(till, 10_000);
  expect(new Set(idsOf(till.listener.heard)).size).toBe(1);
  expect(till.outbox.deadLetters()).toEqual([]);
});

test('a process that ends between the answer and the note sends the same id again, and nothing is lost', async () => {
  const till = await openTill();
  till.receive([news()], 'webhook');
  const crashed = {
    ...till.outbox,
    noteSent: () => {
      throw new Error('killed');
    },
  };
  const first = till.outbox.nextDue('till-post', till.time.now());
  expect(first).not.toBeNull();
  expect(() => crashed.noteSent()).toThrow('killed');
  // What a new process finds.
  const again = createOutbox(till.db).nextDue('till-post', till.time.now());
  expect(again?.id).toBe(first?.id);
});

test('what is older than three days is not passed on', async () => {
  const till = await openTill();
  till.receive([news({ version: '2026-02-20T10:00:00.000Z' })], 'catch-up');
  expect(till.outbox.nextDue('till-post', till.time.now())).toBeNull();
});

test('no id of an order leads out of the folder or onto another name', async () => {
  const { dir, remove } = tempDir();
  onTestFinished(remove);
  const folder = path.join(dir, 'caja');
  fs.mkdirSync(folder);
  const ids = [
    '../../etc/x',
    '/etc/passwd',
    'a\0b',
    'CON',
    '..',
    '',
    'x'.repeat(500),
    'ñ/\\:*?"<>|',
    SECOND_ID,
  ];
  for (const id of ids) expect(await writeOrderFile(folder, id, '{}')).toEqual({ kind: 'sent' });
  expect(fs.readdirSync(dir)).toEqual(['caja']);
  expect(fs.readdirSync(folder).toSorted()).toEqual(ids.map(orderFileName).toSorted());
  for (const name of fs.readdirSync(folder)) expect(name).toMatch(/^pedido-[x0-9a-f-]+\.json$/);
  expect(await writeOrderFile(path.join(dir, 'missing'), SECOND_ID, '{}')).toMatchObject({
    trouble: 'folder-missing',
  });
  fs.chmodSync(folder, 0o700);
});

test('a link that stands in the place of a file is replaced, not followed', async () => {
  const { dir, remove } = tempDir();
  onTestFinished(remove);
  const outside = path.join(dir, 'outside.txt');
  fs.writeFileSync(outside, 'mine');
  fs.mkdirSync(path.join(dir, 'caja'));
  fs.symlinkSync(outside, path.join(dir, 'caja', orderFileName(SECOND_ID)));
  await writeOrderFile(path.join(dir, 'caja'), SECOND_ID, '{}');
  expect(fs.readFileSync(outside, 'utf8')).toBe('mine');
});

import { expect, onTestFinished, test, vi } from 'vitest';
import { freePorts } from '../../../src/main/free-ports.ts';
import type { DemoNews, DemoScene, DemoStep } from '../../../src/shared/demo.ts';
import { createDemoPlayer } from '../../../src/simulator/demo/player.ts';
import { createFakeTime } from '../../fakes/fake-time.ts';
import { parse, startReceiver } from './rig.ts';

const TOKEN = 'clave-de-la-demo';
const SECRET = 'secreto de la demostración';

type Opened = Extract<DemoNews, { kind: 'opened' }>;
type Listed = { readonly code: string; readonly status: string; readonly version: number };

/** The play on a clock that is moved by hand; HTTP is real. */
async function openPlay(pace = 1) {
  const time = createFakeTime(new Date().toISOString());
  const news: DemoNews[] = [];
  const receiver = await startReceiver(() => 200);
  onTestFinished(receiver.stop);
  const receiverPort = Number(new URL(receiver.url).port);
  const [apiPort, publicPort] = await freePorts(receiverPort);
  const player = createDemoPlayer({
    ...time,
    now: () => Date.parse(time.now()),
    send: (one) => news.push(one),
  });
  onTestFinished(player.stop);
  const open = { kind: 'open', apiPort, publicPort, receiverPort, token: TOKEN, webhookSecret: SECRET };
  await player.receive({ ...open, language: 'es', pace });
  const opened = news.find((one): one is Opened => one.kind === 'opened');
  if (opened === undefined) throw new Error(JSON.stringify(news));

  const list = async (token = TOKEN): Promise<readonly Listed[]> => {
    const day = (days: number): string =>
      new Date(Date.parse(time.now()) + days * 86_400_000).toISOString().slice(0, 19);
    const path = `/v2/chains/${opened.chainId}/vendors/${opened.vendorId}/orders`;
    const answer = await fetch(
      `${opened.baseUrl}${path}?start_time=${day(-10)}&end_time=${day(1)}&page_size=100`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    if (!answer.ok) throw new Error(String(answer.status));
    return (parse(await answer.text())['orders'] as Record<string, unknown>[]).map(toListed);
  };
  const lastScene = (): DemoScene | undefined => news.findLast((one) => one.kind === 'scene')?.scene;
  return {
    time,
    news,
    receiver,
    player,
    opened,
    list,
    webhooks: (): readonly Listed[] =>
      receiver.received.filter(({ method }) => method === 'POST').map(({ body }) => toListed(parse(body))),
    asks: () => news.filter(({ kind }) => kind === 'ask').length,
    /** Lets so many seconds go by, and waits for the scene that is on then. */
    after: async (seconds: number, step: DemoStep): Promise<readonly string[]> => {
      await time.pass((seconds * 1000) / pace);
      await vi.waitFor(() => expect(lastScene()?.step).toBe(step));
      return lastScene()?.codes ?? [];
    },
  };
}

function toListed(json: Record<string, unknown>): Listed {
  const sys = json['sys'] as Record<string, unknown>;
  return {
    code: String(json['order_code']),
    status: String(json['status']),
    version: Date.parse(String(sys['updated_at'])),
  };
}

test('the invented shop has a past, a key of its own and a public address that leads to the receiver', async () => {
  const { list, opened, receiver, webhooks } = await openPlay();
  const past = await list();
  expect(past).toHaveLength(24);
  expect(past.filter(({ status }) => status === 'READY_FOR_PICKUP')).toEqual([]);
  await expect(list('another-key')).rejects.toThrow('401');
  expect(webhooks()).toEqual([]);
  expect((await fetch(`${opened.publicUrl}/healthz`)).status).toBe(200);
  expect(receiver.received).toHaveLength(1);
});

test('the rush shows in turn what can happen to an order, and to the connection', async () => {
  const play = await openPlay();
  const { webhooks, list, after, receiver } = play;
  const statusOf = async (code: string | undefined): Promise<string | undefined> =>
    (await list()).find((order) => order.code === code)?.status;
  const told = (): readonly string[] => webhooks().map(({ code, status }) => `${code} ${status}`);
  const comes = (...news: readonly string[]): Promise<void> =>
    vi.waitFor(() => expect(told().slice(-news.length).toSorted()).toEqual(news.toSorted()));

  await play.player.receive({ kind: 'play' });
  expect(await after(0, 'welcome')).toEqual([]);

  const [first] = await after(15, 'ready');
  await comes(`${first} READY_FOR_PICKUP`);
  expect(receiver.received[0]?.authorization).toBe(SECRET);

  const [late, gone] = await after(22, 'waiting');
  await comes(`${late} READY_FOR_PICKUP`, `${gone} READY_FOR_PICKUP`);
  const lateFor = Date.parse(play.time.now()) - (webhooks().find(({ code }) => code === late)?.version ?? 0);
  expect(Math.round(lateFor / 60_000)).toBe(14);

  expect(await after(25, 'cancelled')).toEqual([late]);
  await comes(`${late} CANCELLED`);

  expect(await after(22, 'cancelled-after')).toEqual([gone]);
  expect(await statusOf(gone)).toBe('PICKED_UP');
  await play.time.pass(3000);
  await comes(`${gone} CANCELLED`);
  expect(receiver.received.at(-1)?.body).toContain('"post_picked_up":true');

  const before = told().length;
  const [lost] = await after(19, 'webhook-lost');
  expect(await statusOf(lost)).toBe('READY_FOR_PICKUP');
  expect(play.asks()).toBe(0);
  expect(await after(12, 'found')).toEqual([lost]);
  expect(play.asks()).toBe(1);

  expect(await after(22, 'tunnel-lost')).toEqual([]);
  await expect(fetch(`${play.opened.publicUrl}/healthz`)).rejects.toThrow();
  await expect(list()).rejects.toThrow();
  await play.time.pass(2000);
  expect(play.asks()).toBe(2);
  const hidden = await after(6, 'tunnel-lost');
  expect(hidden).toHaveLength(2);

  await after(24, 'tunnel-back');
  expect((await fetch(`${play.opened.publicUrl}/healthz`)).ok).toBe(true);
  expect(await Promise.all(hidden.map(statusOf))).toEqual(['READY_FOR_PICKUP', 'READY_FOR_PICKUP']);
  // Neither the lost one nor those of the outage were ever told: only asking finds them.
  expect(told()).toHaveLength(before);

  await after(28, 'calm');
  expect(play.news.filter(({ kind }) => kind === 'failed')).toEqual([]);
});

test('once the story is told, orders go on coming by themselves', async () => {
  const play = await openPlay(100);
  await play.player.receive({ kind: 'play' });
  await play.after(400, 'calm');
  const before = play.webhooks().length;
  await vi.waitFor(() => expect(play.webhooks().length).toBeGreaterThan(before), { timeout: 10_000 });
});

test('it can be told again from the middle of the outage, with a clean counter', async () => {
  const play = await openPlay();
  await play.player.receive({ kind: 'play' });
  for (let skipped = 0; skipped < 7; skipped += 1)
    await play.player.receive({ kind: 'command', command: 'next' });
  await play.after(9, 'tunnel-lost');
  await play.player.receive({ kind: 'command', command: 'restart' });
  await play.after(0, 'welcome');
  expect((await play.list()).filter(({ status }) => status === 'READY_FOR_PICKUP')).toEqual([]);
  expect((await fetch(`${play.opened.publicUrl}/healthz`)).ok).toBe(true);
  const [again] = await play.after(15, 'ready');
  await vi.waitFor(() => expect(play.webhooks().at(-1)?.code).toBe(again));
});

test('a port that is taken is told, and nothing is played', async () => {
  const receiver = await startReceiver(() => 200);
  onTestFinished(receiver.stop);
  const taken = Number(new URL(receiver.url).port);
  const [publicPort] = await freePorts(taken);
  const news: DemoNews[] = [];
  const player = createDemoPlayer({ ...createFakeTime(), now: Date.now, send: (one) => news.push(one) });
  onTestFinished(player.stop);
  const ports = { apiPort: taken, publicPort, receiverPort: taken };
  await player.receive({
    kind: 'open',
    ...ports,
    token: TOKEN,
    webhookSecret: SECRET,
    language: 'es',
    pace: 1,
  });
  await player.receive({ kind: 'play' });
  expect(news).toMatchObject([{ kind: 'failed' }]);
});

test('what is no direction is refused', async () => {
  const player = createDemoPlayer({ ...createFakeTime(), now: Date.now, send: () => undefined });
  await expect(player.receive({ kind: 'command', command: 'format the disk' })).rejects.toThrow();
});

test('nobody can steer the play from a browser: what the app ships has no control page', async () => {
  const { opened } = await openPlay();
  for (const path of ['/simulator/', '/simulator/page.js', '/simulator/api/state']) {
    expect((await fetch(opened.baseUrl + path)).status).toBe(404);
  }
});

import net from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createHeartbeat } from '../../../src/main/core/outbox/heartbeat.ts';
import { createRoutes } from '../../../src/main/core/outbox/routes.ts';
import { createSender, PLACE_LIMITS } from '../../../src/main/core/outbox/sender.ts';
import type { OutboxStore, SendOutcome, WaitingMessage } from '../../../src/main/core/outbox/types.ts';
import { createSendOutgoing, signedHeaders } from '../../../src/main/outgoing/send-http.ts';
import { createOutbox } from '../../../src/main/store/orders/outbox.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/settings.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { createFakeTime } from '../../fakes/fake-time.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { startListener } from '../../services/listener.ts';
import { nodeFetch } from '../../services/node-fetch.ts';

const START = '2026-03-02T15:00:00.000Z';
const YEAR_S = 365 * 24 * 3_600;
const HOUR_MS = 3_600_000;
const SECRET = `whsec_${Buffer.from('thirty-two bytes of test secret!').toString('base64')}`;
const MESSAGE: WaitingMessage = {
  id: 'm-1',
  target: 'phone',
  lane: 'phone',
  code: '4821',
  body: '{}',
  at: START,
  tries: 0,
};

/** A place that says these bytes, one every few milliseconds when it drips, and keeps the connection. */
async function rawPlace(said: string, drips = false): Promise<string> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    let at = 0;
    const drip = setInterval(() => socket.write(said.charAt(at++ % said.length)), 20);
    if (!drips) clearInterval(drip);
    socket.on('close', () => clearInterval(drip));
    socket.once('data', () => {
      if (!drips) socket.write(said);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : 0)}`;
}

/** Every way out of the app, to one place. */
function ways(url: string) {
  const http = createSendOutgoing({ fetch: nodeFetch, localMs: () => Date.parse(START), timeoutMs: 1_500 });
  const settings = (way: 'ntfy' | 'post') => () => ({
    ...DEFAULT_SETTINGS,
    outgoing: {
      ...DEFAULT_SETTINGS.outgoing,
      phone: { ...DEFAULT_SETTINGS.outgoing.phone, way, server: url, topic: 'tema-largo', address: url },
      till: { ...DEFAULT_SETTINGS.outgoing.till, post: true, address: url },
    },
  });
  const routes = (way: 'ntfy' | 'post') =>
    createRoutes({
      http,
      settings: settings(way),
      sign: signedHeaders,
      readSecret: (name) => Promise.resolve({ ok: true, value: name === 'till-secret' ? SECRET : null }),
      writeFile: () => Promise.reject(new Error('no file')),
      readPhoneNews: () => null,
      alertsOf: () => [],
      texts: () => textsFor('es'),
      clock: (iso) => iso,
      localMs: () => Date.parse(START),
    });
  const news = { about: 'test', kind: 'ready', codes: [], alertIds: [], at: START, follows: null } as const;
  return {
    ntfy: () => routes('ntfy').phone(MESSAGE, news),
    post: () => routes('post').phone(MESSAGE, news),
    till: () => routes('post').toTill(MESSAGE),
    heartbeat: () => http({ method: 'GET', url }),
  };
}
type Way = keyof ReturnType<typeof ways>;
const WAYS: readonly Way[] = ['ntfy', 'post', 'till', 'heartbeat'];
const page = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 6\r\n\r\n<html>';

test.each(WAYS)(
  '%s: what fails, hangs, resets or is not there is no delivery, and nothing is thrown',
  async (way) => {
    const place = await startListener();
    onTestFinished(place.stop);
    for (const [status, trouble] of [
      [500, 'busy'],
      [503, 'busy'],
      [429, 'busy'],
      [401, 'refused'],
      [404, 'refused'],
    ] as const) {
      place.setMood({ status });
      expect(await ways(place.url)[way]()).toMatchObject({ kind: 'failed', trouble, status });
    }
    place.setMood('hang');
    expect(await ways(place.url)[way]()).toMatchObject({ kind: 'failed', trouble: 'timeout' });
    place.setMood('reset');
    expect((await ways(place.url)[way]()).kind).toBe('failed');
    await place.stop();
    expect(await ways(place.url)[way]()).toMatchObject({ kind: 'failed', trouble: 'unreachable' });
    await place.start();
    place.setMood({ status: 200 });
    expect(await ways(place.url)[way]()).toEqual({ kind: 'sent' });
  },
  30_000,
);

test.each(WAYS)('%s: no redirect is followed, wherever it leads', async (way) => {
  const [place, other] = [await startListener(), await startListener()];
  onTestFinished(async () => void (await Promise.all([place.stop(), other.stop()])));
  for (const status of [301, 302, 303, 307, 308]) {
    place.setMood({ status, headers: { location: other.url } });
    expect(await ways(place.url)[way]()).toMatchObject({ kind: 'failed', trouble: 'redirect', status });
  }
  expect(other.heard).toEqual([]);
});

test.each(WAYS)('%s: an answer that drips ends in time', async (way) => {
  const url = await rawPlace('HTTP/1.1 200 OK\r\nx-more: y', true);
  expect((await ways(url)[way]()).kind).toBe('failed');
});

test.each(WAYS)('%s: what speaks no HTTP is no delivery', async (way) => {
  const url = await rawPlace('SSH-2.0-OpenSSH_9.6\r\n');
  expect((await ways(url)[way]()).kind).toBe('failed');
});

test('a web page in the place of an ntfy server took no message; an own address may answer as it likes', async () => {
  const url = await rawPlace(page);
  expect(await ways(url).ntfy()).toMatchObject({ kind: 'failed', trouble: 'garbled', isFinal: false });
  for (const way of ['post', 'till', 'heartbeat'] as const) {
    expect(await ways(url)[way]()).toEqual({ kind: 'sent' });
  }
});

test.each([
  ['seconds', String(10 * YEAR_S)],
  ['a date', new Date(Date.parse(START) + 10 * YEAR_S * 1000).toUTCString()],
  ['more seconds than there are', '9'.repeat(400)],
])(
  'ten years of Retry-After as %s hold a phone for a quarter of an hour, and a till for hours',
  async (_as, wish) => {
    const place = await startListener();
    onTestFinished(place.stop);
    place.setMood({ status: 429, headers: { 'retry-after': wish } });
    for (const [target, way, longestWishMs] of [
      ['phone', 'post', HOUR_MS / 4],
      ['till-post', 'till', 6 * HOUR_MS],
    ] as const) {
      const time = createFakeTime(START);
      const temp = openTempStore(time.now);
      onTestFinished(temp.close);
      const store: OutboxStore = createOutbox(temp.db);
      const tries: string[] = [];
      let outcome: SendOutcome | null = null;
      const sender = createSender({
        target,
        store,
        send: async () => {
          tries.push(time.now());
          outcome ??= await ways(place.url)[way]();
          return outcome;
        },
        isOpen: () => true,
        ...PLACE_LIMITS[target],
        now: time.now,
        monotonicMs: time.monotonicMs,
        random: () => 0.5,
        schedule: time.schedule,
        onChange: () => undefined,
        log: { info: () => undefined, error: () => undefined },
      });
      store.add([{ ...MESSAGE, target }]);
      sender.wake();
      await expect.poll(() => store.state(target).last).not.toBeNull();
      await time.pass(longestWishMs - 60_000);
      expect(tries).toHaveLength(1);
      await time.pass(120_000);
      await expect.poll(() => tries.length).toBe(2);
      await sender.stop();
    }
  },
);

test('a monitor that asks for years of patience is told again in five minutes, and never twice at once', async () => {
  const time = createFakeTime(START);
  let asked = 0;
  const heartbeat = createHeartbeat({
    settings: () => ({ enabled: true, address: 'https://hc.example/1', method: 'GET' }),
    signs: () => ({
      poll: { ok: true, at: time.now() },
      isReceiverOpen: true,
      hasAddress: true,
      isStored: true,
    }),
    send: () => {
      asked += 1;
      return Promise.resolve({
        kind: 'failed',
        trouble: 'busy',
        status: 429,
        isFinal: false,
        retryAfterMs: 10 * YEAR_S * 1000,
      });
    },
    now: time.now,
    monotonicMs: time.monotonicMs,
    onChange: () => undefined,
    log: { info: () => undefined },
  });
  for (let minute = 0; minute < 11; minute += 1) {
    heartbeat.look();
    await time.pass(60_000);
  }
  expect(asked).toBe(3);
});

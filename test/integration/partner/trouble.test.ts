import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { json, lastDays, openClient, openOddServer, openPlatform } from './rig.ts';

describe('a platform in trouble', () => {
  it('that says 403 for another chain is told apart from a wrong token', async () => {
    const { client } = await openPlatform({}, { chainId: 'b0a5f5c4-52a1-4d6d-8f0e-6f1f0d9a7e01' });
    expect(await client.listOrders(lastDays(2))).toMatchObject({
      ok: false,
      error: { code: 'forbidden', status: 403 },
    });
  });

  it.each([
    ['server-error', 500, 'bad-response'],
    ['bad-gateway', 502, 'blocked'],
    ['garbage', 200, 'bad-response'],
  ] as const)('with %s (%i) is told as %s', async (kind, status, code) => {
    const { simulator, client } = await openPlatform();
    await client.listOrders(lastDays(2));
    simulator.faults.add({ kind, times: 1 });
    expect(await client.listOrders(lastDays(2))).toMatchObject({
      ok: false,
      error: { code, status },
    });
    expect((await client.listOrders(lastDays(2))).ok).toBe(true);
  });

  it('that hangs up is offline', async () => {
    const { simulator, client } = await openPlatform();
    simulator.faults.add({ kind: 'close', times: 1 });
    expect(await client.listOrders(lastDays(2))).toMatchObject({ ok: false, error: { code: 'offline' } });
  });

  it('that nobody reaches is offline', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const { client } = openClient({ baseUrl: `http://127.0.0.1:${port}` });
    expect(await client.check()).toMatchObject({ ok: false, error: { code: 'offline', status: null } });
  });

  it('that is slower than the time limit is offline, even if it drips', async () => {
    const { baseUrl } = await openOddServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    const { client } = openClient({ baseUrl, timeoutMs: 300 });
    expect(await client.listOrders(lastDays(2))).toMatchObject({
      ok: false,
      error: { code: 'offline', detail: 'no answer within 0.3 s' },
    });
  });

  it('has no more time for a caller who could give up and does not', async () => {
    const { simulator, client } = await openPlatform({}, { timeoutMs: 200 });
    simulator.faults.add({ kind: 'slow', delayMs: 20_000 });
    const { signal } = new AbortController();
    expect(await client.listOrders({ ...lastDays(2), signal })).toMatchObject({
      ok: false,
      error: { code: 'offline' },
    });
  });

  it('is left at once when the caller gives up', async () => {
    const { simulator, client } = await openPlatform();
    simulator.faults.add({ kind: 'slow', delayMs: 60_000 });
    const stop = new AbortController();
    const answer = client.listOrders({ ...lastDays(2), signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    await expect(answer).rejects.toThrow('aborted');
  });

  it('that answers more than the limit is a bad response, packed or not', async () => {
    const huge = JSON.stringify({ orders: ['x'.repeat(200_000)] });
    const { baseUrl } = await openOddServer((_, response, call) =>
      call % 2 === 0
        ? void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(huge))
        : void response.writeHead(200).end(huge),
    );
    const { client } = openClient({ baseUrl, maxBytes: 100_000 });
    for (let call = 0; call < 2; call += 1) {
      expect(await client.listOrders(lastDays(2))).toMatchObject({
        ok: false,
        error: { code: 'bad-response' },
      });
    }
  });

  it('that sends elsewhere is not followed: the token stays', async () => {
    const elsewhere = await openOddServer((_, response) => json(response, 200, { orders: [] }));
    const { baseUrl } = await openOddServer((_, response) => {
      response.writeHead(302, { location: `${elsewhere.baseUrl}/v2/` }).end();
    });
    expect(await openClient({ baseUrl }).client.listOrders(lastDays(2))).toMatchObject({
      ok: false,
      error: { code: 'blocked', status: 302 },
    });
    expect(elsewhere.seen).toEqual([]);
  });

  it('is never asked over plain http on another computer', async () => {
    const { client } = openClient({ baseUrl: 'http://192.0.2.1' });
    expect(await client.check()).toMatchObject({ ok: false, error: { code: 'not-configured' } });
  });

  it('on this computer is reached without the proxy of the environment', async () => {
    vi.stubEnv('http_proxy', 'http://127.0.0.1:9');
    vi.stubEnv('no_proxy', '');
    onTestFinished(() => void vi.unstubAllEnvs());
    const { client } = await openPlatform();
    expect((await client.check()).ok).toBe(true);
  });

  it('leaves out what is no order and says how many', async () => {
    const { baseUrl } = await openOddServer((_, response) =>
      json(response, 200, {
        orders: [{ order_id: 'a', status: 'X' }, null, { status: 'X' }],
        total_pages: '1',
      }),
    );
    const { client, logged } = openClient({ baseUrl });
    expect(await client.listOrders(lastDays(2))).toMatchObject({
      ok: true,
      value: { totalPages: 1, skipped: 2 },
    });
    expect(logged).toEqual(['2 entries of the order list were no orders']);
  });

  it('that counts neither its pages nor what a page holds is read until one is empty', async () => {
    const { baseUrl } = await openOddServer(({ url }, response) => {
      const isFirst = url.includes('page=1&');
      json(response, 200, { orders: isFirst ? [{ order_id: 'a', status: 'X' }] : [] });
    });
    const { client } = openClient({ baseUrl, pageSize: 2 });
    expect(await client.listOrders(lastDays(2, 1))).toMatchObject({ ok: true, value: { totalPages: 2 } });
    expect(await client.listOrders(lastDays(2, 2))).toMatchObject({ ok: true, value: { totalPages: 2 } });
  });

  it('that answers another order than asked is not believed', async () => {
    const { baseUrl } = await openOddServer((_, response) =>
      json(response, 200, { order_id: 'b', status: 'X' }),
    );
    expect(await openClient({ baseUrl }).client.getOrder('a')).toMatchObject({
      ok: false,
      error: { code: 'bad-response' },
    });
  });
});

describe('too many requests', () => {
  it.each(['seconds', 'date'] as const)(
    'T16 are told with the time to wait (%s), and nothing is sent meanwhile',
    async (retryAfter) => {
      // One clock for both sides, on a full second: a date tells no fractions, and a slow computer must not wait it out.
      const startMs = Math.floor(Date.now() / 1000) * 1000;
      let nowMs = 0;
      const { simulator, client } = await openPlatform(
        { switches: { retryAfter }, now: () => startMs + nowMs },
        { monotonicMs: () => nowMs, now: () => new Date(startMs + nowMs).toISOString() },
      );
      simulator.faults.add({ kind: 'rate-limited', times: 1 });
      const first = await client.listOrders(lastDays(2));
      if (first.ok) throw new Error('not limited');
      expect(first.error).toMatchObject({ code: 'rate-limited', status: 429 });
      expect(first.error.retryAfterMs).toBe(1000);
      nowMs += 500;
      expect(await client.listOrders(lastDays(2))).toMatchObject({
        ok: false,
        error: { code: 'rate-limited', retryAfterMs: 500 },
      });
      expect(simulator.requests).toHaveLength(1);
      nowMs += 500;
      expect((await client.listOrders(lastDays(2))).ok).toBe(true);
    },
  );

  it('do not happen: the client itself stays below 60 a minute', async () => {
    let nowMs = 0;
    const { simulator, client } = await openPlatform(
      { now: () => Date.now() + nowMs },
      {
        monotonicMs: () => nowMs,
        sleep: (ms) => {
          nowMs += ms;
          return Promise.resolve();
        },
      },
    );
    for (let call = 0; call < 130; call += 1) await client.listOrders(lastDays(2));
    expect(simulator.requests).toHaveLength(130);
    expect(new Set(simulator.requests.map(({ status }) => status))).toEqual(new Set([200]));
    expect(nowMs).toBe(120_000);
  });
});

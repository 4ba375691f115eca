import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createWebhookServer } from '../../../src/main/webhook/server.ts';
import type { PortProblem, WebhookServerDeps } from '../../../src/main/webhook/server.ts';
import { changed, dial, head, orderText, post, startReceiver } from './rig.ts';

/** A `receive` that stays under way until it is released. */
function createSlowStore() {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let enter: () => void = () => undefined;
  const entered = new Promise<void>((resolve) => (enter = resolve));
  const receive: WebhookServerDeps['receive'] = async (incoming) => {
    enter();
    await released;
    return changed(incoming);
  };
  return { receive, entered, release };
}

describe('stopping', () => {
  it('lets the request under way finish and answers 503 meanwhile', async () => {
    const store = createSlowStore();
    const { server, url, port, deliveries } = await startReceiver({ receive: store.receive });
    const first = post(url, orderText());
    await store.entered;
    const stopped = server.stop();
    const second = await post(url, orderText());
    expect([second.status, second.headers.get('connection')]).toEqual([503, 'close']);
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(503);
    store.release();
    expect((await first).status).toBe(200);
    await stopped;
    expect(deliveries.map(({ outcome }) => outcome)).toEqual(['stopping', 'stored']);
  });

  it('closes the port and every idle connection', async () => {
    const { server, port } = await startReceiver();
    const line = dial(port);
    line.send('GET /healthz HTTP/1.1\r\nHost: tienda\r\n\r\n');
    await line.heard(/^HTTP\/1\.1 200 /);
    await server.stop();
    await line.closed;
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed');
    expect(server.port()).toBeNull();
  });

  it('does not wait for ever for a disk that hangs', async () => {
    const store = createSlowStore();
    const { server, url } = await startReceiver({ receive: store.receive, limits: { stopMs: 100 } });
    const answer = post(url, orderText()).then(
      ({ status }) => status,
      () => 'cut off',
    );
    await store.entered;
    await server.stop();
    expect(await answer).toBe('cut off');
    store.release();
  });

  it('twice is the same as once', async () => {
    const store = createSlowStore();
    const { server, url } = await startReceiver({ receive: store.receive });
    const answer = post(url, orderText());
    await store.entered;
    const stops = [server.stop(), server.stop()];
    store.release();
    await Promise.all(stops);
    expect((await answer).status).toBe(200);
  });

  it('can be followed by a new start', async () => {
    const { server } = await startReceiver();
    await server.stop();
    const started = await server.start();
    if (!started.ok) throw new Error(started.error.detail);
    expect((await post(`http://127.0.0.1:${started.value.port}/webhooks/orders`, orderText())).status).toBe(
      200,
    );
  });
});

describe('starting', () => {
  it('opens loopback and nothing else', async () => {
    const { port } = await startReceiver();
    const others = createServer();
    onTestFinished(() => void others.close());
    // 127.0.0.2 is this computer too: were the port open everywhere, it would be taken here.
    others.listen(port, '127.0.0.2');
    await expect(once(others, 'listening')).resolves.toEqual([]);
  });

  it('a port that another program has is told with its name and a free port, and nothing is opened', async () => {
    const holder = spawn(process.execPath, [
      '-e',
      `require('net').createServer().listen(0, '127.0.0.1', function () { console.log(this.address().port) })`,
    ]);
    onTestFinished(() => void holder.kill());
    const said = await new Promise((resolve) => holder.stdout.once('data', resolve));
    const taken = Number(String(said));
    const { port: _port, ...deps } = await depsOf(taken);
    const server = createWebhookServer({ ...deps, port: taken });
    const problem = await failureOf(server.start());
    expect(problem).toMatchObject({ code: 'port-in-use', port: taken, detail: 'EADDRINUSE' });
    expect(problem.owner).toBe(path.basename(process.execPath));
    expect(problem.suggested).toBeGreaterThan(0);
    expect(problem.suggested).not.toBe(taken);
    expect(server.port()).toBeNull();

    const second = createWebhookServer({ ...deps, port: problem.suggested ?? 0 });
    onTestFinished(() => second.stop());
    expect(await second.start()).toEqual({ ok: true, value: { port: problem.suggested } });

    holder.kill();
    await once(holder, 'exit');
    onTestFinished(() => server.stop());
    expect(await server.start()).toEqual({ ok: true, value: { port: taken } });
  });

  it('twice keeps the port that is open', async () => {
    const { server, port } = await startReceiver();
    expect(await server.start()).toEqual({ ok: true, value: { port } });
  });
});

describe('connections', () => {
  it('are kept for the next order', async () => {
    const { port, received } = await startReceiver();
    const line = dial(port);
    for (const count of [1, 2, 3]) {
      const body = orderText();
      line.send(head([`Content-Length: ${body.length}`]) + body);
      await line.heard(new RegExp(`(HTTP/1\\.1 200 [^]*){${count}}`));
    }
    expect(received).toHaveLength(3);
  });
});

async function depsOf(port: number): Promise<WebhookServerDeps> {
  return {
    port,
    secrets: () => [],
    isReady: () => true,
    answerNonce: () => null,
    parse: () => ({ kind: 'catalogue-callback' }),
    receive: () => Promise.reject(new Error('not used')),
    record: () => undefined,
    now: () => '',
    monotonicMs: () => 0,
    log: { warn: () => undefined, error: () => undefined },
  };
}

async function failureOf(
  started: ReturnType<ReturnType<typeof createWebhookServer>['start']>,
): Promise<PortProblem> {
  const result = await started;
  if (result.ok) throw new Error('It started.');
  return result.error;
}

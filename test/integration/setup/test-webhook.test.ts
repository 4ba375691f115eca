import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createRunTest } from '../../../src/main/core/setup/run-test.ts';
import { createTestTickets } from '../../../src/main/core/inbound/test-tickets.ts';
import { createDeliveryLog } from '../../../src/main/store/orders/delivery-log.ts';
import { createDeliveryPages } from '../../../src/main/store/orders/delivery-pages.ts';
import { createSetupRecords } from '../../../src/main/store/settings/setup-records.ts';
import { createSyncNotes } from '../../../src/main/store/orders/sync-notes.ts';
import { postTest } from '../../../src/main/tunnel/post-test.ts';
import { createProbeNonces } from '../../../src/main/tunnel/probe-nonces.ts';
import { createProbe } from '../../../src/main/tunnel/probe.ts';
import type { Health } from '../../../src/shared/health/health.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/settings.ts';
import type { SetupTest } from '../../../src/shared/setup.ts';
import type { TunnelTest } from '../../../src/shared/tunnel.ts';
import { createFakeMostrador, healthOf } from '../../fakes/mostrador-api.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { parseOrder, post, SECRET, startReceiver } from '../webhook/rig.ts';
import { nodeFetch } from '../../services/node-fetch.ts';

/** The real receiver with the real tickets before it, its log on a disk, and the real sender. */
async function rig({
  secret = SECRET,
  isTyped = true,
  health = healthOf(),
  prove,
}: {
  readonly secret?: string | null;
  readonly isTyped?: boolean;
  readonly health?: Health;
  readonly prove?: () => Promise<TunnelTest>;
} = {}) {
  const opened = openTempStore(() => new Date().toISOString());
  const log = createDeliveryLog({ db: opened.db, log: { error: () => undefined } });
  const tickets = createTestTickets({ newNonce: randomUUID });
  const questions = createProbeNonces();
  const receiver = await startReceiver({
    record: log.add,
    answerNonce: questions.answerNonce,
    parse: (body) => tickets.read(body) ?? parseOrder(body),
  });
  onTestFinished(() => {
    log.flush();
    opened.close();
  });
  const probe = createProbe({
    nonces: questions,
    port: receiver.server.port,
    hasNetwork: () => true,
    monotonicMs: () => performance.now(),
    fetch: nodeFetch,
  });
  const sent: string[] = [];
  const run = createRunTest({
    tickets,
    prove: prove ?? ((address) => probe(address, new AbortController().signal)),
    post: (url, body, key) => {
      sent.push(body);
      return postTest(url, { fetch: nodeFetch, body, secret: key, monotonicMs: () => performance.now() });
    },
    secret: () => Promise.resolve(secret),
    isTyped: () => Promise.resolve(isTyped),
    playTone: () => Promise.resolve({ state: 'ok', code: 'ok', detail: null, isSystemKnown: true }),
    showToast: () => Promise.resolve({ state: 'ok', code: 'ok' }),
    receiver: () => [health.receiver.state, health.receiver.code, health.receiver.detail],
    lastWebhookAt: () => health.facts.lastWebhookAt,
    now: () => new Date().toISOString(),
  });
  const { db } = opened;
  const { flush } = log;
  const test = async (publicUrl: string | null, port = receiver.port): Promise<SetupTest> => {
    const view = await createFakeMostrador().api['settings:read']();
    const tunnel = { ...DEFAULT_SETTINGS.tunnel, publicUrl: publicUrl ?? '' };
    const provider = publicUrl === null ? 'none' : 'own-url';
    const settings = { ...view.settings, receiver: { port }, tunnel: { ...tunnel, provider } } as const;
    return run({ ...view, settings }, { ok: true, orders: 0, ms: 5, shop: null });
  };
  return {
    ...receiver,
    test,
    sent,
    log,
    records: createSetupRecords({ db, flush }),
    notes: createSyncNotes(db),
    page: createDeliveryPages({ db, flush }),
  };
}

/** A server that answers everything with the same status, as somebody else's page would, and keeps what it was told. */
async function foreign(status: number): Promise<{ readonly url: string; readonly heard: readonly string[] }> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    const said: string[] = [request.method ?? '', ...request.rawHeaders];
    request.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')));
    request.on('end', () => heard.push(said.join(' ')));
    response.writeHead(status).end('another page');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(
    () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  );
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, heard };
}

test('a test goes through the public address, is recorded as one, and counts as nothing else', async () => {
  const { test: run, port, received, records, notes, page, log } = await rig();
  const result = await run(`http://127.0.0.1:${String(port)}`);
  expect(Object.values(result.lights).map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
  expect(result.ms).not.toBeNull();
  expect(log.recent(5).map(({ outcome, status }) => [outcome, status])).toEqual([['test', 200]]);
  expect(received).toEqual([]);
  expect(log.recent(1)[0]?.notes[0]).toEqual({ kind: 'public-test' });
  // PedidosYa has not reached us, and no secret of its own is proven.
  expect(notes.lastWebhookAt()).toBeNull();
  expect(records.secretUse().accepted).toBeNull();
  expect(page({ group: null, before: null }, '2000-01-01T00:00:00.000Z').lastDay.received).toBe(0);
});

test('without a public address it goes straight to the receiver', async () => {
  const { test: run, log } = await rig();
  const result = await run(null);
  expect([result.path, result.lights.tunnel.state, result.lights.computer.state]).toEqual([
    'local',
    'off',
    'ok',
  ]);
  expect(log.recent(1)[0]?.notes[0]).toEqual({ kind: 'local-test' });
});

test('a test that was sent before cannot be played back', async () => {
  const { test: run, url, sent } = await rig();
  await run(null);
  expect((await post(url, sent[0] ?? '')).status).toBe(400);
});

test.each([200, 401, 404, 502])(
  'somebody else at the public address, who answers %i, is told apart and never hears the secret',
  async (status) => {
    const { test: run } = await rig();
    const { url, heard } = await foreign(status);
    const result = await run(url);
    expect(result.lights.tunnel).toMatchObject({
      state: 'failed',
      why: {
        error: { code: status === 200 || status === 404 ? 'wrong_endpoint' : 'http_status' },
      },
    });
    expect(result.lights.computer.state).toBe('ok');
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.join('\n')).not.toContain(SECRET);
    expect(heard.join('\n')).not.toMatch(/POST|authorization/i);
  },
);

test('another program that has the port of this computer never hears the secret', async () => {
  const receiver = { ...healthOf().receiver, state: 'down', code: 'receiver-port-in-use' } as const;
  const { test: run } = await rig({ health: { ...healthOf(), receiver } });
  const { url, heard } = await foreign(200);
  for (const publicUrl of [null, url]) {
    const result = await run(publicUrl, Number(new URL(url).port));
    expect(result.lights.computer).toMatchObject({ state: 'failed', why: { code: 'receiver-port-in-use' } });
  }
  expect(heard.join('\n')).not.toContain(SECRET);
});

test('where this computer cannot reach itself, a webhook of the last minutes lights the way in', async () => {
  const facts = {
    lastPollAt: null,
    lastWebhookAt: new Date(Date.now() - 60_000).toISOString(),
    lastOutletAt: null,
    clockOffsetMs: 0,
  };
  const { test: run, log } = await rig({
    health: { ...healthOf(), facts },
    prove: () => Promise.resolve({ ok: false, error: { code: 'unverified', detail: null } }),
  });
  const { url, heard } = await foreign(200);
  const result = await run(url);
  expect(Object.values(result.lights).map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
  expect(result.inboundAt).toBe(facts.lastWebhookAt);
  expect(heard).toEqual([]);
  expect(log.recent(1)[0]?.notes[0]).toEqual({ kind: 'local-test' });
});

test('an address where nobody listens darkens the way in, and not this computer', async () => {
  const { test: run } = await rig();
  const result = await run('http://127.0.0.1:9');
  expect(result.lights.tunnel).toMatchObject({ state: 'failed', why: { error: { code: 'unreachable' } } });
  expect(result.lights.computer.state).toBe('ok');
});

test('a receiver that is closed is not taken for a broken address', async () => {
  const { test: run, server } = await rig();
  await server.stop();
  const result = await run('http://127.0.0.1:9', 9);
  expect(result.lights.tunnel).toMatchObject({ state: 'failed', why: { error: { code: 'local_down' } } });
  expect(result.lights.computer).toMatchObject({ state: 'failed', why: { code: 'receiver-failed' } });
});

test('an address that a file brought never hears the secret, though it leads here', async () => {
  const other = await foreign(200);
  const { test: run } = await rig({ isTyped: false, prove: () => Promise.resolve({ ok: true, ms: 5 }) });
  const { lights } = await run(other.url);
  expect(other.heard).toEqual([]);
  expect(lights.tunnel.why).toEqual({ kind: 'tunnel', error: { code: 'address_untyped', detail: null } });
  expect(lights.computer.state).toBe('ok');
});

test('without a secret nothing is sent', async () => {
  const { test: run, sent } = await rig({ secret: null });
  const result = await run(null);
  expect(sent).toEqual([]);
  expect(result.lights.computer.state).toBe('off');
});

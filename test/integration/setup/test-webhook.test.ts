import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { createRunTest } from '../../../src/main/core/setup-run-test.ts';
import { createTestGate } from '../../../src/main/core/test-gate.ts';
import { createDeliveryLog } from '../../../src/main/store/delivery-log.ts';
import { createDeliveryPages } from '../../../src/main/store/delivery-pages.ts';
import { createSetupRecords } from '../../../src/main/store/setup-records.ts';
import { createSyncNotes } from '../../../src/main/store/sync-notes.ts';
import { postTest } from '../../../src/main/tunnel/post-test.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings.ts';
import type { SetupTest } from '../../../src/shared/setup.ts';
import { createFakeMostrador, healthOf } from '../../fakes/mostrador-api.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { parseOrder, post, SECRET, startReceiver } from '../webhook/rig.ts';

/** The real receiver with the real gate before it, its log on a disk, and the real sender. */
async function rig(secret: string | null = SECRET) {
  const opened = openTempStore(() => new Date().toISOString());
  const log = createDeliveryLog({ db: opened.db, log: { error: () => undefined } });
  const gate = createTestGate({ newNonce: randomUUID });
  const receiver = await startReceiver({
    record: log.add,
    parse: (body, raw) => gate.read(body) ?? parseOrder(body, raw),
  });
  onTestFinished(() => {
    log.flush();
    opened.close();
  });
  const sent: string[] = [];
  const run = createRunTest({
    gate,
    post: (url, body, key) => {
      sent.push(body);
      return postTest(url, { body, secret: key, monotonicMs: () => performance.now() });
    },
    secret: () => Promise.resolve(secret),
    playTone: () => Promise.resolve({ state: 'ok', code: 'ok', detail: null, isSystemKnown: true }),
    health: { read: () => healthOf() },
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

/** A server that answers everything with the same status, as somebody else's page would. */
async function foreign(status: number): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
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
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

test('a test goes through the public address, is recorded as one, and counts as nothing else', async () => {
  const { test: run, port, received, records, notes, page, log } = await rig();
  const result = await run(`http://127.0.0.1:${String(port)}`);
  expect(Object.values(result.lights).map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok']);
  expect(result.ms).not.toBeNull();
  expect(log.recent(5).map(({ outcome, status }) => [outcome, status])).toEqual([['test', 200]]);
  expect(received).toEqual([]);
  expect(log.recent(1)[0]?.detail).toMatch(/^public road/);
  // PedidosYa has not reached us, and no secret of its own is proven.
  expect(notes.lastWebhookAt()).toBeNull();
  expect(records.secretUse().accepted).toBeNull();
  expect(page({ group: null, before: null }, '2000-01-01T00:00:00.000Z').lastDay.received).toBe(0);
});

test('without a public address it goes straight to the receiver', async () => {
  const { test: run, log } = await rig();
  const result = await run(null);
  expect([result.road, result.lights.tunnel.state, result.lights.computer.state]).toEqual([
    'local',
    'off',
    'ok',
  ]);
  expect(log.recent(1)[0]?.detail).toMatch(/^local road/);
});

test('a test that was sent before cannot be played back', async () => {
  const { test: run, url, sent } = await rig();
  await run(null);
  expect((await post(url, sent[0] ?? '')).status).toBe(400);
});

test('somebody else at the public address is told apart from a broken computer', async () => {
  const { test: run } = await rig();
  const result = await run(await foreign(200));
  expect(result.lights.tunnel).toMatchObject({
    state: 'failed',
    why: { error: { code: 'wrong_endpoint' } },
  });
  expect(result.lights.computer.state).toBe('ok');
});

test('an address where nobody listens, and a receiver that is closed', async () => {
  const { test: run, server } = await rig();
  await server.stop();
  const result = await run('http://127.0.0.1:9', 9);
  expect(result.lights.tunnel).toMatchObject({ state: 'failed', why: { error: { code: 'unreachable' } } });
  expect(result.lights.computer).toMatchObject({ state: 'failed', why: { code: 'receiver-failed' } });
});

test('without a secret nothing is sent', async () => {
  const { test: run, sent } = await rig(null);
  const result = await run(null);
  expect(sent).toEqual([]);
  expect(result.lights.computer.state).toBe('off');
});

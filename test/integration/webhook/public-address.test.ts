import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { composePublicAddress } from '../../../src/main/compose/address/public-address.ts';
import { createHealthBoard } from '../../../src/main/core/health/board.ts';
import type { SettingsView } from '../../../src/shared/ipc-contract.ts';
import { ok } from '../../../src/shared/result.ts';
import { startFront } from '../../services/front.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { noSecrets } from '../../fakes/no-secrets.ts';
import { SAMPLE_SETTINGS } from '../../fakes/sample-settings.ts';
import { orderText, parseOrder, post, unchanged } from './rig.ts';
import { nodeFetch } from '../../services/node-fetch.ts';

// One provider runs in a process of Electron's; none of these does.
vi.mock('electron', () => ({ utilityProcess: {} }));

/** A program on a port, and whoever asked it. */
async function startProgram() {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('ok');
  });
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
  const free = (): Promise<void> =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  await listen(0);
  onTestFinished(() => void (server.listening && free()));
  return { asked, free, port: (server.address() as AddressInfo).port };
}

/** The whole way in, by an address of one's own that leads to the port. */
async function openAddress(port: number) {
  const front = await startFront({ port, host: '127.0.0.1' });
  const { now } = createFixedClock();
  const health = createHealthBoard({ now, onChange: () => undefined });
  let hints = 0;
  const settings = {
    ...SAMPLE_SETTINGS,
    receiver: { port },
    tunnel: { ...SAMPLE_SETTINGS.tunnel, provider: 'own-url' as const, publicUrl: front.url },
  };
  const refuse = () => Promise.reject(new Error('not asked for here'));
  const address = composePublicAddress({
    fetch: nodeFetch,
    secrets: {
      webhook: () => Promise.resolve(ok(['secreto'])),
      one: () => Promise.resolve(ok(null)),
      toSend: () => Promise.resolve(ok(null)),
    },
    configuration: { settings: () => settings, save: refuse, saveSecret: refuse },
    readOne: parseOrder,
    tickets: { read: () => null },
    storage: {
      receive: (orders) => orders.map(unchanged),
      isStoreDown: () => false,
      notStored: () => null,
      notes: { read: () => null, save: () => undefined, lastWebhookAt: () => null },
      now,
    },
    hasNetwork: () => true,
    config: { systemEnv: {} },
    emit: (event) => {
      if (event === 'news-hinted') hints += 1;
    },
    health,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  onTestFinished(() => address.stop());
  const view: SettingsView = {
    settings,
    secrets: { ...noSecrets(), 'webhook-secret': { present: true, last4: null, savedAt: null } },
    configured: true,
    problems: [],
  };
  const call = async (secret: string): Promise<number> =>
    (await post(`http://127.0.0.1:${String(port)}/webhooks/orders`, orderText(), { authorization: secret }))
      .status;
  return { address, view, health, call, hints: () => hints };
}

test('while another program has the port no tunnel is begun, and it is begun when the port is ours', async () => {
  const program = await startProgram();
  const { address, view, health } = await openAddress(program.port);
  await address.follow(view);
  await expect.poll(() => health.read().tunnel.code).toBe('tunnel-broken');
  expect(health.read().receiver).toMatchObject({ state: 'down', code: 'receiver-port-in-use' });
  expect(address.pages.status()).toMatchObject({ state: 'offline', error: { code: 'local_down' } });
  address.minute();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(program.asked).toEqual([]);
  await program.free();
  address.minute();
  await expect.poll(() => address.pages.status().state).not.toBe('offline');
  expect(health.read().receiver.state).toBe('ok');
});

test('a refused call is told with what to do, asks at once, and is over with the next that is let in', async () => {
  const program = await startProgram();
  await program.free();
  const { address, view, health, call, hints } = await openAddress(program.port);
  await address.follow(view);
  expect([address.isProven(), health.read().receiver.state]).toEqual([false, 'ok']);
  const before = hints();
  expect(await call('otro')).toBe(401);
  await expect.poll(() => health.read().receiver.code).toBe('webhook-wrong-secret');
  expect(hints()).toBe(before + 1);
  expect(await call('secreto')).toBe(200);
  await expect.poll(() => [address.isProven(), health.read().receiver.state]).toEqual([true, 'ok']);
});

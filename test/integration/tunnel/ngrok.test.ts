import { fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createNgrok, type OwnProcess } from '../../../src/main/tunnel/ngrok.ts';
import { GOOD_TOKEN, startNgrokEdge } from '../../fixtures/ngrok-edge.ts';
import { repository } from '../../desktop/runtime.ts';
import { CA, readTls, startFront } from '../../services/front.ts';
import { postOrder, startGatedReceiver, watchTunnel } from './rig.ts';
import { slowdown } from '../../processor-time.ts';

const LIMIT_MS = 10_000;

/** What Electron's utility process is to the app, with Node's own means. */
function forkNode(): OwnProcess & { readonly pid: number } {
  const child = fork(path.join(repository, 'src/main/tunnel/ngrok-process.ts'), { stdio: 'pipe', env: {} });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  return {
    pid: child.pid ?? 0,
    post: (message) => void child.send(message as object),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => {
      child.kill();
      return gone;
    },
  };
}

async function startRig({ token = GOOD_TOKEN, ca = CA, pace = 1 } = {}) {
  const receiver = await startGatedReceiver();
  let url = '';
  const edge = await startNgrokEdge(() => url);
  onTestFinished(() => edge.down());
  const front = await startFront({ port: edge.publicPort, host: '127.0.0.1' });
  ({ url } = front);
  const lines: string[] = [];
  const pids: number[] = [];
  const watched = watchTunnel(
    receiver,
    url,
    createNgrok({
      token,
      domain: 'shop.loopback.test',
      port: receiver.port,
      ingress: { address: edge.address, ca },
      fork: () => {
        const child = forkNode();
        pids.push(child.pid);
        return child;
      },
      log: { info: (line) => lines.push(line) },
    }),
    { pace },
  );
  return { ...watched, receiver, edge, url, lines, pids };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("ngrok's own client leads webhooks in, one after another and many at a time", async () => {
  const rig = await startRig();
  rig.supervisor.start();
  await rig.reach('online');
  expect(await postOrder(rig.url, 'order-1')).toBe(200);
  const many = await Promise.all(
    Array.from({ length: 50 }, (_, index) => postOrder(rig.url, `many-${String(index)}`)),
  );
  expect(many.every((status) => status === 200)).toBe(true);
  expect(rig.receiver.received).toHaveLength(51);
});

test('a refused token needs a person, and stands in no text', async () => {
  const token = 'not_a_token_but_secret_all_the_same';
  const rig = await startRig({ token });
  rig.supervisor.start();
  await rig.reach('failed');
  expect(rig.supervisor.status().error).toEqual({ code: 'auth_failed', detail: 'ERR_NGROK_105' });
  expect(rig.edge.tokens).toContain(token);
  expect(rig.lines.join()).toContain('Your authtoken: ***');
  expect(JSON.stringify([rig.lines, rig.supervisor.status()])).not.toContain(token);
});

test('a domain that is online elsewhere is said, and taken when it is free', async () => {
  const rig = await startRig();
  rig.edge.setBusy(true);
  rig.supervisor.start();
  await expect
    .poll(() => rig.supervisor.status().error, { timeout: LIMIT_MS })
    .toEqual({ code: 'domain_in_use', detail: 'ERR_NGROK_334' });
  rig.edge.setBusy(false);
  await rig.reach('online');
});

test('an authority that is not known is a matter of certificates', async () => {
  const rig = await startRig({ ca: readTls('server.pem') });
  rig.supervisor.start();
  await expect
    .poll(() => rig.supervisor.status().error, { timeout: LIMIT_MS })
    .toEqual({ code: 'tls', detail: null });
});

test('an edge that goes away and comes back is found again within ten seconds', async () => {
  const rig = await startRig();
  rig.supervisor.start();
  await rig.reach('online');
  await rig.edge.down();
  await rig.reach('degraded');
  await rig.reach('offline');
  await rig.edge.up();
  expect((await rig.reach('online', 20_000)) / slowdown()).toBeLessThan(10_000);
  expect(await postOrder(rig.url, 'order-1')).toBe(200);
  expect(rig.pids.filter(isAlive)).toHaveLength(1);
});

test('a session that fell silent is noticed by a question, left, and replaced', async () => {
  const rig = await startRig();
  rig.supervisor.start();
  await rig.reach('online');
  rig.edge.muteSessions();
  await rig.reach('degraded');
  await rig.reach('online', 25_000);
  expect(await postOrder(rig.url, 'order-1')).toBe(200);
  expect(rig.pids.filter(isAlive)).toHaveLength(1);
});

test('an edge that takes the connection and never says a word is given up, and found again when it speaks', async () => {
  // A minute of waiting becomes three seconds.
  const rig = await startRig({ pace: 20 });
  rig.edge.setSilent(true);
  rig.supervisor.start();
  await rig.reach('offline');
  expect(rig.supervisor.status().error).toEqual({ code: 'timeout', detail: null });
  expect(rig.edge.tokens).toEqual([]);
  await expect.poll(() => rig.pids.length, { timeout: LIMIT_MS }).toBeGreaterThan(1);
  rig.edge.setSilent(false);
  await rig.reach('online');
  expect(rig.pids.filter(isAlive)).toHaveLength(1);
});

test('when the computer wakes up, a connection that has got no answer for a while is made anew', async () => {
  const rig = await startRig();
  rig.edge.setSilent(true);
  rig.supervisor.start();
  await expect.poll(() => rig.pids.length, { timeout: LIMIT_MS }).toBe(1);
  await setTimeout(5_100);
  rig.edge.setSilent(false);
  expect(rig.supervisor.status().state).toBe('starting');
  rig.supervisor.wake();
  await rig.reach('online');
});

test('it is gone within two seconds, also when its session is silent', async () => {
  const rig = await startRig();
  rig.supervisor.start();
  await rig.reach('online');
  rig.edge.muteSessions();
  const began = performance.now();
  await rig.supervisor.stop();
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(rig.pids.filter(isAlive)).toEqual([]);
});

test('a client that dies is replaced', async () => {
  const rig = await startRig();
  rig.supervisor.start();
  await rig.reach('online');
  process.kill(rig.pids[0] ?? 0, 'SIGKILL');
  await rig.reach('degraded');
  expect(rig.supervisor.status().error?.code).toBe('binary_crashed');
  await rig.reach('online');
});

import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeSshKey } from '../../../src/main/tunnel/ssh-key.ts';
import { freePort } from '../../services/free-port.ts';
import { startBlackHole } from './black-hole.ts';
import { orderBody, postOrder } from './rig.ts';
import { startSshRig } from './ssh-rig.ts';
import { slowdown } from '../../processor-time.ts';

test('a webhook goes through a socket of the server to the receiver, byte for byte, many at a time', async () => {
  const rig = await startSshRig();
  const { reach, supervisor } = rig.watch();
  supervisor.start();
  await reach('online');
  expect(supervisor.status()).toMatchObject({ attempt: 0, error: null, lastProbe: { ok: true } });
  expect(await postOrder(rig.front.url, 'order-1')).toBe(200);
  const many = await Promise.all(
    Array.from({ length: 50 }, (_, index) => postOrder(rig.front.url, `many-${String(index)}`)),
  );
  expect(many.every((status) => status === 200)).toBe(true);
  expect(rig.receiver.received).toHaveLength(51);
  expect(rig.receiver.received[0]?.body).toBe(orderBody('order-1'));
});

test('a port of the server serves as well', async () => {
  const rig = await startSshRig({ bind: await freePort() });
  const { reach, supervisor } = rig.watch();
  supervisor.start();
  await reach('online');
  expect(await postOrder(rig.front.url, 'order-1')).toBe(200);
});

test('the first key of the server is pinned, and another one is refused until it is accepted', async () => {
  const rig = await startSshRig();
  const first = rig.watch();
  first.supervisor.start();
  await first.reach('online');
  const known = rig.sshd.hostFingerprint();
  expect(rig.pinned()).toBe(known);
  await first.supervisor.stop();

  rig.sshd.kill();
  rig.sshd.changeHostKey();
  await rig.sshd.start();
  const second = rig.watch({ hostKey: known });
  second.supervisor.start();
  await second.reach('failed');
  expect(second.supervisor.status().error).toEqual({
    code: 'hostkey_mismatch',
    detail: rig.sshd.hostFingerprint(),
  });
  expect(rig.pinned()).toBe(known);
  await second.supervisor.stop();

  const third = rig.watch({ hostKey: rig.sshd.hostFingerprint() });
  third.supervisor.start();
  await third.reach('online');
});

test('a key that the server does not know, and one that is none, need a person', async () => {
  const rig = await startSshRig();
  for (const privateKey of [(await makeSshKey()).privateKey, 'no key at all']) {
    const { reach, supervisor } = rig.watch({ privateKey });
    supervisor.start();
    await reach('failed');
    expect(supervisor.status().error).toEqual({ code: 'auth_failed', detail: null });
    await supervisor.stop();
  }
});

test('a port that the server does not allow is said, and tried again', async () => {
  const allowed = await freePort();
  const bind = await freePort();
  const rig = await startSshRig({ options: `permitlisten="localhost:${String(allowed)}" `, bind });
  const { reach, supervisor } = rig.watch();
  supervisor.start();
  await reach('offline');
  expect(supervisor.status().error).toEqual({ code: 'forward_denied', detail: String(bind) });
  expect(supervisor.status().nextRetryAt).not.toBeNull();
});

test('a server that was killed and comes back is used again by itself', async () => {
  const rig = await startSshRig();
  const { reach, supervisor, states } = rig.watch();
  supervisor.start();
  await reach('online');
  rig.sshd.kill();
  const noticedMs = await reach('degraded');
  expect(noticedMs).toBeLessThan(1_000);
  await reach('offline');
  await rig.sshd.start();
  expect((await reach('online', 20_000)) / slowdown()).toBeLessThan(12_000);
  expect(states).toEqual(['starting', 'online', 'degraded', 'offline', 'online']);
  expect(await postOrder(rig.front.url, 'order-1')).toBe(200);
});

test('a connection on which bytes vanish is noticed, and a new one takes the socket over at once', async () => {
  const rig = await startSshRig();
  const hole = await startBlackHole(rig.sshd.port);
  const { reach, supervisor } = rig.watch({ port: hole.port, keepaliveMs: 1_000 });
  supervisor.start();
  await reach('online');
  hole.swallow(true);
  await reach('degraded');
  hole.swallow(false);
  expect((await reach('online', 20_000)) / slowdown()).toBeLessThan(10_000);
  expect(await postOrder(rig.front.url, 'order-1')).toBe(200);
});

test('a server that hangs is left within two seconds', async () => {
  const rig = await startSshRig();
  const { reach, supervisor } = rig.watch();
  supervisor.start();
  await reach('online');
  rig.sshd.freeze(true);
  const began = performance.now();
  await supervisor.stop();
  expect(performance.now() - began).toBeLessThan(2_000);
  rig.sshd.freeze(false);
});

test('an address that the server prints has to be the one in the portal, also when it changes later', async () => {
  const rig = await startSshRig({ options: 'command="sh $HOME_OF_TEST/greet.sh" ' });
  const changed = path.join(rig.dir, 'changed');
  fs.writeFileSync(
    path.join(rig.dir, 'greet.sh'),
    [
      'echo "Welcome. Help: http://127.0.0.1/docs"',
      `printf '\\033[1mYour tunnel: ${rig.front.url}\\033[0m\\n'`,
      `while [ ! -e ${changed} ]; do sleep 0.05; done`,
      'echo "Your tunnel: https://other.example"',
      'sleep 30',
    ].join('\n'),
  );
  const { reach, supervisor } = rig.watch({ urlPattern: 'https?://\\S+' });
  supervisor.start();
  await reach('online');
  fs.writeFileSync(changed, '');
  await reach('failed');
  expect(supervisor.status().error).toEqual({ code: 'address_changes', detail: 'https://other.example' });
});

import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../../../src/main/core/inbound/types.ts';
import type { SettingsView } from '../../../../src/shared/ipc-contract.ts';
import { noSecrets } from '../../../fakes/no-secrets.ts';
import { SAMPLE_SETTINGS } from '../../../fakes/sample-settings.ts';
import { changeOf } from '../inbound/webhook-evidence-rig.ts';
import { view } from './tunnel-rig.ts';
import { createRig } from './way-in-rig.ts';

function delivery(at: string, outcome: Delivery['outcome']): Delivery {
  return { at, outcome, status: 200, ms: 1, bytes: 9, orderId: '1', notes: [] };
}
function onPort(port: number): SettingsView {
  const shown = view();
  return { ...shown, settings: { ...shown.settings, receiver: { ...shown.settings.receiver, port } } };
}

test('the receiver opens first, and a port that moves takes the tunnel down before it is given up', async () => {
  const { address, steps, pass } = createRig();
  await address.follow(view());
  await pass(100);
  expect(steps).toEqual(['receiver opened', 'tunnel opened']);
  await address.follow(view());
  await pass(100);
  expect(steps).toEqual(['receiver opened', 'tunnel opened', 'receiver opened']);
  steps.length = 0;
  await address.follow(onPort(4_801));
  await pass(100);
  expect(steps).toEqual(['tunnel closed', 'receiver opened', 'tunnel opened']);
  steps.length = 0;
  await address.stop();
  expect(steps).toEqual(['tunnel closed', 'receiver closed']);
});

test('while the receiver has another port than the settings say no tunnel leads to it', async () => {
  const { address, state, steps, pass } = createRig();
  state.port = 1;
  await address.hold();
  expect(steps).toEqual([`holds ${String(SAMPLE_SETTINGS.receiver.port)}`]);
  address.minute();
  await pass(100);
  expect(address.pages.status().state).toBe('stopped');
  await address.follow(view());
  await pass(100);
  state.port = 1;
  address.minute();
  await pass(100);
  expect(address.pages.status()).toMatchObject({ state: 'offline', error: { code: 'local_down' } });
  state.port = view().settings.receiver.port;
  address.wake();
  await pass(100);
  expect(address.pages.status().state).toBe('online');
});

test.each([
  ['has lost its secret', 'degraded', 'receiver-no-secret'],
  ['cannot read its secret yet', 'down', 'keychain-unavailable'],
  ['has lost its port', 'down', 'receiver-port-in-use'],
] as const)(
  'while the receiver %s no webhook counts as arriving, proven or not',
  async (_why, state, code) => {
    const { address, state: rig, pass, now } = createRig();
    await address.follow(view());
    await pass(100);
    rig.hooks?.record(delivery(now(), 'stored'));
    expect(address.webhooksArrive()).toBe(true);
    rig.hooks?.onState(state, code);
    expect(address.webhooksArrive()).toBe(false);
    rig.hooks?.onState('ok', 'ok');
    expect(address.webhooksArrive()).toBe(true);
  },
);

test('a port that is given up takes the tunnel down before it, too', async () => {
  const { address, steps, pass } = createRig();
  await address.follow(view());
  await pass(100);
  steps.length = 0;
  await address.follow(view({}, { configured: false, secrets: noSecrets() }));
  await pass(100);
  expect(steps).toEqual(['tunnel closed', 'receiver closed']);
});

test('a receiver that cannot be tried again is written down', async () => {
  const { address, state, log, settle } = createRig();
  const error = new Error('no');
  state.retry = () => Promise.reject(error);
  address.minute();
  await settle();
  expect(log.error.mock.calls).toEqual([['The receiver could not be tried again', error]]);
});

test.each([
  ['stored', true],
  ['duplicate', true],
  ['not-an-order', false],
  ['wrong-secret', false],
] as const)(
  'a call that was %s is passed on; it stands for the way being free: %s',
  async (outcome, stands) => {
    const { address, state, deliveries, pass, now } = createRig();
    await address.follow(view());
    await pass(100);
    expect(address.pages.status().lastInboundAt).toBeNull();
    const call = delivery(now(), outcome);
    state.hooks?.record(call);
    expect(deliveries).toEqual([call]);
    expect(address.pages.status().lastInboundAt !== null).toBe(stands);
    expect(address.isProven()).toBe(stands);
    expect(address.webhooksArrive()).toBe(stands);
  },
);

test('the receiver says how it stands, and strangers that crowd it are shown until five minutes are over', async () => {
  const { address, state, light, pass, log } = createRig();
  await address.follow(view({ provider: 'none' }));
  expect(address.receiver()).toEqual(['ok', 'ok']);
  expect(light()).toEqual(['ok', 'ok']);
  state.hooks?.onCrowded();
  expect(light()).toEqual(['degraded', 'receiver-crowded']);
  expect(log.warn).toHaveBeenCalledTimes(1);
  await pass(6 * 60_000);
  address.minute();
  expect(light()).toEqual(['ok', 'ok']);
});

test('a server’s key that is accepted begins the tunnel anew, one that cannot be kept does not', async () => {
  const { address, state, steps, pass, hint } = createRig();
  expect(await address.pages.sshKey(true)).toEqual({ ok: true, publicKey: 'new' });
  await address.follow(view());
  await pass(100);
  expect(hint).toHaveBeenCalledTimes(1);
  steps.length = 0;
  state.saves = false;
  expect((await address.pages.acceptHostKey('SHA256:x')).ok).toBe(false);
  await pass(100);
  expect(steps).toEqual([]);
  state.saves = true;
  expect((await address.pages.acceptHostKey('SHA256:x')).ok).toBe(true);
  await pass(100);
  expect(steps).toEqual(['tunnel closed', 'tunnel opened']);
});

describe('what the platform calls about', () => {
  const MINUTE = 60_000;

  test('is missed when asking had to find it although the way was free, and not when the call came', async () => {
    const { address, state, light, pass, now } = createRig();
    await address.follow(view());
    await pass(5 * MINUTE);
    const brought = changeOf('a', 'READY_FOR_PICKUP', now());
    address.noteFound([brought]);
    state.hooks?.onCall(brought.after.order);
    await pass(3 * MINUTE);
    expect(light()).toEqual(['ok', 'ok']);
    address.noteFound([changeOf('b', 'READY_FOR_PICKUP', now())]);
    await pass(3 * MINUTE);
    expect(light()).toEqual(['degraded', 'webhook-not-calling']);
    expect(address.receiver()).toEqual(['ok', 'ok']);
  });

  test('is not expected without a tunnel, nor while the computer slept', async () => {
    const without = createRig();
    await without.address.follow(view({ provider: 'none' }));
    await without.pass(5 * MINUTE);
    without.address.noteFound([changeOf('a', 'READY_FOR_PICKUP', without.now())]);
    await without.pass(5 * MINUTE);
    expect(without.light()).toEqual(['ok', 'ok']);
    const { address, light, pass, now } = createRig();
    await address.follow(view());
    await pass(5 * MINUTE);
    address.noteFound([changeOf('a', 'READY_FOR_PICKUP', now())]);
    address.wake();
    await pass(5 * MINUTE);
    expect(light()).toEqual(['ok', 'ok']);
  });

  test('and was refused is asked for soon', async () => {
    const { address, state, hint, pass, now } = createRig();
    await address.follow(view());
    await pass(MINUTE);
    const before = hint.mock.calls.length;
    state.hooks?.record(delivery(now(), 'wrong-path'));
    expect(hint).toHaveBeenCalledTimes(before + 1);
  });

  test('is not waited for after the end', async () => {
    const { address, pass, now, timers } = createRig();
    await address.follow(view());
    await pass(5 * MINUTE);
    address.noteFound([changeOf('a', 'READY_FOR_PICKUP', now())]);
    await address.stop();
    expect(timers()).toBe(0);
  });
});

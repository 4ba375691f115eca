import { describe, expect, test } from 'vitest';
import { createTunnelRig } from './rig.ts';

const MINUTE = 60_000;
const down = { type: 'down', error: { code: 'unreachable', detail: null } } as const;

describe('a connection that ends', () => {
  test('is degraded at once, and tried again after half a second, one, two and five', async () => {
    const rig = createTunnelRig({ autoUp: false });
    rig.supervisor.start();
    await rig.settle();
    rig.emit({ type: 'up' });
    await rig.pass(1_000);
    rig.emit(down);
    expect(rig.supervisor.status()).toMatchObject({ state: 'degraded', error: { code: 'unreachable' } });
    const opened: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const before = rig.links.length;
      const from = rig.monotonicMs();
      while (rig.links.length === before) await rig.pass(100);
      opened.push(rig.monotonicMs() - from);
      rig.emit(down);
    }
    expect(opened).toEqual([500, 1_000, 2_000, 5_000, 10_000]);
    expect(rig.supervisor.status().state).toBe('offline');
  });

  test('says when it is tried again', async () => {
    const rig = createTunnelRig();
    rig.supervisor.start();
    await rig.pass(1_000);
    const at = Date.parse(rig.now());
    rig.emit(down);
    expect(Date.parse(rig.supervisor.status().nextRetryAt ?? '') - at).toBe(500);
    await rig.pass(600);
    expect(rig.supervisor.status()).toMatchObject({ state: 'online', nextRetryAt: null });
  });

  test('network or resume do not wait for the pause to end', async () => {
    const rig = createTunnelRig({ autoUp: false });
    rig.supervisor.start();
    await rig.settle();
    rig.emit(down);
    rig.supervisor.wake();
    await rig.settle();
    expect(rig.links).toHaveLength(2);
  });

  test('what a person has to repair is failed, and tried again only after a quarter of an hour', async () => {
    const rig = createTunnelRig({ autoUp: false });
    rig.supervisor.start();
    await rig.settle();
    rig.emit({ type: 'fatal', error: { code: 'auth_failed', detail: null } });
    await rig.pass(10 * MINUTE);
    expect(rig.links).toHaveLength(1);
    expect(rig.supervisor.status()).toMatchObject({ state: 'failed', error: { code: 'auth_failed' } });
    await rig.pass(5.5 * MINUTE);
    expect(rig.links).toHaveLength(2);
    expect(rig.supervisor.status().state).toBe('failed');
  });

  test('late news of a connection that was given up are not heard', async () => {
    const rig = createTunnelRig();
    rig.supervisor.start();
    await rig.pass(1_000);
    const [zombie] = rig.links;
    rig.emit(down);
    await rig.pass(1_000);
    expect(rig.supervisor.status().state).toBe('online');
    zombie?.emit({ type: 'fatal', error: { code: 'auth_failed', detail: null } });
    zombie?.emit(down);
    expect(rig.supervisor.status().state).toBe('online');
    expect(rig.links).toHaveLength(2);
  });

  test('the next one begins when nothing of it is left', async () => {
    const rig = createTunnelRig();
    rig.closeIn(1_900);
    rig.supervisor.start();
    await rig.pass(1_000);
    rig.emit(down);
    await rig.pass(1_800);
    expect(rig.links).toHaveLength(1);
    await rig.pass(200);
    expect(rig.links).toHaveLength(2);
  });
});

describe('a connection that never tells anything', () => {
  const silent = { autoUp: false } as const;

  test('is given up after a minute, said to be offline, and made anew', async () => {
    const rig = createTunnelRig(silent);
    rig.supervisor.start();
    await rig.pass(59_000);
    expect(rig.links).toHaveLength(1);
    expect(rig.supervisor.status().state).toBe('starting');
    await rig.pass(1_500);
    expect(rig.supervisor.status()).toMatchObject({ state: 'offline', error: { code: 'timeout' } });
    expect(rig.links[0]?.closed).not.toBeNull();
    await rig.pass(2_000);
    expect(rig.links).toHaveLength(2);
    rig.emit({ type: 'up' });
    await rig.settle();
    expect(rig.supervisor.status()).toMatchObject({ state: 'online', attempt: 0, error: null });
    await rig.pass(30 * MINUTE);
    expect(rig.links).toHaveLength(2);
  });

  test('is tried all day, and not in a storm', async () => {
    const rig = createTunnelRig(silent);
    rig.supervisor.start();
    await rig.pass(60 * MINUTE);
    expect(rig.links.length).toBeGreaterThan(30);
    expect(rig.links.length).toBeLessThan(70);
    expect(rig.links.filter(({ closed }) => closed === null)).toHaveLength(1);
  });

  test('is made anew after sleep or with another network, but not while it is young', async () => {
    const rig = createTunnelRig(silent);
    rig.supervisor.start();
    await rig.pass(1_000);
    rig.supervisor.wake();
    await rig.settle();
    expect(rig.links).toHaveLength(1);
    await rig.pass(5_000);
    rig.supervisor.wake();
    await rig.settle();
    expect(rig.links).toHaveLength(2);
    expect(rig.links[0]?.closed).not.toBeNull();
  });
});

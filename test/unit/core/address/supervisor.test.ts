import { describe, expect, test } from 'vitest';
import { ALIVE, createTunnelRig, failing } from './rig.ts';

const MINUTE = 60_000;

describe('proofs', () => {
  test('a connection that is up is not online before a question came back', async () => {
    const rig = createTunnelRig();
    rig.answer(failing('timeout'));
    rig.supervisor.start();
    await rig.pass(5_000);
    expect(rig.supervisor.status().state).toBe('starting');
    rig.answer(ALIVE);
    await rig.pass(2_000);
    expect(rig.supervisor.status()).toMatchObject({ state: 'online', attempt: 0, error: null });
  });

  test('on ngrok an idle day stays far below the quota of 20,000 requests a month', async () => {
    const rig = createTunnelRig({ steadyMs: 5 * MINUTE });
    rig.supervisor.start();
    await rig.pass(24 * 60 * MINUTE);
    expect(rig.probes.length * 31).toBeLessThan(10_000);
    expect(rig.probes.length).toBeGreaterThan(250);
  });

  test('a webhook stands for a question, but not for ever', async () => {
    const rig = createTunnelRig();
    rig.supervisor.start();
    await rig.pass(1_000);
    for (let minute = 0; minute < 10; minute += 1) {
      await rig.pass(30_000);
      rig.supervisor.noteInbound();
    }
    expect(rig.probes).toHaveLength(1);
    for (let minute = 0; minute < 30; minute += 1) {
      await rig.pass(30_000);
      rig.supervisor.noteInbound();
    }
    expect(rig.probes).toHaveLength(2);
  });

  test('a webhook while not online asks at once instead of waiting', async () => {
    const rig = createTunnelRig({ hasLink: false });
    rig.answer(failing('timeout'));
    rig.supervisor.start();
    await rig.pass(10 * MINUTE);
    rig.answer(ALIVE);
    rig.supervisor.noteInbound();
    await rig.settle();
    expect(rig.supervisor.status().state).toBe('online');
  });
});

describe('a tunnel that stops answering', () => {
  test('is degraded at the first miss, offline at the third, made anew, and online when that works', async () => {
    const rig = createTunnelRig();
    rig.supervisor.start();
    await rig.pass(MINUTE);
    rig.answer(failing('timeout'));
    await rig.pass(1.5 * MINUTE);
    expect(rig.states).toEqual(['starting', 'online', 'degraded', 'offline']);
    expect(rig.links.length).toBeGreaterThan(1);
    rig.answer(ALIVE);
    await rig.pass(MINUTE);
    expect(rig.states).toEqual(['starting', 'online', 'degraded', 'offline', 'online']);
  });

  test('is made anew ever more rarely, at most every five minutes', async () => {
    const rig = createTunnelRig();
    rig.supervisor.start();
    await rig.pass(1_000);
    rig.answer(failing('timeout'));
    await rig.pass(60 * MINUTE);
    const gaps = rig.links.slice(2).map((link, index) => link.at - (rig.links[index + 1]?.at ?? 0));
    expect(gaps[0]).toBeGreaterThanOrEqual(10_000);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(6 * MINUTE);
    expect(gaps.at(-1)).toBeGreaterThanOrEqual(5 * MINUTE);
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
  });

  test('is never made anew for what happens on this computer, without network, or for a quota', async () => {
    for (const code of ['local_down', 'no_network', 'quota'] as const) {
      const rig = createTunnelRig();
      rig.supervisor.start();
      await rig.pass(1_000);
      rig.answer(failing(code));
      await rig.pass(60 * MINUTE);
      expect(rig.links, code).toHaveLength(1);
      expect(rig.supervisor.status()).toMatchObject({ error: { code } });
      expect(rig.supervisor.status().state, code).not.toBe('online');
    }
  });

  test('is closed at once when another program answers on the port, and begun again only much later', async () => {
    const rig = createTunnelRig();
    rig.supervisor.start();
    await rig.pass(1_000);
    rig.answer(failing('port_taken'));
    await rig.pass(2 * MINUTE);
    expect(rig.links).toHaveLength(1);
    expect(rig.links[0]?.closed).not.toBeNull();
    expect(rig.supervisor.status()).toMatchObject({ state: 'failed', error: { code: 'port_taken' } });
    rig.answer(ALIVE);
    await rig.pass(20 * MINUTE);
    expect(rig.supervisor.status()).toMatchObject({ state: 'online', error: null });
  });

  test('after sleep the first miss makes a new connection', async () => {
    const rig = createTunnelRig();
    rig.supervisor.start();
    await rig.pass(1_000);
    rig.answer(failing('timeout'));
    rig.supervisor.wake();
    await rig.settle();
    expect(rig.links).toHaveLength(2);
  });

  test('after sleep a connection that still answers is kept', async () => {
    const rig = createTunnelRig();
    rig.supervisor.start();
    await rig.pass(1_000);
    rig.supervisor.wake();
    await rig.settle();
    expect(rig.links).toHaveLength(1);
    expect(rig.probes).toHaveLength(2);
  });
});

test('an own address that webhooks reach and this computer does not is unproven, not broken', async () => {
  const rig = createTunnelRig({ hasLink: false });
  rig.answer(failing('timeout'));
  rig.supervisor.start();
  await rig.pass(MINUTE);
  expect(rig.supervisor.status()).toMatchObject({ state: 'offline', error: { code: 'timeout' } });
  rig.supervisor.noteInbound();
  await rig.settle();
  expect(rig.supervisor.status()).toMatchObject({ state: 'degraded', error: { code: 'unverified' } });
  expect(await rig.supervisor.test()).toMatchObject({ ok: false, error: { code: 'unverified' } });
});

test('stopped means that nothing is asked and nothing is tried any more', async () => {
  const rig = createTunnelRig();
  rig.supervisor.start();
  await rig.pass(1_000);
  await rig.supervisor.stop();
  expect(rig.timers()).toBe(0);
  expect(rig.links[0]?.closed).not.toBeNull();
  expect(rig.supervisor.status()).toMatchObject({ state: 'stopped', error: null });
});

test('a test by hand answers the round trip, or what the connection said', async () => {
  const rig = createTunnelRig({ autoUp: false });
  rig.supervisor.start();
  await rig.settle();
  expect(await rig.supervisor.test()).toEqual({ ok: true, ms: 40 });
  rig.emit({ type: 'fatal', error: { code: 'auth_failed', detail: null } });
  rig.answer(failing('http_status'));
  expect(await rig.supervisor.test()).toEqual({ ok: false, error: { code: 'auth_failed', detail: null } });
});

test('before it is started it is stopped, hears nothing and asks nothing', async () => {
  const rig = createTunnelRig();
  const { since } = rig.supervisor.status();
  expect(rig.supervisor.status()).toMatchObject({ state: 'stopped', attempt: 0, since: rig.now() });
  rig.supervisor.noteInbound();
  rig.supervisor.wake();
  await rig.pass(MINUTE);
  expect([rig.links, rig.probes]).toEqual([[], []]);
  expect(rig.supervisor.status()).toMatchObject({ state: 'stopped', since });
  expect(await rig.supervisor.test()).toEqual({ ok: true, ms: 40 });
  expect(rig.supervisor.status()).toMatchObject({ state: 'stopped', lastProbe: null });
});

test('since when it is as it is changes with the state alone', async () => {
  const rig = createTunnelRig();
  rig.supervisor.start();
  await rig.pass(1_000);
  const { since } = rig.supervisor.status();
  await rig.pass(10 * MINUTE);
  expect(rig.supervisor.status()).toMatchObject({ state: 'online', since });
  rig.answer(failing('timeout'));
  await rig.pass(2 * MINUTE);
  expect(rig.supervisor.status().since).not.toBe(since);
});

test('once it was proven, an own address that fails is broken, whatever came in since', async () => {
  const rig = createTunnelRig({ hasLink: false });
  rig.supervisor.start();
  await rig.pass(1_000);
  rig.answer(failing('timeout'));
  rig.supervisor.noteInbound();
  await rig.pass(20 * MINUTE);
  expect(rig.supervisor.status().error).toEqual({ code: 'timeout', detail: null });
});

test('a wake-up leaves a young attempt alone, and takes the place of one that is older than five seconds', async () => {
  const rig = createTunnelRig({ autoUp: false });
  rig.supervisor.start();
  await rig.pass(4_999);
  rig.supervisor.wake();
  await rig.settle();
  expect(rig.links).toHaveLength(1);
  await rig.pass(1);
  rig.supervisor.wake();
  await rig.settle();
  expect(rig.links).toHaveLength(2);
});

test('a webhook while the connection opens asks nothing, and is noted', async () => {
  const rig = createTunnelRig({ autoUp: false });
  rig.supervisor.start();
  await rig.settle();
  rig.supervisor.noteInbound();
  await rig.settle();
  expect(rig.probes).toHaveLength(0);
  expect(rig.supervisor.status().lastInboundAt).toBe(rig.now());
});

test('a test by hand of a connection that is up answers what it found, not what was wrong before', async () => {
  const rig = createTunnelRig();
  rig.answer(failing('timeout'));
  rig.supervisor.start();
  await rig.pass(1_000);
  rig.answer(failing('http_status'));
  expect(await rig.supervisor.test()).toEqual({ ok: false, error: { code: 'http_status', detail: null } });
});

test('a test by hand while the connection opens and has said nothing answers what it found', async () => {
  const rig = createTunnelRig({ autoUp: false });
  rig.answer(failing('http_status'));
  rig.supervisor.start();
  expect(await rig.supervisor.test()).toEqual({ ok: false, error: { code: 'http_status', detail: null } });
});

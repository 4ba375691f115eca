import { describe, expect, test } from 'vitest';
import { openPolling } from './polling-rig.ts';

const MINUTE = 60_000;

describe('a key that is refused', () => {
  test('is red and rings at once, is tried again every five minutes, and a new one is tried at once', async () => {
    const { simulator, start, until, pass, secrets } = await openPolling();
    const { polling, outages, outcomes, health, told } = start();
    polling.follow('key 1');
    await until(() => outcomes.length === 1, MINUTE);
    simulator.access.setTokens(['clave-nueva']);
    await until(() => outcomes.length === 2, 2 * MINUTE);
    expect(health.read().partner).toMatchObject({ state: 'down', code: 'partner-unauthorized' });
    expect(outages).toMatchObject([{ raised: [{ kind: 'connection', cause: 'unauthorized' }] }]);
    await pass(4 * MINUTE);
    expect(outcomes).toHaveLength(2);
    await pass(16 * MINUTE);
    expect(outcomes.length).toBeGreaterThanOrEqual(5);
    expect(outcomes.length).toBeLessThanOrEqual(7);
    expect(outages).toHaveLength(1);

    const before = outcomes.length;
    secrets['partner-token'] = 'clave-nueva';
    polling.follow('key 2');
    await until(() => outcomes.length > before, 15_000);
    expect(outcomes.at(-1)?.ok).toBe(true);
    expect(health.read().partner.state).toBe('ok');
    expect(told.at(-1)?.isBack).toBe(true);
  });
});

describe('a keychain that closes', () => {
  test('while there is a shop rings, though nothing can be asked, and the key that is back heals it', async () => {
    const { simulator, start, until, pass } = await openPolling();
    const { polling, outages, outcomes, health, told } = start();
    polling.follow('shop');
    await until(() => outcomes.length === 1, MINUTE);
    simulator.orders.ready(simulator.orders.create({}).id);
    polling.follow(null, { detail: 'locked' });
    await pass(10 * MINUTE);
    polling.follow(null, { detail: 'locked' });
    expect(outages).toMatchObject([{ raised: [{ kind: 'connection', cause: 'keychain-unavailable' }] }]);
    expect(health.read().partner.code).toBe('keychain-unavailable');
    polling.follow('shop');
    await until(() => told.length > 0, MINUTE);
    expect(told).toMatchObject([{ isBack: true, gap: 10 }]);
    expect(health.read().partner.state).toBe('ok');
  });

  test('before there was any shop is no alert', async () => {
    const { start, pass } = await openPolling();
    const { polling, outages, health } = start();
    polling.follow(null, { detail: 'locked' });
    await pass(10 * MINUTE);
    expect(outages.flatMap(({ raised }) => raised)).toEqual([]);
    expect(health.read().partner.code).toBe('keychain-unavailable');
  });
});

describe('keys that are gone', () => {
  test('from a shop that worked ring like a closed keychain, and those that are back heal it', async () => {
    const { start, until, pass } = await openPolling();
    const { polling, outages, outcomes, health } = start();
    polling.follow('shop');
    await until(() => outcomes.length === 1, MINUTE);
    polling.follow(null);
    expect(health.read().partner).toMatchObject({ state: 'down', code: 'keys-gone' });
    await pass(10 * MINUTE);
    expect(outages).toMatchObject([{ raised: [{ kind: 'connection', cause: 'keys-gone' }] }]);
    polling.follow('shop');
    await until(() => health.read().partner.state === 'ok', MINUTE);
  });

  test('are no alarm where nothing was ever asked: somebody is setting it up', async () => {
    const { start, pass } = await openPolling();
    const { polling, outages, health } = start();
    polling.follow(null);
    await pass(10 * MINUTE);
    expect(outages.flatMap(({ raised }) => raised)).toEqual([]);
    expect(health.read().partner).toMatchObject({ state: 'off', code: 'not-configured' });
  });
});

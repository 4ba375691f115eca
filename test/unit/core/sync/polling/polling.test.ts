import { describe, expect, test } from 'vitest';
import type { PartnerError } from '../../../../../src/shared/partner.ts';
import { news } from '../../../../fixtures/news.ts';
import { pollingRig } from './rig.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const failure = (code: PartnerError['code'], detail: string | null = null): PartnerError => ({
  code,
  status: null,
  detail,
  retryAfterMs: null,
  isRouteMissing: false,
});
const ready = (...codes: readonly string[]) => codes.map((code) => news({ id: code, code }));

describe('a poll', () => {
  test('stores what it finds, shows it, passes it on, and says when the platform answered', async () => {
    const { polling, platform, published, found, outcomes, partner, lastPollAt, storeLight, time } =
      pollingRig();
    platform.orders = ready('1', '2');
    polling.follow('shop');
    await time.pass(1_000);
    expect(published).toEqual([{ codes: ['1', '2'], gap: undefined, back: 0 }]);
    expect(found).toEqual(['1', '2']);
    expect(outcomes).toMatchObject([{ ok: true, read: 2, added: 2, changed: 0 }]);
    expect(partner()).toEqual(['ok', 'ok', null]);
    expect(lastPollAt()).toBe(outcomes[0]?.at);
    expect(storeLight).toEqual(['mended']);
  });

  test('that fails says why, and is no proof that the platform answered', async () => {
    const { polling, platform, outcomes, partner, lastPollAt, storeLight, time } = pollingRig();
    platform.error = failure('forbidden', 'not yours');
    polling.follow('shop');
    await time.pass(1_000);
    expect(outcomes).toMatchObject([{ ok: false }]);
    expect(partner()).toEqual(['down', 'partner-forbidden', 'not yours']);
    expect(lastPollAt()).toBeNull();
    expect(storeLight).toEqual([]);
  });

  test('that somebody ends says nothing about the platform', async () => {
    const { polling, platform, outcomes, partner, time, connection } = pollingRig();
    polling.follow('shop');
    await time.pass(1_000);
    platform.isSilent = true;
    const asked = polling.run('refresh');
    await time.pass(1_000);
    expect(polling.isAsked()).toBe(true);
    expect(polling.cancel()).toBe(true);
    expect(await asked).toMatchObject({ ok: false, error: { detail: 'cancelled' } });
    expect(partner()).toEqual(['ok', 'ok', null]);
    expect(outcomes).toHaveLength(2);
    expect(connection).toEqual([]);
  });

  test('that nobody answers is said to be slow, unless something worse is known', async () => {
    const { polling, platform, partner, time } = pollingRig();
    polling.follow('shop');
    await time.pass(1_000);
    platform.isSilent = true;
    void polling.run('catch-up');
    await time.pass(29_000);
    expect(partner()).toEqual(['ok', 'ok', null]);
    await time.pass(1_000);
    expect(partner()).toEqual(['degraded', 'sync-slow', null]);

    const other = pollingRig();
    other.platform.error = failure('forbidden');
    other.polling.follow('shop');
    await other.time.pass(1_000);
    other.platform.error = null;
    other.platform.isSilent = true;
    void other.polling.run('refresh');
    await other.time.pass(35_000);
    expect(other.partner()).toEqual(['down', 'partner-forbidden', null]);
  });

  test('shows the news although the screen throws, and says it in the log', async () => {
    const { polling, platform, broken, errors, outcomes, store, time } = pollingRig();
    platform.orders = ready('1');
    broken.screen = true;
    polling.follow('shop');
    await time.pass(1_000);
    expect(outcomes).toMatchObject([{ ok: true }]);
    expect(store.openAlerts()).toHaveLength(1);
    expect(errors).toEqual(['News could not be shown']);
  });
});

describe('the disk', () => {
  test('that takes nothing is said; the poll counts for nothing', async () => {
    const { polling, platform, broken, errors, outcomes, storeLight, time, lastPollAt } = pollingRig();
    platform.orders = ready('1');
    broken.store = 'disk full';
    polling.follow('shop');
    await time.pass(1_000);
    expect(storeLight).toEqual(['failed']);
    expect(errors).toEqual(['Asking for orders failed']);
    expect(outcomes).toEqual([]);
    expect(lastPollAt()).toBeNull();
  });

  test('that does not take one order takes the others; it is said with each poll and logged once', async () => {
    const { polling, platform, broken, errors, storeLight, store, time } = pollingRig();
    platform.orders = ready('1', '2');
    broken.orderId = '1';
    polling.follow('shop');
    await time.pass(1_000);
    expect(store.openAlerts().map(({ subject }) => subject)).toEqual(['2']);
    await polling.run('refresh');
    expect(storeLight).toEqual(['failed 1', 'failed 1']);
    expect(errors).toEqual(['One order could not be stored and was passed over']);
    broken.orderId = '';
    await polling.run('refresh');
    expect(storeLight.at(-1)).toBe('mended');
  });
});

describe('an outage', () => {
  test('rings after the minutes in the settings; its end comes in one toast with what was missed', async () => {
    const { polling, platform, connection, published, store, time } = pollingRig();
    polling.follow('shop');
    await time.pass(1_000);
    platform.error = failure('offline');
    platform.orders = ready('1', '2');
    await time.pass(5 * MINUTE);
    expect(connection).toMatchObject([{ raised: [{ kind: 'connection', cause: 'offline' }], closed: [] }]);
    platform.error = null;
    polling.wake();
    await time.pass(MINUTE);
    expect(published).toMatchObject([{ codes: ['1', '2'], back: 1 }]);
    expect(published[0]?.gap).toBeGreaterThanOrEqual(4);
    expect(store.openAlerts().map(({ kind }) => kind)).toEqual(['ready', 'ready']);
  });

  test('that only waits for the settings does not ring', async () => {
    const { polling, platform, connection, time } = pollingRig();
    platform.error = failure('not-configured');
    polling.follow('shop');
    await time.pass(30 * MINUTE);
    expect(connection).toEqual([]);
  });

  test('ends with the shop that had it', async () => {
    const { polling, platform, connection, store, time } = pollingRig();
    platform.error = failure('unauthorized');
    polling.follow('shop');
    await time.pass(1_000);
    expect(store.openAlerts()).toHaveLength(1);
    polling.leaveShop();
    expect(connection.at(-1)).toMatchObject({ raised: [], closed: [{ cause: 'unauthorized' }] });
    expect(store.openAlerts()).toEqual([]);
    platform.error = null;
    await time.pass(HOUR);
    expect(store.lastCompleteSync()).toBeNull();
  });

  test('waits no more once polling stopped', async () => {
    const { polling, platform, connection, time } = pollingRig();
    platform.error = failure('offline');
    polling.follow('shop');
    await time.pass(MINUTE);
    await polling.stop();
    await time.pass(HOUR);
    expect(connection).toEqual([]);
  });
});

describe('without a key', () => {
  test('a shop that was never set up is off, and nothing rings', async () => {
    const { polling, partner, connection, time } = pollingRig();
    polling.follow(null);
    await time.pass(HOUR);
    expect(partner()).toEqual(['off', 'not-configured', null]);
    expect(connection).toEqual([{ raised: [], closed: [] }]);
  });

  test('a shop that asked before has lost it: that is said, and rings', async () => {
    const { polling, partner, connection, time } = pollingRig();
    polling.follow('shop');
    await time.pass(1_000);
    polling.follow(null);
    expect(partner()).toEqual(['down', 'keys-gone', null]);
    expect(connection).toEqual([]);
    await time.pass(2 * MINUTE);
    expect(connection).toMatchObject([{ raised: [{ cause: 'keys-gone' }] }]);
  });

  test('behind a keychain that stays closed: why is said, and it rings for a shop that asked before', async () => {
    const { polling, partner, connection, time } = pollingRig();
    polling.follow(null, { detail: 'locked' });
    expect(partner()).toEqual(['down', 'keychain-unavailable', 'locked']);
    await time.pass(HOUR);
    expect(connection.flatMap(({ raised }) => raised)).toEqual([]);

    const known = pollingRig();
    known.polling.follow('shop');
    await known.time.pass(1_000);
    known.polling.follow(null, { detail: 'locked' });
    await known.time.pass(2 * MINUTE);
    expect(known.connection).toMatchObject([{ raised: [{ cause: 'keychain-unavailable' }] }]);
  });
});

describe('sleep', () => {
  test('is said; after a long one how long it was, and the orders are asked for at once', async () => {
    const { polling, platform, power, published, time } = pollingRig();
    polling.follow('shop');
    await time.pass(1_000);
    polling.asleep();
    expect(power()).toEqual(['ok', 'power-asleep', null]);
    platform.orders = ready('1');
    time.jump(8 * HOUR);
    polling.awake();
    expect(power()).toEqual(['ok', 'power-slept', '480']);
    await time.pass(10_000);
    expect(published).toEqual([{ codes: ['1'], gap: 480, back: 0 }]);
  });

  test('that was a nap is not spoken of', async () => {
    const { polling, power, time } = pollingRig();
    polling.follow('shop');
    await time.pass(1_000);
    polling.asleep();
    time.jump(MINUTE);
    polling.awake();
    expect(power()).toEqual(['ok', 'ok', null]);
  });
});

test('silence while webhooks are proven to arrive is no gap', async () => {
  const { polling, platform, letWebhooksArrive, published, time } = pollingRig();
  letWebhooksArrive();
  polling.follow('shop');
  await time.pass(1_000);
  platform.error = failure('offline');
  for (let tick = 0; tick < 60; tick += 1) {
    await time.pass(MINUTE / 6);
    polling.tick();
  }
  platform.error = null;
  platform.orders = ready('1');
  await polling.run('refresh');
  expect(published.map(({ gap }) => gap)).toEqual([undefined]);
});

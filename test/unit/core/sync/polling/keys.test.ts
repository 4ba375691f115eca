import { expect, test } from 'vitest';
import { pollingRig } from './rig.ts';

const MINUTE = 60_000;
const NO_KEY = {
  code: 'not-configured',
  status: null,
  detail: 'no partner-token',
  retryAfterMs: null,
  isRouteMissing: false,
} as const;

test('a shop that lost its key is not calm after somebody asked for orders in vain', async () => {
  const { polling, platform, partner, connection, time } = pollingRig();
  polling.follow('shop');
  await time.pass(1_000);
  polling.follow(null);
  platform.error = NO_KEY;
  expect(await polling.refresh()).toMatchObject({ ok: false, error: { code: 'keys-gone', detail: null } });
  expect(partner()).toEqual(['down', 'keys-gone', null]);
  await time.pass(2 * MINUTE);
  expect(connection).toMatchObject([{ raised: [{ cause: 'keys-gone' }] }]);
});

test('nor is one whose key goes while it works', async () => {
  const { polling, platform, partner, connection, time } = pollingRig();
  polling.follow('shop');
  await time.pass(1_000);
  platform.error = NO_KEY;
  await time.pass(10 * MINUTE);
  expect(partner()).toEqual(['down', 'keys-gone', null]);
  expect(connection).toMatchObject([{ raised: [{ cause: 'keys-gone' }] }]);
});

test('a shop that never asked anything is only being set up', async () => {
  const { polling, platform, partner, connection, time } = pollingRig();
  platform.error = NO_KEY;
  polling.follow('shop');
  await time.pass(10 * MINUTE);
  expect(await polling.refresh()).toMatchObject({ ok: false, error: { code: 'not-configured' } });
  expect(partner()).toEqual(['off', 'not-configured', null]);
  expect(connection).toEqual([]);
});

import { expect, test } from 'vitest';
import { createGetJson } from '../../../src/main/partner/get-json.ts';
import type { Urgency } from '../../../src/main/core/sync/types.ts';
import { ok } from '../../../src/shared/result.ts';
import { createFakeTime } from '../../fakes/fake-time.ts';

const MINUTE = 60_000;
const SIGN_IN = {
  apiUrl: 'https://api.example',
  auth: 'token',
  clientId: '',
  destination: 'https://api.example',
} as const;

/** A platform that once asked to be left alone for fifteen minutes. */
async function heldRig() {
  const time = createFakeTime();
  let sent = 0;
  const getJson = createGetJson({
    auth: { token: () => Promise.resolve(ok('token')), refuse: () => undefined, forget: () => undefined },
    send: () => {
      sent += 1;
      const isFirst = sent === 1;
      return Promise.resolve(
        ok({ status: isFirst ? 429 : 200, body: '{}', retryAfter: isFirst ? '900' : null }),
      );
    },
    acquire: () => Promise.resolve(),
    monotonicMs: time.monotonicMs,
    nowMs: () => Date.parse(time.now()),
  });
  const ask = (urgency?: Urgency) => getJson(SIGN_IN, 'https://api.example/v2/orders', undefined, urgency);
  const askElsewhere = () =>
    getJson({ ...SIGN_IN, apiUrl: 'https://right.example' }, 'https://right.example/v2/orders');
  await ask();
  return { time, ask, askElsewhere };
}

const held = (retryAfterMs: number) => ({ ok: false, error: { code: 'rate-limited', retryAfterMs } });

test('nothing is sent until the time that the platform asked for is over', async () => {
  const { time, ask } = await heldRig();
  await time.pass(14 * MINUTE);
  expect(await ask()).toMatchObject(held(MINUTE));
  await time.pass(MINUTE);
  expect(await ask()).toMatchObject({ ok: true });
});

test('time that the computer slept counts, though timers stood still', async () => {
  const { time, ask } = await heldRig();
  time.jump(10 * MINUTE);
  expect(await ask()).toMatchObject(held(5 * MINUTE));
  time.jump(5 * MINUTE);
  expect(await ask()).toMatchObject({ ok: true });
});

test('a clock that is set back makes nobody wait longer than the platform asked', async () => {
  const { time, ask } = await heldRig();
  time.jump(-60 * MINUTE);
  await time.pass(15 * MINUTE);
  expect(await ask()).toMatchObject({ ok: true });
});

test('an address that was corrected does not wait for what the wrong one said', async () => {
  const { ask, askElsewhere } = await heldRig();
  expect(await ask()).toMatchObject(held(15 * MINUTE));
  expect(await askElsewhere()).toMatchObject({ ok: true });
});

test('a person who asks gets a try at once', async () => {
  const { ask } = await heldRig();
  expect(await ask('news')).toMatchObject(held(15 * MINUTE));
  expect(await ask('past')).toMatchObject(held(15 * MINUTE));
  expect(await ask('person')).toMatchObject({ ok: true });
});

test('a token that has no right here is not sent again: a new one may have it', async () => {
  const refused: string[] = [];
  let status = 403;
  let body = '{}';
  const getJson = createGetJson({
    auth: {
      token: () => Promise.resolve(ok('token')),
      refuse: (token) => void refused.push(token),
      forget: () => undefined,
    },
    send: () => Promise.resolve(ok({ status, body, retryAfter: null })),
    acquire: () => Promise.resolve(),
    monotonicMs: () => 0,
    nowMs: () => 0,
  });
  const ask = (urgency: Urgency) => getJson(SIGN_IN, 'https://api.example/v2/orders', undefined, urgency);
  expect(await ask('news')).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  expect(refused).toEqual(['token']);
  await ask('aside');
  body = '<html>';
  await ask('news');
  status = 500;
  await ask('news');
  expect(refused).toEqual(['token']);
});

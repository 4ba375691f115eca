import { expect, test } from 'vitest';
import { createSetup } from '../../../../src/main/core/setup/setup.ts';
import type { PartnerError } from '../../../../src/shared/partner.ts';
import { createFakeMostrador, healthOf } from '../../../fakes/mostrador-api.ts';
import { TUNNEL_STOPPED } from '../../../fakes/tunnel-status.ts';

const AT = '2026-03-12T12:00:00.000Z';

/** Returns what a check that ends so makes of the light of the platform. */
async function lightsOf(code: PartnerError['code'] | null): Promise<readonly unknown[]> {
  const view = await createFakeMostrador().api['settings:read']();
  const set: unknown[] = [];
  const unused = (): never => {
    throw new Error('not used');
  };
  const setup = createSetup({
    view: () => Promise.resolve(view),
    save: () => Promise.resolve(),
    partner: {
      getOrder: unused,
      check: () => {
        if (code === null) return Promise.resolve({ ok: true, orders: 0, ms: 5, shop: null });
        const error = { code, status: null, detail: null, retryAfterMs: null, isRouteMissing: false };
        return Promise.resolve({ ok: false, error });
      },
    },
    receive: unused,
    publish: unused,
    runTest: unused,
    records: {
      secretUse: unused,
      newestOrder: unused,
      lastTest: unused,
      noteTest: unused,
      caseOrders: unused,
      noteAsked: unused,
      asked: unused,
    },
    health: { read: () => healthOf(), set: (...light) => void set.push(light) },
    tunnel: () => TUNNEL_STOPPED,
    now: () => AT,
  });
  await setup.check();
  return set;
}

test('a check shows what the platform answered', async () => {
  expect(await lightsOf(null)).toEqual([['partner', 'ok', 'ok', null]]);
  expect(await lightsOf('unauthorized')).toEqual([['partner', 'down', 'partner-unauthorized', null]]);
});

test('a check that could not ask makes no light calm that says why', async () => {
  expect(await lightsOf('not-configured')).toEqual([]);
});

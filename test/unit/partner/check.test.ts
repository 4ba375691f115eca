import { expect, test } from 'vitest';
import { createPartnerClient } from '../../../src/main/partner/client.ts';
import { ok } from '../../../src/shared/result.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/settings.ts';
import { sampleOrder } from './sample-order.ts';

function clientOf(orders: readonly unknown[]) {
  const { shop } = DEFAULT_SETTINGS;
  return createPartnerClient({
    settings: () => ({ ...DEFAULT_SETTINGS, shop: { ...shop, chainId: 'chain', vendorId: '987654' } }),
    secrets: { read: () => Promise.resolve(ok('token')) },
    now: () => '2026-11-30T12:00:00.000Z',
    log: { info: () => undefined, warn: () => undefined },
    fetch: () => Promise.resolve(Response.json({ orders, total_pages: 1 })),
  });
}
const OWN = sampleOrder({ client: { store_id: '0987654', name: 'Propia', country_code: 'cl' } });
const OTHER = sampleOrder({ client: { store_id: '111', name: 'Ajena', country_code: 'ar' } });

test('a check takes name and country from an order of this shop only', async () => {
  expect(await clientOf([OTHER]).check()).toMatchObject({ ok: true, shop: null });
  expect(await clientOf([OTHER, OWN]).check()).toMatchObject({ ok: true, shop: { name: 'Propia' } });
});

import { describe, expect, it } from 'vitest';
import type { StoredOrder } from '../../../src/shared/orders/order.ts';
import { msBetween } from '../../../src/shared/time.ts';
import { kilos, line, unit } from '../../unit/partner/sample-order.ts';
import { startAuditRig } from './rig.ts';

const ID = '9d4a63b5-3e07-4440-96af-000000000001';

/** What the real receiver and store make of one body, and the kinds of alert that ring for it. */
async function send(changes: Readonly<Record<string, unknown>>): Promise<{
  readonly stored: StoredOrder;
  readonly rings: readonly string[];
}> {
  const { post, order, store, clock } = await startAuditRig();
  // The bodies are of that evening.
  clock.move(msBetween(clock.now(), '2026-11-30T01:00:00.000Z'));
  expect(await post(order(ID, '4811', changes))).toBe(200);
  const stored = store.findOrder(ID);
  if (stored === null) throw new Error('The order was not stored');
  return { stored, rings: store.openAlerts().map(({ kind }) => kind) };
}

describe('bodies as the field sends them, from the socket to the disk', () => {
  it('goods by weight that nobody weighed', async () => {
    const pricing = { pricing_type: 'KG', unit_price: 89, quantity: 3, weight: 0, weighted_pieces: 0 };
    const weighed = { ...kilos(1.12, 100, 112), weighted_pieces: 4 };
    const items = [
      line('l1', 'IN_CART', pricing, pricing),
      line('l2', 'IN_CART', weighed, kilos(0, 100, 100)),
    ];
    const { stored, rings } = await send({ items, payment: { sub_total: 379 } });
    expect(stored.order.lines.map(({ picked }) => [picked?.unit, picked?.amount])).toEqual([
      ['UNIT', 3],
      ['KG', 1.12],
    ]);
    expect(stored.order.totals).toMatchObject({ goodsMinor: 37_900, pickedMinor: 37_900 });
    expect(rings).toEqual(['ready']);
  });

  it('lines that say only what was ordered', async () => {
    const items = [
      line('l1', 'IN_CART', undefined, unit(1, 250, 250)),
      line('l2', 'IN_CART', null, unit(2, 120, 240)),
    ];
    const { stored } = await send({ items, payment: { sub_total: 490 } });
    expect(stored.order.totals).toMatchObject({ goodsMinor: 49_000, pickedMinor: 49_000 });
  });

  it('amounts with commas', async () => {
    const pricing = {
      pricing_type: 'KG',
      unit_price: '89,00',
      quantity: '1',
      weight: '1,120',
      total_price: '99,68',
    };
    const payment = { sub_total: '250,00', order_total: '1.290,50' };
    const { stored } = await send({ items: [line('l1', 'IN_CART', pricing, null)], payment });
    expect(stored.order.lines[0]?.picked).toMatchObject({ unit: 'KG', amount: 1.12, totalMinor: 9_968 });
    expect(stored.order.totals).toMatchObject({ goodsMinor: 25_000, totalMinor: 129_050 });
  });

  it('times in other notations', async () => {
    const sys = { created_at: 1_796_000_000_000, updated_at: '2026-11-29T22:20:00Z[UTC]' };
    const { stored } = await send({ sys, promised_for: '2026-11-29T19:40:00-03' });
    expect(stored.order).toMatchObject({
      createdAt: new Date(1_796_000_000_000).toISOString(),
      version: '2026-11-29T22:20:00.000Z',
      promisedFor: '2026-11-29T22:40:00.000Z',
    });
  });

  it.each([
    0,
    -1,
    '0001-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '',
    'null',
    253_402_300_799,
    '2014-05-05T00:00:00Z',
    '9999-12-31T23:59:59Z',
    {},
    null,
  ])('rings with %j for its times', async (none) => {
    const { stored, rings } = await send({ sys: { created_at: none, updated_at: none }, promised_for: none });
    expect([stored.order.version, stored.order.createdAt]).toEqual([null, null]);
    expect(rings).toEqual(['ready']);
  });

  it.each(['Canceled', 'cancelled by vendor', 'CANCELLED-BY-CUSTOMER'])(
    'rings as cancelled: %s',
    async (status) => {
      expect((await send({ status })).rings).toEqual(['cancelled']);
    },
  );

  it('rings as cancelled when only the cancellation says it', async () => {
    const { stored, rings } = await send({ status: 'SOMETHING_NEW', cancellation: { reason: '__proto__' } });
    expect(stored.order).toMatchObject({ status: 'CANCELLED', cancellation: { reason: '__proto__' } });
    expect(rings).toEqual(['cancelled']);
  });

  it('ids of nineteen digits, and a code that hides its direction', async () => {
    const { post, order, store } = await startAuditRig();
    const body = JSON.stringify(order(ID, '\u202E4811', { external_order_id: 0 }));
    expect(await post(body.replace('"external_order_id":0', '"external_order_id":1234567890123456789'))).toBe(
      200,
    );
    expect(store.findOrder(ID)?.order).toMatchObject({ code: '4811', externalId: '1234567890123456789' });
  });

  it('more lines than a page can show, and a reason of half a megabyte', async () => {
    const items = Array.from({ length: 20_000 }, () => ({ sku: 's' }));
    const cancellation = { reason: 'x'.repeat(500_000) };
    const { stored } = await send({ status: 'CANCELLED', items, cancellation });
    expect(stored.order.lines.length + (stored.order.moreLines ?? 0)).toBe(20_000);
    expect(stored.order.cancellation?.reason).toHaveLength(200);
    expect(JSON.stringify(stored).length).toBeLessThan(100_000);
  });
});

import { describe, expect, it } from 'vitest';
import type { SwitchChanges } from '../../../src/simulator/api/switches.ts';
import { lastDays, openPlatform } from './rig.ts';

describe('the list of orders', () => {
  it('is read with the documented parameters and a bearer token, and comes back as orders', async () => {
    const { simulator, client } = await openPlatform();
    const { id } = simulator.orders.create({ quiet: true });
    simulator.orders.ready(id, { quiet: true });
    const page = await client.listOrders(lastDays(2));
    if (!page.ok) throw new Error(page.error.code);
    expect(page.value.orders.map(({ order }) => [order.id, order.status])).toEqual([
      [id, 'READY_FOR_PICKUP'],
    ]);
    expect(page.value).toMatchObject({ page: 1, totalPages: 1, skipped: 0 });
    const [request] = simulator.requests;
    expect(request?.path).toMatch(/^\/v2\/chains\/[^/]+\/vendors\/[^/]+\/orders$/);
    expect(request?.query).toEqual({
      start_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/) as string,
      end_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/) as string,
      page: '1',
      page_size: '100',
    });
  });

  it('T18 goes through all pages by `page`, which a wrong parameter name would not', async () => {
    const { simulator, client } = await openPlatform({}, { pageSize: 100 });
    const made = simulator.seed(250, { days: 20 });
    const ids = new Set<string>();
    for (let number = 1; number <= 3; number += 1) {
      const page = await client.listOrders(lastDays(30, number));
      if (!page.ok) throw new Error(page.error.code);
      expect(page.value.totalPages).toBe(3);
      for (const { order } of page.value.orders) ids.add(order.id);
    }
    expect(ids).toEqual(new Set(made.map((order) => order.id)));
    expect(new Set(simulator.requests.map(({ query }) => query['page']))).toEqual(new Set(['1', '2', '3']));
  });

  it('T17 falls back to the other route when one answers a mute 404, and remembers it', async () => {
    const switches = { routeListWithOrders: false, routeListDocumented: true };
    const { simulator, client } = await openPlatform({ switches });
    expect((await client.listOrders(lastDays(2))).ok).toBe(true);
    expect((await client.listOrders(lastDays(2))).ok).toBe(true);
    expect(simulator.requests.map(({ path, status }) => [path.endsWith('/orders'), status])).toEqual([
      [true, 404],
      [false, 200],
      [false, 200],
    ]);
    simulator.switches.set({ routeListWithOrders: true, routeListDocumented: false });
    expect((await client.listOrders(lastDays(2))).ok).toBe(true);
  });

  it('T17 never needs the documented route when the working one is there', async () => {
    const { simulator, client } = await openPlatform();
    await client.listOrders(lastDays(2));
    expect(simulator.requests.map(({ status }) => status)).toEqual([200]);
  });

  it('says that the route is missing when no shape answers', async () => {
    const { client } = await openPlatform({ switches: { routeListWithOrders: false } });
    expect(await client.listOrders(lastDays(2))).toMatchObject({
      ok: false,
      error: { code: 'not-found', isRouteMissing: true },
    });
  });

  it('asks for 60 days at most, which the platform then accepts', async () => {
    const { client } = await openPlatform();
    expect((await client.listOrders(lastDays(400))).ok).toBe(true);
  });

  it.each<SwitchChanges>([
    { moneyAs: 'string', discountSign: 'positive', cancelledSpelling: 'CANCELED' },
    { customerAs: 'null', barcodeAs: 'string', cancellationAs: 'string' },
    { customerAs: 'empty', barcodeAs: 'empty', cancellationAs: 'absent', externalOrderIdAs: 'null' },
    { sysMilliseconds: false, extraFields: true, replacedIdOn: 'replaced', missingLineAmounts: 'ordered' },
  ])('reads every order under %o', async (switches) => {
    const { simulator, client } = await openPlatform({ switches });
    simulator.seed(60, { days: 5 });
    const page = await client.listOrders(lastDays(10));
    if (!page.ok) throw new Error(page.error.code);
    expect(page.value).toMatchObject({ skipped: 0 });
    expect(page.value.orders).toHaveLength(60);
    for (const { order } of page.value.orders) {
      const { totals, version, code } = order;
      expect([order.status, order.statusText]).not.toContain('UNKNOWN');
      expect(version).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(totals.totalMinor).not.toBeNull();
      expect(totals.discountMinor ?? 0).toBeGreaterThanOrEqual(0);
      expect(totals.pickedMinor).toBe(totals.goodsMinor);
      expect(code).not.toBe('');
    }
  });

  it('gives an order the digest that its webhook has', async () => {
    const { simulator, client } = await openPlatform();
    const { id } = simulator.orders.create({ quiet: true });
    const [listed, single] = [await client.listOrders(lastDays(2)), await client.getOrder(id)];
    if (!listed.ok || !single.ok) throw new Error('not read');
    expect(listed.value.orders[0]?.digest).toBe(single.value.digest);
    expect(listed.value.orders[0]?.body).not.toMatch(/address|last_name|latitude/);
  });
});

describe('one order', () => {
  it.each([
    ['with the chain', { routeSingleShort: false }, [200]],
    ['in the short form', { routeSingleChain: false }, [404, 200]],
  ])('is read %s', async (_, switches, statuses) => {
    const { simulator, client } = await openPlatform({ switches });
    const { id } = simulator.orders.create({ quiet: true });
    expect(await client.getOrder(id)).toMatchObject({ ok: true, value: { order: { id } } });
    expect(simulator.requests.map(({ status }) => status)).toEqual(statuses);
    simulator.clearRequests();
    await client.getOrder(id.toUpperCase());
    expect(simulator.requests.map(({ status }) => status)).toEqual([200]);
  });

  it('T19 is not found when it is older than 60 days or unknown', async () => {
    const { simulator, client } = await openPlatform();
    const { id } = simulator.orders.create({ quiet: true });
    simulator.orders.travel(id, 61 * 24 * 60);
    for (const missing of [id, 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa']) {
      expect(await client.getOrder(missing)).toMatchObject({
        ok: false,
        error: { code: 'not-found', status: 404, isRouteMissing: false, detail: 'Order not found' },
      });
    }
  });

  it.each(['', '.', '..'])('does not ask for %j, which is no id', async (id) => {
    const { simulator, client } = await openPlatform();
    expect(await client.getOrder(id)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(simulator.requests).toEqual([]);
  });
});

describe('check', () => {
  it('counts the orders by one real call', async () => {
    const { simulator, client } = await openPlatform();
    for (const { id } of simulator.seed(7, { days: 1 })) simulator.orders.travel(id, 1);
    expect(await client.check()).toMatchObject({ ok: true, orders: 7 });
    expect(simulator.requests).toHaveLength(1);
  });

  it('says zero for a shop without orders', async () => {
    const { client } = await openPlatform();
    expect(await client.check()).toMatchObject({ ok: true, orders: 0 });
  });

  it('says why it failed', async () => {
    const { client } = await openPlatform({}, { vendorId: 'otra' });
    expect(await client.check()).toMatchObject({ ok: false, error: { code: 'forbidden', status: 403 } });
  });
});

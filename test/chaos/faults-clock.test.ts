import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SimOrder } from '../../src/simulator/orders/order-model.ts';
import { es, openShop, untilReceiving, type Shop } from '../e2e/main-job/open-shop.ts';
import { readyOrder, refresh } from '../e2e/support/news.ts';

const HOUR_MS = 60 * 60 * 1000;

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterAll(() => shop?.stop());

/**
 * Sets the wall clock of the app's main process so far off the true time, as somebody who changes the computer's date;
 * the monotonic clock goes on. (libfaketime does the same to all of Chromium, and makes it too slow to be a proof.)
 */
async function setClock(offsetMs: number): Promise<void> {
  const here = await shop.app().app.evaluate((_electron, ms) => {
    const { RealDate = Date } = globalThis as { RealDate?: DateConstructor };
    class WrongDate extends RealDate {
      constructor(...time: [] | [number]) {
        super(time[0] ?? RealDate.now() + ms);
      }
      static override now(): number {
        return RealDate.now() + ms;
      }
    }
    Object.assign(globalThis, { Date: WrongDate, RealDate });
    return new Date().toISOString();
  }, offsetMs);
  expect(Math.abs(Date.parse(here) - Date.now() - offsetMs)).toBeLessThan(10_000);
}

/** How often each of these orders was told as ready. */
function timesTold(orders: readonly SimOrder[]): readonly number[] {
  const titles = shop.desktop.notifications.toasts().map(({ title }) => title);
  return orders.map(({ code }) => titles.filter((title) => title === es.alerts.readyTitle(code)).length);
}

const all: SimOrder[] = [];

test.for([
  ['right', 0],
  ['a day fast', 24],
  ['a day slow', -24],
  ['ninety minutes slow', -1.5],
  ['five days slow', -5 * 24],
  ['to the year 2099', 73 * 365 * 24],
  ['right again', 0],
] as const)(
  'with the clock set %s, webhooks and polls ring, and nothing that is known rings again',
  async ([, hours]) => {
    await setClock(hours * HOUR_MS);
    const { order: told } = await readyOrder(shop);
    const { id } = shop.simulator.orders.create({ quiet: true });
    const found = shop.simulator.orders.ready(id, { quiet: true });
    await refresh(shop);
    await shop.toast(es.alerts.readyTitle(found.code));
    const counter = await shop.openCounter();
    await counter.getByRole('button', { name: es.card.seenOrder(told.code) }).click();
    all.push(told, found);
    await shop.trayCount(all.length / 2);
    await refresh(shop);
    expect(timesTold(all)).toEqual(all.map(() => 1));
    const { list, health } = await counter.evaluate(async () => ({
      list: await window.mostrador['orders:list'](),
      health: await window.mostrador['health:read'](),
    }));
    // The platform's time decides: the newest stands first, whatever the clock said when it came.
    expect(list.map(({ code }) => code)).toEqual(all.map(({ code }) => code).toReversed());
    expect(health).toMatchObject({ partner: { state: 'ok' }, store: { state: 'ok' } });
    const clock = hours === 0 ? 'ok' : Math.abs(hours) < 24 ? 'degraded' : 'down';
    expect(health.clock.state).toBe(clock);
    expect(Math.abs(health.facts.clockOffsetMs + hours * HOUR_MS)).toBeLessThan(3_000);
    await counter.close();
  },
);

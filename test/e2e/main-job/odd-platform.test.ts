import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOddPlatform, type OddPlatform } from '../../services/odd-platform.ts';
import { refresh } from '../support/news.ts';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './open-shop.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

let platform: OddPlatform;
let shop: Shop;

beforeAll(async () => {
  platform = await startOddPlatform({ clockOffsetMs: 3 * DAY_MS });
  platform.put({ code: '4821', minutesAgo: 7 });
  shop = await openShop({
    settings: {
      shop: {
        name: 'Almacén del Puerto',
        chainId: platform.chainId,
        vendorId: platform.vendorId,
        country: 'uy',
        timeZone: 'America/Montevideo',
      },
      partner: { baseUrl: platform.baseUrl },
    },
  });
  await untilReceiving(shop);
});

afterAll(async () => {
  await shop?.stop();
  await platform?.stop();
});

async function untilTooltip(part: string): Promise<void> {
  await shop.desktop.tray.waitForItemWhere(({ tooltip }) => tooltip.includes(part), LIMIT_MS);
}

test('a computer that is three days behind finds the orders of now, shows their age, and says that its clock is wrong', async () => {
  await shop.toast(es.alerts.readyTitle('4821'));
  await untilTooltip('El reloj de esta computadora está 3 días atrasado');
  const counter = await shop.openCounter();
  await counter
    .getByText(/hace [78] min/)
    .first()
    .waitFor({ timeout: LIMIT_MS });
  platform.put({ code: '4822' });
  await refresh(shop);
  await shop.toast(es.alerts.readyTitle('4822'));
  const { partner, clock } = await counter.evaluate(() => window.mostrador['health:read']());
  expect(partner.state).toBe('ok');
  expect(clock).toMatchObject({ state: 'down', code: 'clock-far-off' });
  await counter.close();
});

test('after a restart the time is known before the platform is asked', async () => {
  await shop.app().stop();
  platform.answerAlways(() => 'hang');
  await shop.launch();
  const counter = await shop.openCounter();
  const { facts } = await counter.evaluate(() => window.mostrador['health:read']());
  expect(Math.abs(facts.clockOffsetMs - 3 * DAY_MS)).toBeLessThan(5_000);
  await counter
    .getByText(/hace ([789]|1\d) min/)
    .first()
    .waitFor({ timeout: LIMIT_MS });
  await counter.close();
});

test('a platform that hangs is yellow within a missed poll', async () => {
  await shop.desktop.tray.waitForItemWhere(
    ({ tooltip }) => tooltip.includes('PedidosYa tarda en contestar') || tooltip.includes('No hay conexión'),
    60_000,
  );
}, 90_000);

test('a question that hangs is hung up on when its time is over, so that none is left to keep others out', async () => {
  // Twenty seconds a question.
  await expect.poll(() => platform.hanging().givenUp, { timeout: 45_000 }).toBeGreaterThan(0);
  expect(platform.hanging().now).toBeLessThanOrEqual(1);
}, 90_000);

test('a list that never ends tells what it brings at once', async () => {
  const orders = Array.from({ length: 3 }, (_, index) => platform.put({ code: String(4900 + index) }));
  platform.setClock(0);
  platform.answerAlways(({ page }) => ({
    body: {
      orders: [orders[page - 1] ?? { order_id: `x${String(page)}`, status: 'RECEIVED' }],
      total_pages: page + 1,
    },
  }));
  await shop.toast(es.alerts.readyTitle('4902'));
}, 120_000);

test('with the clock of both right the light of the clock goes out', async () => {
  platform.answerAlways(null);
  await refresh(shop).catch(() => undefined);
  await untilTooltip('Todo bien');
}, 120_000);

import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from '../e2e/main-job/open-shop.ts';
import { readyOrder } from '../e2e/support/news.ts';
import { readStoredFacts } from './support/stored-facts.ts';
import { alertCode } from '../../src/shared/orders/alert.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterAll(() => shop?.stop());

function ordersFile(): string {
  return path.join(shop.profileDir, 'orders.db');
}

async function untilTooltip(part: string): Promise<void> {
  await shop.desktop.tray.waitForItemWhere(({ tooltip }) => tooltip.includes(part), LIMIT_MS);
}

/** Ways in which the orders file can be lost, on an app that was ended in order. */
const DAMAGES: Readonly<Record<string, (file: string) => void>> = {
  'with garbage in the middle': (file) => {
    const bytes = fs.readFileSync(file);
    bytes.fill(0xa5, 4096);
    fs.writeFileSync(file, bytes);
  },
  'that is cut off': (file) => fs.truncateSync(file, 8192),
  'of no bytes': (file) => fs.truncateSync(file, 0),
  'in whose place is a folder': (file) => {
    fs.rmSync(file);
    fs.mkdirSync(file);
  },
  'of a newer app': (file) => {
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
  },
};

test.for(Object.entries(DAMAGES))(
  'an orders file %s is set aside, built again from the API, and the app says so',
  async ([name, damage]) => {
    const { order } = await readyOrder(shop);
    await shop.app().stop();
    const before = fs.readdirSync(shop.profileDir);
    damage(ordersFile());
    await shop.launch();
    await untilReceiving(shop);
    const isNewer = name === 'of a newer app';
    await untilTooltip(isNewer ? 'de una versión más nueva' : 'estaba dañado y se creó de nuevo');
    const copy = fs
      .readdirSync(shop.profileDir)
      .filter((one) => !before.includes(one))
      .find((one) => one.startsWith(isNewer ? 'orders.newer-' : 'orders.damaged-'));
    const counter = await shop.openCounter();
    await counter
      .getByRole('status')
      .filter({ hasText: copy ?? 'no copy' })
      .first()
      .waitFor({ timeout: LIMIT_MS });
    await counter.getByText(order.code).first().waitFor({ timeout: LIMIT_MS });
    if (isNewer) await picture(counter, 'store-newer');
    const alerts = await counter.evaluate(() => window.mostrador['alerts:open']());
    expect(alerts.map(alertCode)).toContain(order.code);
    const { order: next } = await readyOrder(shop);
    expect(readStoredFacts(ordersFile()).orders.has(next.id)).toBe(true);
  },
);

test('a file that is damaged while the app runs is made anew without a restart, and nothing rings twice', async () => {
  const { order: first } = await readyOrder(shop);
  const counter = await shop.openCounter();
  const open = await counter.evaluate(() => window.mostrador['alerts:open']());
  const since = shop.desktop.notifications.toasts().length;
  const db = new DatabaseSync(ordersFile());
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
  const bytes = fs.readFileSync(ordersFile());
  fs.writeFileSync(ordersFile(), bytes.fill(0xa5, 4096), { flag: 'r+' });
  await shop.desktop.tray.choose(es.tray.refresh);
  await untilTooltip('estaba dañado y se creó de nuevo');
  const { order: second } = await readyOrder(shop);
  const { orders, alerts } = readStoredFacts(ordersFile());
  for (const { id } of [first, second]) expect(orders.has(id)).toBe(true);
  expect(open.length).toBeGreaterThan(1);
  for (const { id } of open) expect(alerts.get(id)).toMatchObject({ isAcknowledged: false, isClosed: false });
  const titles = shop.desktop.notifications
    .toasts()
    .slice(since)
    .map(({ title }) => title)
    .filter((title) => title !== es.alerts.refreshTitle);
  expect(titles).toEqual([es.alerts.readyTitle(second.code)]);
});

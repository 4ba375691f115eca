/// <reference path="../../src/renderer/vite-env.d.ts" />
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { alertCode } from '../../src/shared/orders/alert.ts';
import { openShop, untilReceiving } from './main-job/open-shop.ts';
import { readyOrder } from './support/news.ts';

test('an app that was off for weeks rings for none of its old alerts, and for a young one at once', async () => {
  const shop = await openShop();
  onTestFinished(shop.stop);
  await untilReceiving(shop);
  const { order: old } = await readyOrder(shop);
  const { order: young } = await readyOrder(shop);
  await shop.trayCount(2);
  await shop.app().stop();
  const db = new DatabaseSync(path.join(shop.profileDir, 'orders.db'));
  const weeksAgo = new Date(Date.now() - 21 * 86_400_000).toISOString();
  db.prepare('UPDATE alerts SET since = ?1, raised_at = ?1 WHERE subject = ?2').run(weeksAgo, old.id);
  db.close();
  const before = shop.desktop.notifications.toasts().length;

  await shop.launch();
  const tooltips: string[] = [];
  for (let look = 0; look < 60; look += 1) {
    tooltips.push((await shop.desktop.tray.item()).tooltip);
    await sleep(100);
  }
  await shop.trayCount(1);
  expect(tooltips.filter((tooltip) => tooltip.includes('2 avisos'))).toEqual([]);
  const told = shop.desktop.notifications.toasts().slice(before);
  expect(told.map(({ title, body }) => `${title} ${body}`).join('\n')).not.toContain(old.code);
  const counter = await shop.openCounter();
  await counter.locator(`[id="order-${old.id}"]`).waitFor();
  const open = await counter.evaluate(() => window.mostrador['alerts:open']());
  expect(open.map(alertCode)).toEqual([young.code]);
});

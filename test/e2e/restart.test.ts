import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spawnApp } from '../desktop/launch-app.ts';
import { within } from '../desktop/within.ts';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { nextToast, readyOrder, refresh } from './support/news.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});

afterAll(() => shop?.stop());

test('what was seen stays seen after the process was killed; the rest is back in digest, card, menu and list', async () => {
  const { desktop, simulator } = shop;
  const { order: seen } = await readyOrder(shop);
  const firstCard = await shop.window('card.html');
  await firstCard.getByRole('button', { name: es.card.seenOrder(seen.code) }).click();
  await shop.trayCount(0);
  const { order: one } = await readyOrder(shop);
  const { order: two } = await readyOrder(shop);
  const { order: cancelled } = await readyOrder(shop);
  simulator.orders.cancel(cancelled.id);
  await shop.toast(`NO ENTREGAR ${cancelled.code}`);
  await shop.trayCount(3);

  process.kill(shop.app().pid, 'SIGKILL');
  expect(await within(shop.app().exited, LIMIT_MS, 'The end of the app')).not.toBe(0);
  await shop.app().stop();
  await desktop.tray.waitUntilEmpty(LIMIT_MS);
  const before = desktop.notifications.toasts().length;
  await shop.launch();

  const digest = await nextToast(shop, before, '3 avisos sin ver');
  expect(digest.urgency).toBe('critical');
  expect(digest.body.split('\n')).toEqual([
    `NO ENTREGAR ${cancelled.code}`,
    expect.stringMatching(new RegExp(`^(${one.code}, ${two.code}|${two.code}, ${one.code})$`)),
  ]);
  await shop.trayCount(3);
  const card = await shop.window('card.html');
  await card.getByRole('heading', { name: '3 avisos sin ver' }).waitFor();
  const rows = await card.getByRole('listitem').allInnerTexts();
  expect(rows).toHaveLength(3);
  expect(rows.join()).not.toContain(seen.code);
  const labels = (await desktop.tray.menu()).map(({ label }) => label);
  for (const { code } of [seen, one, two, cancelled]) {
    expect(labels.filter((label) => label.startsWith(code))).toHaveLength(1);
  }
  const counter = await shop.openCounter();
  const unseen = counter.getByRole('grid').getByRole('row').filter({ hasText: es.orders.unseen });
  await expect.poll(() => unseen.count(), { timeout: LIMIT_MS }).toBe(2);
  // A refresh is told after everything that the start had to tell.
  const result = await refresh(shop);
  expect(desktop.notifications.toasts().slice(before)).toEqual([digest, result]);
});

test('what became ready while the app did not run is found at the start and rings', async () => {
  const { desktop, simulator } = shop;
  await desktop.tray.choose(es.tray.quit);
  expect(await within(shop.app().exited, LIMIT_MS, 'The end of the app')).toBe(0);
  await desktop.tray.waitUntilEmpty(LIMIT_MS);
  const { id, code } = simulator.orders.create({ quiet: true });
  simulator.orders.ready(id, { quiet: true });
  const before = desktop.notifications.toasts().length;
  await shop.launch();
  await shop.trayCount(4);
  await desktop.notifications.waitFor(
    (toast) =>
      desktop.notifications.toasts().indexOf(toast) >= before &&
      `${toast.title} ${toast.body}`.includes(code),
    LIMIT_MS,
    `A toast with ${code}`,
  );
});

// Windows knows no signal that a program could answer.
test.runIf(process.platform !== 'win32')(
  'an app with another profile runs beside it, and ends in order even while it still starts',
  async () => {
    const other = await spawnApp({ desktop: shop.desktop, args: ['--hidden'] });
    await expect.poll(shop.desktop.tray.count, { timeout: LIMIT_MS }).toBe(2);
    other.kill('SIGTERM');
    expect(await within(other.exited, LIMIT_MS, 'The end of the other app', other.output)).toBe(0);
  },
);

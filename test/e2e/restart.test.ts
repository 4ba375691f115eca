import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { within } from '../desktop/within.ts';
import { menuLabels, nextToast, readyOrder, refresh, toastTitled, trayCounts } from './support/news.ts';
import { LIMIT_MS, openShop, type Shop } from './support/shop.ts';
import { openCounter, windowOf } from './support/windows.ts';

let shop: Shop;
/** Codes that nobody has seen. */
let unseen: readonly string[];

beforeAll(async () => {
  shop = await openShop();
  await shop.start({ args: ['--hidden'] });
  const { order: seen } = await readyOrder(shop);
  const card = await windowOf(shop, 'card.html');
  await card.getByRole('button', { name: `Visto ${seen.code}` }).click();
  await trayCounts(shop, 0);

  const { order: one } = await readyOrder(shop);
  const { order: two } = await readyOrder(shop);
  const { order: three } = await readyOrder(shop);
  shop.simulator.orders.cancel(three.id);
  await toastTitled(shop, `NO ENTREGAR ${three.code}`);
  await trayCounts(shop, 3);
  unseen = [one.code, two.code, three.code];
});

afterAll(() => shop?.close());

async function expectEverythingBack(toastsBefore: number): Promise<void> {
  const { desktop } = shop;
  const digest = await nextToast(shop, toastsBefore, '3 avisos sin ver');
  expect(digest.urgency).toBe('critical');
  for (const code of unseen) expect(digest.body).toContain(code);
  expect(digest.body).toContain(`NO ENTREGAR ${unseen[2]}`);
  await trayCounts(shop, 3);
  const labels = await menuLabels(shop);
  for (const code of unseen) expect(labels.filter((label) => label.startsWith(code))).toHaveLength(1);

  const counter = await openCounter(shop);
  const rows = counter.getByRole('grid').getByRole('row');
  for (const code of unseen.slice(0, 2)) {
    await rows.filter({ hasText: code }).getByRole('button', { name: 'Visto' }).waitFor();
  }
  await counter
    .getByRole('region', { name: shop.texts.orders.alertsLabel })
    .getByText('NO ENTREGAR')
    .waitFor();
  const card = await windowOf(shop, 'card.html');
  await card.getByRole('heading', { name: '3 avisos sin ver' }).waitFor();
  expect(await card.getByRole('listitem').count()).toBe(3);

  // A refresh is told after everything that the start had to tell: the digest was the only toast.
  const result = await refresh(shop);
  expect(desktop.notifications.toasts().slice(toastsBefore)).toEqual([digest, result]);
}

test('after an orderly end the list, the unseen alerts and the counts are back, told by one digest', async () => {
  const { desktop } = shop;
  await desktop.tray.choose(shop.texts.tray.quit);
  expect(await within(shop.app().exited, LIMIT_MS, 'The end of the app')).toBe(0);
  await desktop.tray.waitUntilEmpty(LIMIT_MS);
  const before = desktop.notifications.toasts().length;
  await shop.start({ args: ['--hidden'] });
  await expectEverythingBack(before);
});

test('after the process was killed they are back, too', async () => {
  const { desktop } = shop;
  process.kill(shop.app().pid, 'SIGKILL');
  expect(await within(shop.app().exited, LIMIT_MS, 'The end of the app')).toBeNull();
  await shop.app().stop();
  await desktop.tray.waitUntilEmpty(LIMIT_MS);
  const before = desktop.notifications.toasts().length;
  await shop.start({ args: ['--hidden'] });
  await expectEverythingBack(before);
});

test('what came while the app was not running is found at the start and told after the digest', async () => {
  const { desktop } = shop;
  await shop.app().stop();
  await desktop.tray.waitUntilEmpty(LIMIT_MS);
  const placed = shop.simulator.orders.create({ quiet: true });
  const order = shop.simulator.orders.ready(placed.id, { quiet: true });
  await shop.start({ args: ['--hidden'] });
  await trayCounts(shop, 4);
  expect(
    desktop.notifications.toasts().some(({ title, body }) => `${title} ${body}`.includes(order.code)),
  ).toBe(true);
});

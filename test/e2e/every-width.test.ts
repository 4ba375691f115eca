/// <reference path="../../src/renderer/vite-env.d.ts" />
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { pageFaults } from './support/page-faults.ts';

const HOUR_MS = 3_600_000;
/** Widths of windows, the default among them; 960 and 560 are what two pixels for one leave of common screens. */
const WINDOWS = [
  [480, 720],
  [560, 420],
  [600, 720],
  [760, 720],
  [800, 720],
  [880, 720],
  [960, 540],
  [1120, 720],
  [1160, 720],
  [1280, 720],
  [1366, 768],
  [1920, 1080],
] as const;
const TEXT_SIZES = [
  { percent: 100, from: 480 },
  { percent: 150, from: 760 },
  // Half as wide as it looks: what is narrower than the narrowest window is not looked at.
  { percent: 200, from: 960 },
] as const;

/** From this width on an open order stands beside the list. */
const BESIDE = 1_120;

let shop: Shop;
let counter: Page;
let found: string[] = [];

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  counter = await shop.openCounter();
  await tell('4821', { name: 'María de los Ángeles', collect: 454.7 });
  await tell('WXFR-2440-RTBS-12345', { name: 'Maximiliano' });
  await tell('ABCDEFGHIJ0123456789', { name: 'יהונתן' });
  await tell('AB12CD34', { name: 'عبد الرحمن', collect: 12_345 });
  await tell('S-12', { name: 'ณัฐวุฒิ' });
  await tell('S12', { name: 'Wolfeschlegelsteinhausen' });
  await tell('4600', { name: 'Iñaki', status: 'ACCEPTED' });
  await tell('8421', { name: 'Inés', status: 'CANCELLED' });
  for (const hours of [1, 20, 30, 55])
    await tell(`47${String(hours)}`, { name: 'Ana', status: 'PICKED_UP', hours });
  await counter.getByRole('row').nth(5).waitFor({ timeout: LIMIT_MS });
});
afterAll(() => shop?.stop());

async function tell(
  code: string,
  more: {
    readonly name: string;
    readonly status?: string;
    readonly collect?: number;
    readonly hours?: number;
  },
): Promise<void> {
  const { name, status = 'READY_FOR_PICKUP', collect = 0, hours = 0 } = more;
  const at = new Date(Date.now() - hours * HOUR_MS).toISOString();
  const answer = await shop.post({
    order_id: randomUUID(),
    order_code: code,
    external_order_id: `9${code}-9999-1`,
    status,
    client: { store_id: shop.simulator.connection().vendorId, country_code: 'uy' },
    customer: { first_name: name },
    items: [
      { _id: 'l1', sku: 'LECHE', name: 'Leche entera ultrapasteurizada larga vida 1 L', status: 'IN_CART' },
      { _id: 'l2', sku: 'YERBA', name: 'Yerba', status: 'NOT_FOUND' },
    ],
    ...(status === 'CANCELLED'
      ? { cancellation: { reason: 'ITEM_UNAVAILABLE', cancelled_by: 'VENDOR' } }
      : {}),
    payment: { type: 'PAID', order_total: 1_234.5, collect_at_pickup: collect },
    sys: { created_at: at, updated_at: at },
  });
  expect(answer).toBe(200);
}

/** Looks at one state of the counter at every size of window and of text. */
async function lookEverywhere(state: string): Promise<void> {
  for (const { percent, from } of TEXT_SIZES) {
    await counter.evaluate((size) => {
      document.documentElement.style.fontSize = `${String(size)}%`;
    }, percent);
    for (const [width, height] of WINDOWS) {
      if (width < from) continue;
      await counter.setViewportSize({ width, height });
      await counter.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      const name = `${state}, ${String(width)}x${String(height)}, text ${String(percent)} %`;
      const faults = await pageFaults(counter, name);
      found.push(...faults);
      if (faults.length > 0 || width === 1120)
        await picture(counter, `width-${name.replaceAll(/\W+/g, '-')}`);
    }
  }
  await counter.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
  await counter.setViewportSize({ width: 1120, height: 720 });
}

function faults(): readonly string[] {
  const all = found;
  found = [];
  return all;
}

async function clear(): Promise<void> {
  await counter.keyboard.press('Escape');
  await counter.keyboard.press('Escape');
}

test('the list, an order open and the orders that left', { timeout: 120_000 }, async () => {
  await lookEverywhere('list');
  await counter.keyboard.press('ArrowDown');
  await counter.keyboard.press('Enter');
  await counter.getByRole('complementary').waitFor();
  await lookEverywhere('detail');
  await clear();
  for (const tab of [es.orders.tabs.done, es.orders.tabs.cancelled]) {
    await counter.getByRole('tab', { name: tab }).click();
    await lookEverywhere(tab);
  }
  await counter.getByRole('tab', { name: es.orders.tabs.ready }).click();
  expect(faults()).toEqual([]);
});

test('each verdict on a code, and a search by name', { timeout: 240_000 }, async () => {
  const { label } = es.orders.check;
  for (const code of ['4821', '8421', '4600', '471', 's12', 'WXFR2440RTBS12345', '9997']) {
    await clear();
    await counter.keyboard.type(code, { delay: 120 });
    await counter.getByRole('region', { name: label }).waitFor({ timeout: LIMIT_MS });
    // For a moment it does nothing, lest a click meant for something else presses it.
    await counter.waitForTimeout(600);
    await lookEverywhere(`verdict on ${code}`);
  }
  await clear();
  await counter.keyboard.type('max', { delay: 120 });
  await lookEverywhere('search');
  await clear();
  expect(faults()).toEqual([]);
});

test('a row keeps its height and its place while its order is open', async () => {
  for (const [width, height] of WINDOWS) {
    await counter.setViewportSize({ width, height });
    await clear();
    const row = counter.getByRole('row').first();
    const before = await row.boundingBox();
    await row.evaluate((element) =>
      element.firstElementChild?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
    );
    await counter.getByRole('complementary').waitFor();
    const after = await row.boundingBox();
    expect([width, after?.height]).toEqual([width, before?.height]);
    // In a narrow window the open order takes the place of the list, which comes back where it was.
    if (width < BESIDE) await counter.keyboard.press('Escape');
    expect([width, (await row.boundingBox())?.y]).toEqual([width, before?.y]);
    await clear();
  }
});

test('on a wide screen what a row says and its buttons stay together', async () => {
  await counter.setViewportSize({ width: 1920, height: 1080 });
  const [facts, buttons] = await counter
    .getByRole('row')
    .first()
    .evaluate((row) => {
      const texts = [...row.querySelectorAll('p, bdi')].map((each) => {
        const range = document.createRange();
        range.selectNodeContents(each);
        return range.getBoundingClientRect().right;
      });
      const first = row.querySelector('button')?.getBoundingClientRect().left ?? 0;
      return [Math.max(...texts), first];
    });
  expect((buttons ?? 0) - (facts ?? 0)).toBeLessThan(700);
});

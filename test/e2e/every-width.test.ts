/// <reference path="../../src/renderer/vite-env.d.ts" />
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textsFor } from '../../src/shared/texts/texts.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { tellOddOrders } from './support/odd-orders.ts';
import { pageFaults } from './support/page-faults.ts';
import { restingPlace } from './support/resting-place.ts';

const en = textsFor('en');
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
  { percent: 100, lowest: 420 },
  { percent: 150, lowest: 540 },
  // A window is at least twice as high and wide then, unless the screen is smaller.
  { percent: 200, lowest: 540 },
] as const;
/** Where English, whose words are longer or shorter, is looked at. */
const ENGLISH_WIDTHS: readonly number[] = [480, 760, 1120, 1366];

/** A notice stays for seconds. */
const NOTICE_WIDTHS: readonly number[] = [480, 560, 800, 1120, 1920];

/** From this width on an open order stands beside the list. */
const BESIDE = 1_120;

let shop: Shop;
let counter: Page;
let found: string[] = [];

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  counter = await shop.openCounter();
  await tellOddOrders(shop);
  await counter.getByRole('row').nth(5).waitFor({ timeout: LIMIT_MS });
});
afterAll(() => shop?.stop());

/** Looks at one state of the counter at every size of window and of text. */
async function lookEverywhere(state: string, widths: readonly number[] = []): Promise<void> {
  for (const { percent, lowest } of TEXT_SIZES) {
    await counter.evaluate((size) => {
      document.documentElement.style.fontSize = `${String(size)}%`;
    }, percent);
    for (const [width, height] of WINDOWS) {
      if (height < lowest || (widths.length > 0 && !widths.includes(width))) continue;
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

/** Changes the language of the app. */
async function speak(language: 'es' | 'en'): Promise<void> {
  await counter.evaluate(async (wanted) => {
    const { settings } = await window.mostrador['settings:read']();
    await window.mostrador['settings:save']({ settings: { ...settings, language: wanted } });
  }, language);
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

test('the list, an order open and the orders that left', { timeout: 240_000 }, async () => {
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

test('each verdict on a code, and a search by name', { timeout: 480_000 }, async () => {
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

test('the same in English', { timeout: 240_000 }, async () => {
  await speak('en');
  await counter.getByRole('tab', { name: en.orders.tabs.ready }).waitFor();
  await lookEverywhere('English list', ENGLISH_WIDTHS);
  await counter.getByRole('tab', { name: en.orders.tabs.done }).click();
  await lookEverywhere('English picked up', ENGLISH_WIDTHS);
  for (const code of ['4821', '8421', '471', 's12']) {
    await clear();
    await counter.keyboard.type(code, { delay: 120 });
    await counter.getByRole('region', { name: en.orders.check.label }).waitFor({ timeout: LIMIT_MS });
    await counter.waitForTimeout(600);
    await lookEverywhere(`English verdict on ${code}`, ENGLISH_WIDTHS);
  }
  await clear();
  await speak('es');
  await counter.getByRole('tab', { name: es.orders.tabs.ready }).click();
  expect(faults()).toEqual([]);
});

test(
  'at text of 200 % the verdict, its code and its button are above the fold',
  { timeout: 120_000 },
  async () => {
    for (const code of ['4821', '8421', '4600', 's12', '9997']) {
      await clear();
      await counter.keyboard.type(code, { delay: 120 });
      const verdict = counter.getByRole('region', { name: es.orders.check.label });
      await verdict.waitFor({ timeout: LIMIT_MS });
      await counter.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      for (const [width, height] of WINDOWS) {
        if (height < 720) continue;
        await counter.setViewportSize({ width, height });
        const lowest = (): Promise<number> =>
          verdict.evaluate((element) => {
            const words = [...element.querySelectorAll('[role="status"] > :is(p, span)')].slice(0, 2);
            const main = element.querySelector('button[data-kind="primary"]');
            return Math.max(
              ...[...words, ...(main === null ? [] : [main])].map(
                (one) => one.getBoundingClientRect().bottom,
              ),
            );
          });
        await expect
          .poll(lowest, { timeout: LIMIT_MS, message: `${code} at ${String(width)}` })
          .toBeLessThanOrEqual(height);
      }
      await counter.evaluate(() => {
        document.documentElement.style.fontSize = '';
      });
    }
    await counter.setViewportSize({ width: 1120, height: 720 });
    await clear();
  },
);

test('a notice covers no row and no button, and moves no row', { timeout: 240_000 }, async () => {
  await clear();
  const notice = counter.getByRole('region', { name: es.orders.noticesLabel }).getByText(es.alerts.noNews);
  const row = counter.getByRole('row').first();
  for (const [width, height] of WINDOWS.filter(([each]) => NOTICE_WIDTHS.includes(each))) {
    await counter.setViewportSize({ width, height });
    await notice.waitFor({ state: 'detached', timeout: LIMIT_MS });
    const before = await restingPlace(row);
    await counter.keyboard.press('F5');
    await notice.waitFor({ timeout: LIMIT_MS });
    found.push(...(await pageFaults(counter, `notice, ${String(width)}x${String(height)}`)));
    if (width === 480) await picture(counter, 'width-notice');
    expect([width, await row.boundingBox()]).toEqual([width, before]);
  }
  await counter.setViewportSize({ width: 1120, height: 720 });
  expect(faults()).toEqual([]);
});

test('a row keeps its height and its place while its order is open', async () => {
  for (const [width, height] of WINDOWS) {
    await counter.setViewportSize({ width, height });
    await clear();
    const row = counter.getByRole('row').first();
    const before = await restingPlace(row);
    await row.evaluate((element) =>
      element.firstElementChild?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
    );
    await counter.getByRole('complementary').waitFor();
    const after = await restingPlace(row);
    expect([width, after?.height]).toEqual([width, before?.height]);
    // In a narrow window the open order takes the place of the list, which comes back where it was.
    if (width < BESIDE) await counter.keyboard.press('Escape');
    expect([width, (await restingPlace(row))?.y]).toEqual([width, before?.y]);
    await clear();
  }
});

test('what hands over ends at one line in every row, whether the row was seen or not', async () => {
  await clear();
  await counter.evaluate(async () => {
    const open = await window.mostrador['alerts:open']();
    const some = open.filter(({ kind }, index) => kind === 'ready' && index % 2 === 0);
    await window.mostrador['alerts:acknowledge']({ alertIds: some.map(({ id }) => id) });
  });
  for (const [width, height] of WINDOWS) {
    await counter.setViewportSize({ width, height });
    const ends = counter.locator('[role=row] [data-hand-over]:visible');
    const rights = (): Promise<number[]> =>
      ends.evaluateAll((all) => [
        ...new Set(all.map((one) => Math.round(one.getBoundingClientRect().right))),
      ]);
    await expect
      .poll(async () => [width, (await rights()).length], { timeout: LIMIT_MS })
      .toEqual([width, 1]);
  }
});

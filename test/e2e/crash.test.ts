import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { expectHeard } from './support/loudness.ts';
import { readyOrder } from './support/news.ts';
import { hang, logOf, processOf } from './support/page-process.ts';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
});
afterAll(() => shop?.stop());

/** Ends the page whose address contains `name`, as a fault in it would; answers its process. */
const crash = (name: string): Promise<number> =>
  shop.app().app.evaluate(({ BrowserWindow }, wanted) => {
    const page = BrowserWindow.getAllWindows()
      .map(({ webContents }) => webContents)
      .find((contents) => contents.getURL().includes(wanted));
    if (page === undefined) throw new Error(`No page ${wanted}`);
    const pid = page.getOSProcessId();
    page.forcefullyCrashRenderer();
    return pid;
  }, name);

/** What that page shows now; Playwright has no hold of a page that came back. */
const textOf = (name: string): Promise<string> =>
  shop.app().app.evaluate(async ({ BrowserWindow }, wanted) => {
    const page = BrowserWindow.getAllWindows()
      .map(({ webContents }) => webContents)
      .find((contents) => contents.getURL().includes(wanted));
    if (page === undefined || page.isCrashed() || page.isLoading()) return '';
    return String(await page.executeJavaScript('document.body.innerText'));
  }, name);

const expectNewProcess = async (name: string, old: number): Promise<void> => {
  const isNew = async (): Promise<boolean> => ![0, old].includes(await processOf(shop, name));
  await expect.poll(isNew, { timeout: LIMIT_MS }).toBe(true);
};

test('a window whose page crashes is back with the order, the log says so, and the alert rings on', async () => {
  const counter = await shop.openCounter();
  const { order } = await readyOrder(shop);
  await counter.locator(`[id="order-${order.id}"]`).waitFor({ timeout: LIMIT_MS });
  const old = await crash('view=counter');
  await expectHeard(shop, 9_000);
  await expectNewProcess('view=counter', old);
  await expect.poll(() => textOf('view=counter'), { timeout: LIMIT_MS }).toContain(order.code);
  expect(logOf(shop)).toContain("The counter window's page ended (crashed); loading it again");
  await shop.trayCount(1);
});

test('a card whose page crashes is made anew with what nobody has seen', async () => {
  await expectNewProcess('card.html', await crash('card.html'));
  await expect.poll(() => textOf('card.html'), { timeout: LIMIT_MS }).toContain(es.card.title(1));
  expect(logOf(shop)).toContain("The alert card's page ended (crashed); making it anew");
});

test('a sound page that crashes while an alert rings is made anew, and the alert is heard again', async () => {
  await expectNewProcess('sound.html', await crash('sound.html'));
  await expectHeard(shop, 9_000);
  expect(logOf(shop)).toContain('The sound page ended (crashed)');
});

test('a sound page that stops answering is made anew too', async () => {
  const old = await processOf(shop, 'sound.html');
  await hang(shop, 'sound.html');
  await expectNewProcess('sound.html', old);
  expect(logOf(shop)).toContain('The sound page gave no sign of life; making it anew');
  await expectHeard(shop, 9_000);
});

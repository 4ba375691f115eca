import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { tell as tellShop } from './support/tell.ts';

const DAY_MS = 86_400_000;
const check = es.orders.check;
let shop: Shop;
let counter: Page;

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  counter = await shop.openCounter();
  await tell('12E4', { name: 'Lucía', collect: 454.7 });
  await tell('12', { name: 'Doce' });
  await tell('7', { name: 'Siete' });
  await tell('wxfr-2440-rtbs', { name: 'Mateo' });
  await tell('S-12', { name: 'Ana' });
  await tell('V88', { name: 'Vera' });
  await tell('8421', { name: 'Inés', status: 'CANCELLED' });
  await counter.getByRole('row').filter({ hasText: 'V88' }).waitFor({ timeout: LIMIT_MS });
});

afterAll(() => shop?.stop());

const tell = (
  code: string,
  { daysAgo = 0, ...order }: Omit<Parameters<typeof tellShop>[2], 'ageMs'> & { readonly daysAgo?: number },
): Promise<string> => tellShop(shop, code, { ...order, ageMs: daysAgo * DAY_MS });

const SCAN_ENDS = {
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
} as const;

/** As a scanner does: key after key, and what it is set to send after a code, without asking whether a key was heard. */
async function scan(code: string, end: keyof typeof SCAN_ENDS | null = 'Enter'): Promise<void> {
  const scanner = await counter.context().newCDPSession(counter);
  const characters = Array.from(code, (key) => ({ key, text: key }));
  const keys = end === null ? characters : [...characters, SCAN_ENDS[end]];
  await Promise.all(
    keys.flatMap((key) => [
      scanner.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
      scanner.send('Input.dispatchKeyEvent', { type: 'keyUp', key: key.key }),
    ]),
  );
  await scanner.detach();
}
const byHand = (code: string): Promise<void> => counter.keyboard.type(code, { delay: 150 });

async function clear(): Promise<void> {
  await counter.keyboard.press('Escape');
  await counter.keyboard.press('Escape');
  await counter.getByRole('region', { name: check.label }).waitFor({ state: 'detached', timeout: LIMIT_MS });
}

/** Waits for the answer to a code, and that it stays. */
async function answers(word: string, code: string): Promise<string> {
  const status = counter.getByRole('region', { name: check.label }).getByRole('status');
  await status.filter({ hasText: word }).filter({ hasText: code }).waitFor({ timeout: LIMIT_MS });
  const text = (await status.textContent()) ?? '';
  expect(text.startsWith(`${word}${code}`), text).toBe(true);
  return text;
}
const detail = (code: string) => counter.getByRole('complementary', { name: `Pedido ${code}` });

/** In the light and in the dark. */
async function pictures(name: string, page = counter): Promise<void> {
  await picture(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function untouched(): Promise<void> {
  const [orders, alerts] = await counter.evaluate(() =>
    Promise.all([window.mostrador['orders:list'](), window.mostrador['alerts:open']()]),
  );
  expect(orders.filter(({ handedOverAt }) => handedOverAt !== null).map(({ code }) => code)).toEqual([]);
  expect(alerts).toHaveLength(7);
}

test('every code that is scanned or typed is answered for that code, and nothing happens by the way', async () => {
  for (const code of ['12E4', 'wxfr-2440-rtbs', 'S-12', 'V88', '12', '7']) {
    await scan(code);
    await answers(check.give, code);
    await detail(code).waitFor({ timeout: LIMIT_MS });
    await scan(code.toLowerCase().replaceAll('-', "'"), 'Tab');
    await answers(check.give, code);
  }
  await clear();
  await byHand('12E4');
  expect(await answers(check.give, '12E4')).toMatch(/Cobrar \$\s454,70 en efectivo/);
  await pictures('code-give');
  await clear();
  await byHand('A7');
  await answers(check.none, 'A7');
  await counter.keyboard.press('e');
  await counter.keyboard.press('Enter');
  await untouched();
});

test('with a row chosen the letters of a code are text too, and the Enter after it presses no button', async () => {
  await clear();
  await counter.keyboard.press('ArrowDown');
  await scan('V88');
  await answers(check.give, 'V88');
  await clear();
  await counter.keyboard.press('ArrowDown');
  await scan('E-9-V');
  await answers(check.none, 'E-9-V');
  await clear();
  await counter.getByRole('button', { name: es.orders.refresh, exact: true }).focus();
  await scan('/12');
  await answers(check.give, '12');
  await untouched();
});

test('the next code begins anew after a pause, after Enter and at a scanner’s burst, also in the search box', async () => {
  for (const inBox of [false, true]) {
    await clear();
    if (inBox) await counter.getByRole('textbox').click();
    await byHand('9999');
    await answers(check.none, '9999');
    await counter.waitForTimeout(1_200);
    await byHand('8421');
    await answers(check.cancelled, '8421');
    if (!inBox) await pictures('code-cancelled');
    await counter.waitForTimeout(300);
    await scan('12E4', null);
    await answers(check.give, '12E4');
    await counter.waitForTimeout(300);
    await scan('9998');
    await answers(check.none, '9998');
    await byHand('S12');
    await answers(check.give, 'S-12');
  }
});

test('a code that is scanned or pasted takes the place of whatever is chosen in the search box', async () => {
  await clear();
  await byHand('9999');
  await counter.keyboard.press('Control+f');
  await scan('wxfr-2440-rtbs', null);
  await answers(check.give, 'wxfr-2440-rtbs');
  await counter.waitForTimeout(300);
  await counter.keyboard.press('ArrowLeft');
  await scan('12E4', null);
  await answers(check.give, '12E4');
  await counter.waitForTimeout(1_200);
  await shop.app().app.evaluate(async ({ BrowserWindow, clipboard }) => {
    await clipboard.writeText('\u202EV88\n');
    BrowserWindow.getFocusedWindow()?.webContents.paste();
  });
  await answers(check.give, 'V88');
  expect(await counter.getByRole('textbox').inputValue()).toBe('V88');
  await untouched();
});

test('a wrong code is refused though other numbers hold it, and Enter opens none of those', async () => {
  await clear();
  await byHand('9999');
  await answers(check.none, '9999');
  await counter.getByText('Número externo 912E4-9999-1').waitFor({ timeout: LIMIT_MS });
  await pictures('code-none');
  await counter.keyboard.press('Enter');
  expect(await counter.getByRole('complementary').count()).toBe(0);
  await untouched();
});

test('the card says what to collect', async () => {
  const card = await shop.window('card');
  // While the counter has the focus the card is a pill.
  await shop
    .app()
    .app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((one) => one.blur()));
  await card.getByText(/^Cobrar \$\s454,70 en efectivo$/).waitFor({ timeout: LIMIT_MS });
  await pictures('code-card', card);
});

test('a code of weeks ago is named with its date, and PedidosYa’s order of today then answers', async () => {
  await clear();
  const { id, code } = shop.simulator.orders.create({ customer: { firstName: 'Hoy' }, quiet: true });
  await tell(code, { name: 'Antes', status: 'PICKED_UP', daysAgo: 34 });
  await counter.waitForFunction(
    (old) => window.mostrador['orders:list']().then((all) => all.some((order) => order.code === old)),
    code,
  );
  shop.simulator.faults.add({ kind: 'slow', delayMs: 1_500 });
  shop.simulator.orders.ready(id, { quiet: true });
  await scan(code);
  expect(await answers(check.none, code)).toMatch(
    /El último \d+ es del \d\d\/\d\d \d\d:\d\d: Retirado, Antes\. Preguntando a PedidosYa…$/,
  );
  await pictures('code-older');
  expect(await answers(check.give, code)).toContain('Hoy');
  shop.simulator.faults.clear();
});

test('Entregado is confirmed and can be undone there', async () => {
  await clear();
  await scan('12E4');
  await detail('12E4').waitFor({ timeout: LIMIT_MS });
  await counter.waitForTimeout(200);
  await counter.keyboard.press('e');
  await answers(check['handed-over'], '12E4');
  await pictures('code-handed-over');
  const region = counter.getByRole('region', { name: check.label });
  await region.getByRole('button', { name: es.orders.handOver.undo }).click();
  await answers(check.give, '12E4');
  await clear();
  await tell('s12', { name: 'Otra' });
  await counter.getByRole('row').filter({ hasText: 'Otra' }).waitFor({ timeout: LIMIT_MS });
  await byHand('S12');
  await answers(check.several, 'S12');
  await pictures('code-several');
});

test('with 3,000 kept orders every wrong code gets its answer, however many numbers hold it', async () => {
  const { vendorId } = shop.simulator.connection();
  for (let stored = 0; stored < 3_000; stored += 200) {
    const bodies = Array.from({ length: 200 }, (_, index) => {
      const number = stored + index;
      const at = new Date(Date.now() - DAY_MS - number * 1_500_000).toISOString();
      return {
        order_id: randomUUID(),
        // Even ones only.
        order_code: String(1_000 + ((number * 2) % 9_000)),
        external_order_id: String(1_234_567_890 + number * 7_919_317),
        status: 'PICKED_UP',
        client: { store_id: vendorId, country_code: 'uy' },
        sys: { created_at: at, updated_at: at },
      };
    });
    expect(await shop.post(bodies)).toBe(200);
  }
  await clear();
  for (let wrong = 1_001; wrong < 10_000; wrong += 374) {
    await counter.keyboard.type(String(wrong), { delay: 45 });
    expect((await answers(check.none, String(wrong))).length).toBeGreaterThan(0);
    await counter.keyboard.press('Enter');
    expect(await counter.getByRole('complementary').count()).toBe(0);
  }
  await scan('1234');
  expect(await answers(check.none, '1234')).toContain('El último 1234 es del ');
});

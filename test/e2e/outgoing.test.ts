import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDesktop } from '../desktop/session.ts';
import { startListener, type Listener } from '../services/listener.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { violationsInBothThemes } from './support/axe.ts';

const SIGNING = `whsec_${Buffer.from('thirty-two bytes of test secret!').toString('base64')}`;
const FAR_MS = 60_000;

let shop: Shop;
let phone: Listener;
let till: Listener;
let monitor: Listener;
let folder = '';

const dataOf = (body: string): { readonly code: string; readonly status: string } =>
  (JSON.parse(body) as { data: { code: string; status: string } }).data;

beforeAll(async () => {
  [phone, till, monitor] = await Promise.all([startListener(), startListener(), startListener()]);
  const desktop = await startDesktop();
  folder = path.join(desktop.folder, 'caja');
  fs.mkdirSync(folder);
  await desktop.keyring.store('Mostrador', 'till-secret', SIGNING);
  await desktop.keyring.store('Mostrador', 'phone-token', 'tk_key');
  shop = await openShop({
    on: desktop,
    settings: {
      outgoing: {
        phone: {
          way: 'ntfy',
          server: phone.url,
          topic: 'tienda-7Qx',
          ready: 0,
          cancelled: 0,
          connection: 10,
        },
        till: { post: true, address: `${till.url}/pedidos`, files: true, folder },
        heartbeat: { enabled: true, address: `${monitor.url}/ping/1`, method: 'GET' },
      },
    },
  });
  await untilReceiving(shop);
}, 120_000);

afterAll(async () => {
  await shop?.stop();
  await Promise.all([phone, till, monitor].map((one) => one?.stop()));
});

test('each way can be tried from the settings, which name what leaves the computer', async () => {
  const counter = await shop.openCounter();
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const settings = await shop.window('view=settings');
  const words = es.outgoing;
  await settings.getByRole('region', { name: words.tillTitle }).waitFor();
  const tests = settings.getByRole('button', { name: words.test });
  expect(await tests.count()).toBe(4);
  for (let at = 0; at < 4; at += 1) {
    await tests.nth(at).click();
    await settings
      .getByText(/Llegó en \d+ ms/)
      .nth(at)
      .waitFor({ timeout: LIMIT_MS });
  }
  expect(await violationsInBothThemes(settings, 'outgoing')).toEqual([]);
  await settings.getByRole('region', { name: words.phoneTitle }).scrollIntoViewIfNeeded();
  await picture(settings, 'settings-phone');
  await settings.getByRole('heading', { name: words.tillTitle }).scrollIntoViewIfNeeded();
  await picture(settings, 'settings-till');
  await settings.close();
}, 90_000);

test('a monitor is told that all is well', async () => {
  await monitor.until((heard) => heard.length > 0, FAR_MS);
  expect(monitor.heard[0]).toMatchObject({ method: 'GET', path: '/ping/1', body: '' });
}, 90_000);

test('an order that nobody sees reaches the phone with shop, kind and code, and Visto follows', async () => {
  const before = phone.heard.length;
  phone.setMood({ status: 503 });
  const order = shop.simulator.orders.create();
  shop.simulator.orders.ready(order.id);
  await phone.until((heard) => heard.length > before, FAR_MS);
  phone.setMood({ status: 200 });
  await phone.until((heard) => heard.length > before + 1, FAR_MS);
  const [first, second] = phone.heard.slice(before);
  expect(second?.body).toBe(first?.body);
  expect(second?.headers).toMatchObject({ authorization: 'Bearer tk_key' });
  expect(JSON.parse(second?.body ?? '')).toMatchObject({
    topic: 'tienda-7Qx',
    title: `Pedido ${order.code} listo para retirar`,
    message: 'Almacén del Puerto: nadie lo vio en el mostrador.',
  });
  const counter = await shop.openCounter();
  await counter.evaluate(async () => {
    const open = await window.mostrador['alerts:open']();
    await window.mostrador['alerts:acknowledge']({ alertIds: open.map(({ id }) => id) });
  });
  await phone.until((heard) => heard.some(({ body }) => body.includes('Visto a las')), FAR_MS);
}, 180_000);

test('the till gets each change, signed and in order, also after an end in the middle, and a file per order', async () => {
  till.setMood('hang');
  const order = shop.simulator.orders.create();
  shop.simulator.orders.ready(order.id);
  expect(await shop.answerTo(order)).toBe(200);
  await till.until((heard) => heard.some(({ body }) => dataOf(body).code === order.code), FAR_MS);
  shop.simulator.orders.cancel(order.id);
  await shop.answerTo(order);
  shop.app().app.process().kill('SIGKILL');
  await shop.app().stop();
  till.setMood({ status: 200 });
  const before = till.heard.length;
  await shop.launch();
  const isOver = (body: string): boolean =>
    dataOf(body).code === order.code && dataOf(body).status === 'CANCELLED';
  await till.until((heard) => heard.slice(before).some(({ body }) => isOver(body)), FAR_MS);
  const own = till.heard.filter(({ body }) => dataOf(body).code === order.code);
  const statuses = own.map(({ body }) => dataOf(body).status);
  expect(statuses.at(-1)).toBe('CANCELLED');
  expect(statuses).toEqual(statuses.toSorted((one) => (one === 'CANCELLED' ? 1 : -1)));
  for (const { headers } of own) expect(headers['webhook-signature']).toMatch(/^v1,/);
  const ids = new Map(own.map(({ headers, body }) => [headers['webhook-id'], dataOf(body).status]));
  expect(new Set(own.map(({ body }) => body)).size).toBe(ids.size);
  const file = path.join(folder, `pedido-${order.id}.json`);
  const end = Date.now() + LIMIT_MS;
  while (!fs.existsSync(file) || !isOver(fs.readFileSync(file, 'utf8'))) {
    if (Date.now() > end) throw new Error('The file does not tell of the cancellation');
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}, 180_000);

/// <reference path="../../src/renderer/vite-env.d.ts" />
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Switches } from '../../src/simulator/api/switches.ts';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';

let shop: Shop;
let counter: Page;

beforeAll(async () => {
  shop = await openShop({
    settings: { outlet: { on: true, refused: null } },
    prepare: (simulator) => void simulator.switches.set({ outletAnswers: 'CLOSED_UNTIL' }),
  });
  await untilReceiving(shop);
  counter = await shop.openCounter();
});
afterAll(() => shop?.stop());

const health = () => counter.evaluate(() => window.mostrador['health:read']());
const asked = () => shop.simulator.requests.filter(({ path }) => path.endsWith('/status'));

/** Has the platform answer in this way, and asks it. */
async function ask(outletAnswers: Switches['outletAnswers']): Promise<string> {
  shop.simulator.switches.set({ outletAnswers });
  await counter.evaluate(() => window.mostrador['outlet:ask']());
  const { outlet } = await health();
  return `${outlet.state} ${outlet.code}`;
}

test('a shop that is closed on the platform when it should be open is said in yellow, with what to do', async () => {
  await counter
    .getByText(/Su local está cerrado en PedidosYa hasta .*Motivo: /)
    .waitFor({ timeout: LIMIT_MS });
  await counter.getByText(/Mientras tanto no entran pedidos/).waitFor({ timeout: LIMIT_MS });
  await picture(counter, 'outlet-closed');
  expect((await health()).partner.state).toBe('ok');
});

test('open, unknown, garbage and a refused token: each is said as it is, and never as trouble with the orders', async () => {
  expect(await ask('OPEN')).toBe('ok outlet-open');
  expect(await ask('unknown')).toBe('off outlet-unknown');
  expect(await ask('CLOSED')).toBe('degraded outlet-closed');
  for (const answers of ['garbage', 'unauthorized', 'rate-limited'] as const) {
    // What was said last still stands, with its time.
    expect(await ask(answers)).toBe('degraded outlet-closed');
  }
  expect((await health()).partner.state).toBe('ok');
  expect(new Set(asked().map(({ method }) => method))).toEqual(new Set(['GET']));
});

test('a platform that does not tell turns it off for good, across a restart, and a person turns it on again', async () => {
  expect(await ask('forbidden')).toBe('off outlet-refused');
  const read = () =>
    counter.evaluate(async () => (await window.mostrador['settings:read']()).settings.outlet);
  expect(await read()).toEqual({ on: false, refused: 403 });
  await shop.desktop.tray.choose(es.tray.quit);
  await shop.app().exited;
  await shop.app().stop();
  await shop.desktop.tray.waitUntilEmpty(LIMIT_MS);
  const before = asked().length;
  await shop.launch();
  await untilReceiving(shop);
  counter = await shop.openCounter();
  expect(await read()).toEqual({ on: false, refused: 403 });
  expect((await health()).outlet.code).toBe('outlet-refused');
  expect(asked()).toHaveLength(before);
  shop.simulator.switches.set({ outletAnswers: 'OPEN' });
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const settings = await shop.window('view=settings');
  const section = settings.getByRole('region', { name: es.outlet.title });
  await section.getByText(/contestó 403.*dejó de preguntar/).waitFor({ timeout: LIMIT_MS });
  await picture(settings, 'outlet-refused');
  await section.getByRole('checkbox', { name: es.outlet.on }).click();
  await section.getByText('Su local está abierto en PedidosYa.').waitFor({ timeout: LIMIT_MS });
  expect(asked().length).toBeGreaterThan(before);
});

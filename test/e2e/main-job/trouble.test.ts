import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { afterEach, describe, expect, test } from 'vitest';
import { ordinaryUser } from '../../desktop/ordinary-user.ts';
import { es, LIMIT_MS, openShop, picture, typeToken, untilReceiving, type Shop } from './open-shop.ts';
import { sandboxFacts } from './sandbox.ts';

let shop: Shop | null = null;
let holder: ChildProcess | null = null;
afterEach(async () => {
  await shop?.stop();
  holder?.kill('SIGKILL');
  shop = null;
  holder = null;
});

describe('without a keychain', () => {
  test('the app says so, and a token is refused instead of kept in a file', async () => {
    shop = await openShop({ desktop: { keyring: false }, launch: { args: [] }, settings: { shop: {} } });
    const settings = await shop.window('view=settings');
    await settings.getByLabel(es.settings.chainId).fill('c');
    await settings.getByLabel(es.settings.vendorId).fill('v');
    await typeToken(settings, 'un-token-cualquiera-123');
    await settings.getByRole('button', { name: es.settings.saveAndTry }).click();
    await settings
      .getByText(es.errors.save['keychain-unavailable'].remedy)
      .first()
      .waitFor({ timeout: LIMIT_MS });
    await picture(settings, 'settings-no-keychain');
  });
});

describe('a port that another program has', () => {
  test('is named with its program, and another port heals it', async () => {
    shop = await openShop({
      // Taken before the app starts: `launch` comes after the settings are known.
      prepare: () => undefined,
      launch: { args: ['--hidden'] },
    });
    await untilReceiving(shop);
    await shop.app().stop();
    await shop.desktop.tray.waitUntilEmpty(LIMIT_MS);
    const script = `require('node:net').createServer().listen(${String(shop.port)}, '127.0.0.1', () => console.log('up'))`;
    holder = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    if (holder.stdout !== null) await once(holder.stdout, 'data');
    await shop.launch();
    const counter = await shop.openCounter();
    await counter
      .getByText(new RegExp(`${String(shop.port)}.*ocupado`))
      .first()
      .waitFor({ timeout: LIMIT_MS });
    await picture(counter, 'counter-port-in-use');
    const text = await counter.locator('body').innerText();
    expect(text).toMatch(/ocupado por node/);
    const healed = await counter.evaluate(async () => {
      const view = await window.mostrador['settings:read']();
      const { settings } = view;
      const saved = await window.mostrador['settings:save']({
        settings: {
          ...settings,
          receiver: { port: settings.receiver.port === 65_000 ? 64_999 : settings.receiver.port + 1 },
        },
      });
      const health = await window.mostrador['health:read']();
      return { saved: saved.ok, health };
    });
    expect(healed).toMatchObject({ saved: true, health: { receiver: { state: 'ok' } } });
  });
});

describe('as an ordinary user', () => {
  const user = ordinaryUser();
  test.skipIf(user === null)('the app runs with the sandbox on and rings', async () => {
    if (user === null) return;
    shop = await openShop({ launch: { user } });
    await untilReceiving(shop);
    const order = shop.simulator.orders.create();
    shop.simulator.orders.ready(order.id);
    await shop.toast(es.alerts.readyTitle(order.code));
    await shop.openCounter();
    const facts = sandboxFacts(shop.app().pid);
    expect(facts.commandLines.join(' ')).not.toContain('--no-sandbox');
    expect(facts.renderers.length).toBeGreaterThan(0);
    for (const renderer of facts.renderers)
      expect(renderer).toMatchObject({ seccomp: 2, ownUserNamespace: true });
  });
});

describe('in English', () => {
  test('toasts, menu and windows speak it', async () => {
    shop = await openShop({ settings: { language: 'en' } });
    await untilReceiving(shop);
    const order = shop.simulator.orders.create();
    shop.simulator.orders.ready(order.id);
    await shop.toast(`Order ${order.code} ready for pickup`);
    const labels = (await shop.desktop.tray.menu()).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Open Mostrador', 'Refresh orders', 'Quit']));
    const counter = await shop.openCounter();
    await counter.getByRole('tab', { name: /^Ready/ }).waitFor({ timeout: LIMIT_MS });
    await counter.emulateMedia({ colorScheme: 'dark' });
    await picture(counter, 'counter-dark-en');
  });
});

import { afterEach, describe, expect, test } from 'vitest';
import { ordinaryUser } from '../../desktop/ordinary-user.ts';
import { es, LIMIT_MS, openShop, picture, typeToken, untilReceiving, type Shop } from './open-shop.ts';
import { sandboxFacts } from './sandbox.ts';

let shop: Shop | null = null;
afterEach(async () => {
  await shop?.stop();
  shop = null;
});

describe('without a keychain', () => {
  test('the app says so, and a token is refused instead of kept in a file', async () => {
    shop = await openShop({ desktop: { keyring: false }, launch: { args: [] }, settings: { shop: {} } });
    const settings = await shop.openSettings();
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

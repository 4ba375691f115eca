import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TunnelProviderId } from '../../src/shared/settings/tunnel-settings.ts';
import { tunnelLabels, type TunnelEntry } from '../../src/renderer/tunnel-form/tunnel-fields.ts';
import { es, LIMIT_MS, picture, type Shop } from './main-job/open-shop.ts';
import { openNewShop, startWalk } from './setup/walk.ts';

const { problems } = es.settings;
const labels = tunnelLabels(es);
/** What only main can refuse: provider, field, what is typed, what the field then says. */
const WRONG: readonly (readonly [TunnelProviderId, TunnelEntry, string, string])[] = [
  ['ngrok', 'ngrokDomain', 'no es un dominio', problems.domain],
  ['ssh', 'sshHost', 'mi servidor', problems.host],
  ['ssh', 'sshUser', 'dos usuarios', problems.user],
  ['ssh', 'sshBind', '8080 y 8081', problems.bind],
  ['ssh', 'sshPattern', '(', problems.pattern],
];
let shop: Shop;

beforeAll(async () => {
  shop = await openNewShop();
});
afterAll(() => shop?.stop());

/** Types every wrong entry, each beside otherwise good ones, and expects the mark on that field. */
async function tryAll(page: Page, save: () => Promise<void>): Promise<void> {
  page.setDefaultTimeout(LIMIT_MS);
  const entry = (name: TunnelEntry) => page.getByRole('textbox', { name: labels[name].label, exact: true });
  const fill = async (name: TunnelEntry, text: string): Promise<void> => {
    await entry(name).fill(text);
  };
  for (const [provider, name, wrong, says] of WRONG) {
    await page.getByRole('radio', { name: es.tunnelForm.providers[provider].name }).check();
    const more = page.getByText(es.tunnelForm.more, { exact: true });
    if (name === 'sshPattern') await more.click();
    if (provider === 'ngrok') {
      await page.getByLabel(es.tunnelForm.token, { exact: true }).fill('una-clave-de-ngrok');
    } else {
      await fill('sshHost', 'servidor.example');
      await fill('sshUser', 'tienda');
      await fill('sshBind', '8080');
      await fill('publicUrl', 'https://avisos.example');
    }
    await fill(name, wrong);
    await save();
    await page.getByText(says).waitFor();
    expect(await entry(name).getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByText(es.errors.save.unexpected.sentence).count()).toBe(0);
    await fill(name, '');
  }
}

test('the assistant marks the field that was refused, and says what it has to be', async () => {
  const { page } = await startWalk(shop);
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(es.setup.steps.address) })
    .click();
  await tryAll(page, () => page.locator('[type="submit"]').click());
  await picture(page, 'setup-refused-field');
});

test('so does the settings window', async () => {
  await shop.desktop.tray.choose(es.settings.title);
  const page = await shop.window('view=settings');
  await tryAll(page, () => page.getByRole('button', { name: es.settings.save, exact: true }).click());
});

test('a key that is far too long is refused at its field too', async () => {
  const page = await shop.window('view=settings');
  await page.getByLabel(es.settings.token, { exact: true }).fill('x'.repeat(20_000));
  await page.getByRole('radio', { name: es.tunnelForm.providers.none.name }).check();
  await page.getByRole('button', { name: es.settings.save, exact: true }).click();
  await page.getByText(problems.secretTooLong).waitFor();
});

import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { es, LIMIT_MS, openShop, picture, untilReceiving, type Shop } from './main-job/open-shop.ts';
import { expectHeard } from './support/loudness.ts';

const words = es.preferences;
let shop: Shop;
let settings: Page;

beforeAll(async () => {
  shop = await openShop();
  await untilReceiving(shop);
  settings = await openSettings();
});
afterAll(() => shop?.stop());

async function openSettings(): Promise<Page> {
  await shop.desktop.tray.choose(es.settings.title);
  const page = await shop.window('view=settings');
  page.setDefaultTimeout(LIMIT_MS);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
const button = (name: string) => settings.getByRole('button', { name, exact: true });
const field = (name: string) => settings.getByRole('textbox', { name, exact: true });
const section = (id: string) => settings.locator(`[data-section="${id}"]`);
const saved = (): {
  readonly receiver: { readonly port: number };
  readonly alerts: { readonly volume: number };
} =>
  // The app wrote it by its own schema.
  JSON.parse(fs.readFileSync(path.join(shop.profileDir, 'settings.json'), 'utf8')) as ReturnType<
    typeof saved
  >;

/** Closes the window as its user does; a page may hold it open. */
const closeWindow = (): Promise<void> =>
  shop.app().app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().includes('view=settings'))
      ?.close();
  });
/** Chooses what closes the window. */
async function leaveBy(choice: Locator): Promise<void> {
  await choice.waitFor();
  const gone = settings.waitForEvent('close');
  // The page may be gone before it could tell that it was clicked.
  await choice.click().catch(() => undefined);
  await gone;
}
/** What the system's file dialog will answer. */
const answerDialogs = (file: string): Promise<void> =>
  shop.app().app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);

describe('Avisos', () => {
  test('a tone is heard at the volume that is being chosen', async () => {
    const heard = expectHeard(shop, 3_000);
    await button(words.listenTo(words.toneOf.cancelled.label)).click();
    await settings.getByText('Se hizo sonar un tono.').waitFor();
    await heard;
    await section('alerts').scrollIntoViewIfNeeded();
    await picture(settings, 'settings-alerts');
  });

  test('a volume that is saved is the volume from then on', async () => {
    const volume = settings.getByRole('slider', { name: words.volume });
    await volume.fill('45');
    await button(es.settings.save).click();
    await settings.getByText(es.settings.saved).waitFor();
    expect(saved().alerts.volume).toBe(45);
    await button(words.resetField(words.volume)).click();
    await button(es.settings.save).click();
    await expect.poll(() => saved().alerts.volume).toBe(80);
  });
});

describe('a copy of the settings', () => {
  test('goes to a file without secrets, comes back with a preview, and can be undone', async () => {
    const file = path.join(shop.desktop.folder, 'copia.json');
    await answerDialogs(file);
    await button(words.exportLabel).click();
    await settings.getByText(words.exported('copia.json')).waitFor();
    const text = fs.readFileSync(file, 'utf8');
    const token = (await shop.desktop.keyring.read('Mostrador', 'partner-token')) ?? '';
    expect(token).not.toBe('');
    expect(text).not.toContain(token);
    expect(text).not.toContain('clave del aviso');

    fs.writeFileSync(file, text.replace('"volume": 80', '"volume": 30').replace('"bell"', '"knock"'));
    await button(words.importLabel).click();
    const preview = settings.getByRole('region', { name: words.previewTitle('copia.json') });
    await preview.getByRole('row', { name: `${words.volume} 80 % 30 %` }).waitFor();
    await preview.scrollIntoViewIfNeeded();
    await picture(settings, 'settings-import');
    expect(saved().alerts.volume).toBe(80);
    await button(words.apply).click();
    await settings.getByText(words.imported).first().waitFor();
    expect(saved().alerts.volume).toBe(30);
    await button(words.undo).click();
    await settings.getByText(words.undone).first().waitFor();
    expect(saved().alerts.volume).toBe(80);
  });

  test('that is something else is refused, and nothing changes', async () => {
    const file = path.join(shop.desktop.folder, 'foto.json');
    fs.writeFileSync(file, 'JFIF');
    await answerDialogs(file);
    const before = saved();
    await button(words.importLabel).click();
    await settings.getByText(words.refusals.foreign(null)).waitFor();
    await picture(settings, 'settings-import-refused');
    expect(saved()).toEqual(before);
  });
});

describe('looking for a setting', () => {
  test('without a hit the window says so', async () => {
    await settings.getByRole('searchbox').fill('xilófono');
    await settings.getByText(words.noHitsTitle).waitFor();
    await picture(settings, 'settings-no-hits');
    await settings.getByRole('searchbox').fill('conexion');
    await field(words.connection).waitFor();
    await picture(settings, 'settings-search');
    await settings.getByRole('searchbox').fill('');
  });
});

describe('closing with unsaved changes', () => {
  test('holds the window, and closes it without saving only when told to', async () => {
    const port = saved().receiver.port;
    await field(es.settings.port).fill('5001');
    await closeWindow();
    const question = settings.getByRole('dialog', { name: es.settings.leaveTitle });
    await question.waitFor();
    await picture(settings, 'settings-leave');
    await question.getByRole('button', { name: es.settings.leaveStay }).click();
    await closeWindow();
    await leaveBy(question.getByRole('button', { name: es.settings.leaveDiscard }));
    expect(saved().receiver.port).toBe(port);
  });

  test('saves first when told to, and closes then', async () => {
    settings = await openSettings();
    await field(es.settings.name).fill('Almacén Nuevo');
    await closeWindow();
    await leaveBy(settings.getByRole('button', { name: es.settings.leaveSave }));
    expect(saved()).toMatchObject({ shop: { name: 'Almacén Nuevo' } });
  });

  test('a window without changes closes at once', async () => {
    settings = await openSettings();
    const gone = settings.waitForEvent('close');
    await closeWindow();
    await gone;
    expect(
      shop
        .app()
        .app.windows()
        .some((page) => page.url().includes('view=settings')),
    ).toBe(false);
  });
});

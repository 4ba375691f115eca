import type { Page } from 'playwright-core';
import { LIMIT_MS, type Shop } from './shop.ts';

/** What a window's address contains. */
type PageName = 'view=counter' | 'view=settings' | 'card.html';

/** The window whose page this is, once it is there. */
export async function windowOf(shop: Shop, name: PageName): Promise<Page> {
  const { app } = shop.app();
  const isWanted = (page: Page): boolean => page.url().includes(name);
  // Asked for first: one that opens between a look and the question would be missed.
  const opened = app.waitForEvent('window', { predicate: isWanted, timeout: LIMIT_MS });
  opened.catch(() => undefined);
  const page = app.windows().find(isWanted) ?? (await opened);
  page.setDefaultTimeout(LIMIT_MS);
  return page;
}

/** The counter, opened by the tray menu as staff do. */
export async function openCounter(shop: Shop): Promise<Page> {
  await shop.desktop.tray.choose(shop.texts.tray.open);
  const page = await windowOf(shop, 'view=counter');
  await page.getByRole('tab').first().waitFor();
  return page;
}

export async function openSettings(shop: Shop): Promise<Page> {
  const counter = await openCounter(shop);
  await counter.getByRole('button', { name: shop.texts.orders.settings, exact: true }).click();
  const page = await windowOf(shop, 'view=settings');
  await page.getByRole('heading', { name: shop.texts.settings.title, exact: true }).waitFor();
  return page;
}

/** Resolves when no page of this name is open any more. */
export async function windowGone(shop: Shop, name: PageName): Promise<void> {
  for (const page of shop.app().app.windows()) {
    if (page.url().includes(name) && !page.isClosed()) {
      await page.waitForEvent('close', { timeout: LIMIT_MS });
    }
  }
}

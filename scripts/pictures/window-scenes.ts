import type { Page } from 'playwright-core';
import type { Studio } from './studio.ts';

const LIMIT_MS = 30_000;

/** The windows around the counter, and the counter in trouble. */
export async function windowScenes(studio: Studio): Promise<void> {
  const { stage, texts, take } = studio;
  const { simulator } = stage;
  const counter = await stage.window('view=counter');
  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).first().click({ timeout: LIMIT_MS });

  await take('deliveries', async () => {
    const lost = simulator.orders.create({ customer: { firstName: 'Paula' }, quiet: true });
    simulator.orders.ready(lost.id, { quiet: true });
    simulator.orders.travel(lost.id, 9);
    await press(counter, texts.orders.refresh);
    await counter.getByText(lost.code).first().waitFor({ timeout: LIMIT_MS });
    await callWithAnotherSecret(stage.port);
    await press(counter, texts.deliveries.open);
    const page = await stage.window('view=deliveries');
    await page.getByRole('textbox').fill(lost.code);
    await press(page, texts.why.ask);
    await page.getByText(texts.why.subject(lost.code)).waitFor({ timeout: LIMIT_MS });
    return page;
  });

  await press(counter, texts.orders.settings);
  const settings = await stage.window('view=settings');
  await take('settings', async () => {
    await settings.getByRole('heading', { name: texts.settings.shop }).first().waitFor({ timeout: LIMIT_MS });
    return settings;
  });
  await take('settings-alerts', () => part(settings, texts.preferences.alerts));
  await take('settings-computer', () => part(settings, texts.computer.title));
  await take('report', async () => {
    await press(settings, texts.diagnostics.open);
    const page = await stage.window('view=diagnostics');
    await page.getByRole('button', { name: texts.diagnostics.save }).waitFor({ timeout: LIMIT_MS });
    return page;
  });
  await take('about', async () => {
    await press(settings, texts.about.open);
    const page = await stage.window('view=about');
    await page.getByRole('heading', { name: texts.about.title }).waitFor({ timeout: LIMIT_MS });
    return page;
  });
  await take('health', async () => {
    await counter.locator('header button[aria-expanded]').first().click();
    await counter.getByRole('region', { name: texts.orders.healthLabel }).waitFor({ timeout: LIMIT_MS });
    return { page: counter, part: { x: 0, y: 0, width: 1120, height: 420 } };
  });
  await take('health-red', async () => {
    await counter.keyboard.press('Escape');
    const seen = counter.getByRole('button', { name: new RegExp(`^${texts.orders.seen}`) });
    await seen.first().click({ timeout: LIMIT_MS });
    simulator.faults.add({ kind: 'unauthorized' });
    await press(counter, texts.orders.refresh);
    // A ringing alert has its own strip; after it is acknowledged, the banner takes its place.
    const strip = counter.getByRole('region', { name: texts.orders.alertsLabel });
    await strip.getByRole('button', { name: texts.orders.seen }).click({ timeout: LIMIT_MS });
    await strip.waitFor({ state: 'detached', timeout: LIMIT_MS });
    return { page: counter, part: { x: 0, y: 0, width: 1120, height: 300 } };
  });
}

/** One section of the settings, scrolled into view as a click in the list does. */
async function part(settings: Page, title: string): Promise<Page> {
  await settings.getByRole('navigation').getByText(title, { exact: true }).click({ timeout: LIMIT_MS });
  await settings.getByRole('heading', { name: title }).first().waitFor({ timeout: LIMIT_MS });
  return settings;
}

async function callWithAnotherSecret(port: number): Promise<void> {
  await fetch(`http://127.0.0.1:${String(port)}/webhooks/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'otra clave' },
    body: '{}',
  });
}

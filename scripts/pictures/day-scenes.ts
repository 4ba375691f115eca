import type { Page } from 'playwright-core';
import type { Settings } from '../../src/shared/settings/settings.ts';
import { DEFAULT_PAPER_SETTINGS, type PaperWidth } from '../../src/shared/settings/paper.ts';
import type { SlipPrinter } from '../../test/services/slip-printer.ts';
import { startSlipPrinter } from '../../test/services/slip-printer.ts';
import { delivered } from '../demo/stage.ts';
import { drawSlips } from './slips.ts';
import type { Studio } from './studio.ts';

const LIMIT_MS = 30_000;
const POLL_MS = 50;
const SEEN_AFTER_MS = 4_000;
/** Minutes ago. */
const CANCELLED = [34, 78];
const HANDED_OVER = [4, 6, 7, 9, 12, 16, 27, 68];
const WAITING = [3, 8, 11];
const INITIALS = ['ANA', 'LU', 'TÉO'];
/** What the page of the settings shows for the shop's own places; the pictures need no such place. */
const PLACES = {
  printer: '192.168.1.50',
  topic: 'puerto-7Qx2-mostrador',
  till: 'http://192.168.1.20:8080/pedidos',
  folder: '/home/ana/caja',
};

/** What makes the day of a shop easier: paper, phone, till, report, riders' screen, busy hands, the shop's own light. */
export async function dayScenes(studio: Studio): Promise<void> {
  const { stage, texts, take, takeDrawn } = studio;
  const { simulator, desktop } = stage;
  await desktop.tray.activate();
  const counter = await stage.window('view=counter');
  await counter.getByRole('tab').first().waitFor({ timeout: LIMIT_MS });
  const printer = await startSlipPrinter();
  try {
    await takeDrawn('slip', async () => {
      await printOn(counter, printer, 80);
      await readyOrder(studio, 'Camila');
      await untilPrinted(printer, 1);
      await printOn(counter, printer, 58);
      await readyOrder(studio, 'Joaquín');
      await untilPrinted(printer, 2);
      const [wide, narrow] = printer.slips();
      if (wide === undefined || narrow === undefined) throw new Error('No slip was printed.');
      return drawSlips([
        { slip: wide, width: 80 },
        { slip: narrow, width: 58 },
      ]);
    });
  } finally {
    await printer.stop();
  }
  await save(counter, (settings) => ({ ...settings, paper: DEFAULT_PAPER_SETTINGS }));

  await busyDay(studio, counter);
  await counter.evaluate((initials) => window.mostrador['staff:list']({ initials }), INITIALS);
  await counter.evaluate(() => window.mostrador['staff:at-counter']({ initials: 'LU' }));
  await take('initials', async () => {
    await counter
      .getByRole('region', { name: texts.hands.staff.atCounter })
      .locator('[aria-pressed="true"]')
      .waitFor({ timeout: LIMIT_MS });
    return { page: counter, part: { x: 0, y: 0, width: 1120, height: 372 } };
  });
  await take('day', async () => {
    await counter.getByRole('button', { name: texts.day.open }).click({ timeout: LIMIT_MS });
    const day = await stage.window('view=day');
    await day.locator('svg[role="img"]').waitFor({ timeout: LIMIT_MS });
    await stage.launched.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((one) =>
        one.webContents.getURL().includes('view=day'),
      );
      window?.setBounds({ y: 0, height: 1_000 });
    });
    return day;
  });
  await riders(studio, counter);
  await sections(studio, counter);
  await take('outlet', async () => {
    simulator.switches.set({ outletAnswers: 'CLOSED_UNTIL' });
    await counter.evaluate(() => window.mostrador['outlet:set']({ on: true }));
    await counter.evaluate(() => window.mostrador['outlet:ask']());
    const banner = counter
      .getByRole('status')
      .filter({ hasText: texts.health['outlet-closed'](null).remedy })
      .first();
    await banner.waitFor({ timeout: LIMIT_MS });
    const box = await banner.boundingBox();
    if (box === null) throw new Error('The banner is not shown.');
    return { page: counter, part: { x: 0, y: 0, width: 1120, height: Math.ceil(box.y + box.height) } };
  });
}

/** The sections of the settings that send something out or help busy hands, filled in and not saved. */
async function sections({ stage, texts, take }: Studio, counter: Page): Promise<void> {
  const { outgoing, paper, hands } = texts;
  await counter.getByRole('button', { name: texts.orders.settings }).click({ timeout: LIMIT_MS });
  const settings = await stage.window('view=settings');
  const show = async (title: string): Promise<Page> => {
    await settings.getByRole('navigation').getByText(title, { exact: true }).click({ timeout: LIMIT_MS });
    await settings.getByRole('heading', { name: title, exact: true }).first().waitFor({ timeout: LIMIT_MS });
    return settings;
  };
  const choose = (name: string, value: string) =>
    settings.getByRole('combobox', { name, exact: true }).selectOption(value, { timeout: LIMIT_MS });
  const fill = (name: string, value: string) =>
    settings.getByRole('textbox', { name, exact: true }).fill(value, { timeout: LIMIT_MS });

  await take('settings-hands', () => show(hands.title));
  await take('settings-phone', async () => {
    await choose(outgoing.phoneWay, 'ntfy');
    await fill(outgoing.phoneTopic, PLACES.topic);
    return show(outgoing.phoneTitle);
  });
  await take('settings-till', async () => {
    await settings.getByRole('checkbox', { name: outgoing.tillPost }).check({ timeout: LIMIT_MS });
    await fill(outgoing.tillAddress, PLACES.till);
    await settings.getByRole('checkbox', { name: outgoing.tillFiles }).check({ timeout: LIMIT_MS });
    await fill(outgoing.tillFolder, PLACES.folder);
    return show(outgoing.tillTitle);
  });
  await take('settings-paper', async () => {
    await choose(paper.way, 'network');
    await fill(paper.host, PLACES.printer);
    return show(paper.title);
  });
}

/** Orders of some hours: some are handed over now, some wait, two were cancelled. */
async function busyDay({ stage, texts }: Studio, counter: Page): Promise<void> {
  const { orders } = stage.simulator;
  const made = (minutes: number, end: (id: string) => void): string => {
    const { id } = orders.create({ quiet: true });
    orders.ready(id, { quiet: true });
    end(id);
    orders.travel(id, minutes);
    return id;
  };
  for (const minutes of CANCELLED)
    made(minutes, (id) => orders.cancel(id, { by: 'CUSTOMER', reason: 'CUSTOMER_REQUEST', quiet: true }));
  const handed = HANDED_OVER.map((minutes) => made(minutes, () => undefined));
  for (const minutes of WAITING) made(minutes, () => undefined);
  await counter.getByRole('button', { name: texts.orders.refresh, exact: true }).click({ timeout: LIMIT_MS });
  const last = orders.get(handed.at(-1) ?? '');
  await counter.getByText(last.code).first().waitFor({ timeout: LIMIT_MS });
  // As long as somebody takes to see them.
  await counter.waitForTimeout(SEEN_AFTER_MS);
  await counter.evaluate(async (ids) => {
    const alerts = await window.mostrador['alerts:open']();
    await window.mostrador['alerts:acknowledge']({ alertIds: alerts.map(({ id }) => id) });
    for (const orderId of ids) await window.mostrador['orders:hand-over']({ orderId, handedOver: true });
  }, handed);
}

/** The riders' screen, with a second screen that only the app believes in. */
async function riders({ stage, texts, take }: Studio, counter: Page): Promise<void> {
  await stage.launched.app.evaluate(({ screen }) => {
    const own = screen.getPrimaryDisplay();
    const bounds = { ...own.bounds, x: own.bounds.x + own.bounds.width };
    const second = { ...own, id: own.id + 1, bounds };
    screen.getAllDisplays = () => [own, second];
    screen.getDisplayMatching = () => second;
    screen.emit('display-added', {}, second);
  });
  await take('riders', async () => {
    await counter.evaluate(() => window.mostrador['riders:set']({ riders: { on: true, digits: 'all' } }));
    const page = await stage.window('view=riders');
    await page.getByRole('heading', { name: texts.riders.waiting }).waitFor({ timeout: LIMIT_MS });
    return page;
  });
  await counter.evaluate(() => window.mostrador['riders:set']({ riders: { on: false, digits: 'all' } }));
}

async function printOn(counter: Page, printer: SlipPrinter, width: PaperWidth): Promise<void> {
  const { port } = printer;
  await save(counter, (settings) => ({
    ...settings,
    paper: { ...settings.paper, way: 'network', host: '127.0.0.1', port, width, automatic: true },
  }));
}

async function save(counter: Page, change: (settings: Settings) => Settings): Promise<void> {
  const { settings } = await counter.evaluate(() => window.mostrador['settings:read']());
  const outcome = await counter.evaluate((changed) => window.mostrador['settings:save'](changed), {
    settings: change(settings),
  });
  if (!outcome.ok) throw new Error(`The settings were not saved: ${outcome.code}.`);
}

/** An order with something of everything that a slip can show. */
async function readyOrder({ stage }: Studio, firstName: string): Promise<void> {
  const { orders } = stage.simulator;
  const { id } = orders.create({
    lines: [
      { sku: 'YERBA-1KG', pieces: 2 },
      { sku: 'QUESO-COL-KG', grams: 350 },
      { sku: 'GALL-DULCE-300' },
      { sku: 'JUGO-NAR-1L', pieces: 2 },
    ],
    customer: { firstName },
    comment: 'Sin bolsas de plástico, por favor',
    quiet: true,
  });
  orders.pick(
    id,
    { line: 1, grams: 340 },
    { line: 2, action: 'not-found' },
    { line: 3, action: 'replace', withSku: 'REFR-POM-15', pieces: 2 },
  );
  orders.ready(id);
  await delivered(stage.simulator, id);
}

async function untilPrinted(printer: SlipPrinter, count: number): Promise<void> {
  const endMs = performance.now() + LIMIT_MS;
  while (printer.slips().length < count) {
    if (performance.now() > endMs) throw new Error(`Slip ${String(count)} was not printed.`);
    await new Promise((resolve) => {
      setTimeout(resolve, POLL_MS);
    });
  }
}

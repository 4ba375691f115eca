import fs from 'node:fs';
import path from 'node:path';
import { textsFor } from '../../src/shared/texts/texts.ts';
import type { SimOrder } from '../../src/simulator/orders/order-model.ts';
import { within } from '../../test/desktop/within.ts';
import { delivered, timed, type Stage } from './stage.ts';
import type { Moment, Timeline } from './timeline.ts';

const LIMIT_MS = 10_000;
/** A window of the virtual screen is painted some frames after its page changed. */
const PAINT_MS = 400;
const texts = textsFor('es');

export type Scenes = { readonly stage: Stage; readonly timeline: Timeline; readonly outputDir: string };

/** Plays the whole story, in order. Returns the screenshots it took. */
export async function playScenes({ stage, timeline, outputDir }: Scenes): Promise<readonly string[]> {
  const { desktop, simulator, launched } = stage;
  const shots: string[] = [];
  const shoot = async (name: string): Promise<void> => {
    const file = path.join(outputDir, name);
    await new Promise((resolve) => {
      setTimeout(resolve, PAINT_MS);
    });
    await desktop.saveScreen(file);
    shots.push(file);
  };
  const trayCount = (count: number) =>
    desktop.tray.waitForItemWhere(({ tooltip }) => countIn(tooltip) === count, LIMIT_MS);

  await timeline.step('Left click on the tray icon', async () => {
    await desktop.tray.activate();
    const counter = await stage.window('view=counter');
    await counter.getByRole('tab').first().waitFor({ timeout: LIMIT_MS });
    return 'the counter window is open';
  });
  const counter = await stage.window('view=counter');

  const first = simulator.orders.create();
  await timeline.step(`Order ${first.code} is placed and picked`, async () => {
    const [line] = first.lines;
    if (line !== undefined) simulator.orders.pick(first.id, { line: line.id, action: 'not-found' });
    return `${first.lines.length} products, the first not found`;
  });

  await timeline.moments(`Order ${first.code} becomes ready`, async () => {
    const row = stage.textAppears(counter, first.code);
    const count = timed(trayCount(1));
    simulator.orders.ready(first.id);
    const moments = await news(stage, first, texts.alerts.readyTitle(first.code));
    const counted = await count;
    const waiting = await within(desktop.tray.menu(), LIMIT_MS, 'The tray menu');
    const entry = waiting.find(({ label }) => label.startsWith(first.code));
    if (entry === undefined) throw new Error(`The tray menu does not show ${first.code}.`);
    return sorted([
      ...moments,
      { at: await row, what: `list: ${first.code} in the counter window` },
      { at: counted.at, what: `tray: "${counted.value.tooltip}", menu entry "${entry.label}"` },
    ]);
  });
  await shoot('1-ready.png');
  fs.writeFileSync(path.join(outputDir, '1-tray-icon.png'), await stage.trayIcon());
  shots.push(path.join(outputDir, '1-tray-icon.png'));

  await timeline.step(`"Visto" is pressed on the card for ${first.code}`, async () => {
    const card = await stage.window('card');
    await card.getByRole('button', { name: `Visto, pedido ${first.code}` }).click({ timeout: LIMIT_MS });
    await trayCount(0);
    return 'the alert is acknowledged, the tray counts none';
  });

  const second = simulator.orders.create();
  simulator.orders.ready(second.id);
  await timeline.step(`A second order, ${second.code}, becomes ready`, async () => {
    await delivered(simulator, second.id);
    await trayCount(1);
    return 'the tray counts it';
  });
  await timeline.moments(`Order ${second.code} is cancelled`, async () => {
    const strip = stage.textAppears(counter, texts.orders.doNotHandOver);
    simulator.orders.cancel(second.id, { reason: 'CUSTOMER_REQUEST' });
    const moments = await news(stage, second, texts.alerts.cancelledTitle(second.code), 'critical');
    return sorted([...moments, { at: await strip, what: `list: "${texts.orders.doNotHandOver}" in red` }]);
  });
  await shoot('2-cancelled.png');

  const third = simulator.orders.create();
  simulator.orders.ready(third.id, { quiet: true });
  await timeline.moments(`"${texts.tray.refresh}" is chosen in the tray menu (D-Bus)`, async () => {
    simulator.clearRequests();
    const row = stage.textAppears(counter, third.code);
    const chosen = await timed(desktop.tray.choose(texts.tray.refresh));
    const result = await desktop.notifications.waitFor(
      ({ title }) => title === texts.alerts.refreshTitle,
      LIMIT_MS,
      'The result of the refresh',
    );
    const shownAt = await row;
    if (simulator.requests.length === 0) throw new Error('The Partner API was not asked.');
    return sorted([
      { at: chosen.at, what: 'chosen' },
      { at: shownAt, what: `list: order ${third.code}, whose webhook was lost` },
      {
        at: performance.timeOrigin + result.arrivedAt,
        what: `notification: "${result.body}", after ${simulator.requests.length} GET to the Partner API`,
      },
    ]);
  });
  await shoot('3-refreshed.png');

  await timeline.step(`"${texts.tray.quit}" is chosen in the tray menu`, async () => {
    await desktop.tray.choose(texts.tray.quit);
    const exitCode = await within(launched.exited, LIMIT_MS, 'The end of the app', launched.output);
    if (exitCode !== 0) throw new Error(`The app ended with exit code ${exitCode}.`);
    return 'the app ended with exit code 0';
  });
  return shots;
}

/** The webhook was sent, its 200 came, the notification appeared. */
async function news(
  { simulator, desktop }: Stage,
  order: SimOrder,
  title: string,
  urgency: 'normal' | 'critical' = 'normal',
): Promise<readonly Moment[]> {
  const toast = await desktop.notifications.waitFor((one) => one.title === title, LIMIT_MS, `"${title}"`);
  if (toast.urgency !== urgency) throw new Error(`"${title}" came with urgency ${toast.urgency}.`);
  const { sentAt, answeredAt } = await delivered(simulator, order.id);
  return [
    { at: sentAt, what: 'webhook sent' },
    { at: answeredAt, what: '200: stored on disk' },
    { at: performance.timeOrigin + toast.arrivedAt, what: `notification: "${title}" (${urgency})` },
  ];
}

/** Returns how many unseen alerts a tooltip names. */
function countIn(tooltip: string): number {
  return Number(/(\d+) avisos? sin ver/.exec(tooltip)?.[1] ?? 0);
}

function sorted(moments: readonly Moment[]): readonly Moment[] {
  return moments.toSorted((one, other) => one.at - other.at);
}

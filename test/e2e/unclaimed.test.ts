import { expect, onTestFinished, test } from 'vitest';
import { es, LIMIT_MS, openShop, untilReceiving } from './main-job/open-shop.ts';
import { expectHeard } from './support/loudness.ts';
import { readyOrder } from './support/news.ts';

/** Three seconds after it is ready, and again after a minute. */
const SOON = { alerts: { unclaimed: { afterMinutes: 0.05, everyMinutes: 1 } } };
const SAYS = /Listo y sin retirar hace \d+ min/;

test(
  'a bag that nobody comes for is said by card, tray and row and heard once, until it is silenced',
  { timeout: 240_000 },
  async () => {
    const shop = await openShop({ settings: SOON });
    onTestFinished(shop.stop);
    await untilReceiving(shop);
    const { order } = await readyOrder(shop);
    const alerted = await shop.window('card.html');
    await alerted.getByRole('button', { name: es.card.seenOrder(order.code) }).click();
    await shop.trayCount(0);

    // On a busy computer the first tone may be over before anybody listens; the next comes after a minute.
    await expectHeard(shop, 80_000, 10);
    const card = await shop.window('card.html');
    await card.getByText(SAYS).waitFor({ timeout: LIMIT_MS });
    await shop.desktop.tray.waitForMenu(
      (items) => items.some(({ label }) => label.startsWith(order.code) && label.includes('sin retirar')),
      LIMIT_MS,
    );

    // What was told is on the disk: the next start shows it, in silence.
    await shop.app().stop();
    await shop.launch();
    const again = await shop.window('card.html');
    await again.getByText(SAYS).waitFor({ timeout: LIMIT_MS });
    await again.getByRole('button', { name: `Silenciar este pedido ${order.code}` }).click();
    await expect
      .poll(
        () =>
          shop
            .app()
            .app.windows()
            .some((page) => page.url().includes('card.html')),
        {
          timeout: LIMIT_MS,
        },
      )
      .toBe(false);
    const counter = await shop.openCounter();
    const row = counter.locator(`[id="order-${order.id}"]`);
    await row.getByText('Listo', { exact: true }).waitFor();
    await row.click();
    await counter.getByRole('button', { name: 'Volver a avisar de este pedido' }).click();
    await row.getByText('Sin retirar', { exact: true }).waitFor();
  },
);

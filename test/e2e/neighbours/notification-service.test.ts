import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from 'vitest';
import type { DesktopOptions } from '../../desktop/session.ts';
import { NEVER, type NotificationTroubles } from '../../desktop/notification-server.ts';
import { es, LIMIT_MS, openShop, untilReceiving, type Shop } from '../main-job/open-shop.ts';
import { slowdown } from '../../processor-time.ts';
import { expectHeard } from '../support/loudness.ts';

/** Of a webhook's answer, whatever the neighbours do, on a computer that has nothing else to do. */
const ANSWER_LIMIT_MS = 1_000;
/** At once, on a computer that other tests keep busy. */
const AT_ONCE_MS = 5_000;
/** Until the light says that the service does not answer. */
const SILENCE_MS = 5_000;

let shop: Shop;
let code = 100;
afterEach(() => shop?.stop());

async function open(desktop: DesktopOptions = {}): Promise<void> {
  shop = await openShop({ desktop });
  await untilReceiving(shop);
}

function troubles(): NotificationTroubles {
  const { troubles: known } = shop.desktop.notifications;
  if (known === null) throw new Error('This service cannot be made to fail');
  return known;
}

/** Sends a ready order; answers its code. Fails when the answer takes too long. */
async function ready(): Promise<string> {
  code += 1;
  const order = {
    order_id: randomUUID(),
    order_code: String(code),
    status: 'READY_FOR_PICKUP',
    client: { store_id: shop.simulator.connection().vendorId },
    sys: { updated_at: new Date().toISOString() },
  };
  const began = performance.now();
  expect(await shop.post(order)).toBe(200);
  const tookMs = performance.now() - began;
  expect(tookMs / slowdown()).toBeLessThan(ANSWER_LIMIT_MS);
  return String(code);
}

/** From the start of one calm tone to the start of the next, and the tone. */
const ONE_ROUND_MS = 9_000;

/** Rings, and the card lists the codes at once. */
async function expectHeardAndSeen(...codes: readonly string[]): Promise<void> {
  const heard = expectHeard(shop, ONE_ROUND_MS);
  const card = await shop.window('card.html');
  for (const one of codes) {
    await card.getByRole('listitem').filter({ hasText: one }).waitFor({ timeout: AT_ONCE_MS });
  }
  await heard;
}

const tooltipSays = (sentence: string): Promise<unknown> =>
  shop.desktop.tray.waitForItemWhere(({ tooltip }) => tooltip.includes(sentence), LIMIT_MS);
const silent = es.health['toasts-silent'](null).sentence;
const missing = es.health['toasts-missing'](null).sentence;
const titles = (): readonly string[] => shop.desktop.notifications.toasts().map(({ title }) => title);

describe('a notification service that', () => {
  test('hangs from the start holds up no answer, no tone and no card, and the light says so', async () => {
    await open();
    troubles().answerLate(() => NEVER);
    const codes = [await ready(), await ready(), await ready()];
    await expectHeardAndSeen(...codes);
    await tooltipSays(silent);
    await ready();
  });

  test('begins to hang later is found out, and gets one digest when it is well again', async () => {
    await open();
    const first = await ready();
    await shop.toast(es.alerts.readyTitle(first));
    troubles().answerLate(() => NEVER);
    const second = await ready();
    await tooltipSays(silent);
    const later = [];
    for (let index = 0; index < 6; index += 1) later.push(await ready());
    await expectHeardAndSeen(second);
    await troubles().leave();
    troubles().answerLate(() => 0);
    await troubles().comeBack();
    const digest = await shop.toast(es.alerts.unseenTitle(later.length));
    for (const one of later) expect(digest.body).toContain(one);
    await shop.desktop.tray.waitForItemWhere(({ tooltip }) => !tooltip.includes(silent), LIMIT_MS);
    expect(titles()).toEqual([first, second].map(es.alerts.readyTitle).concat(digest.title));
  });

  test('begins to hang later and is well again without having ended gets what it lost and what waited', async () => {
    await open();
    const first = await ready();
    await shop.toast(es.alerts.readyTitle(first));
    troubles().answerLate(() => NEVER);
    const second = await ready();
    await tooltipSays(silent);
    const third = await ready();
    troubles().answerLate(() => 0);
    await shop.desktop.notifications.waitFor(({ title }) => title === es.alerts.readyTitle(third), 60_000);
    expect(titles()).toEqual([first, second, third].map(es.alerts.readyTitle));
    await shop.desktop.tray.waitForItemWhere(({ tooltip }) => !tooltip.includes(silent), LIMIT_MS);
  }, 120_000);

  test('takes three seconds for each makes nobody wait, and shows every order', async () => {
    await open();
    troubles().answerLate((method) => (method === 'Notify' ? 3_000 : 0));
    const codes = [await ready(), await ready(), await ready()];
    await expectHeardAndSeen(...codes);
    await expect
      .poll(
        () =>
          shop.desktop.notifications
            .toasts()
            .map(({ title, body }) => `${title} ${body}`)
            .join(' '),
        {
          timeout: LIMIT_MS,
        },
      )
      .toMatch(new RegExp(codes.map((one) => `(?=.*${one})`).join('')));
    expect(SILENCE_MS).toBeGreaterThan(3_000);
    const { tooltip } = await shop.desktop.tray.item();
    expect(tooltip).not.toContain(silent);
  });

  test('never says what it can do shows its toasts all the same', async () => {
    await open();
    troubles().answerLate((method) => (method === 'GetCapabilities' ? NEVER : 0));
    const codes = [await ready(), await ready()];
    for (const one of codes) await shop.toast(es.alerts.readyTitle(one));
    await expectHeardAndSeen(...codes);
  });

  test('dies and comes back shows the next toast, takes none of another program away, and a click opens the order', async () => {
    await open();
    const first = await ready();
    await shop.toast(es.alerts.readyTitle(first));
    await troubles().leave();
    const second = await ready();
    await expectHeardAndSeen(first, second);
    await tooltipSays(missing);
    await troubles().comeBack();
    await shop.desktop.tray.waitForItemWhere(({ tooltip }) => !tooltip.includes(missing), LIMIT_MS);
    const third = await ready();
    const toast = await shop.toast(es.alerts.readyTitle(third));
    const card = await shop.window('card.html');
    await card.getByRole('button', { name: es.card.seenOrder(first) }).click();
    await shop.trayCount(2);
    // Its number was one of the service before.
    expect(shop.desktop.notifications.closedByApp()).toEqual([]);
    shop.desktop.notifications.click(toast.id);
    const counter = await shop.window('view=counter');
    await counter.getByRole('complementary', { name: `Pedido ${third}` }).waitFor();
  });

  test('is not there holds nothing up, and the light says so', async () => {
    await open({ notifications: false });
    const codes = [await ready(), await ready(), await ready()];
    await expectHeardAndSeen(...codes);
    await tooltipSays(missing);
  });

  test('is not there at the start gets one digest of all that came before it', async () => {
    await open();
    await troubles().leave();
    await shop.app().stop();
    await shop.launch({});
    await untilReceiving(shop);
    const codes = [];
    for (let index = 0; index < 6; index += 1) codes.push(await ready());
    await tooltipSays(missing);
    await shop.trayCount(codes.length);
    await troubles().comeBack();
    const digest = await shop.toast(es.alerts.unseenTitle(codes.length));
    for (const one of codes) expect(digest.body).toContain(one);
  });

  test('is started by the bus and never comes up holds nothing up, and the light says so', async () => {
    await open({ notifications: '/bin/sleep 1000' });
    const codes = [await ready(), await ready(), await ready()];
    await expectHeardAndSeen(...codes);
    await tooltipSays(silent);
    await ready();
  });
});

// A webhook's way to 200, notification and tone with printing, till, phone and reminders on, beside the same app with all of it off.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDesktop, type Desktop } from '../desktop/session.ts';
import { startListener } from '../services/listener.ts';
import { startSlipPrinter } from '../services/slip-printer.ts';
import { LIMIT_MS, prepareShop, sendWebhook, startReceiving, type BenchShop } from './bench-shop.ts';
import { listenAtLoudspeaker, type Loudspeaker } from './loudspeaker.ts';
import { orderBody } from './order-body.ts';
import { printRow, quantile } from './row.ts';

const STORED = 12_000;
const ROUNDS = 25;
/** Until what an app starts with is over: its self-test, the first look at the printer. */
const SETTLE_MS = 20_000;
/** Longer than the pause in which a tone is repeated is not needed: the order is gone by then. */
const QUIET_MS = 400;
const POLL_MS = 20;
/** Before the till and the phone hear of the last order. */
const LIMIT_OF_OTHERS_MS = 60_000;

type Side = {
  readonly desktop: Desktop;
  readonly shop: BenchShop;
  readonly loudspeaker: Loudspeaker;
  /** How many bytes were printed so far; null where nothing is. */
  readonly printed: (() => number) | null;
};
type Times = { answer: number[]; toast: number[]; tone: number[] };

// A desktop each: both ring.
const desktops = [await startDesktop(), await startDesktop()] as const;
try {
  await main(...desktops);
} finally {
  for (const desktop of desktops) await desktop.stop();
}

async function main(withAll: Desktop, withNone: Desktop): Promise<void> {
  const [phone, till, monitor, printer] = await Promise.all([
    startListener(),
    startListener(),
    startListener(),
    startSlipPrinter(),
  ]);
  const folder = path.join(withAll.folder, 'till');
  fs.mkdirSync(folder);
  await withAll.keyring.store('Mostrador', 'till-secret', `whsec_${Buffer.alloc(32, 7).toString('base64')}`);
  const settings = {
    paper: { way: 'network', host: '127.0.0.1', port: printer.port, automatic: true, cancelled: true },
    outgoing: {
      phone: {
        way: 'ntfy',
        server: phone.url,
        topic: 'banco-7Qx',
        ready: 0,
        cancelled: 0,
        connection: 10,
      },
      till: { post: true, address: `${till.url}/pedidos`, files: true, folder },
      heartbeat: { enabled: true, address: `${monitor.url}/ping`, method: 'GET' },
    },
    alerts: { unclaimed: { afterMinutes: 1, everyMinutes: 1 } },
  };
  const off = { alerts: { unclaimed: { afterMinutes: 0, everyMinutes: 0 } } };
  const shops = {
    on: await prepareShop(withAll, 'shop', { stored: STORED, settings }),
    off: await prepareShop(withNone, 'shop', { stored: STORED, settings: off }),
  };
  const apps = [await startReceiving(withAll, shops.on), await startReceiving(withNone, shops.off)];
  const on = {
    desktop: withAll,
    shop: shops.on,
    loudspeaker: await listenAtLoudspeaker(withAll),
    printed: () => printer.bytes().length,
  };
  const none = {
    desktop: withNone,
    shop: shops.off,
    loudspeaker: await listenAtLoudspeaker(withNone),
    printed: null,
  };
  try {
    await sleep(SETTLE_MS);
    const times = { on: noTimes(), off: noTimes() };
    // The first rounds warm up and do not count.
    for (let round = -2; round < ROUNDS; round += 1) {
      const sides = [
        [on, round < 0 ? noTimes() : times.on],
        [none, round < 0 ? noTimes() : times.off],
      ] as const;
      for (const [side, kept] of round % 2 === 0 ? sides : sides.toReversed())
        await measure(side, 30_000 + round, kept);
    }
    // What was measured was really on.
    const isTold = (): boolean =>
      printer.slips().length >= ROUNDS && till.heard.length >= ROUNDS && phone.heard.length > 0;
    const endAt = performance.now() + LIMIT_OF_OTHERS_MS;
    while (!isTold() && performance.now() < endAt) await sleep(QUIET_MS);
    if (!isTold())
      throw new Error(
        `Not everything was on: ${String(printer.slips().length)} slips, ${String(till.heard.length)} to the till, ${String(phone.heard.length)} to the phone`,
      );
    printRows(times);
  } finally {
    for (const { loudspeaker } of [on, none]) loudspeaker.stop();
    for (const app of apps) await app.stop();
    await Promise.all([phone, till, monitor, printer].map((one) => one.stop()));
  }
}

function noTimes(): Times {
  return { answer: [], toast: [], tone: [] };
}

async function measure(
  { desktop, shop, loudspeaker, printed }: Side,
  number: number,
  times: Times,
): Promise<void> {
  const [id, code] = [randomUUID(), String(number)];
  const body = (isPickedUp: boolean): string =>
    JSON.stringify({ ...(JSON.parse(orderBody(0, { id, isPickedUp })) as object), order_code: code });
  await loudspeaker.untilQuiet(QUIET_MS);
  const before = printed?.() ?? 0;
  const sentAt = performance.now();
  const answered = sendWebhook(shop.port, body(false)).then(() => performance.now());
  const toast = desktop.notifications.waitFor(({ title }) => title.includes(code), LIMIT_MS);
  const tone = loudspeaker.heardAfter(sentAt);
  times.answer.push((await answered) - sentAt);
  times.toast.push((await toast).arrivedAt - sentAt);
  times.tone.push((await tone) - sentAt);
  // An order that has left gets no slip any more.
  const endAt = performance.now() + LIMIT_MS;
  const hasSlip = (): boolean => printed === null || printed() > before;
  while (!hasSlip() && performance.now() < endAt) await sleep(POLL_MS);
  await sendWebhook(shop.port, body(true));
}

function printRows({ on, off }: { readonly on: Times; readonly off: Times }): void {
  const steps = [
    ['200', 'answer'],
    ['Notify on the bus', 'toast'],
    ['tone at the loudspeaker', 'tone'],
  ] as const;
  for (const [what, of] of steps)
    for (const share of [0.5, 0.95] as const)
      printRow({
        what: `webhook sent to ${what}, everything on, p${String(share * 100)}`,
        unit: 'ms',
        value: quantile(on[of], share),
        baseline: quantile(off[of], share),
        against: 'same app, everything off',
        aim: share === 0.5 ? { of: 'ratio', bound: 'at most', limit: 1.2 } : null,
      });
}

import fs from 'node:fs';
import path from 'node:path';
import { startDesktop } from '../desktop/session.ts';
import { openShop, untilReceiving, type Shop } from '../e2e/main-job/open-shop.ts';
import { startListener } from '../services/listener.ts';
import { startSlipPrinter } from '../services/slip-printer.ts';

export type BusyShop = Omit<Shop, 'stop'> & {
  /** Where the app and its helpers put their temporary files. */
  readonly tempDir: string;
  /** How much went out so far: slips, messages to the till and to the phone, questions to the API. */
  readonly outgoing: () => Readonly<Record<'slips' | 'till' | 'phone' | 'asked', number>>;
  /** Staff look: sees every open alert, and hands over every fourth of these orders. Returns how many of both. */
  readonly staffLooks: () => Promise<{ readonly seen: number; readonly handedOver: number }>;
  readonly stop: () => Promise<void>;
};

/** The real app with everything on: it rings, prints, asks the API, tells the till and a phone, and writes files. */
export async function openBusyShop(): Promise<BusyShop> {
  const desktop = await startDesktop();
  const [phone, till, printer] = await Promise.all([startListener(), startListener(), startSlipPrinter()]);
  const [tempDir = '', folder = ''] = ['temporary', 'till'].map((name) => {
    const made = path.join(desktop.folder, name);
    fs.mkdirSync(made);
    return made;
  });
  await desktop.keyring.store('Mostrador', 'till-secret', `whsec_${Buffer.alloc(32, 7).toString('base64')}`);
  const shop = await openShop({
    on: desktop,
    launch: { env: { TMPDIR: tempDir } },
    // As often as the app itself wants.
    prepare: (simulator) => simulator.switches.set({ rateLimitPerMinute: 1_000_000 }),
    settings: {
      paper: { way: 'network', host: '127.0.0.1', port: printer.port, automatic: true, cancelled: true },
      outgoing: {
        phone: { way: 'ntfy', server: phone.url, topic: 'carga-7Qx', ready: 0, cancelled: 0, connection: 10 },
        till: { post: true, address: `${till.url}/pedidos`, files: true, folder },
      },
    },
  });
  await untilReceiving(shop);
  // Staff's hands: a page that stays, and does not grow with the list as the counter does.
  const counter = await shop.openCounter();
  await counter.evaluate(() => window.mostrador['window:open-settings']());
  const page = await shop.window('view=settings');
  await counter.close();
  return {
    ...shop,
    tempDir,
    outgoing: () => ({
      slips: printer.connections(),
      till: till.heard.length,
      phone: phone.heard.length,
      asked: shop.simulator.requests.length,
    }),
    staffLooks: () =>
      page.evaluate(async () => {
        const open = await window.mostrador['alerts:open']();
        const orders = open.flatMap((alert) => (alert.kind === 'ready' ? [alert.subject] : []));
        await window.mostrador['alerts:acknowledge']({ alertIds: open.map(({ id }) => id) });
        const leaving = orders.filter((_, index) => index % 4 === 0);
        for (const orderId of leaving)
          await window.mostrador['orders:hand-over']({ orderId, handedOver: true });
        return { seen: open.length, handedOver: leaving.length };
      }),
    stop: async () => {
      await shop.stop();
      await Promise.all([phone, till, printer].map((one) => one.stop()));
    },
  };
}

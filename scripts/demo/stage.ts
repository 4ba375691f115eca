import net from 'node:net';
import type { Page } from 'playwright-core';
import type { Language } from '../../src/shared/settings/settings.ts';
import { createSimulator } from '../../src/simulator/simulator.ts';
import type { Simulator } from '../../src/simulator/contract.ts';
import { launchApp, type LaunchedApp } from '../../test/desktop/launch-app.ts';
import { leaveCounter } from '../../test/desktop/leave-counter.ts';
import { encodePng } from '../../test/desktop/png.ts';
import type { Desktop } from '../../test/desktop/session.ts';
import { within } from '../../test/desktop/within.ts';
import { preciseNow } from './timeline.ts';

const SERVICE = 'Mostrador';
const SHOP_NAME = 'Almacén del Puerto';
const WEBHOOK_SECRET = 'clave de la demostración';
const LIMIT_MS = 20_000;
const POLL_MS = 10;

export type Stage = {
  readonly desktop: Desktop;
  readonly simulator: Simulator;
  readonly launched: LaunchedApp;
  /** The port of the receiver, on this computer. */
  readonly port: number;
  /**
   * Resolves with the epoch milliseconds at which the page's text first contained `text`. Call it before that can
   * happen.
   */
  readonly textAppears: (page: Page, text: string) => Promise<number>;
  /** Resolves with the window whose page is `name`, once it exists. The card is the large one: the counter loses the focus. */
  readonly window: (name: string) => Promise<Page>;
  /** Returns the tray's current icon, in its largest size, as a PNG file. */
  readonly trayIcon: () => Promise<Buffer>;
};

/** Starts a simulated PedidosYa with some history, on any free port. */
export async function startSimulator(): Promise<Simulator> {
  const simulator = createSimulator({ firstCode: 4801, shopName: SHOP_NAME });
  await simulator.start();
  simulator.seed(20);
  return simulator;
}

/** Sets up a shop that has its keys and starts the app in the tray. Resolves when its webhook can be called. */
export async function startApp(
  desktop: Desktop,
  simulator: Simulator,
  start: { readonly language?: Language; readonly port?: number; readonly timeZone?: string } = {},
): Promise<Stage> {
  const { baseUrl, chainId, vendorId, tokens } = simulator.connection();
  const port = start.port ?? (await freePort());
  await desktop.keyring.store(SERVICE, 'partner-token', tokens[0] ?? '');
  await desktop.keyring.store(SERVICE, 'webhook-secret', WEBHOOK_SECRET);
  const launched = await launchApp({
    desktop,
    args: ['--hidden'],
    settings: {
      shop: {
        name: SHOP_NAME,
        chainId,
        vendorId,
        country: 'uy',
        timeZone: start.timeZone ?? 'America/Montevideo',
      },
      partner: { baseUrl },
      receiver: { port },
      language: start.language ?? 'es',
    },
  });
  const receiver = `http://127.0.0.1:${port}`;
  await within(untilHealthy(`${receiver}/healthz`), LIMIT_MS, 'An answer of the receiver', launched.output);
  simulator.setWebhook({ url: `${receiver}/webhooks/orders`, secret: WEBHOOK_SECRET });
  return createStage(desktop, simulator, launched, port);
}

/** Starts the app for a shop that is not set up: it opens the assistant. */
export async function startNewApp(
  desktop: Desktop,
  simulator: Simulator,
  start: { readonly language: Language; readonly port: number; readonly timeZone: string },
): Promise<Stage> {
  const { baseUrl } = simulator.connection();
  const launched = await launchApp({
    desktop,
    settings: { partner: { baseUrl }, receiver: { port: start.port }, language: start.language },
    // Until the shop is set up, the app uses the computer's time zone.
    env: { TZ: start.timeZone },
  });
  return createStage(desktop, simulator, launched, start.port);
}

function createStage(desktop: Desktop, simulator: Simulator, launched: LaunchedApp, port: number): Stage {
  return {
    desktop,
    simulator,
    launched,
    port,
    textAppears: (page, text) => within(appearance(page, text), LIMIT_MS, `"${text}" in the window`),
    window: async (name) => {
      if (name.startsWith('card')) await launched.app.evaluate(leaveCounter);
      const isWanted = (page: Page): boolean => page.url().includes(name);
      const open = launched.app.windows().find(isWanted);
      return open ?? launched.app.waitForEvent('window', { predicate: isWanted, timeout: LIMIT_MS });
    },
    trayIcon: async () => {
      const { icons } = await desktop.tray.item();
      const largest = icons.toSorted((one, other) => other.width - one.width)[0];
      if (largest === undefined) throw new Error('The tray item has no icon.');
      return encodePng(largest.width, largest.height, toRgba(largest.argb));
    },
  };
}

/** Watches from inside the page, to measure when the text appears and not when a poll noticed it. */
async function appearance(page: Page, text: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (!document.body.innerText.includes(wanted)) return;
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
        look();
      }),
    text,
  );
}

async function untilHealthy(url: string): Promise<void> {
  for (;;) {
    const isUp = await fetch(url).then(
      (response) => response.ok,
      // The app does not listen yet.
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => {
      setTimeout(resolve, POLL_MS);
    });
  }
}

/** Returns `wanted` when that port is free, else any free port. */
export async function freePort(wanted = 0): Promise<number> {
  return listen(wanted).catch(() => listen(0));
}

function listen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function toRgba(argb: Uint8Array): Uint8Array {
  return argb.map((_, at) => argb[at % 4 === 3 ? at - 3 : at + 1] ?? 0);
}

/** Resolves with the times at which a webhook was sent and answered. Throws unless the status was 200. */
export async function delivered(
  simulator: Simulator,
  orderId: string,
): Promise<{ readonly sentAt: number; readonly answeredAt: number }> {
  await within(simulator.webhooks.idle(), LIMIT_MS, 'The webhook');
  const last = simulator.webhooks.log.findLast((delivery) => delivery.orderId === orderId)?.tries.at(-1);
  if (last === undefined) throw new Error('No webhook was sent.');
  if (last.status !== 200) throw new Error(`The webhook was answered ${last.status ?? last.error}.`);
  return last;
}

/** Returns the awaited value, with the time (epoch ms) at which it came. */
export async function timed<T>(work: Promise<T>): Promise<{ readonly value: T; readonly at: number }> {
  const value = await work;
  return { value, at: preciseNow() };
}

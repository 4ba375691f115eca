/// <reference path="../../../src/renderer/vite-env.d.ts" />
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import type { Simulator } from '../../../src/simulator/contract.ts';
import type { SimOrder } from '../../../src/simulator/orders/order-model.ts';
import { createSimulator } from '../../../src/simulator/simulator.ts';
import { launchApp, type AppOptions, type LaunchedApp } from '../../desktop/launch-app.ts';
import { leaveCounter } from '../../desktop/leave-counter.ts';
import type { Toast } from '../../desktop/notification-server.ts';
import { repository } from '../../desktop/runtime.ts';
import { startDesktop, type Desktop, type DesktopOptions } from '../../desktop/session.ts';
import { within } from '../../desktop/within.ts';
import { freePort } from '../../services/free-port.ts';

/** Each wait ends with what it waits for; a busy computer takes many times longer for that than a free one. */
export const LIMIT_MS = 30_000;
export const SECRET = 'Basic clave del aviso ñ';
export const es = textsFor('es');

/** A shop on a desktop of its own: a simulated PedidosYa with one order of the past, and the real app. */
export type Shop = {
  readonly desktop: Desktop;
  readonly simulator: Simulator;
  readonly port: number;
  readonly profileDir: string;
  readonly settings: object;
  /** The app that runs now. */
  readonly app: () => LaunchedApp;
  readonly launch: (options?: Partial<AppOptions>) => Promise<LaunchedApp>;
  /**
   * The window whose address contains `name`, as soon as it is there. The card is the large one: the counter, beside which
   * it is a pill, loses the focus.
   */
  readonly window: (name: string) => Promise<Page>;
  /** Opens the counter by a left click on the tray. */
  readonly openCounter: () => Promise<Page>;
  /** Opens the settings from the setup assistant, which is what a shop without an account starts with. */
  readonly openSettings: () => Promise<Page>;
  readonly toast: (title: string) => Promise<Toast>;
  readonly trayCount: (count: number) => Promise<unknown>;
  /** HTTP status of the webhook that told of this order last. */
  readonly answerTo: (order: SimOrder) => Promise<number | null>;
  /** Puts a body on the webhook directly. */
  readonly post: (body: unknown, secret?: string | null) => Promise<number>;
  readonly stop: () => Promise<void>;
};

export async function openShop(
  options: {
    readonly desktop?: DesktopOptions;
    /** A desktop that stands already, and goes with the shop. */
    readonly on?: Desktop;
    readonly settings?: object;
    readonly secrets?: boolean;
    readonly launch?: Partial<AppOptions>;
    readonly prepare?: (simulator: Simulator) => void;
    /** Called with the profile's folder, which does not exist yet, before the first start. */
    readonly prepareProfile?: (profileDir: string) => void;
  } = {},
): Promise<Shop> {
  if (!fs.existsSync(path.join(repository, 'out/main/index.js'))) {
    throw new Error('The app is not built: run npm test, or npm run build first.');
  }
  const desktop = options.on ?? (await startDesktop(options.desktop));
  const simulator = createSimulator({ firstCode: 4821 });
  await simulator.start();
  options.prepare?.(simulator);
  const { baseUrl, chainId, vendorId, tokens } = simulator.connection();
  const port = await freePort();
  simulator.setWebhook({ url: `http://127.0.0.1:${String(port)}/webhooks/orders`, secret: SECRET });
  const settings = {
    shop: { name: 'Almacén del Puerto', chainId, vendorId, country: 'uy', timeZone: 'America/Montevideo' },
    partner: { baseUrl },
    receiver: { port },
    ...options.settings,
  };
  if (options.secrets !== false && options.desktop?.keyring !== false) {
    await desktop.keyring.store('Mostrador', 'partner-token', tokens[0] ?? '');
    await desktop.keyring.store('Mostrador', 'webhook-secret', SECRET);
  }
  const profileDir = path.join(desktop.folder, 'profile');
  options.prepareProfile?.(profileDir);
  let launched: LaunchedApp | null = null;
  const app = (): LaunchedApp => {
    if (launched === null) throw new Error('No app runs');
    return launched;
  };
  const launch = async (more: Partial<AppOptions> = {}): Promise<LaunchedApp> => {
    launched = await launchApp({ desktop, profileDir, args: ['--hidden'], ...more });
    if (options.desktop?.tray !== false) await desktop.tray.waitForItem(LIMIT_MS);
    return launched;
  };
  const window = async (name: string): Promise<Page> => {
    if (name.startsWith('card')) await app().app.evaluate(leaveCounter);
    const isWanted = (page: Page): boolean => page.url().includes(name);
    // Asked for first: one that opens between a look and the question would be missed.
    const opened = app().app.waitForEvent('window', { predicate: isWanted, timeout: LIMIT_MS });
    opened.catch(() => undefined);
    return app().app.windows().find(isWanted) ?? opened;
  };
  const shop: Shop = {
    desktop,
    simulator,
    port,
    profileDir,
    settings,
    app,
    launch,
    window,
    openCounter: async () => {
      await desktop.tray.activate();
      const page = await window('view=counter');
      const shown = page.getByRole('tab').first().waitFor({ timeout: 0 });
      await within(shown, LIMIT_MS, `The counter at ${page.url()}`, app().output);
      return page;
    },
    openSettings: async () => {
      const setup = await window('view=setup');
      await setup.evaluate(askForSettings);
      return window('view=settings');
    },
    toast: (title) => desktop.notifications.waitFor((one) => one.title === title, LIMIT_MS, `"${title}"`),
    trayCount: (count) => desktop.tray.waitForItemWhere(({ tooltip }) => trayShows(tooltip, count), LIMIT_MS),
    answerTo: async (order) => {
      await within(simulator.webhooks.idle(), LIMIT_MS, 'The webhook');
      return simulator.webhooks.log.findLast((one) => one.orderId === order.id)?.tries.at(-1)?.status ?? null;
    },
    post: async (body, secret = SECRET) => {
      const answer = await fetch(`http://127.0.0.1:${String(port)}/webhooks/orders`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret === null ? {} : { authorization: Buffer.from(secret, 'utf8').toString('latin1') }),
        },
        body: JSON.stringify(body),
      });
      return answer.status;
    },
    stop: async () => {
      await launched?.stop();
      await simulator.stop();
      await desktop.stop();
    },
  };
  try {
    await launch({ settings, ...options.launch });
    return shop;
  } catch (error) {
    await shop.stop();
    throw error;
  }
}

/** Runs in a page. */
function askForSettings(): Promise<null> {
  return window.mostrador['window:open-settings']();
}

/** Resolves when the receiver answers. */
export async function untilReceiving(shop: Shop): Promise<void> {
  const ask = async (): Promise<void> => {
    for (;;) {
      const isUp = await fetch(`http://127.0.0.1:${String(shop.port)}/healthz`).then(
        (answer) => answer.ok,
        // Nobody listens yet.
        () => false,
      );
      if (isUp) return;
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    }
  };
  await within(ask(), LIMIT_MS, 'The receiver', shop.app().output);
}

/** The tooltip names the count of unseen alerts when there is one. */
function trayShows(tooltip: string, count: number): boolean {
  return Number(/(\d+) avisos? sin ver/.exec(tooltip)?.[1] ?? 0) === count;
}

/** Saves what a page shows into the ignored folder `demo-output/e2e`, for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(repository, 'demo-output/e2e', `${name}.png`) });
}

/** Types a token into the settings window, replacing one that is kept already. */
export async function typeToken(settings: Page, token: string): Promise<void> {
  const field = settings.locator('input[type=password]').first();
  if ((await field.count()) === 0)
    await settings.getByRole('button', { name: es.settings.replace }).first().click();
  await field.fill(token);
}

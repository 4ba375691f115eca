import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Language } from '../../../src/shared/settings.ts';
import { textsFor, type Texts } from '../../../src/shared/texts/texts.ts';
import type { Simulator } from '../../../src/simulator/contract.ts';
import { createSimulator } from '../../../src/simulator/simulator.ts';
import { launchApp, type LaunchedApp } from '../../desktop/launch-app.ts';
import type { OrdinaryUser } from '../../desktop/ordinary-user.ts';
import { repository } from '../../desktop/runtime.ts';
import { startDesktop, type Desktop, type DesktopOptions } from '../../desktop/session.ts';
import { within } from '../../desktop/within.ts';

/** How long anything on the desktop may take before a test says that it did not happen. */
export const LIMIT_MS = 15_000;
export const SERVICE = 'Mostrador';
const POLL_MS = 20;

export type StartOptions = {
  readonly args?: readonly string[];
  readonly user?: OrdinaryUser;
  /** Whether to wait until the webhook can be called; default yes. */
  readonly untilReceiving?: boolean;
};

/** A shop with a computer of its own, and the platform that it sells on. */
export type Shop = {
  readonly desktop: Desktop;
  readonly simulator: Simulator;
  readonly texts: Texts;
  readonly profileDir: string;
  /** Of the receiver. */
  readonly port: number;
  readonly token: string;
  readonly webhookSecret: string;
  /** The app that was started last. */
  readonly app: () => LaunchedApp;
  /** Starts the built app in the shop's profile; again after it ended, too. */
  readonly start: (options?: StartOptions) => Promise<LaunchedApp>;
  readonly close: () => Promise<void>;
};

/**
 * Sets up a desktop, a simulated platform and a profile. `configured: false` leaves out the shop's ids and both secrets,
 * as on the first day; the keyring then holds nothing.
 */
export async function openShop(
  options: {
    readonly desktop?: DesktopOptions;
    readonly language?: Language;
    readonly configured?: boolean;
  } = {},
): Promise<Shop> {
  requireBuiltApp();
  const language = options.language ?? 'es';
  const token = `tok-${randomBytes(24).toString('hex')}`;
  const webhookSecret = `secreto ${randomBytes(16).toString('hex')}`;
  const simulator = createSimulator({ tokens: [token] });
  const { baseUrl } = await simulator.start();
  const desktop = await startDesktop({ sound: true, ...options.desktop });
  const { chainId, vendorId } = simulator.connection();
  const port = await freePort();
  const profileDir = path.join(desktop.folder, 'profile');
  const isConfigured = options.configured !== false;
  fs.mkdirSync(profileDir);
  const settings = {
    shop: {
      name: 'Almacén del Puerto',
      country: 'uy',
      timeZone: 'America/Montevideo',
      ...(isConfigured ? { chainId, vendorId } : {}),
    },
    partner: { baseUrl },
    receiver: { port },
    language,
  };
  fs.writeFileSync(path.join(profileDir, 'settings.json'), JSON.stringify(settings));
  if (isConfigured && options.desktop?.keyring !== false) {
    await desktop.keyring.store(SERVICE, 'partner-token', token);
    await desktop.keyring.store(SERVICE, 'webhook-secret', webhookSecret);
  }
  simulator.setWebhook({ url: `http://127.0.0.1:${port}/webhooks/orders`, secret: webhookSecret });

  let launched: LaunchedApp | null = null;
  const app = (): LaunchedApp => {
    if (launched === null) throw new Error('The app was not started.');
    return launched;
  };
  return {
    desktop,
    simulator,
    texts: textsFor(language),
    profileDir,
    port,
    token,
    webhookSecret,
    app,
    start: async ({ untilReceiving = true, ...rest } = {}) => {
      launched = await launchApp({ desktop, profileDir, ...rest });
      await desktop.tray.waitForItem(LIMIT_MS);
      if (untilReceiving) await receives(port, launched);
      return launched;
    },
    close: async () => {
      await launched?.stop();
      await desktop.stop();
      await simulator.stop();
    },
  };
}

/** Resolves when the app's receiver answers on this port. */
export async function receives(port: number, launched: LaunchedApp): Promise<void> {
  const knock = async (): Promise<void> => {
    for (;;) {
      const isUp = await fetch(`http://127.0.0.1:${port}/healthz`).then(
        (response) => response.ok,
        // Nobody listens yet.
        () => false,
      );
      if (isUp) return;
      await sleep(POLL_MS);
    }
  };
  await within(knock(), LIMIT_MS, 'An answer of the receiver', launched.output);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function requireBuiltApp(): void {
  const main = path.join(repository, 'out/main/index.js');
  if (!fs.existsSync(main)) throw new Error('The app is not built: run `npm run build` first.');
}

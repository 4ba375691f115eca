/// <reference path="../../../src/renderer/vite-env.d.ts" />
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { createSimulator } from '../../../src/simulator/simulator.ts';
import { launchApp, spawnApp, type LaunchedApp } from '../../desktop/launch-app.ts';
import { repository } from '../../desktop/runtime.ts';
import { startDesktop, type Desktop } from '../../desktop/session.ts';
import { within } from '../../desktop/within.ts';
import { freePort } from '../../services/free-port.ts';
import { SECRET, type Life, type Subject } from './subject.ts';

const LIMIT_MS = 20_000;
const START_MS = 1_300;
const POLL_MS = 5;

/** The real app on a virtual desktop. Its API lists no orders, so an order lost by the webhook stays lost. */
export async function createAppSubject(): Promise<Subject> {
  if (!fs.existsSync(path.join(repository, 'out/main/index.js')))
    throw new Error('The app is not built: run npm test, or npm run build first.');
  const desktop = await startDesktop();
  // Every start reads the API again, far more often than a shop's app does.
  const api = createSimulator({ switches: { rateLimitPerMinute: 1_000_000 } });
  const { port: apiPort } = await api.start();
  const { chainId, vendorId, tokens } = api.connection();
  const port = await freePort();
  await desktop.keyring.store('Mostrador', 'partner-token', tokens[0] ?? '');
  await desktop.keyring.store('Mostrador', 'webhook-secret', SECRET);
  const profileDir = path.join(desktop.folder, 'profile');
  fs.mkdirSync(profileDir);
  fs.writeFileSync(
    path.join(profileDir, 'settings.json'),
    JSON.stringify({
      shop: { name: 'Almacén del Puerto', chainId, vendorId, country: 'uy', timeZone: 'America/Montevideo' },
      partner: { baseUrl: `http://127.0.0.1:${String(apiPort)}` },
      receiver: { port },
    }),
  );
  // Only the test kills and starts the app.
  const options = { desktop, profileDir, args: ['--hidden', '--unwatched'] };
  let running: Life | null = null;
  return {
    name: 'app',
    webhookUrl: `http://127.0.0.1:${String(port)}/webhooks/orders`,
    ordersFile: path.join(profileDir, 'orders.db'),
    startMs: START_MS,
    start: async (when) => {
      const since = desktop.notifications.toasts().length;
      const notices = () => desktop.notifications.toasts().slice(since);
      if (when === 'at-once') {
        const spawned = await spawnApp(options);
        running = {
          notices,
          up: () => untilUp(port, spawned.output),
          ringing: () => Promise.reject(new Error('Nobody looks into this life')),
          acknowledge: () => Promise.resolve(false),
          kill: async () => {
            spawned.kill('SIGKILL');
            const code = await spawned.exited;
            if (code !== 'SIGKILL') throw new Error(`The app ended by itself. ${spawned.output()}`);
            await desktop.tray.waitUntilEmpty(LIMIT_MS);
          },
        };
        return running;
      }
      const launched = await launchApp(options);
      running = { ...driveApp(launched, desktop), notices, up: () => untilUp(port, launched.output) };
      await running.up();
      return running;
    },
    stop: async () => {
      await running?.kill();
      await api.stop();
      await desktop.stop();
    },
  };
}

function driveApp(launched: LaunchedApp, desktop: Desktop): Pick<Life, 'ringing' | 'acknowledge' | 'kill'> {
  const { app } = launched;
  let isKilled = false;
  const isCard = (page: Page): boolean => page.url().includes('card.html');
  const card = async (): Promise<Page> => {
    const opened = app.waitForEvent('window', { predicate: isCard, timeout: LIMIT_MS });
    opened.catch(() => undefined);
    return app.windows().find(isCard) ?? opened;
  };
  return {
    ringing: async (count) => {
      await desktop.tray.waitForItem(LIMIT_MS);
      await desktop.tray.waitForItemWhere(({ tooltip }) => unseenIn(tooltip) === count, LIMIT_MS);
      if (count === 0) return { alertIds: [], isSounding: null };
      const page = await card();
      const [{ alerts, more = 0 }, open] = await page.evaluate(() =>
        Promise.all([window.mostrador['card:read'](), window.mostrador['alerts:open']()]),
      );
      // The card lists a few and counts the others.
      const isCounted = alerts.length + more === open.length;
      return { alertIds: (isCounted ? open : alerts).map(({ id }) => id), isSounding: null };
    },
    acknowledge: async (alertIds) => {
      try {
        const page = await card();
        await page.evaluate((ids) => window.mostrador['alerts:acknowledge']({ alertIds: ids }), alertIds);
        return true;
      } catch (error) {
        // Killed meanwhile, so the call may or may not have been done. Anything else is a failure of the app.
        if (isKilled) return false;
        throw error;
      }
    },
    kill: async () => {
      if (isKilled) return;
      isKilled = true;
      app.process().kill('SIGKILL');
      const code = await within(launched.exited, LIMIT_MS, 'The end of the app');
      if (code !== 'SIGKILL') throw new Error(`The app ended by itself. ${launched.output()}`);
      await launched.stop();
      await desktop.tray.waitUntilEmpty(LIMIT_MS);
    },
  };
}

/** Returns the number of unseen alerts from the tray icon's tooltip. */
function unseenIn(tooltip: string): number {
  return Number(/(\d+) avisos? sin ver/.exec(tooltip)?.[1] ?? 0);
}

async function untilUp(port: number, output: () => string): Promise<void> {
  const ask = async (): Promise<void> => {
    for (;;) {
      const isUp = await fetch(`http://127.0.0.1:${String(port)}/healthz`).then(
        (answer) => answer.ok,
        // The port is not open yet.
        () => false,
      );
      if (isUp) return;
      await new Promise((resolve) => {
        setTimeout(resolve, POLL_MS);
      });
    }
  };
  await within(ask(), LIMIT_MS, 'The receiver of the app', output);
}

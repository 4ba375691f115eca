import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { SimOrder } from '../../../src/simulator/orders/order-model.ts';
import { createSimulator } from '../../../src/simulator/simulator.ts';
import { freePort } from '../../../test/services/free-port.ts';
import { within } from '../../../test/desktop/within.ts';

const LIMIT_MS = 60_000;
const WEBHOOK_SECRET = 'Basic prueba de instalación ñ';

export type Installed = {
  /** How the installed app is started, as a user does it. */
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Where it keeps its data. */
  readonly profileDir: string;
  /** Saves a secret in the keychain for the app to read. */
  readonly saveSecret: (account: string, secret: string) => Promise<void>;
  /** Called with the finished profile, before the app starts. */
  readonly onProfile?: () => void;
};

export type RunningShop = {
  readonly pid: number;
  /** The port of its receiver. */
  readonly port: number;
  /** The port of Chromium's debugging interface. */
  readonly debugPort: number;
  /** Resolves with its exit code, or null when a signal ended it. */
  readonly exited: Promise<number | null>;
  readonly output: () => string;
  /** The window with the orders. */
  readonly counter: Page;
  /** The order in the webhook. */
  readonly order: SimOrder;
  /** HTTP status of the app's response to the webhook. */
  readonly status: number | null;
  /** As the app itself reports it. */
  readonly version: string;
  /** Quits it as its menu does and returns the exit code. */
  readonly quit: () => Promise<number | null>;
  /** Releases an app that ended by itself. */
  readonly leave: () => Promise<void>;
};

/**
 * Starts an installed app against a simulated PedidosYa, sends one webhook and waits for the order in its list. The app
 * is not instrumented: only HTTP from outside, and Chromium's debugging port to see the window.
 */
export async function openInstalledShop(installed: Installed): Promise<RunningShop> {
  const simulator = createSimulator({ firstCode: 4821 });
  await simulator.start();
  const { baseUrl, chainId, vendorId, tokens } = simulator.connection();
  const [port, debugPort] = [await freePort(), await freePort()];
  simulator.setWebhook({
    url: `http://127.0.0.1:${String(port)}/webhooks/orders`,
    secret: WEBHOOK_SECRET,
  });
  const settings = {
    shop: { name: 'Almacén del Puerto', chainId, vendorId, country: 'uy', timeZone: 'America/Montevideo' },
    partner: { baseUrl },
    receiver: { port },
  };
  fs.mkdirSync(installed.profileDir, { recursive: true });
  fs.writeFileSync(path.join(installed.profileDir, 'settings.json'), JSON.stringify(settings));
  await installed.saveSecret('partner-token', tokens[0] ?? '');
  await installed.saveSecret('webhook-secret', WEBHOOK_SECRET);
  installed.onProfile?.();

  const args = [...installed.args, `--remote-debugging-port=${String(debugPort)}`];
  const app = spawn(installed.command, args, {
    env: installed.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const output = collect(app);
  const exited = once(app, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  let browser: Browser | null = null;
  try {
    await within(untilHealthy(port), LIMIT_MS, 'The receiver', output);
    const order = simulator.orders.create();
    simulator.orders.ready(order.id);
    await within(simulator.webhooks.idle(), LIMIT_MS, 'The webhook');
    const sent = simulator.webhooks.log.findLast((one) => one.orderId === order.id);
    browser = await chromium.connectOverCDP(`http://127.0.0.1:${String(debugPort)}`);
    const counter = await within(counterOf(browser), LIMIT_MS, 'The window', output);
    await counter.locator(`[id="order-${order.id}"]`).waitFor({ timeout: LIMIT_MS });
    const { version } = await counter.evaluate<{ readonly version: string }>(
      "window.mostrador['app:info']()",
    );
    const connected = browser;
    return {
      pid: app.pid ?? 0,
      port,
      debugPort,
      exited,
      output,
      counter,
      order,
      status: sent?.tries.at(-1)?.status ?? null,
      version,
      leave: () => simulator.stop(),
      quit: async () => {
        const session = await connected.newBrowserCDPSession();
        // The app closes the connection before it can respond.
        session.send('Browser.close').catch(() => undefined);
        const code = await within(exited, LIMIT_MS, 'The end of the app', output);
        await simulator.stop();
        return code;
      },
    };
  } catch (error) {
    app.kill('SIGKILL');
    await browser?.close();
    await simulator.stop();
    throw error;
  }
}

/** Quits an app that restarted itself, with the same debugging port. */
export async function endByDebugging({ debugPort }: Pick<RunningShop, 'debugPort'>): Promise<void> {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${String(debugPort)}`);
  const session = await browser.newBrowserCDPSession();
  // The app closes the connection before it can respond.
  session.send('Browser.close').catch(() => undefined);
}

/** Returns whether the binary still works as a plain Node, which a fuse must prevent. */
export async function runsAsNode({ command, env }: Pick<Installed, 'command' | 'env'>): Promise<boolean> {
  const probe = spawn(command, ['-e', 'console.log("as", "node")'], {
    env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(probe);
  // A second start of a running app ends by itself.
  await within(once(probe, 'exit'), LIMIT_MS, 'The end of the second start', output);
  return output().includes('as node');
}

async function counterOf(browser: Browser): Promise<Page> {
  for (;;) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    const counter = pages.find((page) => page.url().includes('view=counter'));
    if (counter !== undefined) return counter;
    await sleep(100);
  }
}

async function untilHealthy(port: number): Promise<void> {
  for (;;) {
    const isUp = await fetch(`http://127.0.0.1:${String(port)}/healthz`).then(
      (answer) => answer.ok,
      // The app does not listen yet.
      () => false,
    );
    if (isUp) return;
    await sleep(50);
  }
}

function collect(child: ChildProcess): () => string {
  const chunks: string[] = [];
  child.stdout?.on('data', (chunk: unknown) => chunks.push(String(chunk)));
  child.stderr?.on('data', (chunk: unknown) => chunks.push(String(chunk)));
  return () => chunks.join('');
}

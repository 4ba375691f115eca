import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { within } from '../../../test/desktop/within.ts';
import type { PackageKind, UpdateServer } from '../../../test/e2e/support/update-server.ts';
import { holds } from './proof.ts';
import type { RunningShop } from './smoke.ts';

/** Where the installed app of a proof looks for updates: built with MOSTRADOR_UPDATE_URL=http://127.0.0.1:4799/ */
export const UPDATE_PORT = 4799;
export const NEXT_VERSION = '9.0.0';
const LIMIT_MS = 120_000;
const NOT_ITS_SHA512 = `${'A'.repeat(86)}==`;

/**
 * Follows one update of a running installed app: a changed file is refused; the real one is downloaded and verified,
 * not installed while an alert is open, then installed; the restarted app receives webhooks.
 */
export async function followUpdate(update: {
  readonly shop: RunningShop;
  readonly server: UpdateServer;
  /** The package of `NEXT_VERSION`. */
  readonly next: { readonly extension: PackageKind; readonly content: Buffer };
  /** Returns the installed version, according to the system. */
  readonly installed: () => string;
}): Promise<void> {
  const { shop, server, installed } = update;
  const before = installed();
  const next = { ...update.next, version: NEXT_VERSION };
  const ask = <T>(script: string): Promise<T> => shop.counter.evaluate<T>(script);
  const view = () =>
    ask<{ readonly update: { readonly kind: string }; readonly installBlock: string | null }>(
      "window.mostrador['computer:read']()",
    );
  const check = async (): Promise<string> => {
    await ask("window.mostrador['update:check']()");
    return JSON.stringify((await view()).update);
  };

  server.publish({ ...next, sha512: NOT_ITS_SHA512 });
  const refused = await check();
  holds('a package whose SHA-512 is another one is thrown away', refused.includes('"tampered"'), refused);
  server.publish(next);
  const ready = await check();
  // Only the administrator can install a deb.
  const asks = `"needsPassword":${String(next.extension === 'deb')}`;
  holds(
    `version ${NEXT_VERSION} is found, fetched and proven`,
    ready.includes('"ready"') && ready.includes(asks),
    ready,
  );

  await ask("window.mostrador['update:install']()");
  holds(
    'with an alert that waits it is not installed',
    (await view()).installBlock === 'alerts' && installed() === before,
    installed(),
  );
  await ask(
    "window.mostrador['alerts:open']().then((open) => window.mostrador['alerts:acknowledge']({ alertIds: open.map(({ id }) => id) }))",
  );
  // The window closes with the app.
  await ask("window.mostrador['update:install']()").catch(() => undefined);
  const code = await within(shop.exited, LIMIT_MS, 'The end of the app', shop.output);
  // The Windows installer kills an app that takes too long to end.
  holds(
    'the app ends to be updated',
    code === 0 || process.platform === 'win32',
    `exit code ${String(code)}`,
  );
  await until(() => installed() === NEXT_VERSION, 'The installation', shop);
  holds('the new version is installed', true, `${before} → ${installed()}`);
  await until(() => isHealthy(shop.port), 'The new app', shop);
  holds('the app was started again and receives', true, `127.0.0.1:${String(shop.port)}`);
}

/** The restarted app writes its version into the log. */
export async function holdsNewVersion(shop: RunningShop, profileDir: string): Promise<void> {
  const log = path.join(profileDir, 'logs/main.log');
  const sentence = `Mostrador ${NEXT_VERSION} starts`;
  await until(() => fs.readFileSync(log, 'utf8').includes(sentence), sentence, shop);
  holds('what was started is the new version, by its own word', true, sentence);
}

/** Waits until the receiver has stopped. */
export async function untilGone(shop: RunningShop): Promise<void> {
  await until(async () => !(await isHealthy(shop.port)), 'The end of the new app', shop);
}

function isHealthy(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${String(port)}/healthz`).then(
    (answer) => answer.ok,
    // The receiver has stopped.
    () => false,
  );
}

function until(isSo: () => boolean | Promise<boolean>, what: string, { output }: RunningShop): Promise<void> {
  const wait = async (): Promise<void> => {
    while (!(await isSo())) await sleep(200);
  };
  return within(wait(), LIMIT_MS, what, output);
}

import fs from 'node:fs';
import path from 'node:path';
import { metaOf } from '../../../src/main/store/settings/secret-rules.ts';
import { inRoot } from '../../prepare/paths.mjs';
import { credentials } from './credentials.ts';
import { holds } from './proof.ts';
import { openInstalledShop, runsAsNode, type Installed, type RunningShop } from './smoke.ts';

const OWN_SECRET = 'guardado por la app instalada';

/** Returns the package in dist/ with this ending; of several, the one for this processor. */
export function packageFile(ending: RegExp): string {
  const name = fs.readdirSync(inRoot('dist')).find((file) => ending.test(file));
  if (name === undefined)
    throw new Error(`Nothing in dist/ ends with ${ending.source}: run npm run package.`);
  return inRoot('dist', name);
}

/** Returns the version of this repository's packages. */
export function expectedVersion(): string {
  const { version } = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8')) as { version: string };
  return version;
}

/** The contents of the credential store after one order: two planted secrets, and one that the app saved. */
const AFTERWARDS = ['ngrok-token', metaOf('ngrok-token'), 'partner-token', 'webhook-secret'].join(', ');

/** Fails unless the credential store holds exactly what following the order left there. */
export async function holdsSecrets(sentence: string): Promise<void> {
  const accounts = (await credentials.accounts()).join(', ');
  holds(sentence, accounts === AFTERWARDS, accounts);
}

/**
 * Starts an installed app, follows one order from webhook to list, and makes it save a secret. `also` runs further
 * checks.
 */
export async function followOrder(
  installed: Installed,
  also: (shop: RunningShop) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const shop = await openInstalledShop(installed);
  holds('the installed app answers a webhook', shop.status === 200, `HTTP ${String(shop.status)}`);
  holds('its list shows the order', true, shop.order.code);
  holds('it is the version of the package', shop.version.startsWith(expectedVersion()), shop.version);
  const alerts = await shop.counter.evaluate<readonly unknown[]>("window.mostrador['alerts:open']()");
  holds('an alert is open', alerts.length === 1);
  const call = `window.mostrador['secrets:save']({ name: 'ngrok-token', value: '${OWN_SECRET}' })`;
  await shop.counter.evaluate(call);
  const isKept = await credentials.keeps('ngrok-token', OWN_SECRET);
  holds("what it saves is in the system's credential store", isKept);
  await holdsSecrets('beside what it was given, and when it was saved');
  await also(shop);
  holds('the binary is no Node (fuse)', !(await runsAsNode(installed)));
  holds('it quits in order', (await shop.quit()) === 0, 'exit code 0');
  holds('its data is on the disk', fs.existsSync(path.join(installed.profileDir, 'orders.db')));
}

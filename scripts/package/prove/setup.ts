import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { APP_ID, TOAST_ACTIVATOR_CLSID } from '../../../src/shared/app-identity.ts';
import { credentials } from './credentials.ts';
import { followOrder, holdsSecrets, packageFile } from './follow-order.ts';
import { readLoginItem, setLoginItem } from './login-item.ts';
import { holds } from './proof.ts';
import { install, installedApp, places, powershell, registry, uninstall, until } from './windows.ts';

const RUN_KEY = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Run`;
const APPROVED_KEY = String.raw`HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run`;
const TOAST_KEY = String.raw`HKCU\Software\Classes\CLSID` + `\\${TOAST_ACTIVATOR_CLSID}`;

/**
 * Proves the Windows installer: installs silently, follows one order, uninstalls and keeps the data, installs again,
 * uninstalls and leaves nothing.
 */
export async function proveSetup(): Promise<void> {
  const setup = packageFile(new RegExp(`-${process.arch}\\.exe$`));
  const { folder, data, links, updates } = places;
  const leftOver = (): readonly string[] => [
    ...[folder, ...links, updates].filter((file) => fs.existsSync(file)),
    ...(registry(RUN_KEY).includes(APP_ID) ? [RUN_KEY] : []),
    ...(registry(TOAST_KEY) === '' ? [] : [TOAST_KEY]),
  ];

  console.log('== Installed silently');
  await install(setup);
  for (const link of links) {
    holds(`${link} carries the id`, linkProperty(link, 'System.AppUserModel.ID') === APP_ID);
    const activator = linkProperty(link, 'System.AppUserModel.ToastActivatorCLSID');
    holds(
      'and the class that a notification calls',
      activator.toUpperCase() === TOAST_ACTIVATOR_CLSID,
      activator,
    );
  }
  await followOrder(installedApp, async ({ counter, order }) => {
    const title = `Pedido ${order.code} listo para retirar`;
    await until(() => toasts().includes(title), 'The notification');
    holds("it rings: in Windows' own list of notifications", true, title);
    await proveLoginItem(counter);
  });

  console.log('== Removed silently');
  await uninstall('/S');
  holds(
    'no program, shortcut, start at login or class is left',
    leftOver().length === 0,
    leftOver().join(', '),
  );
  holds('data is kept', fs.existsSync(path.join(data, 'orders.db')));
  await holdsSecrets('and so are the secrets');

  console.log('== Installed again, removed with --delete-app-data');
  await install(setup);
  await uninstall('/S', '--delete-app-data');
  holds('nothing is left', leftOver().length === 0 && !fs.existsSync(data), leftOver().join(', '));
  const secrets = await credentials.accounts();
  holds('nor any secret', secrets.length === 0, secrets.join(', '));
}

/** Checks that start at login is registered and reported correctly, also when it was switched off in Task Manager. */
async function proveLoginItem(counter: Page): Promise<void> {
  const told = async (): Promise<string> => JSON.stringify(await readLoginItem(counter));
  const entered = await setLoginItem(counter, true);
  holds('start at login is entered under the id', registry(RUN_KEY).includes(APP_ID));
  holds('the app reads that it is on', entered.kind === 'on', entered);
  const switchedOff = ['/v', APP_ID, '/t', 'REG_BINARY', '/d', `03${'0'.repeat(22)}`, '/f'];
  execFileSync('reg', ['add', APPROVED_KEY, ...switchedOff], { stdio: 'ignore' });
  holds(
    'switched off in Task Manager it is said to be',
    (await told()).includes('"switched-off"'),
    await told(),
  );
  execFileSync('reg', ['delete', APPROVED_KEY, '/v', APP_ID, '/f'], { stdio: 'ignore' });
  holds('and on again, that too', (await told()).includes('"on"'), await told());
}

function linkProperty(link: string, name: string): string {
  const script = `$item = (New-Object -ComObject Shell.Application).NameSpace('${path.dirname(link)}').ParseName('${path.basename(link)}'); $item.ExtendedProperty('${name}')`;
  return powershell(script);
}

/** Returns the texts of the notifications in the notification centre. */
function toasts(): string {
  const manager = '[Windows.UI.Notifications.ToastNotificationManager';
  return powershell(
    `${manager}, Windows.UI.Notifications, ContentType = WindowsRuntime] > $null; ${manager}]::History.GetHistory('${APP_ID}') | ForEach-Object { $_.Content.GetXml() }`,
  );
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { repository } from '../runtime.ts';
import type { Desktop } from '../session.ts';
import { openOwnKeyring } from './own-keyring.ts';
import { createRecordedNotifications } from './recorded-notifications.ts';
import { createRecordedTray } from './recorded-tray.ts';
import { listenToRecorders } from './recorder.ts';

/**
 * The desktop that this process runs on, for systems that have no virtual one: its real screen and credential store.
 * Tray and notifications are seen where the app hands them to the system (`fixtures/recorded-app`), because no other
 * program can see them there. The app's profile keeps it apart from everything else; its secrets do not, so that it
 * is for machines that only run tests.
 */
export async function startOwnDesktop(
  env: Readonly<Record<string, string>> = ownEnvironment(),
): Promise<Desktop> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mostrador-desktop-'));
  const { keyring, stop: stopKeyring } = await openOwnKeyring(folder, env);
  const { tray, take: takeTray, remove } = createRecordedTray();
  const { notifications, take: takeToast } = createRecordedNotifications();
  const recorders = await listenToRecorders({
    news: (app, told) => {
      takeTray(app, told);
      takeToast(app, told);
    },
    gone: remove,
  });
  const noBus = (): never => {
    throw new Error('Only the virtual desktop of Linux has a bus and a screen that can be looked at.');
  };
  return {
    env: { ...env, MOSTRADOR_RECORDER_PORT: String(recorders.port) },
    folder,
    appDir: path.join(repository, 'test/fixtures/recorded-app'),
    get bus() {
      return noBus();
    },
    notifications,
    tray,
    keyring,
    saveScreen: noBus,
    stop: async () => {
      recorders.stop();
      await stopKeyring();
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

/** Throws unless this machine is marked as one that only runs tests: they delete the app's secrets. */
function ownEnvironment(): Readonly<Record<string, string>> {
  if (process.env['CI'] !== 'true' && process.env['MOSTRADOR_TEST_DESKTOP'] !== 'own') {
    throw new Error(
      'These tests use the credential store of this user and remove what Mostrador keeps there: ' +
        'set MOSTRADOR_TEST_DESKTOP=own to mean it.',
    );
  }
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

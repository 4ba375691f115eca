import type { Session } from 'electron';
import type { AppUpdater } from 'electron-updater';
import { isLoopback } from '../../shared/loopback.ts';
import type { WayOut } from './way-out.ts';

/** Returns what makes electron-updater go out the app's own way; to be called before each of its tasks. */
export function createUpdateNetwork(wayOut: WayOut): (updater: AppUpdater) => Promise<void> {
  let answerLogin = wayOut.loginOnce();
  let isReady = false;
  return async (updater) => {
    answerLogin = wayOut.loginOnce();
    if (isReady) return;
    isReady = true;
    // Its types know no answer without a name.
    updater.on('login', (asking, answer) =>
      answerLogin(asking, (name = '', password = '') => answer(name, password)),
    );
    refuseInsecure(updater.netSession);
    await wayOut.lead(updater.netSession);
  };
}

/** What a version is and where it lies is taken from nobody whom a stranger on the way could play. */
function refuseInsecure(session: Session): void {
  session.webRequest.onBeforeRequest({ urls: ['http://*/*'] }, ({ url }, answer) =>
    answer({ cancel: !isLoopback(new URL(url).hostname) }),
  );
}

import { networkInterfaces } from 'node:os';
import { net, powerMonitor, powerSaveBlocker, app } from 'electron';

const LOOK_EVERY_MS = 10_000;
const LOOKS_A_MINUTE = 6;

export type Power = { readonly start: () => void; readonly stop: () => void };

/** Tells of the computer's sleep and of its network's return. Looks every ten seconds, and says so. */
export function createPower(deps: {
  readonly onSuspend: () => void;
  readonly onResume: () => void;
  /** The network is there and was not, or is another one; or somebody took up work again. */
  readonly onNetwork: () => void;
  readonly onTick: () => void;
  /** Every sixth look. */
  readonly onMinute: () => void;
}): Power {
  let timer: NodeJS.Timeout | null = null;
  let network = '';
  let looks = 0;

  const look = (): void => {
    deps.onTick();
    looks += 1;
    if (looks % LOOKS_A_MINUTE === 0) deps.onMinute();
    const before = network;
    network = describeNetwork();
    if (network !== '' && network !== before) deps.onNetwork();
  };

  return {
    start: () => {
      network = describeNetwork();
      powerMonitor.on('suspend', deps.onSuspend);
      powerMonitor.on('resume', deps.onResume);
      // Windows and macOS: somebody is back, perhaps after another user of this computer.
      powerMonitor.on('unlock-screen', deps.onNetwork);
      powerMonitor.on('user-did-become-active', deps.onNetwork);
      timer = setInterval(look, LOOK_EVERY_MS);
    },
    stop: () => {
      if (timer !== null) clearInterval(timer);
      powerMonitor.off('suspend', deps.onSuspend);
      powerMonitor.off('resume', deps.onResume);
      powerMonitor.off('unlock-screen', deps.onNetwork);
      powerMonitor.off('user-did-become-active', deps.onNetwork);
    },
  };
}

/** False when this computer has surely no way out. */
export function hasNetwork(): boolean {
  return net.isOnline();
}

/** This computer's own addresses; empty when it has none that reach out. */
function describeNetwork(): string {
  if (!net.isOnline()) return '';
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .toSorted()
    .join(' ');
}

export type KeepAwake = {
  /** Keeps the computer from going to sleep by itself; its screen may go dark. */
  readonly set: (on: boolean) => void;
  readonly isOn: () => boolean;
};

export function createKeepAwake(): KeepAwake {
  let blocker: number | null = null;
  return {
    set: (on) => {
      if (on) blocker ??= powerSaveBlocker.start('prevent-app-suspension');
      else if (blocker !== null) {
        powerSaveBlocker.stop(blocker);
        blocker = null;
      }
    },
    isOn: () => blocker !== null && powerSaveBlocker.isStarted(blocker),
  };
}

/**
 * Ends the app in order when the computer is shut down or its user signs out; `onEnd` runs first and at once. Linux and
 * macOS are asked to wait for the end of the app. Windows tells its windows and waits for none: what has to last is on the
 * disk already. Source: electronjs.org/docs/latest/api/power-monitor, "shutdown".
 */
export function watchSessionEnd(onEnd: () => void): void {
  const end = (): void => {
    onEnd();
    app.quit();
  };
  // Electron's typings leave out the event that its documentation tells of.
  const onShutdown = (event?: { readonly preventDefault: () => void }): void => {
    event?.preventDefault();
    end();
  };
  powerMonitor.on('shutdown', onShutdown);
  app.on('browser-window-created', (_event, window) => window.on('session-end', end));
}

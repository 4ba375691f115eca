import { networkInterfaces } from 'node:os';
import { net, powerMonitor, powerSaveBlocker, app } from 'electron';

const LOOK_EVERY_MS = 10_000;
const LOOKS_A_MINUTE = 6;

export type Power = { readonly start: () => void; readonly stop: () => void };

/** Returns a watcher that reports sleep, wake-up and the return of the network. It checks every ten seconds. */
export function createPower(deps: {
  readonly onSuspend: () => void;
  readonly onResume: () => void;
  /** The network came back or changed, or somebody resumed work at the computer. */
  readonly onNetwork: () => void;
  readonly onTick: () => void;
  /** Runs with every sixth check. */
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
      // Windows and macOS: somebody is back, perhaps after another user used the computer.
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

/** Returns false when this computer is certainly offline. */
export function hasNetwork(): boolean {
  return net.isOnline();
}

/** Returns this computer's external addresses as one text; empty when it is offline. */
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
  /** Keeps the computer from falling asleep by itself; its screen may still turn off. */
  readonly set: (on: boolean) => void;
  readonly isOn: () => boolean;
};

/** Returns the switch that keeps the computer awake. */
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
 * Quits the app properly when the computer shuts down or its user signs out; `onEnd` runs first. Linux and macOS are asked
 * to wait for the app. Windows notifies each window and does not wait: what must last is on disk already.
 * Source: electronjs.org/docs/latest/api/power-monitor, "shutdown".
 */
export function watchSessionEnd(onEnd: () => void): void {
  const end = (): void => {
    onEnd();
    app.quit();
  };
  // Electron's types lack the documented parameter.
  const onShutdown = (event?: { readonly preventDefault: () => void }): void => {
    event?.preventDefault();
    end();
  };
  powerMonitor.on('shutdown', onShutdown);
  app.on('browser-window-created', (_event, window) => window.on('session-end', end));
}

import { powerSaveBlocker } from 'electron';

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

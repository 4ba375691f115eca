import { globalShortcut } from 'electron';
import type { Log } from '../log.ts';

/** Returns how keys are asked of the system for as long as this app runs, and given back. */
export function createGlobalKeys(log: Pick<Log, 'warn'>) {
  return {
    /** Returns false when the system refuses them, mostly because another program has them. */
    take: (keys: string, onPress: () => void): boolean => {
      try {
        return globalShortcut.register(keys, onPress) && globalShortcut.isRegistered(keys);
      } catch (error) {
        log.warn('The system cannot be asked for these keys', error);
        return false;
      }
    },
    giveBack: (keys: string): void => globalShortcut.unregister(keys),
  };
}

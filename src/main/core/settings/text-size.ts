import type { SaveOutcome } from '../../../shared/ipc-contract.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { nextTextSize, type TextSizeChange } from '../../../shared/settings/text-size.ts';

export type TextSize = {
  /** Changes it: shown at once, then saved. Returns whether it was saved; if not, it lasts until the app ends. */
  readonly change: (to: TextSizeChange) => Promise<boolean>;
  /** The settings changed. */
  readonly follow: () => void;
};

/** Keeps the text size of all windows as it is in the settings. */
export function createTextSize(deps: {
  readonly read: () => Settings;
  readonly save: (settings: Settings) => Promise<SaveOutcome>;
  /** Shows all windows at this size, in percent. */
  readonly show: (percent: number) => void;
}): TextSize {
  let shown = deps.read().textSize;
  const set = (percent: number): void => {
    if (percent === shown) return;
    shown = percent;
    deps.show(percent);
  };
  return {
    change: async (to) => {
      set(typeof to === 'number' ? to : nextTextSize(shown, to));
      const settings = deps.read();
      return settings.textSize === shown || (await deps.save({ ...settings, textSize: shown })).ok;
    },
    follow: () => set(deps.read().textSize),
  };
}

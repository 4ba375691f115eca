import type { AlertSettings } from '../../shared/alert-settings.ts';
import type { HealthBoard } from '../core/health.ts';
import { createSoundWatch, type SoundWatch } from '../core/sound-watch.ts';
import type { Desk } from '../shell/desk.ts';
import { readSoundOutput } from '../shell/sound-output.ts';
import { timing } from '../timing.ts';

/** The first windows come before the page that tries the sound. */
const CHECK_AFTER_MS = 1_500;

/** Whether alerts can be heard, tried once soon after the start. */
export function composeSoundWatch(deps: {
  readonly desk: Pick<Desk, 'sound' | 'ringer'>;
  readonly health: Pick<HealthBoard, 'set'>;
  readonly settings: () => AlertSettings;
}): SoundWatch & { readonly start: () => void; readonly stop: () => void } {
  const watch = createSoundWatch({
    play: deps.desk.sound.play,
    readOutput: () => readSoundOutput(),
    settings: deps.settings,
    isRinging: () => deps.desk.ringer.ring() !== null,
    monotonicMs: timing.monotonicMs,
    health: deps.health,
  });
  let cancel: (() => void) | null = null;
  return {
    ...watch,
    start: () => {
      cancel = timing.schedule(() => void watch.check(), CHECK_AFTER_MS);
    },
    stop: () => cancel?.(),
  };
}

import type { AlertSettings } from '../../shared/alert-settings.ts';
import type { Texts } from '../../shared/texts/texts.ts';
import type { HealthBoard } from '../core/health/board.ts';
import { soundTestWords } from '../core/sync/refresh-report.ts';
import { createSoundWatch } from '../core/health/sound-watch.ts';
import type { Presenter } from '../shell/presenter.ts';
import { readSoundOutput } from '../shell/sound-output.ts';
import { timing } from '../timing.ts';

/** The first windows open before the page that tries the sound. */
const CHECK_AFTER_MS = 1_500;

/** Returns the watch over whether alerts can be heard. It looks for the first time soon after the start. */
export function composeSoundWatch(deps: {
  readonly presenter: Pick<Presenter, 'sound' | 'ringer' | 'mute' | 'notify'>;
  readonly texts: () => Texts;
  readonly health: Pick<HealthBoard, 'set'>;
  readonly settings: () => AlertSettings;
}) {
  const watch = createSoundWatch({
    play: deps.presenter.sound.play,
    readOutput: () => readSoundOutput(),
    settings: deps.settings,
    isRinging: () => deps.presenter.ringer.ring() !== null,
    monotonicMs: timing.monotonicMs,
    health: deps.health,
  });
  const { presenter, texts } = deps;
  let cancel: (() => void) | null = null;
  return {
    ...watch,
    start: (): void => {
      cancel = timing.schedule(() => void watch.check(), CHECK_AFTER_MS);
    },
    stop: (): void => cancel?.(),
    /** Plays a tone once and shows the outcome in a toast. */
    tryAloud: async (): Promise<void> => presenter.notify(soundTestWords(await watch.test(), texts())),
  };
}

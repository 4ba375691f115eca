import type { Texts } from '../../shared/texts/texts.ts';
import type { HealthBoard } from '../core/health/board.ts';
import { soundTestWords } from '../core/sync/refresh-report.ts';
import { createSoundWatch } from '../core/health/sound-watch.ts';
import { readSoundOutput } from '../shell/sound/sound-output.ts';
import { timing } from '../timing.ts';
import type { composePresenter } from './presenter.ts';

/** The first windows open before the page that tries the sound. */
const CHECK_AFTER_MS = 1_500;

/** Returns the watch over whether alerts can be heard. It looks for the first time soon after the start. */
export function composeSoundWatch(deps: {
  readonly presenter: Pick<
    ReturnType<typeof composePresenter>,
    'sound' | 'ringer' | 'notify' | 'alertSettings'
  >;
  readonly texts: () => Texts;
  readonly health: Pick<HealthBoard, 'set'>;
}) {
  const watch = createSoundWatch({
    play: deps.presenter.sound.play,
    readOutput: () => readSoundOutput(),
    settings: deps.presenter.alertSettings,
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

import type { Texts } from '../../shared/texts/texts.ts';
import type { HealthBoard } from '../core/health/board.ts';
import { soundTestWords } from '../core/sync/refresh-report.ts';
import { createSoundWatch } from '../core/health/sound-watch.ts';
import { readSoundOutput } from '../shell/sound/sound-output.ts';
import { timing } from '../timing.ts';
import type { composePresenter } from './presenter.ts';

/** Returns the watch over whether alerts can be heard. */
export function composeSoundWatch(deps: {
  readonly presenter: Pick<
    ReturnType<typeof composePresenter>,
    'sound' | 'ringer' | 'notify' | 'alertSettings'
  >;
  readonly texts: () => Texts;
  readonly health: Pick<HealthBoard, 'set'>;
}) {
  const { presenter, texts } = deps;
  const watch = createSoundWatch({
    ...timing,
    play: presenter.sound.play,
    readOutput: () => readSoundOutput(),
    settings: presenter.alertSettings,
    isRinging: () => presenter.ringer.ring() !== null,
    health: deps.health,
  });
  return {
    ...watch,
    /** Plays a tone once and shows the outcome in a toast. */
    tryAloud: async (): Promise<void> => presenter.notify(soundTestWords(await watch.test(), texts())),
  };
}

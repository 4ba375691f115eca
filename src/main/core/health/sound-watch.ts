import type { AlertSettings, ToneId } from '../../../shared/settings/alert-settings.ts';
import type { SoundCheck } from '../../../shared/health/health.ts';
import type { HealthBoard } from './board.ts';
import { soundHealth, UNKNOWN_OUTPUT, type PageTest, type SoundOutput } from './sound-health.ts';

/** The page reports several times a second while it rings; the system is read less often. */
const LOOK_EVERY_MS = 5_000;
/** The first windows open before the page that tries the sound. */
const CHECK_AFTER_MS = 1_500;

export type SoundWatch = {
  /** Checks for the first time, soon. */
  readonly start: () => void;
  readonly stop: () => void;
  /** Receives a result from the page that plays. */
  readonly noteTest: (test: PageTest) => void;
  /** Tests the loudspeaker without a sound. Skips the test while an alert rings, because that is test enough. */
  readonly check: () => Promise<void>;
  /** Plays the tone of a ready order once, as loud as it would ring. */
  readonly test: () => Promise<SoundCheck>;
  /** Plays a tone once, as loud as the settings would make it with this volume (0 to 100). */
  readonly preview: (tone: ToneId, volume: number) => Promise<SoundCheck>;
  /** Returns whether an alert would be heard now, as far as it is known. */
  readonly state: () => ReturnType<typeof soundHealth>;
  /** Reads the system's sound settings again. */
  readonly look: () => Promise<void>;
  /** The settings may have changed. */
  readonly follow: () => void;
};

/** Determines whether an alert can be heard: from the page that plays, the system and the settings. */
export function createSoundWatch(deps: {
  /** Plays a tone once, `volume` from 0 to 1. */
  readonly play: (tone: ToneId, volume: number) => Promise<PageTest>;
  /** Never rejects; a value that the system does not report is null. */
  readonly readOutput: () => Promise<SoundOutput>;
  readonly settings: () => AlertSettings;
  readonly isRinging: () => boolean;
  readonly monotonicMs: () => number;
  readonly schedule: (run: () => void, ms: number) => () => void;
  readonly health: Pick<HealthBoard, 'set'>;
}): SoundWatch {
  let page: PageTest | null = null;
  let output = UNKNOWN_OUTPUT;
  let lookedAt: number | null = null;
  let cancel = (): void => undefined;

  const state = (): ReturnType<typeof soundHealth> =>
    soundHealth({ page, output, volume: deps.settings().volume });
  const report = (): void => deps.health.set('sound', ...state());

  const look = async (): Promise<void> => {
    lookedAt = deps.monotonicMs();
    output = await deps.readOutput();
    report();
  };

  const preview = async (tone: ToneId, volume: number): Promise<SoundCheck> => {
    const [test] = await Promise.all([deps.play(tone, volume / 100), look()]);
    page = test;
    report();
    const [state, code, detail] = soundHealth({ page, output, volume });
    return { state, code, detail, isSystemKnown: output.isMuted !== null && output.volume !== null };
  };

  const check = async (): Promise<void> => {
    await look();
    if (deps.isRinging()) return;
    page = await deps.play(deps.settings().tones.ready, 0);
    report();
  };

  return {
    start: () => {
      cancel = deps.schedule(() => void check(), CHECK_AFTER_MS);
    },
    stop: () => cancel(),
    noteTest: (test) => {
      page = test;
      report();
      if (lookedAt === null || deps.monotonicMs() - lookedAt >= LOOK_EVERY_MS) void look();
    },
    check,
    test: () => preview(deps.settings().tones.ready, deps.settings().volume),
    preview,
    state,
    look,
    follow: report,
  };
}

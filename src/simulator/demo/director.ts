import type { DemoCommand, DemoStep } from '../../shared/demo.ts';
import { assertNever } from '../../shared/result.ts';

export type Act = { readonly atSeconds: number; readonly run: () => void | Promise<void> };

export type Scene = {
  readonly step: DemoStep;
  /** null: the scene does not end by itself. */
  readonly seconds: number | null;
  /** Ordered by time. */
  readonly acts: readonly Act[];
};

export type Director = {
  readonly play: () => void;
  readonly command: (command: DemoCommand) => void;
  readonly stop: () => void;
};

const SECOND_MS = 1000;

/**
 * Plays scenes one after the other. Skipping the rest of a scene still runs all of its acts, because later scenes need
 * their orders. Acts run one at a time.
 */
export function createDirector(deps: {
  /** Returns the scenes in their initial state; `again` when they were played before. */
  readonly scenes: (again: boolean) => readonly Scene[];
  /** How many times faster than written. */
  readonly pace: number;
  readonly monotonicMs: () => number;
  /** Returns a function that cancels it. */
  readonly schedule: (run: () => void, ms: number) => () => void;
  /** Called before the first act of a scene. */
  readonly onBegin: () => void;
  /** Called after its first acts, and when the play is paused or resumed. */
  readonly onScene: (scene: { readonly step: DemoStep; readonly isPaused: boolean }) => void;
  readonly onError: (error: unknown) => void;
}): Director {
  let scenes: readonly Scene[] = [];
  let index = 0;
  let acts: readonly Act[] = [];
  /** Milliseconds of the scene before the last start of the clock; null while it is paused. */
  let startedMs: number | null = null;
  let passedMs = 0;
  let cancelTimer: (() => void) | null = null;
  let queue: Promise<void> = Promise.resolve();

  const scene = (): Scene | undefined => scenes[index];
  const elapsedMs = (): number => passedMs + (startedMs === null ? 0 : deps.monotonicMs() - startedMs);
  const toMs = (seconds: number): number => (seconds * SECOND_MS) / deps.pace;

  const perform = (run: Act['run']): void => {
    queue = queue.then(run).catch(deps.onError);
  };
  const tell = (): void => {
    const current = scene();
    if (current === undefined) return;
    const { step } = current;
    const isPaused = startedMs === null;
    perform(() => deps.onScene({ step, isPaused }));
  };

  const arm = (): void => {
    cancelTimer?.();
    cancelTimer = null;
    const current = scene();
    if (startedMs === null || current === undefined) return;
    const dueSeconds = acts[0]?.atSeconds ?? current.seconds;
    if (dueSeconds === null) return;
    cancelTimer = deps.schedule(step, Math.max(0, toMs(dueSeconds) - elapsedMs()));
  };

  const step = (): void => {
    const [act] = acts;
    if (act === undefined) {
      begin(index + 1);
      return;
    }
    acts = acts.slice(1);
    perform(act.run);
    arm();
  };

  const begin = (at: number): void => {
    index = at;
    const all = scene()?.acts ?? [];
    acts = all.filter(({ atSeconds }) => atSeconds > 0);
    passedMs = 0;
    startedMs = deps.monotonicMs();
    perform(deps.onBegin);
    for (const { atSeconds, run } of all) if (atSeconds === 0) perform(run);
    tell();
    arm();
  };

  const next = (): void => {
    for (const { run } of acts) perform(run);
    acts = [];
    if (index + 1 < scenes.length) begin(index + 1);
  };

  const start = (again: boolean): void => {
    scenes = deps.scenes(again);
    begin(0);
  };

  return {
    play: () => start(false),
    command: (command) => {
      switch (command) {
        case 'pause':
          passedMs = elapsedMs();
          startedMs = null;
          tell();
          arm();
          return;
        case 'resume':
          startedMs ??= deps.monotonicMs();
          tell();
          arm();
          return;
        case 'next':
          next();
          return;
        case 'restart':
          start(true);
          return;
        default:
          assertNever(command);
      }
    },
    stop: () => {
      cancelTimer?.();
      cancelTimer = null;
      startedMs = null;
    },
  };
}

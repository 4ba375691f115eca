import { shell, type BrowserWindow, type WebContents } from 'electron';
import type { PushToPages, SoundOrder, SoundReport } from '../../../shared/ipc-contract.ts';
import type { ToneId } from '../../../shared/settings/alert-settings.ts';
import type { Ring } from '../../core/alerts/ring-plan.ts';
import type { PageTest } from '../../core/health/sound-health.ts';
import type { Log } from '../../log.ts';
import { processorMs } from '../windows/page-processor.ts';
import { createComeBack } from '../windows/page-reload.ts';
import { createPageLife } from './page-life.ts';
import { createSoundPage, toPageTest } from './sound-page.ts';

const PING_EVERY_MS = 700;
/** The longest that a tone takes. */
const TONE_MS = 4_000;
/** How long the page, tens of megabytes, is kept for the next ring, whose tone need not wait for a new one then. */
const KEEP_MS = 10 * 60_000;
/** A page that is made while the computer starts may take long. */
const TEST_LIMIT_MS = 20_000;
/** Interval of beeps while an alert rings and no page can play. */
const BEEP_EVERY_MS = 2_000;

export type Sound = {
  /** Rings this from now on; null: nothing. */
  readonly ring: (ring: Ring | null) => void;
  /** Plays one tone once. Resolves with whether it could be played. */
  readonly play: (tone: ToneId, volume: number) => Promise<PageTest>;
  /** Returns the page, for the voice; null while there is none that works. */
  readonly page: () => WebContents | null;
  /** Keeps the page, or makes it, until the returned function is called. */
  readonly hold: () => () => void;
  /** Returns whether tones of an alert are heard now. */
  readonly isRinging: () => boolean;
  /** Receives a report of the page. */
  readonly report: (report: SoundReport) => void;
  readonly stop: () => void;
};

/** Returns the player of tones: a hidden page that main controls, supervises and replaces. */
export function createSound(deps: {
  readonly preload: string;
  readonly push: PushToPages;
  readonly log: Log;
  readonly onHealth: (test: PageTest) => void;
  readonly monotonicMs: () => number;
  /** A tone of an alert begins. */
  readonly onTone?: () => void;
  readonly beep?: () => void;
  readonly usedMs?: (page: BrowserWindow) => number | null;
}): Sound {
  const beep = deps.beep ?? (() => shell.beep());
  const waiting = new Map<number, (report: SoundReport) => void>();
  let page: BrowserWindow | null = null;
  let ready = false;
  let beepedAt = Number.NEGATIVE_INFINITY;
  let counter = 0;
  let tests = 0;
  /** Until then a tone that was played once is not cut off. */
  let aloudUntil = 0;
  /** The page stays at least until then. */
  let keepUntil = 0;
  let lookedAt = 0;
  /** Number of the next tone, of several that take turns. */
  let turn = 0;
  /** A tone of this ring was played. */
  let hasRung = false;
  /** The app ends: a page made now would open a window into that. */
  let isStopped = false;
  const comeBack = createComeBack(deps.monotonicMs);
  const life = createPageLife({
    monotonicMs: deps.monotonicMs,
    usedMs: () => (page === null || page.isDestroyed() ? null : (deps.usedMs ?? processorMs)(page)),
  });
  let current: Ring | null = null;
  let next: NodeJS.Timeout | null = null;
  let watch: NodeJS.Timeout | null = null;
  let farewell: NodeJS.Timeout | null = null;

  const isNeeded = (): boolean => !isStopped && (current !== null || tests > 0);

  const close = (): void => {
    if (watch !== null) clearInterval(watch);
    watch = null;
    ready = false;
    const old = page;
    page = null;
    if (old !== null && !old.isDestroyed()) old.destroy();
    for (const [id, answer] of waiting) answer({ id, ok: false, devices: 0, detail: 'page-gone' });
    waiting.clear();
  };

  const open = (): void => {
    if (!isNeeded() || page !== null || comeBack.isDue()) return;
    lookedAt = deps.monotonicMs();
    life.born();
    comeBack.born();
    // The previous page may have reported at its end.
    ready = false;
    const window = createSoundPage(deps);
    page = window;
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      deps.log.error(`The sound page ended (${reason})`);
      if (page === window) (isNeeded() ? remake : close)();
    });
    watch = setInterval(supervise, PING_EVERY_MS);
  };

  /** Beeps with the system's own sound while there is no page to play the tones. */
  const beepMeanwhile = (): void => {
    const nowMs = deps.monotonicMs();
    if (nowMs - beepedAt < BEEP_EVERY_MS) return;
    beepedAt = nowMs;
    beep();
  };

  const remake = (): void => {
    deps.log.warn('The sound page gave no sign of life; making it anew');
    if (current !== null) beepMeanwhile();
    close();
    comeBack.again(open);
    if (current !== null) loop();
  };

  const send = (order: Omit<SoundOrder, 'id'>): number => {
    counter += 1;
    if (page !== null && !page.isDestroyed())
      deps.push([page.webContents], 'sound:play', { ...order, id: counter });
    return counter;
  };

  const supervise = (): void => {
    const passedMs = deps.monotonicMs() - lookedAt;
    lookedAt += passedMs;
    // Kept for the next ring: nothing is expected of it.
    if (!isNeeded()) return life.rest();
    // While this process was suspended it could receive no report.
    life.excuse(Math.max(0, passedMs - 2 * PING_EVERY_MS));
    const state = life.judge();
    if (state === 'dead') remake();
    else if (state === 'well') send({ tone: null, volume: 0 });
    else if (current !== null) beepMeanwhile();
  };

  const loop = (): void => {
    if (next !== null) clearTimeout(next);
    next = null;
    if (current === null || isStopped) return;
    if (ready) {
      // The tone that was added last plays first.
      const tones = [...current.inTurnWith.toReversed(), current];
      const { tone, volume } = tones[turn % tones.length] ?? current;
      turn += 1;
      send({ tone, volume });
      hasRung = true;
      deps.onTone?.();
    } else if (comeBack.isDue()) beepMeanwhile();
    // The first tone must not wait a whole interval once the page can play.
    next = setTimeout(loop, ready ? current.everyMs : 100);
  };

  const leaveLater = (keepMs: number): void => {
    const nowMs = deps.monotonicMs();
    keepUntil = Math.max(keepUntil, nowMs + keepMs);
    if (farewell !== null) clearTimeout(farewell);
    farewell = setTimeout(() => {
      if (!isNeeded()) close();
    }, keepUntil - nowMs);
  };

  return {
    ring: (ring) => {
      const same =
        ring !== null &&
        current !== null &&
        ring.tone === current.tone &&
        ring.level === current.level &&
        ring.inTurnWith.length <= current.inTurnWith.length;
      if (!same) turn = 0;
      const wasRinging = current !== null;
      current = ring;
      if (ring === null) {
        hasRung = false;
        loop();
        // Silences the page at once, even in the middle of a tone.
        send({ tone: null, volume: 0, hush: true });
        if (wasRinging) leaveLater(KEEP_MS);
        return;
      }
      open();
      if (!same || next === null) loop();
    },
    play: (tone, volume) =>
      new Promise((resolve) => {
        tests += 1;
        open();
        let isAnswered = false;
        const answer = (report: SoundReport): void => {
          if (isAnswered) return;
          isAnswered = true;
          clearTimeout(deadline);
          clearInterval(attempt);
          tests -= 1;
          leaveLater(Math.max(0, aloudUntil - deps.monotonicMs()));
          const test = toPageTest(report);
          if (!isStopped) deps.onHealth(test);
          resolve(test);
        };
        const deadline = setTimeout(
          () => answer({ id: 0, ok: false, devices: 0, detail: 'no-answer' }),
          TEST_LIMIT_MS,
        );
        const attempt = setInterval(() => {
          if (!ready) return;
          clearInterval(attempt);
          const nowMs = deps.monotonicMs();
          if (volume > 0) aloudUntil = nowMs + TONE_MS;
          // A silent test must not cut off a tone that plays, or an alert that has started meanwhile.
          const isCovered = volume === 0 && (current !== null || nowMs < aloudUntil);
          waiting.set(send({ tone: isCovered ? null : tone, volume }), answer);
        }, 50);
      }),
    page: () => (ready && page !== null && !page.isDestroyed() ? page.webContents : null),
    hold: () => {
      tests += 1;
      open();
      return () => {
        tests -= 1;
        leaveLater(KEEP_MS);
      };
    },
    isRinging: () => ready && hasRung && current !== null,
    report: (report) => {
      life.sign();
      const isBorn = !ready;
      ready = true;
      if (isBorn) loop();
      if (report.detail !== null || (current !== null && report.devices !== null))
        deps.onHealth(toPageTest(report));
      waiting.get(report.id)?.(report);
      waiting.delete(report.id);
    },
    stop: () => {
      isStopped = true;
      current = null;
      loop();
      if (farewell !== null) clearTimeout(farewell);
      comeBack.stop();
      close();
    },
  };
}

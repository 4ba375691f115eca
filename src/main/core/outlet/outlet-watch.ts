import type { OutletRefusal, OutletSettings } from '../../../shared/outlet.ts';
import type { PartnerError } from '../../../shared/partner.ts';
import type { Now } from '../../../shared/time.ts';
import type { HealthLights } from '../health/board.ts';
import type { ShopHours } from '../updates/shop-hours.ts';
import { outletLight, type OutletReading, type AskOutlet } from './outlet-light.ts';

const EVERY_MS = 5 * 60_000;

export type OutletWatch = {
  /** Call it every minute, and when asking may work again. Asks when it is time; returns at once. */
  readonly look: () => void;
  /** The settings may have changed, or were read for the first time. */
  readonly follow: () => void;
  /** The network or the computer is back: asks without waiting for its turn. */
  readonly wake: () => void;
  /** Asks now because a person wants to know. Resolves when the light says what came of it. */
  readonly ask: () => Promise<void>;
  /** Turns it on or off. Returns whether that was saved. */
  readonly set: (on: boolean) => Promise<boolean>;
  readonly stop: () => void;
};

/**
 * Asks the platform every five minutes whether the shop is open, and shows a light. It never tells the platform anything,
 * and whatever goes wrong is no trouble of the app: nobody but this light hears of it. A 403 or 404 turns it off until a
 * person turns it on again.
 */
export function createOutletWatch(deps: {
  readonly settings: () => OutletSettings;
  /** Names the shop and where it is asked for; another one is asked about anew. */
  readonly target: () => string;
  readonly askPlatform: AskOutlet;
  /** Saves the settings; returns whether that worked. */
  readonly save: (settings: OutletSettings) => Promise<boolean>;
  readonly health: HealthLights;
  readonly hours: () => ShopHours;
  readonly clock: (iso: string) => string;
  readonly now: Now;
  readonly monotonicMs: () => number;
  readonly log: {
    readonly info: (message: string) => void;
    readonly error: (message: string, detail?: unknown) => void;
  };
}): OutletWatch {
  let target = deps.target();
  let latest: OutletReading | null = null;
  let understood: OutletReading | null = null;
  /** Why it is off although the settings could not be saved. */
  let refused: OutletRefusal | null = null;
  let askedMs = Number.NEGATIVE_INFINITY;
  let heldUntilMs = Number.NEGATIVE_INFINITY;
  let hoursThen: ShopHours = 'unknown';
  let underWay: { readonly leave: AbortController; readonly done: Promise<void> } | null = null;

  const settings = (): OutletSettings => (refused === null ? deps.settings() : { on: false, refused });
  const draw = (): void => {
    const { hours, now, clock, health } = deps;
    health.set(
      'outlet',
      ...outletLight({ settings: settings(), latest, understood, hours: hours(), now: now(), clock }),
    );
  };
  const forget = (): void => {
    underWay?.leave.abort();
    underWay = null;
    latest = null;
    if (understood !== null) deps.health.note({ lastOutletAt: null });
    understood = null;
    askedMs = Number.NEGATIVE_INFINITY;
  };

  const failed = async ({ status, code, retryAfterMs }: PartnerError): Promise<void> => {
    if (retryAfterMs !== null) heldUntilMs = deps.monotonicMs() + retryAfterMs;
    const refusal = code === 'forbidden' ? 403 : code === 'not-found' && status === 404 ? 404 : null;
    if (refusal === null) return;
    deps.log.info(`The platform does not tell whether the shop is open (${String(refusal)}): asking ends`);
    refused = refusal;
    if (await deps.save({ on: false, refused: refusal })) refused = null;
  };

  const askOnce = async (leave: AbortController): Promise<void> => {
    try {
      const hours = deps.hours();
      const answer = await deps.askPlatform(leave.signal);
      if (leave.signal.aborted) return;
      if (!answer.ok) {
        await failed(answer.error);
        return;
      }
      const at = deps.now();
      latest = { answer: answer.value, at, hours };
      if (answer.value.state === 'unknown') return;
      understood = latest;
      deps.health.note({ lastOutletAt: at });
    } catch (error) {
      if (!leave.signal.aborted) deps.log.error('Asking whether the shop is open failed', error);
    } finally {
      if (underWay?.leave === leave) underWay = null;
      if (!leave.signal.aborted) draw();
    }
  };

  const ask = (): Promise<void> => {
    if (underWay !== null) return underWay.done;
    // What the platform asked for counts for a person, too.
    if (!settings().on || deps.monotonicMs() < heldUntilMs) {
      draw();
      return Promise.resolve();
    }
    askedMs = deps.monotonicMs();
    const leave = new AbortController();
    const done = askOnce(leave);
    underWay = { leave, done };
    return done;
  };

  const look = (): void => {
    const hours = deps.hours();
    // An answer from before opening time says nothing about the shop that has just opened.
    if (hours === 'open' && hoursThen === 'closed') askedMs = Number.NEGATIVE_INFINITY;
    hoursThen = hours;
    if (deps.monotonicMs() - askedMs >= EVERY_MS) void ask();
    draw();
  };

  return {
    look,
    follow: () => {
      const next = deps.target();
      if (next !== target || !settings().on) forget();
      if (next !== target) heldUntilMs = Number.NEGATIVE_INFINITY;
      target = next;
      look();
    },
    wake: () => {
      askedMs = Number.NEGATIVE_INFINITY;
      look();
    },
    ask,
    set: async (on) => {
      refused = null;
      const isSaved = await deps.save({ on, refused: null });
      if (isSaved) look();
      return isSaved;
    },
    stop: () => underWay?.leave.abort(),
  };
}

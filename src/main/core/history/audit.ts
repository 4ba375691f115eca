import type { AlertSettings } from '../../../shared/settings/alert-settings.ts';
import type { DeliveryPage, DeliveryQuery, ReprocessOutcome } from '../../../shared/health/delivery.ts';
import type { HealthEntry } from '../../../shared/health/health.ts';
import { shiftIso, type Now } from '../../../shared/time.ts';
import type { Circumstance, WhyAnswer, WhyQuestion } from '../../../shared/orders/why.ts';
import type { ClockFacts } from '../alerts/ring-plan.ts';
import { createAskWhy, type Records } from './ask-why.ts';
import { createAudibility } from '../alerts/audibility.ts';
import type { Delivery, DeliveryLog, ParsedOne } from '../inbound/types.ts';
import type { OrderChange, OrderStore, Ingest } from '../orders/types.ts';
import { PRESENCE_EVERY_MS } from './uptime.ts';
import { createThrottle } from '../support/scheduling.ts';

const PUBLISH_EVERY_MS = 500;
const DAY_MS = 24 * 60 * 60 * 1000;

export type Audit = {
  /** Records a webhook request and publishes it. */
  readonly record: (delivery: Delivery) => void;
  readonly page: (query: DeliveryQuery) => DeliveryPage;
  readonly reprocess: (orderId: string) => ReprocessOutcome;
  readonly askWhy: (question: WhyQuestion) => WhyAnswer;
  /** Notes how alerts could be heard that were shown just now. */
  readonly noteShown: (alertIds: readonly string[]) => void;
  /** Receives the result of a sound test. */
  readonly noteSound: (test: { readonly ok: boolean; readonly devices: number }) => void;
  /** Records that the app is running, from now until `stop`. */
  readonly start: () => void;
  readonly stop: () => void;
};

/** Gives access to the past: the log of requests, the story of one order, and the facts that the story needs. */
export function createAudit(deps: {
  readonly store: Pick<OrderStore, 'openAlerts' | 'alertsOf'>;
  readonly records: Records & {
    readonly latestBody: (orderId: string) => string | null;
    readonly noteCircumstance: (
      ids: readonly string[],
      circumstance: Circumstance,
      replaces: Circumstance | null,
    ) => void;
    readonly notePresence: (now: string) => void;
  };
  readonly deliveries: Pick<DeliveryLog, 'add'>;
  readonly deliveryPage: (query: DeliveryQuery, since: string) => DeliveryPage;
  readonly parse: (body: unknown) => ParsedOne;
  readonly receive: Ingest;
  readonly publish: (changes: readonly OrderChange[]) => void;
  readonly settings: () => AlertSettings;
  readonly clock: () => ClockFacts;
  readonly sound: () => Pick<HealthEntry, 'state' | 'code'>;
  readonly now: Now;
  /** Runs the function after so many milliseconds. Must not keep the process alive. */
  readonly schedule: (run: () => void, ms: number) => void;
  readonly onDeliveries: () => void;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
}): Audit {
  const { records, store, now } = deps;
  const publishDeliveries = createThrottle({
    run: deps.onDeliveries,
    waitMs: PUBLISH_EVERY_MS,
    schedule: deps.schedule,
  });
  const circumstances = createAudibility({
    openAlerts: store.openAlerts,
    alertsOf: store.alertsOf,
    note: records.noteCircumstance,
    settings: deps.settings,
    clock: deps.clock,
    sound: deps.sound,
    now,
  });
  let isRunning = false;

  /** A failure to write history must never prevent an alert. */
  const guarded = (what: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      deps.log.error(`${what} could not be noted`, error);
    }
  };
  const notePresence = (): void => guarded('That the app runs', () => records.notePresence(now()));
  const tick = (): void => {
    if (!isRunning) return;
    notePresence();
    deps.schedule(tick, PRESENCE_EVERY_MS);
  };

  return {
    record: (delivery) => {
      deps.deliveries.add(delivery);
      publishDeliveries();
    },
    page: (query) => deps.deliveryPage(query, shiftIso(now(), -DAY_MS)),
    reprocess: createReprocess({ ...deps, latestBody: records.latestBody }),
    askWhy: createAskWhy({ records, now }),
    noteShown: (alertIds) => {
      guarded('How alerts could be heard', () => circumstances.noteShown(alertIds));
    },
    noteSound: ({ ok, devices }) => {
      if (ok) return;
      const why = devices === 0 ? 'no-device' : 'sound-failed';
      guarded('That the sound failed', () => circumstances.noteSoundFailure(why));
    },
    start: () => {
      isRunning = true;
      tick();
    },
    stop: () => {
      if (isRunning) notePresence();
      isRunning = false;
    },
  };
}

/**
 * Returns a function that reads the stored body of an order's newest event again and applies it, because a newer
 * version of this app may read more from it. Throws what the store throws.
 */
function createReprocess(deps: {
  /** Returns the JSON text of the newest stored event of an order; null when there is none. */
  readonly latestBody: (orderId: string) => string | null;
  readonly parse: (body: unknown) => ParsedOne;
  readonly receive: Ingest;
  readonly publish: (changes: readonly OrderChange[]) => void;
}): (orderId: string) => ReprocessOutcome {
  return (orderId) => {
    const body = deps.latestBody(orderId);
    if (body === null) return { kind: 'not-kept' };
    const parsed = deps.parse(JSON.parse(body));
    if (parsed.kind === 'other-shop') return { kind: 'other-shop' };
    if (parsed.kind !== 'order') return { kind: 'unreadable' };
    const [outcome] = deps.receive([parsed.order], 'reprocess');
    if (outcome?.kind !== 'changed') return { kind: 'unchanged' };
    deps.publish([outcome.change]);
    return { kind: 'changed', raised: outcome.change.raised.length };
  };
}

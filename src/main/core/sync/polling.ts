import type { Alert } from '../../../shared/orders/alert.ts';
import type { Fact } from '../../../shared/health/fact.ts';
import type { OrderSource } from '../../../shared/orders/order.ts';
import { isCancelled, type RefreshOutcome, type RefreshProgress } from '../../../shared/partner.ts';
import { createByHand } from './by-hand.ts';
import { createSyncRun } from './run.ts';
import { createPollScheduler } from './scheduler.ts';
import type { Window } from './window.ts';
import { createOutageAlert } from '../alerts/outage-alert.ts';
import { createContact } from './contact.ts';
import type { HealthLights } from '../health/board.ts';
import { createDigestBuffer, type PublishNews } from '../alerts/digest-buffer.ts';
import { createLateness } from './lateness.ts';
import type { Now } from '../../../shared/time.ts';
import type { OrderChange, OrderStore, Ingest } from '../orders/types.ts';
import type { PartnerOrders, Polling } from './types.ts';
import type { SyncNotes } from '../support/notes.ts';
import { partnerHealth } from './refresh-report.ts';
import type { StoreLight } from '../health/to-health.ts';
import type { HealthCode, HealthState } from '../../../shared/health/health.ts';
import { createStaleOrders } from './stale-orders.ts';
import { createBackfill } from './backfill.ts';

/** Returns the polling: when to poll, what to do with the responses, and what to report. */
export function createPolling(deps: {
  readonly partner: PartnerOrders;
  readonly receive: Ingest;
  readonly store: Pick<
    OrderStore,
    'transact' | 'alertsOf' | 'openAlerts' | 'lastCompleteSync' | 'saveCompleteSync'
  >;
  readonly notes: SyncNotes;
  readonly health: HealthLights;
  readonly storeLight: StoreLight;
  /** Minutes after which an outage rings; 0: never. */
  readonly alertAfterMinutes: () => number;
  readonly now: Now;
  readonly monotonicMs: () => number;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Lets everything else that is waiting run first. */
  readonly breathe: () => Promise<void>;
  /** Returns true for an error of the store itself, not of a single order. */
  readonly isStoreDown: (error: unknown) => boolean;
  readonly random: () => number;
  readonly schedule: (run: () => void, ms: number) => () => void;
  readonly publish: PublishNews;
  /** A connection alert was raised, or closed because polling stopped. */
  readonly onConnection: (raised: readonly Alert[], closed: readonly Alert[]) => void;
  readonly onProgress: (progress: RefreshProgress) => void;
  /** See `createByHand`. */
  readonly recheck: () => Promise<void>;
  /** A person started a refresh, or it ended. */
  readonly onAsked: () => void;
  readonly onPolled: (outcome: RefreshOutcome) => void;
  /** Returns true when webhooks can arrive and are proven to. */
  readonly webhooksArrive: () => boolean;
  /** Called with what a poll found, after it is on disk. Must not throw. */
  readonly onFound?: (changes: readonly OrderChange[]) => void;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
}): Polling {
  const { notes, health, now, monotonicMs, schedule } = deps;
  const { webhooksArrive, onFound = () => undefined } = deps;
  /** False when the last poll failed; a slow poll is then not reported as well. */
  let isAnswering = true;
  const showPartner = (...entry: [HealthState, HealthCode, (Fact | null)?]): void => {
    isAnswering = entry[0] === 'ok' || entry[0] === 'off';
    health.set('partner', ...entry);
  };

  const failed = (error: unknown): void => {
    deps.log.error('Asking for orders failed', error);
    deps.storeLight.failed();
  };
  const publish: PublishNews = (news) => {
    try {
      deps.publish(news);
    } catch (error) {
      deps.log.error('News could not be shown', error);
    }
  };
  const refused = new Set<string>();
  /** Reported with every poll that meets it, but logged once. */
  const onRefused = (orderId: string, error: unknown): void => {
    refusedInRun += 1;
    deps.storeLight.failed(orderId);
    if (refused.has(orderId)) return;
    refused.add(orderId);
    deps.log.error('One order could not be stored and was passed over', error);
  };
  let refusedInRun = 0;
  /** The days that backfill could not read, as `from – to`. */
  let unreadDays: string | null = null;

  const contact = createContact({ notes, webhooksArrive, now, monotonicMs });
  const digest = createDigestBuffer({ publish, schedule });
  const connection = createOutageAlert({
    store: deps.store,
    notes,
    now,
    monotonicMs,
    schedule,
    afterMinutes: deps.alertAfterMinutes,
    onRaised: (alert) => deps.onConnection([alert], []),
    onError: failed,
  });
  const syncRun = createSyncRun({
    partner: deps.partner,
    receive: deps.receive,
    store: deps.store,
    now,
    isStoreDown: deps.isStoreDown,
    monotonicMs,
    sleep: deps.sleep,
    breathe: deps.breathe,
    random: deps.random,
    publish: (changes) => {
      digest.add(changes);
      onFound(changes);
    },
    onRefused,
    onProgress: (progress) => {
      lateness.progress();
      deps.onProgress(progress);
    },
  });

  const onUnread = (windows: readonly Window[]): void => {
    const days = windows.map(({ from, to }) => `${from.slice(0, 10)} – ${to.slice(0, 10)}`);
    unreadDays = days.length === 0 ? null : days.join(', ');
    if (unreadDays !== null) deps.log.error(`Orders of some days cannot be read: ${unreadDays}`);
  };
  const lateness = createLateness({
    schedule,
    onLate: () => {
      if (isAnswering) showPartner('degraded', 'sync-slow');
    },
  });

  /** Returns the alerts that were closed because polling works again. */
  const conclude = (outcome: RefreshOutcome): readonly Alert[] => {
    if (isCancelled(outcome)) return [];
    if (outcome.ok && unreadDays !== null) showPartner('degraded', 'sync-unread', unreadDays);
    else showPartner(...partnerHealth(outcome));
    if (outcome.ok) {
      health.note({ lastPollAt: outcome.at });
      if (refusedInRun === 0) deps.storeLight.mended();
      contact.regained();
      return connection.regained();
    }
    contact.lost();
    if (outcome.error.code !== 'not-configured') connection.lost(outcome.error.code);
    return [];
  };

  // The notes belong to the shop in the settings.
  const hadKeys = (): boolean => deps.store.lastCompleteSync() !== null;
  /** A shop that polled before and cannot any more has lost its keys, and that must be shown. */
  const withCause = (outcome: RefreshOutcome): RefreshOutcome =>
    !outcome.ok && outcome.error.code === 'not-configured' && hadKeys()
      ? { ...outcome, error: { ...outcome.error, code: 'keys-gone', detail: null } }
      : outcome;

  const poll = async (source: OrderSource, signal: AbortSignal): Promise<RefreshOutcome> => {
    let closed: readonly Alert[] = [];
    let outcome: RefreshOutcome | null = null;
    digest.begin(contact.gapMinutes(), connection.isRaised());
    refusedInRun = 0;
    lateness.begin();
    try {
      outcome = withCause(await syncRun.run(source, signal));
      closed = conclude(outcome);
      return outcome;
    } finally {
      lateness.end();
      digest.end(closed);
      if (outcome !== null) deps.onPolled(outcome);
    }
  };

  const backfill = createBackfill({ read: syncRun.readPast, notes, now, monotonicMs, onUnread });
  const scheduler = createPollScheduler({
    poll,
    single: createStaleOrders({ ...deps, publish }),
    backfill: {
      ...backfill,
      noteFirst: (startedAt) => {
        if (syncRun.isWhole()) backfill.noteFirst(startedAt);
      },
    },
    hurry: syncRun.hurry,
    isFirst: () => deps.store.lastCompleteSync() === null,
    webhooksArrive,
    now,
    monotonicMs,
    random: deps.random,
    schedule,
    onError: failed,
  });
  const byHand = createByHand({ ...deps, run: scheduler.run });

  return {
    ...byHand,
    follow: (target, closed = null) => {
      scheduler.follow(target);
      if (target !== null) return;
      const isLost = hadKeys();
      const cause = closed !== null ? 'keychain-unavailable' : isLost ? 'keys-gone' : null;
      if (cause === null) showPartner('off', 'not-configured');
      else showPartner('down', cause, closed?.detail ?? null);
      if (cause === null || !isLost) {
        deps.onConnection([], connection.regained());
        return;
      }
      contact.lost();
      connection.lost(cause);
    },
    leaveShop: () => {
      scheduler.follow(null);
      deps.onConnection([], connection.regained());
    },
    cancel: scheduler.cancel,
    wake: scheduler.wake,
    asleep: () => {
      contact.asleep();
      health.set('power', 'ok', 'power-asleep');
    },
    awake: () => {
      const gapMinutes = contact.gapMinutes();
      if (gapMinutes === null) health.set('power', 'ok', 'ok');
      else health.set('power', 'ok', 'power-slept', String(gapMinutes));
      connection.woke();
      scheduler.wakeAnew();
    },
    tick: contact.tick,
    stop: async () => {
      connection.stop();
      await scheduler.stop();
    },
  };
}

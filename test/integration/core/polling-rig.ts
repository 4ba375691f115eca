import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { createHealthBoard } from '../../../src/main/core/health/board.ts';
import { createPlatformClock } from '../../../src/main/core/sync/platform-clock.ts';
import { createStoreLight } from '../../../src/main/core/health/to-health.ts';
import { createPolling } from '../../../src/main/core/sync/polling.ts';
import type { PublishNews } from '../../../src/main/core/alerts/digest-buffer.ts';
import type { PartnerOrders } from '../../../src/main/core/sync/types.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { isStoreDown } from '../../../src/main/store/database/store-error.ts';
import { createSyncNotes } from '../../../src/main/store/orders/sync-notes.ts';
import { alertCode, type Alert } from '../../../src/shared/orders/alert.ts';
import type { RefreshOutcome } from '../../../src/shared/partner.ts';
import type { SimulatorOptions } from '../../../src/simulator/contract.ts';
import { createFakeTime } from '../../fakes/fake-time.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { openPlatform, type ClientOptions } from '../partner/rig.ts';

const STEP_MS = 500;

type Told = {
  readonly codes: readonly string[];
  readonly raised: readonly string[];
  readonly gap: number | undefined;
  readonly isBack: boolean;
};

/** Simulator, client, store and all of polling; only time is not real, and stands still while HTTP is under way. */
export async function openPolling(
  options: SimulatorOptions = {},
  clientOptions: Partial<ClientOptions> = {},
) {
  const time = createFakeTime();
  const nowMs = (): number => Date.parse(time.now());
  const clock = createPlatformClock({ localMs: nowMs, monotonicMs: time.monotonicMs });
  const clocks = { now: clock.now, monotonicMs: time.monotonicMs, sleep: time.sleep };
  const platform = await openPlatform(
    { now: nowMs, ...options },
    {
      ...clocks,
      onTime: clock.update,
      pageSize: 5,
      ...clientOptions,
    },
  );
  const { store, db, close } = openTempStore(clock.now);
  onTestFinished(close);
  const notes = createSyncNotes(db);
  const { secrets, simulator, client } = platform;

  let inFlight = 0;
  const counted = async <T>(call: Promise<T>): Promise<T> => {
    inFlight += 1;
    try {
      return await call;
    } finally {
      inFlight -= 1;
    }
  };
  const singles: string[] = [];
  const partner: PartnerOrders = {
    listOrders: (query) => counted(client.listOrders(query)),
    getOrder: (orderId, signal) => {
      singles.push(orderId);
      return counted(client.getOrder(orderId, signal));
    },
  };

  /** The app as it runs between a start and a stop. */
  const start = (
    extra: Pick<Parameters<typeof createPolling>[0], 'onFound'> & {
      readonly webhooksArrive?: () => boolean;
    } = {},
  ) => {
    const told: Told[] = [];
    const outages: { readonly raised: readonly Alert[]; readonly closed: readonly Alert[] }[] = [];
    const outcomes: RefreshOutcome[] = [];
    const health = createHealthBoard({ now: clock.now, onChange: () => undefined });
    const publish: PublishNews = ({ changes, gapMinutes: gap, back = [] }) => {
      told.push({
        codes: changes.map(({ after }) => after.order.code),
        raised: changes.flatMap(({ raised }) => raised.map((alert) => `${alert.kind} ${alertCode(alert)}`)),
        gap,
        isBack: back.length > 0,
      });
    };
    const polling = createPolling({
      ...clocks,
      partner,
      receive: createIngest({ store, now: clock.now, isClockProven: clock.isProven }),
      store,
      notes,
      health,
      storeLight: createStoreLight(health),
      alertAfterMinutes: () => 3,
      random: () => 0.5,
      breathe: () => turn(),
      isStoreDown,
      schedule: time.schedule,
      publish,
      onConnection: (raised, closed) => outages.push({ raised, closed }),
      onProgress: () => undefined,
      onAsked: () => undefined,
      onPolled: (outcome) => outcomes.push(outcome),
      ...extra,
      recheck: () => Promise.resolve(),
      webhooksArrive: () => health.read().tunnel.state === 'ok' && (extra.webhooksArrive?.() ?? true),
      log: {
        error: (message, detail) => {
          throw new Error(message, { cause: detail });
        },
      },
    });
    onTestFinished(() => polling.stop());
    const awake = {
      ...polling,
      asleep: () => {
        clock.asleep();
        polling.asleep();
      },
      awake: () => {
        clock.awake();
        polling.awake();
      },
    };
    return { polling: awake, publish, health, told, outages, outcomes };
  };

  /** Lets time go by until `isDone`; throws when it is not within so many milliseconds of the fake clock. */
  const until = async (isDone: () => boolean, withinMs: number): Promise<void> => {
    const end = time.monotonicMs() + withinMs;
    while (!isDone()) {
      if (inFlight > 0) await turn();
      else if (time.monotonicMs() > end) throw new Error('It did not happen in time');
      else {
        await time.pass(STEP_MS);
        await turn();
      }
    }
  };
  const pass = (ms: number): Promise<void> => {
    const end = time.monotonicMs() + ms;
    return until(() => inFlight === 0 && time.monotonicMs() >= end, ms + 60_000);
  };
  return { simulator, store, db, notes, secrets, singles, time, clock, start, until, pass };
}

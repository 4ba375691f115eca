import { setImmediate as turn } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { createClockWatch } from '../../../src/main/core/sync/clock-watch.ts';
import { createPlatformClock } from '../../../src/main/core/sync/platform-clock.ts';
import { createSyncNotes } from '../../../src/main/store/orders/sync-notes.ts';
import { createHealthBoard } from '../../../src/main/core/health/board.ts';
import { createStoreLight } from '../../../src/main/core/health/to-health.ts';
import { createPolling } from '../../../src/main/core/sync/polling.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { isStoreDown } from '../../../src/main/store/database/store-error.ts';
import type { RefreshOutcome } from '../../../src/shared/partner.ts';
import { createFakeTime } from '../../fakes/fake-time.ts';
import { openTempStore } from '../../fakes/temp-store.ts';
import { startOddPlatform, type OddPlatformOptions } from '../../services/odd-platform.ts';
import { openClient } from '../partner/rig.ts';
import { alertCode } from '../../../src/shared/orders/alert.ts';

const SECOND = 1_000;

/** All of polling before a platform that misbehaves; time is not real, and goes on while HTTP is under way. */
export async function openOddPolling(options: OddPlatformOptions & { readonly clockOffsetMs?: number } = {}) {
  const time = createFakeTime();
  const trueStartMs = Date.parse(time.now());
  // The platform's clock goes on also when this computer's is set.
  const platform = await startOddPlatform({ localMs: () => trueStartMs + time.monotonicMs(), ...options });
  onTestFinished(platform.stop);
  const clock = createPlatformClock({ localMs: () => Date.parse(time.now()), monotonicMs: time.monotonicMs });
  const { store, db, close } = openTempStore(clock.now);
  onTestFinished(close);
  const notes = createSyncNotes(db);
  const clocks = { now: clock.now, monotonicMs: time.monotonicMs, sleep: time.sleep };
  const { baseUrl, chainId, vendorId } = platform;
  const { client } = openClient({
    ...clocks,
    baseUrl,
    chainId,
    vendorId,
    onTime: clock.update,
    timeoutMs: 400,
  });
  const health = createHealthBoard({ now: clock.now, onChange: () => undefined });
  const watch = createClockWatch({ clock, notes, health, monotonicMs: time.monotonicMs });
  const raised: string[] = [];
  const outcomes: RefreshOutcome[] = [];
  const logged: string[] = [];
  let inFlight = 0;
  const isAsking = (): boolean => inFlight > 0;
  const polling = createPolling({
    ...clocks,
    partner: {
      ...client,
      listOrders: async (query) => {
        inFlight += 1;
        try {
          return await client.listOrders(query);
        } finally {
          inFlight -= 1;
        }
      },
    },
    receive: createIngest({ store, now: clock.now, isClockProven: clock.isProven }),
    store,
    notes,
    health,
    storeLight: createStoreLight(health),
    recheck: () => Promise.resolve(),
    webhooksArrive: () => false,
    alertAfterMinutes: () => 3,
    random: () => 0.5,
    breathe: () => turn(),
    isStoreDown,
    schedule: time.schedule,
    publish: ({ changes }) =>
      raised.push(
        ...changes.flatMap((one) => one.raised.map((alert) => `${alert.kind} ${alertCode(alert)}`)),
      ),
    onConnection: () => undefined,
    onProgress: () => undefined,
    onAsked: () => undefined,
    onPolled: (outcome) => outcomes.push(outcome),
    log: { error: (message) => logged.push(message) },
  });
  onTestFinished(() => polling.stop());
  /** Lets so much time go by; HTTP that is under way has `realMs` for each step. */
  const pass = async (ms: number): Promise<void> => {
    const end = time.monotonicMs() + ms;
    while (time.monotonicMs() < end) {
      await time.pass(SECOND);
      const untilMs = performance.now() + 20;
      do await turn();
      while (isAsking() && performance.now() < untilMs);
      watch.look();
    }
  };
  return { time, platform, clock, store, polling, health, raised, outcomes, logged, pass };
}

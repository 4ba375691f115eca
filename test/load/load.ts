import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '../../src/simulator/orders/random.ts';
import { quantile } from '../bench/row.ts';
import { SECRET } from '../e2e/main-job/open-shop.ts';
import { openBusyShop } from './busy-shop.ts';
import { judgeGrowth, readFigures, type Figures, type Grown } from './figures.ts';
import { sendTraffic, type Promised } from './traffic.ts';

export type LoadReport = {
  readonly sent: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly promised: number;
  /** Answered 200, and not in the store as they were told. */
  readonly lost: readonly string[];
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly seen: number;
  readonly handedOver: number;
  readonly outgoing: Readonly<Record<string, number>>;
  readonly samples: readonly Figures[];
  readonly growth: readonly Grown[];
};

const STAFF_EVERY_MS = 1_000;

/** Keeps the real app busy for so long, and judges what was lost and what grew. */
export async function runLoad(options: {
  readonly perSecond: number;
  readonly seconds: number;
  readonly samples: number;
  readonly seed: number;
  /** Main collects its garbage before each look at it. */
  readonly isCollected?: boolean;
  readonly onSample?: (figures: Figures, share: number) => void;
}): Promise<LoadReport> {
  const shop = await openBusyShop();
  try {
    const samples: Figures[] = [];
    let [seen, handedOver] = [0, 0];
    const look = async (): Promise<void> => {
      if (options.isCollected === true) await shop.app().app.evaluate(collectGarbage);
      const figures = readFigures(shop.app().pid, shop.profileDir, shop.tempDir);
      samples.push(figures);
      options.onSample?.(figures, samples.length / options.samples);
    };
    const done = new AbortController();
    const sampling = repeat(done.signal, (options.seconds * 1_000) / options.samples, look);
    const staff = repeat(done.signal, STAFF_EVERY_MS, async () => {
      const did = await shop.staffLooks();
      seen += did.seen;
      handedOver += did.handedOver;
    });
    const traffic = await sendTraffic({
      ...options,
      port: shop.port,
      secret: SECRET,
      random: createRandom(options.seed),
    });
    done.abort();
    await Promise.all([staff, sampling]);
    return {
      sent: traffic.sent,
      refused: Object.fromEntries(traffic.refused),
      promised: traffic.promised.size,
      lost: findLost(path.join(shop.profileDir, 'orders.db'), traffic.promised),
      p50Ms: quantile(traffic.latenciesMs, 0.5),
      p99Ms: quantile(traffic.latenciesMs, 0.99),
      seen,
      handedOver,
      outgoing: shop.outgoing(),
      samples,
      growth: judgeGrowth(samples),
    };
  } finally {
    await shop.stop();
  }
}

async function repeat(signal: AbortSignal, everyMs: number, work: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    const startedAt = performance.now();
    await work();
    const restMs = Math.max(0, everyMs - (performance.now() - startedAt));
    await sleep(restMs, undefined, { signal }).catch(() => undefined);
  }
}

/** Runs in main: what nobody holds any more is no growth, however long the engine lets it lie. */
async function collectGarbage(): Promise<void> {
  const { Session } = process.getBuiltinModule('node:inspector/promises');
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}

/** Reads the file without the product's code, while the app has it open. */
function findLost(file: string, promised: Promised): readonly string[] {
  const db = new DatabaseSync(file, { readOnly: true, timeout: 10_000 });
  try {
    const find = db.prepare('SELECT status FROM orders WHERE id = ?');
    const wasTold = db.prepare('SELECT count(*) AS count FROM events WHERE order_id = ?');
    return [...promised]
      .filter(([id, status]) => {
        const stored = find.get(id)?.['status'];
        // An order that has left does not come back with a repeated message.
        return (stored !== status && stored !== 'PICKED_UP') || Number(wasTold.get(id)?.['count']) === 0;
      })
      .map(([id, status]) => `${id} ${status}`);
  } finally {
    db.close();
  }
}

import { alertId, type OrderAlert } from '../../../src/shared/orders/alert.ts';
import type { Order } from '../../../src/shared/orders/order.ts';
import { DEFAULT_PAPER_SETTINGS, type PaperSettings } from '../../../src/shared/settings/paper.ts';
import { DEFAULT_SETTINGS } from '../../../src/shared/settings/settings.ts';
import { textsFor } from '../../../src/shared/texts/texts.ts';
import { clockIn } from '../../../src/shared/time.ts';
import { createIngest } from '../../../src/main/core/orders/ingest.ts';
import { createHandOver } from '../../../src/main/core/orders/hand-over.ts';
import { createPrinterLight } from '../../../src/main/core/paper/printer-light.ts';
import { createPrinting } from '../../../src/main/core/paper/printing.ts';
import type { Print, SlipStore } from '../../../src/main/core/paper/types.ts';
import { createHealthBoard } from '../../../src/main/core/health/board.ts';
import { createPrinter } from '../../../src/main/printer/printer.ts';
import { openDatabase } from '../../../src/main/store/database/database.ts';
import { createOrderStore } from '../../../src/main/store/orders/order-store.ts';
import { createSlipStore } from '../../../src/main/store/orders/slip-store.ts';
import { createFixedClock } from '../../fakes/fixed-clock.ts';
import { news } from '../../fixtures/news.ts';

export const NO_LOG = { warn: () => undefined, error: () => undefined };

/** The real store, decisions and printer, as one run of the app on this orders file. */
export function createPaperRun(how: {
  readonly file: string;
  readonly paper: Partial<PaperSettings>;
  /** In place of the real printer. */
  readonly print?: Print;
}) {
  const clock = createFixedClock();
  const { db } = openDatabase({ file: how.file, now: clock.now });
  const store = createOrderStore(db);
  const kept = createSlipStore({ db, shop: () => '' });
  let isFailing = false;
  // The disk of the slips alone: what reads and writes of orders goes on.
  const failing =
    <A extends readonly unknown[], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      if (isFailing) throw new Error('disk I/O error');
      return work(...args);
    };
  const slips: SlipStore = {
    follow: failing(kept.follow),
    wanted: failing(kept.wanted),
    begin: failing(kept.begin),
    end: failing(kept.end),
    withdraw: failing(kept.withdraw),
    stateOf: failing(kept.stateOf),
    recover: failing(kept.recover),
    doubtful: failing(kept.doubtful),
  };
  let paper: PaperSettings = { ...DEFAULT_PAPER_SETTINGS, ...how.paper };
  const settings = () => ({
    ...DEFAULT_SETTINGS,
    shop: { ...DEFAULT_SETTINGS.shop, name: 'Almacén Ñandú', vendorId: '0042', chainId: 'cadena' },
    paper,
  });
  const health = createHealthBoard({ now: clock.now, onChange: () => undefined });
  const timers = new Set<NodeJS.Timeout>();
  const printing = createPrinting({
    slips,
    findOrder: store.findOrder,
    print:
      how.print ??
      createPrinter({
        settings: () => paper,
        printOnSystem: () => Promise.resolve({ ok: false, why: 'missing', hasBegun: false }),
      }),
    facts: () => ({
      settings: settings(),
      texts: textsFor('es'),
      clock: (iso) => clockIn('America/Montevideo', iso, clock.now()),
    }),
    light: createPrinterLight({ health }),
    now: clock.now,
    // A hundred times as fast as people live.
    schedule: (run, ms) => {
      const timer = setTimeout(run, ms / 100);
      timers.add(timer);
      return () => clearTimeout(timer);
    },
    random: () => 0.5,
    onChanged: () => undefined,
    log: NO_LOG,
  });
  const ingest = createIngest({ store, now: clock.now });
  printing.start();
  printing.follow();
  return {
    printing,
    slips,
    store,
    clock,
    light: () => health.read().printer,
    set: (change: Partial<PaperSettings>): void => {
      paper = { ...paper, ...change };
      printing.follow();
    },
    /** The settings change, and nobody has followed them yet. */
    setOnly: (change: Partial<PaperSettings>): void => {
      paper = { ...paper, ...change };
    },
    failStore: (isSo: boolean): void => {
      isFailing = isSo;
    },
    /** News of an order comes, and is published. */
    arrive: (changes: Partial<Order> = {}, source: 'webhook' | 'catch-up' = 'webhook'): void => {
      ingest([news({ version: clock.now(), ...changes })], source);
      printing.look();
    },
    handOver: createHandOver({ store, now: clock.now }),
    alert: (orderId: string): OrderAlert | undefined =>
      store.alertsOf(orderId).find((alert): alert is OrderAlert => alert.id === alertId(orderId, 'ready')),
    end: (): void => {
      printing.stop();
      for (const timer of timers) clearTimeout(timer);
      db.close();
    },
  };
}

/** Resolves when it is so; throws with `what` when it is not within ten seconds. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 10) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Not within ten seconds: ${what}`);
}

/** Lets everything happen that is going to. */
export async function settle(ms = 150): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

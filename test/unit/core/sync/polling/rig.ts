import { onTestFinished } from 'vitest';
import type { PublishNews } from '../../../../../src/main/core/alerts/digest-buffer.ts';
import { createHealthBoard } from '../../../../../src/main/core/health/board.ts';
import type { IncomingOrder, Ingest } from '../../../../../src/main/core/orders/types.ts';
import { createIngest } from '../../../../../src/main/core/orders/ingest.ts';
import { createPolling } from '../../../../../src/main/core/sync/polling.ts';
import type { PartnerOrders } from '../../../../../src/main/core/sync/types.ts';
import { createSyncNotes } from '../../../../../src/main/store/orders/sync-notes.ts';
import type { Alert } from '../../../../../src/shared/orders/alert.ts';
import type { PartnerError, RefreshOutcome } from '../../../../../src/shared/partner.ts';
import { err, ok } from '../../../../../src/shared/result.ts';
import { createFakeTime } from '../../../../fakes/fake-time.ts';
import { openTempStore } from '../../../../fakes/temp-store.ts';

const REFUSED: PartnerError = {
  code: 'bad-response',
  status: 400,
  detail: null,
  retryAfterMs: null,
  isRouteMissing: false,
};

type Published = {
  readonly codes: readonly string[];
  readonly gap: number | undefined;
  readonly back: number;
};

type Window = { readonly from: string; readonly to: string };
type Platform = {
  orders: readonly IncomingOrder[];
  error: PartnerError | null;
  isSilent: boolean;
  isOldGone: boolean;
  /** Whether a window is answered with 400. */
  refuses: (window: Window, now: string) => boolean;
  /** The windows that were answered. */
  asked: Window[];
};

/** All of polling on the real store, before a platform that answers as told and at once. */
export function pollingRig() {
  const time = createFakeTime();
  const { store, db, close } = openTempStore(time.now);
  onTestFinished(close);
  const platform: Platform = {
    orders: [],
    error: null,
    isSilent: false,
    isOldGone: false,
    refuses: () => false,
    asked: [],
  };
  /** What does not work. */
  const broken = { store: '', orderId: '', screen: false, alerts: 0 };
  const published: Published[] = [];
  const connection: { readonly raised: readonly Alert[]; readonly closed: readonly Alert[] }[] = [];
  const outcomes: RefreshOutcome[] = [];
  const found: string[] = [];
  const storeLight: string[] = [];
  const errors: string[] = [];
  const health = createHealthBoard({ now: time.now, onChange: () => undefined });

  const listOrders: PartnerOrders['listOrders'] = async ({ page, signal, from, to }) => {
    if (platform.isSilent) {
      await new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
      });
    }
    if (platform.error !== null) return err(platform.error);
    if (platform.refuses({ from, to }, time.now())) return err(REFUSED);
    platform.asked.push({ from, to });
    return ok({ page, totalPages: 1, orders: platform.orders, skipped: 0 });
  };
  const ingest = createIngest({ store, now: time.now });
  const receive: Ingest = (orders, source) => {
    if (broken.store !== '') throw new Error(broken.store);
    if (orders.some(({ order }) => order.id === broken.orderId)) throw new Error('a bad order');
    return ingest(orders, source);
  };
  const publish: PublishNews = ({ changes, gapMinutes: gap, back = [] }) => {
    if (broken.screen) throw new Error('no screen');
    published.push({ codes: changes.map(({ after }) => after.order.code), gap, back: back.length });
  };
  let webhooksArrive = false;
  const polling = createPolling({
    partner: { listOrders, getOrder: () => new Promise(() => undefined) },
    receive,
    store,
    notes: createSyncNotes(db),
    health,
    storeLight: {
      failed: (orderId) => void storeLight.push(`failed ${orderId ?? ''}`.trim()),
      mended: () => void storeLight.push('mended'),
    },
    alertAfterMinutes: () => 3,
    now: time.now,
    monotonicMs: time.monotonicMs,
    sleep: time.sleep,
    breathe: () => Promise.resolve(),
    isStoreDown: (error) => error instanceof Error && error.message === broken.store,
    random: () => 0.5,
    schedule: time.schedule,
    publish,
    onConnection: (raised, closed) => connection.push({ raised, closed }),
    onProgress: () => undefined,
    recheck: () => Promise.resolve(),
    onAsked: () => undefined,
    onPolled: (outcome) => outcomes.push(outcome),
    webhooksArrive: () => webhooksArrive,
    onFound: (changes) => found.push(...changes.map(({ after }) => after.order.code)),
    log: { error: (message) => errors.push(message) },
  });
  onTestFinished(() => polling.stop());
  return {
    polling,
    time,
    store,
    platform,
    broken,
    published,
    connection,
    outcomes,
    found,
    storeLight,
    errors,
    partner: () => {
      const { state, code, detail } = health.read().partner;
      return [state, code, detail];
    },
    power: () => {
      const { state, code, detail } = health.read().power;
      return [state, code, detail];
    },
    lastPollAt: () => health.read().facts.lastPollAt,
    letWebhooksArrive: () => {
      webhooksArrive = true;
    },
  };
}

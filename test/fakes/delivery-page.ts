import {
  deliveryGroup,
  type DeliveryEntry,
  type DeliveryGroup,
  type DeliveryPage,
  type DeliveryQuery,
  type ReprocessOutcome,
} from '../../src/shared/health/delivery.ts';
import type { MostradorApi } from '../../src/shared/ipc-contract.ts';
import type { WhyAnswer } from '../../src/shared/orders/why.ts';
import type { FakeCall } from './computer-api.ts';

/** What main knows about the deliveries; tests change it between calls. */
export type FakeDeliveries = {
  /** Newest first. */
  deliveries: readonly DeliveryEntry[];
  reprocess: () => ReprocessOutcome;
  /** By code. */
  why: Map<string, WhyAnswer>;
};

/** The part of the fake main process that answers for "Avisos recibidos". */
export function deliveriesApi(
  main: FakeDeliveries,
  call: FakeCall,
): Pick<MostradorApi, 'deliveries:list' | 'deliveries:reprocess' | 'why:ask' | 'window:open-deliveries'> {
  return {
    'deliveries:list': (arg) => call('deliveries:list', arg, () => deliveryPage(main.deliveries, arg)),
    'deliveries:reprocess': (arg) => call('deliveries:reprocess', arg, () => main.reprocess()),
    'why:ask': (arg) =>
      call('why:ask', arg, () => main.why.get(arg.code) ?? { ...NEVER_ARRIVED, code: arg.code }),
    'window:open-deliveries': () => call('window:open-deliveries', undefined, () => null),
  };
}

const PAGE_ROWS = 200;

/** Returns a page as the store does, with every row counted as one of the last day. */
export function deliveryPage(all: readonly DeliveryEntry[], { group, before }: DeliveryQuery): DeliveryPage {
  const found = all.filter(
    (entry) =>
      (group === null || deliveryGroup(entry.outcome) === group) && (before === null || entry.id < before),
  );
  const count = (wanted: DeliveryGroup): number =>
    all.filter((entry) => deliveryGroup(entry.outcome) === wanted).length;
  const counts = { received: count('received'), rejected: count('rejected'), failed: count('failed') };
  return {
    entries: found.slice(0, PAGE_ROWS),
    hasMore: found.length > PAGE_ROWS,
    counts,
    lastDay: {
      received: counts.received,
      rejected: counts.rejected,
      wrongSecret: all.filter((entry) => entry.outcome === 'wrong-secret').length,
      noSecret: all.filter((entry) => entry.outcome === 'no-secret').length,
    },
  };
}

/** The answer for a code without a record. */
export const NEVER_ARRIVED: WhyAnswer = {
  code: '',
  orderId: null,
  choices: [],
  story: {
    verdict: { kind: 'never-arrived' },
    arrived: null,
    cameCancelled: false,
    delay: null,
    end: null,
    repeats: null,
  },
};

import type { Alert } from '../../../shared/orders/alert.ts';
import type { OrderChange } from '../orders/types.ts';
import type { AlertNews } from './what-is-shown.ts';

/** What changed since people were last shown something. */
export type News = AlertNews & {
  readonly orderIds: readonly string[];
  /** The set of alerts may have changed. */
  readonly isOfAlerts: boolean;
};

export type GatherNews = {
  readonly addChanges: (changes: readonly OrderChange[]) => void;
  readonly addAlerts: (raised: readonly Alert[], closed: readonly Alert[]) => void;
  /** The gathered changes follow a gap, the end of an outage, or both. */
  readonly tellOf: (gapMinutes: number | null, isBack: boolean) => void;
  /** A person changed alerts. */
  readonly touchAlerts: () => void;
  readonly isEmpty: () => boolean;
  /** Returns what was gathered, and starts an empty collection. */
  readonly take: () => News;
};

/** Collects changes until they are shown together. */
export function createGatherNews(): GatherNews {
  let orderIds = new Set<string>();
  let raised = new Set<string>();
  let closed: string[] = [];
  let gapMinutes: number | null = null;
  let isBack = false;
  let isOfAlerts = false;

  const addAlerts: GatherNews['addAlerts'] = (newRaised, newClosed) => {
    for (const { id } of newRaised) raised.add(id);
    for (const { id } of newClosed) closed.push(id);
    isOfAlerts ||= newRaised.length + newClosed.length > 0;
  };
  return {
    addChanges: (changes) => {
      for (const change of changes) {
        orderIds.add(change.after.order.id);
        addAlerts(change.raised, change.closed);
      }
    },
    addAlerts,
    tellOf: (minutes, back) => {
      gapMinutes = minutes;
      isBack = back;
    },
    touchAlerts: () => {
      isOfAlerts = true;
    },
    isEmpty: () => orderIds.size === 0 && !isOfAlerts,
    take: () => {
      const taken = { orderIds: [...orderIds], raised, closed, gapMinutes, isBack, isOfAlerts };
      orderIds = new Set();
      raised = new Set();
      closed = [];
      gapMinutes = null;
      isBack = false;
      isOfAlerts = false;
      return taken;
    },
  };
}

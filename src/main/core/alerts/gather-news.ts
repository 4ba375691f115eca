import type { Alert } from '../../../shared/alert.ts';
import type { OrderChange } from '../orders/types.ts';
import type { AlertNews } from './what-is-shown.ts';

/** What changed since people were last shown something. */
export type News = AlertNews & {
  readonly orderIds: readonly string[];
  /** Alerts may be others than before. */
  readonly isOfAlerts: boolean;
};

export type GatherNews = {
  readonly addChanges: (changes: readonly OrderChange[]) => void;
  readonly addAlerts: (raised: readonly Alert[], closed: readonly Alert[]) => void;
  /** What is gathered tells of a gap, of the end of an outage, or of both. */
  readonly tellOf: (gapMinutes: number | null, isBack: boolean) => void;
  /** Alerts became others by what a person did. */
  readonly touchAlerts: () => void;
  readonly isEmpty: () => boolean;
  /** Returns what was gathered, and begins anew. */
  readonly take: () => News;
};

/** Gathers what changed until it is shown, all together. */
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

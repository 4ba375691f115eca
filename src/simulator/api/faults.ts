import { z } from 'zod';

const FAULT_KINDS = [
  'unauthorized',
  'forbidden',
  'empty-404',
  'rate-limited',
  'server-error',
  'bad-gateway',
  'slow',
  'garbage',
  'repeat-page',
  'close',
] as const;

/** A failure that the API simulates for its next requests. */
export const FAULT = z.strictObject({
  kind: z.enum(FAULT_KINDS),
  /** How many requests it affects; null: all, until it is cleared. */
  times: z.int().min(1).max(1_000_000).nullable().default(null),
  /** Which requests: all order requests, the list, one order, or the token. */
  on: z.enum(['orders', 'list', 'single', 'token']).default('orders'),
  /** For `slow`: how long the response takes. */
  delayMs: z.int().min(0).max(600_000).default(15_000),
});
export type Fault = z.output<typeof FAULT>;
type FaultInput = z.input<typeof FAULT>;
export type RouteKind = 'list' | 'single' | 'token';

export type Faults = {
  /** Faults apply in the order in which they were added. */
  readonly add: (fault: FaultInput) => void;
  readonly clear: () => void;
  readonly list: () => readonly Fault[];
  /** Returns the fault for a request of this kind and counts it down; null: none. */
  readonly take: (route: RouteKind) => Fault | null;
};

export function createFaults(onChange: () => void): Faults {
  let faults: readonly Fault[] = [];
  return {
    add: (fault) => {
      faults = [...faults, FAULT.parse(fault)];
      onChange();
    },
    clear: () => {
      faults = [];
      onChange();
    },
    list: () => faults,
    take: (route) => {
      const index = faults.findIndex((fault) => meets(fault, route));
      const fault = faults[index];
      if (fault === undefined) return null;
      if (fault.times !== null) {
        faults =
          fault.times === 1
            ? faults.toSpliced(index, 1)
            : faults.with(index, { ...fault, times: fault.times - 1 });
        onChange();
      }
      return fault;
    },
  };
}

function meets(fault: Fault, route: RouteKind): boolean {
  return fault.on === route || (fault.on === 'orders' && route !== 'token');
}

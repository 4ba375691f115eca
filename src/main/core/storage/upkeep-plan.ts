/** What the orders file is like. */
export type StoreMeasure = {
  /** Written, but not yet moved into the file itself. */
  readonly walBytes: number;
  readonly pageBytes: number;
  readonly pages: number;
  /** Pages that nothing stands on any more. */
  readonly freePages: number;
  /** Whether the file can be made smaller in small steps; one rewriting makes it so. */
  readonly canShrinkInSteps: boolean;
};

export type UpkeepStep =
  | { readonly kind: 'none' }
  /** Move what was written into the file and empty the log: tens of milliseconds. */
  | { readonly kind: 'checkpoint' }
  /** Rewrite the file without its free pages: about 1.4 s for 50 MiB, in which nothing else is done. */
  | { readonly kind: 'rewrite' }
  /** Give free pages at the end of the file back to the disk: about 40 ms. */
  | { readonly kind: 'shrink'; readonly pages: number };

/** A webhook that finds the app busy waits: nobody is expected for a while after such a silence. */
const QUIET_MS = 60_000;
const WAL_WORTH_BYTES = 1024 * 1024;
/** Free pages are used again by the next orders. Only what many days would not fill is given back. */
const FREE_WORTH_BYTES = 16 * 1024 * 1024;
const FREE_WORTH_SHARE = 0.25;
const PAGES_PER_STEP = 256;

/** What to do about the orders file now; called every minute. Never anything while an alert waits for somebody. */
export function planUpkeep(facts: {
  readonly measure: StoreMeasure;
  readonly openAlerts: number;
  /** Since the platform was last heard of, by a webhook; null: never. */
  readonly quietMs: number | null;
  /** The shop is closed, or nobody said when it is open. */
  readonly mayBeBusy: boolean;
}): UpkeepStep {
  const { measure } = facts;
  if (facts.openAlerts > 0 || (facts.quietMs !== null && facts.quietMs < QUIET_MS)) return { kind: 'none' };
  const freeBytes = measure.freePages * measure.pageBytes;
  if (freeBytes >= FREE_WORTH_BYTES && measure.freePages >= FREE_WORTH_SHARE * measure.pages) {
    if (measure.canShrinkInSteps) return { kind: 'shrink', pages: PAGES_PER_STEP };
    if (facts.mayBeBusy) return { kind: 'rewrite' };
  }
  return { kind: measure.walBytes >= WAL_WORTH_BYTES ? 'checkpoint' : 'none' };
}

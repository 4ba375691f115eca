/** Measurements of the orders file. */
export type StoreMeasure = {
  /** Size of the write-ahead log: written, but not yet moved into the file. */
  readonly walBytes: number;
  readonly pageBytes: number;
  readonly pages: number;
  /** Pages that hold no data any more. */
  readonly freePages: number;
  /** Whether the file can shrink in small steps; one rewrite makes this possible. */
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

/** Upkeep delays webhooks. After this silence none is expected for a while. */
const QUIET_MS = 60_000;
const WAL_WORTH_BYTES = 1024 * 1024;
/** New orders use free pages again. Space is given back only when many days would not fill it. */
const FREE_WORTH_BYTES = 16 * 1024 * 1024;
const FREE_WORTH_SHARE = 0.25;
const PAGES_PER_STEP = 256;

/** Returns what to do about the orders file now; called every minute. Does nothing while an alert is open. */
export function planUpkeep(facts: {
  readonly measure: StoreMeasure;
  readonly openAlerts: number;
  /** Milliseconds since the last webhook from the platform; null: never. */
  readonly quietMs: number | null;
  /** The shop is closed, or its hours are unknown. */
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

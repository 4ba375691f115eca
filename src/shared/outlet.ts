/** What the platform says of a shop. Source: docs/partner-api.md, "Whether the shop is open". */
export const OUTLET_STATES = ['open', 'closed', 'closed-today', 'closed-until', 'checkin'] as const;
export type OutletState = (typeof OUTLET_STATES)[number];

/** HTTP statuses by which the platform says that it does not tell this app. */
export const OUTLET_REFUSALS = [403, 404] as const;
export type OutletRefusal = (typeof OUTLET_REFUSALS)[number];

/** Whether the platform is asked if the shop is open. It is never told anything. */
export type OutletSettings = {
  readonly on: boolean;
  /** Why the app turned it off itself; null: it did not. */
  readonly refused: OutletRefusal | null;
};

export const NO_OUTLET_WATCH: OutletSettings = { on: false, refused: null };

/** Calls from pages to main about it; part of the contract between pages and main. */
export type OutletContract = {
  /** Turns the question on or off; applies at once. Returns whether it was saved. */
  'outlet:set': { arg: { on: boolean }; answer: boolean };
  /** Asks now. The light says what came of it. */
  'outlet:ask': { arg: undefined; answer: null };
};

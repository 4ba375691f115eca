/** How much of each code the riders' screen shows. */
export const RIDERS_DIGITS = ['all', 'last-3', 'last-2'] as const;
export type RidersDigits = (typeof RIDERS_DIGITS)[number];

/** The second screen, for riders. */
export type RidersSettings = {
  readonly on: boolean;
  readonly digits: RidersDigits;
};

export const NO_RIDERS_SCREEN: RidersSettings = { on: false, digits: 'all' };

/** Calls from pages to main about it; part of the contract between pages and main. */
export type RidersContract = {
  /** Turns the riders' screen on or off, or changes it; applies at once. Returns whether it was saved. */
  'riders:set': { arg: { riders: RidersSettings }; answer: boolean };
  /** Closes the riders' screen until it is asked for again. */
  'riders:leave': { arg: undefined; answer: null };
};

/** Returns a code as strangers may see it: whole, or its last two or three characters behind dots. */
export function ridersCode(code: string, digits: RidersDigits): string {
  if (digits === 'all') return code;
  const characters = Array.from(code);
  const shown = characters.slice(digits === 'last-2' ? -2 : -3);
  // A short code is not shown whole either.
  const last = shown.length === characters.length ? shown.slice(1) : shown;
  return `··${last.join('')}`;
}

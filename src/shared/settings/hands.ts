import type { ShortcutOutcome, ShortcutView } from './shortcut.ts';

/** What helps people whose hands are busy. All of it is off by default. */
export type HandsSettings = {
  /** Keys that work while another program has the keyboard, such as "Ctrl+Alt+M"; empty: none. */
  readonly shortcut: string;
  /** Whose initials may stand with a mark. Empty: none are kept. */
  readonly initials: readonly string[];
  /** Who is at the counter now; empty: nobody in particular. */
  readonly atCounter: string;
};

export const DEFAULT_HANDS_SETTINGS: HandsSettings = { shortcut: '', initials: [], atCounter: '' };

/** Returns whose initials a mark gets that is made now; null: nobody's. */
export function whoIsAtCounter({ atCounter }: Pick<HandsSettings, 'atCounter'>): string | null {
  return atCounter === '' ? null : atCounter;
}

/** Calls from pages to main about it; part of the contract between pages and main. */
export type HandsContract = {
  'shortcut:read': { arg: undefined; answer: ShortcutView };
  /** Replaces the list of initials. Returns whether it was saved. */
  'staff:list': { arg: { initials: readonly string[] }; answer: boolean };
  /** Says who is at the counter now; empty: nobody in particular. Returns whether it was saved. */
  'staff:at-counter': { arg: { initials: string }; answer: boolean };
  /** Changes the global shortcut at once; empty: none. A refused one changes nothing. */
  'shortcut:set': { arg: { keys: string }; answer: ShortcutOutcome };
};

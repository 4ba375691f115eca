import type { ShortcutOutcome, ShortcutView } from './shortcut.ts';

/** What helps people whose hands are busy. All of it is off by default. */
export type HandsSettings = {
  /** Keys that work while another program has the keyboard, such as "Ctrl+Alt+M"; empty: none. */
  readonly shortcut: string;
};

export const DEFAULT_HANDS_SETTINGS: HandsSettings = { shortcut: '' };

/** Calls from pages to main about it; part of the contract between pages and main. */
export type HandsContract = {
  'shortcut:read': { arg: undefined; answer: ShortcutView };
  /** Changes the global shortcut at once; empty: none. A refused one changes nothing. */
  'shortcut:set': { arg: { keys: string }; answer: ShortcutOutcome };
};

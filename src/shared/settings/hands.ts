import type { ShortcutOutcome, ShortcutView } from './shortcut.ts';

/** What helps people whose hands are busy. All of it is off by default. */
export type HandsSettings = {
  /** Keys that work while another program has the keyboard, such as "Ctrl+Alt+M"; empty: none. */
  readonly shortcut: string;
  /** Whose initials may stand with a mark. Empty: none are kept. */
  readonly initials: readonly string[];
  /** Who is at the counter now; empty: nobody in particular. */
  readonly atCounter: string;
  /** Whether the codes of alerts that ring are spoken. */
  readonly voice: boolean;
};

export const DEFAULT_HANDS_SETTINGS: HandsSettings = {
  shortcut: '',
  initials: [],
  atCounter: '',
  voice: false,
};

/** Returns whose initials a mark gets that is made now; null: nobody's. */
export function whoIsAtCounter({ atCounter }: Pick<HandsSettings, 'atCounter'>): string | null {
  return atCounter === '' ? null : atCounter;
}

/** Returns what a _Visto_ is signed with now: initials, or the counter as a whole. */
export function whoSigns(hands: Pick<HandsSettings, 'atCounter'>): string {
  return whoIsAtCounter(hands) ?? 'counter';
}

/** What became of something to say. `no-voice`: the system has none of this language that works without the internet. */
export const VOICE_OUTCOMES = ['spoken', 'stopped', 'no-voice', 'failed'] as const;
export type VoiceOutcome = (typeof VOICE_OUTCOMES)[number];
/** `voice`: its name in the system; null: none was found. */
export type VoiceCheck = { readonly outcome: VoiceOutcome; readonly voice: string | null };
export type VoiceReport = VoiceCheck & { readonly id: number };

/** Calls from pages to main about it; part of the contract between pages and main. */
export type HandsContract = {
  'shortcut:read': { arg: undefined; answer: ShortcutView };
  /** Switches the voice on or off. Returns whether it was saved. */
  'voice:set': { arg: { on: boolean }; answer: boolean };
  /** Looks for a voice of the language of the settings, and says an example if wanted. */
  'voice:try': { arg: { aloud: boolean }; answer: VoiceCheck };
  'voice:report': { arg: VoiceReport; answer: null };
  /** Replaces the list of initials. Returns whether it was saved. */
  'staff:list': { arg: { initials: readonly string[] }; answer: boolean };
  /** Says who is at the counter now; empty: nobody in particular. Returns whether it was saved. */
  'staff:at-counter': { arg: { initials: string }; answer: boolean };
  /** Changes the global shortcut at once; empty: none. A refused one changes nothing. */
  'shortcut:set': { arg: { keys: string }; answer: ShortcutOutcome };
};

/** How many people may stand at one counter, each with a key of their own. */
export const MAX_STAFF = 12;
/** The key of each place in the list, together with Alt. No scanner and nobody who types a code holds that. */
export const STAFF_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', 'A', 'B'] as const;
const INITIALS = /^[\p{Lu}\p{N}]{1,3}$/u;

/** Returns what was typed as initials, or null when it cannot be: one to three letters or digits. */
export function toInitials(typed: string): string | null {
  const text = typed.normalize('NFC').trim().toUpperCase();
  return INITIALS.test(text) ? text : null;
}

/** Returns true for initials as they are kept. */
export function isInitials(text: string): boolean {
  return INITIALS.test(text);
}

/** Returns whose initials stand with a mark; null for one without: it was made at the counter by whoever was there. */
export function initialsIn(by: string | null | undefined): string | null {
  return by !== null && by !== undefined && isInitials(by) ? by : null;
}

import { err, ok, type Result } from '../result.ts';
import type { System } from '../system.ts';

/** The keys that a global shortcut may have, in the order in which they are written. */
const MODIFIERS = ['Ctrl', 'Alt', 'Shift', 'Super'] as const;
type Modifier = (typeof MODIFIERS)[number];

/** Why keys cannot be a global shortcut. */
const SHORTCUT_FAULTS = ['not-a-key', 'needs-two', 'needs-one', 'writes', 'of-the-system'] as const;
export type ShortcutFault = (typeof SHORTCUT_FAULTS)[number];

/** A key as the browser tells of it. */
export type PressedKey = {
  readonly key: string;
  readonly code: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** The Windows key, or Cmd. */
  readonly meta: boolean;
  /** AltGr writes the third sign of a key. */
  readonly altGraph: boolean;
};

const NAMED: readonly string[] = ['Insert', 'Home', 'End', 'PageUp', 'PageDown'];
const FUNCTION_KEY = /^F(?:[1-9]|1\d|2[0-4])$/;
/** Keys that only keypads, pedals and programmable keyboards have: no program waits for them. */
const SPARE_KEY = /^F(?:1[3-9]|2[0-4])$/;
const NAMES: Readonly<Record<System, Partial<Readonly<Record<string, string>>>>> = {
  windows: { Super: 'Windows' },
  mac: { Super: 'Cmd', Alt: 'Option', Ctrl: 'Control' },
  linux: {},
};

/** Returns the modifiers that are held, by name. */
export function heldModifiers(pressed: Omit<PressedKey, 'key' | 'code' | 'altGraph'>): readonly Modifier[] {
  const { ctrl, alt, shift, meta } = pressed;
  const isHeld = { Ctrl: ctrl, Alt: alt, Shift: shift, Super: meta };
  return MODIFIERS.filter((name) => isHeld[name]);
}

/** Returns true for a key that only changes others: more has to follow. */
export function isModifierKey({ key }: Pick<PressedKey, 'key'>): boolean {
  return ['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'OS', 'Super'].includes(key);
}

/** Returns pressed keys as a global shortcut, such as "Ctrl+Alt+M", or why they cannot be one. */
export function shortcutOf(pressed: PressedKey): Result<string, ShortcutFault> {
  const held = heldModifiers(pressed);
  if (pressed.altGraph) return err('writes');
  const name = keyName(pressed);
  if (name === null) return err('not-a-key');
  // On many layouts Ctrl and Alt together are AltGr: the keys would no longer write their sign, anywhere.
  const isSign = /^[^a-z0-9]$/iu.test(pressed.key);
  if (isSign && pressed.ctrl && pressed.alt) return err('writes');
  const fault = faultOf(held, name);
  return fault === null ? ok([...held, name].join('+')) : err(fault);
}

/** Returns true for keys as `shortcutOf` writes them. */
export function isShortcut(keys: string): boolean {
  const parts = keys.split('+');
  const name = parts.at(-1) ?? '';
  const held = MODIFIERS.filter((modifier) => parts.slice(0, -1).includes(modifier));
  const isKey = /^[A-Z0-9]$/.test(name) || FUNCTION_KEY.test(name) || NAMED.includes(name);
  return isKey && [...held, name].join('+') === keys && faultOf(held, name) === null;
}

/** Returns the keys as this system's keyboards name them, such as "Ctrl + Alt + M". */
export function shortcutWords(keys: string, system: System): string {
  return keys
    .split('+')
    .map((part) => NAMES[system][part] ?? part)
    .join(' + ');
}

function keyName({ key, code }: PressedKey): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const [, ofCode] = /^(?:Key|Digit)([A-Z0-9])$/.exec(code) ?? [];
  if (ofCode !== undefined) return ofCode;
  return FUNCTION_KEY.test(key) || NAMED.includes(key) ? key : null;
}

function faultOf(held: readonly Modifier[], name: string): ShortcutFault | null {
  if (SPARE_KEY.test(name)) return null;
  if (FUNCTION_KEY.test(name)) {
    if (held.length === 0) return 'needs-one';
    // Closes windows everywhere; changes to another console on Linux.
    const isClose = name === 'F4' && held.includes('Alt');
    return isClose || (held.includes('Ctrl') && held.includes('Alt')) ? 'of-the-system' : null;
  }
  return held.length < 2 ? 'needs-two' : null;
}

/**
 * `off`: none is chosen. `taken`: the system refused it. `unproven`: the system said yes, and it was not pressed since.
 * `proven`: it was pressed and arrived.
 */
export const SHORTCUT_STATES = ['off', 'taken', 'unproven', 'proven'] as const;
export type ShortcutView = {
  readonly keys: string;
  readonly state: (typeof SHORTCUT_STATES)[number];
  /** On Wayland the system may keep the keys to itself. */
  readonly isWayland: boolean;
};

export const SHORTCUT_OUTCOMES = ['done', 'taken', 'unusable', 'not-saved'] as const;
export type ShortcutOutcome = (typeof SHORTCUT_OUTCOMES)[number];

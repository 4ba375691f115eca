import { describe, expect, test } from 'vitest';
import {
  isShortcut,
  shortcutOf,
  shortcutWords,
  type PressedKey,
} from '../../../src/shared/settings/shortcut.ts';

const press = (key: string, code: string, held: Partial<PressedKey> = {}): PressedKey => ({
  key,
  code,
  ctrl: false,
  alt: false,
  shift: false,
  meta: false,
  altGraph: false,
  ...held,
});
const CTRL_ALT = { ctrl: true, alt: true };

describe('pressed keys become a shortcut', () => {
  test.each([
    ['letters', press('m', 'KeyM', CTRL_ALT), 'Ctrl+Alt+M'],
    ['a letter where another layout has it', press('q', 'KeyA', CTRL_ALT), 'Ctrl+Alt+Q'],
    ['a digit whose upper sign is typed', press('!', 'Digit1', { ctrl: true, shift: true }), 'Ctrl+Shift+1'],
    ['a letter that Option changes', press('µ', 'KeyM', { alt: true, meta: true }), 'Alt+Super+M'],
    ['a function key', press('F9', 'F9', { ctrl: true }), 'Ctrl+F9'],
    ['a pedal', press('F13', 'F13'), 'F13'],
    ['a named key', press('Insert', 'Insert', { ctrl: true, shift: true }), 'Ctrl+Shift+Insert'],
  ])('%s', (_name, pressed, keys) => {
    expect(shortcutOf(pressed)).toEqual({ ok: true, value: keys });
    expect(isShortcut(keys)).toBe(true);
  });

  test.each([
    ['a letter that people type', press('m', 'KeyM'), 'needs-two'],
    ['a letter with Shift', press('M', 'KeyM', { shift: true }), 'needs-two'],
    ['copying', press('c', 'KeyC', { ctrl: true }), 'needs-two'],
    ['F5', press('F5', 'F5'), 'needs-one'],
    ['a sign that AltGr writes', press('@', 'KeyQ', { altGraph: true }), 'writes'],
    ['a sign that Ctrl and Alt write', press('@', 'KeyQ', CTRL_ALT), 'writes'],
    ['a sign on a digit', press('€', 'Digit5', CTRL_ALT), 'writes'],
    ['closing a window', press('F4', 'F4', { alt: true }), 'of-the-system'],
    ['another console', press('F2', 'F2', CTRL_ALT), 'of-the-system'],
    ['Delete', press('Delete', 'Delete', CTRL_ALT), 'not-a-key'],
    ['Enter', press('Enter', 'Enter', CTRL_ALT), 'not-a-key'],
    ['a dead key', press('Dead', 'BracketLeft', CTRL_ALT), 'not-a-key'],
    ['a key without a name', press('Unidentified', '', CTRL_ALT), 'not-a-key'],
    ['a key with too long a number', press('F25', 'F25', CTRL_ALT), 'not-a-key'],
  ])('but not %s', (_name, pressed, fault) => {
    expect(shortcutOf(pressed)).toEqual({ ok: false, error: fault });
  });
});

test.each([
  '',
  'M',
  'Ctrl+M',
  'Alt+Ctrl+M',
  'Ctrl+Alt+m',
  'Ctrl+Alt+',
  'Ctrl+Ctrl+M',
  'Ctrl+Alt+MediaPlayPause',
  'CommandOrControl+Alt+M',
  'Ctrl+Alt+Plus',
  'Ctrl+Alt+F1',
  'Ctrl+Alt+M\n',
  ' Ctrl+Alt+M',
])('a file cannot name %j', (keys) => {
  expect(isShortcut(keys)).toBe(false);
});

test('keys are named as they stand on the keyboard', () => {
  expect(shortcutWords('Ctrl+Alt+M', 'linux')).toBe('Ctrl + Alt + M');
  expect(shortcutWords('Shift+Super+M', 'windows')).toBe('Shift + Windows + M');
  expect(shortcutWords('Ctrl+Alt+Super+M', 'mac')).toBe('Control + Option + Cmd + M');
});

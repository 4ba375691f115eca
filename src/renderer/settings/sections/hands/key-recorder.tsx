import { useState, type JSX, type KeyboardEvent } from 'react';
import {
  heldModifiers,
  isModifierKey,
  shortcutOf,
  shortcutWords,
  type PressedKey,
  type ShortcutFault,
} from '../../../../shared/settings/shortcut.ts';
import type { System } from '../../../../shared/system.ts';
import { Button } from '../../../components/button.tsx';
import { useShop } from '../../../shop-context.ts';

/**
 * A button that, once pressed, takes the next keys. Escape, Tab and a click elsewhere end that and leave everything as it
 * was, so that nobody is caught in it.
 */
export function KeyRecorder(props: {
  readonly label: string;
  readonly system: System;
  readonly onKeys: (keys: string) => void;
  /** Keys that cannot be used; null: the last fault is over. */
  readonly onFault: (fault: ShortcutFault | null) => void;
}): JSX.Element {
  const { label, system, onKeys, onFault } = props;
  const { hands } = useShop().texts;
  const [isRecording, setRecording] = useState(false);
  const [held, setHeld] = useState('');

  const begin = (): void => {
    setRecording(true);
    setHeld('');
    onFault(null);
  };
  const end = (): void => {
    setRecording(false);
    onFault(null);
  };
  const hear = (event: KeyboardEvent): void => {
    if (!isRecording) return;
    if (event.key === 'Tab') {
      end();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      end();
      return;
    }
    if (event.repeat) return;
    const pressed = pressedIn(event);
    setHeld(shortcutWords(heldModifiers(pressed).join('+'), system));
    if (isModifierKey(pressed)) return;
    const read = shortcutOf(pressed);
    if (!read.ok) {
      onFault(read.error);
      return;
    }
    end();
    onKeys(read.value);
  };
  const shown = held === '' ? hands.shortcut.recording : `${held} + …`;
  return (
    <Button
      aria-pressed={isRecording}
      onClick={begin}
      onKeyDown={hear}
      onKeyUp={(event) => setHeld(shortcutWords(heldModifiers(pressedIn(event)).join('+'), system))}
      onBlur={() => isRecording && end()}
    >
      {isRecording ? shown : label}
    </Button>
  );
}

function pressedIn(event: KeyboardEvent): PressedKey {
  return {
    key: event.key,
    code: event.code,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    shift: event.shiftKey,
    meta: event.metaKey,
    altGraph: event.getModifierState('AltGraph'),
  };
}

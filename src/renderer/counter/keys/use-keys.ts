import { useEffect, useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { BURST_MS, isInBurst, LATE_MS, nextRhythm, QUIET, scannedText, type Rhythm } from './key-rhythm.ts';
import { isCharacter, keyAction, type Key, type KeyAction, type KeyPlace } from './keys.ts';

/** Held down, these would ask, acknowledge or mark again and again. */
const ONCE: ReadonlySet<KeyAction['kind']> = new Set(['refresh', 'seen', 'hand-over', 'undo', 'open']);

type Keys = {
  readonly act: (action: KeyAction) => void;
  readonly query: string;
  /** The next character begins another code. */
  readonly isDone: boolean;
  /** The row that somebody chose: only with one are letters commands. */
  readonly chosenId: string | null;
};

/** A letter that is a command, unless another key follows at once: then it is the first of a code. */
type Waiting = {
  readonly action: KeyAction;
  readonly text: string;
  readonly chosenId: string | null;
  timer: ReturnType<typeof setTimeout>;
};

/** Hears every key pressed in the window, so that nothing has to be clicked first. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listener = createKeyListener(() => latest.current);
    window.addEventListener('keydown', listener.hear);
    return () => {
      window.removeEventListener('keydown', listener.hear);
      listener.stop();
    };
  }, []);
}

function createKeyListener(read: () => Keys) {
  let rhythm: Rhythm = QUIET;
  let waiting: Waiting | null = null;

  const takeWaiting = (): Waiting | null => {
    const taken = waiting;
    if (taken !== null) clearTimeout(taken.timer);
    waiting = null;
    return taken;
  };
  const command = (): void => {
    const taken = takeWaiting();
    // It was no letter of a code, so it does not begin the next one.
    if (taken !== null) rhythm = QUIET;
    // Chosen since then, another row is not the one that was meant.
    if (taken !== null && taken.chosenId === read().chosenId) read().act(taken.action);
  };
  /** Tells whether this page is busy: then the key that makes a letter the first of a code may stand behind the timer. */
  const commandInTime = (): ReturnType<typeof setTimeout> => {
    const dueMs = performance.now() + BURST_MS;
    return setTimeout(() => {
      if (performance.now() - dueMs <= LATE_MS) command();
      else if (waiting !== null) waiting.timer = commandInTime();
    }, BURST_MS);
  };
  const write = (text: string): void => {
    // At once: a key that comes right behind it is to find it there.
    flushSync(() => read().act({ kind: 'type', text, scanned: scannedText(rhythm) }));
  };

  /** A character anywhere but in a field. */
  const hearCharacter = (event: KeyboardEvent, action: KeyAction, place: KeyPlace): void => {
    event.preventDefault();
    if (event.repeat) return;
    const { query, isDone, chosenId } = read();
    const isFirst = waiting === null && !isInBurst(rhythm, event.timeStamp);
    rhythm = nextRhythm(rhythm, event.key, event.timeStamp);
    if (isFirst && isCommand(action, read())) {
      if (action.kind === 'focus-search') {
        // Harmless, and what comes next goes into the box; a slash more or less makes no other code.
        rhythm = QUIET;
        read().act(action);
      } else waiting = { action, text: event.key, chosenId, timer: commandInTime() };
      return;
    }
    const before = takeWaiting();
    if (before === null && event.key === ' ' && (query === '' || isDone)) return;
    // Else the Enter at the end of a code would press the button that has the focus.
    if (place !== 'page' && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (before !== null) write(before.text);
    write(event.key);
  };

  /** In the search box the browser writes; a new code takes the place of the last one. */
  const hearInSearch = (event: KeyboardEvent, input: HTMLInputElement, key: Key): void => {
    const isWriting = isCharacter(key.key) && !key.ctrl && !key.alt;
    if (isWriting) rhythm = nextRhythm(rhythm, key.key, event.timeStamp);
    const isAtEnd = input.selectionStart === input.value.length;
    if (!isAtEnd) return;
    const scanned = isWriting ? scannedText(rhythm) : null;
    if (scanned !== null && scanned !== input.value + key.key) {
      event.preventDefault();
      write(key.key);
      return;
    }
    const isPaste = key.ctrl && key.key.toLowerCase() === 'v';
    if (read().isDone && (isWriting || isPaste || key.key === 'Dead' || key.key === 'Process'))
      input.select();
  };

  const hear = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') !== null)
      return;
    const key = readKey(event);
    const place = placeOf(event.target);
    if (isScanEnd(key) && (waiting !== null || isInBurst(rhythm, event.timeStamp))) {
      event.preventDefault();
      const before = takeWaiting();
      rhythm = QUIET;
      if (before !== null) write(before.text);
      read().act({ kind: 'open' });
      return;
    }
    const action = keyAction(key, place);
    if (isCharacter(key.key) && !key.ctrl && !key.alt && place !== 'field') {
      if (action !== null) hearCharacter(event, action, place);
      else if (waiting !== null || isInBurst(rhythm, event.timeStamp)) {
        hearCharacter(event, { kind: 'type', text: key.key }, place);
      }
      return;
    }
    if (isSearchInput(event.target)) hearInSearch(event, event.target, key);
    if (action === null) return;
    command();
    rhythm = QUIET;
    event.preventDefault();
    if (!(event.repeat && ONCE.has(action.kind))) read().act(action);
  };

  return { hear, stop: takeWaiting };
}

/** Letters are commands for a row that was chosen; the others need that nothing is being typed. */
function isCommand({ kind }: KeyAction, { query, chosenId }: Keys): boolean {
  if (kind === 'seen' || kind === 'hand-over') return chosenId !== null;
  return kind !== 'type' && (query === '' || chosenId !== null);
}

/** What scanners send after a code: Enter, Tab, or a line feed or carriage return as Ctrl+J or Ctrl+M. */
function isScanEnd({ key, ctrl, alt }: Key): boolean {
  if (alt) return false;
  return ctrl ? /^[jm]$/i.test(key) : key === 'Enter' || key === 'Tab';
}

function readKey(event: KeyboardEvent): Key {
  // Windows reports AltGr as Ctrl and Alt: it writes signs.
  const isAltGr = event.ctrlKey && event.altKey && event.getModifierState('AltGraph');
  return {
    key: event.key,
    ctrl: (event.ctrlKey || event.metaKey) && !isAltGr,
    alt: event.altKey && !isAltGr,
  };
}

function isSearchInput(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.closest('[role="search"]') !== null;
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input, textarea, select') !== null) return 'field';
  if (target.closest('button, a, [role="tab"]') !== null && target.closest('[data-detail]') === null) {
    return 'control';
  }
  return target.closest('[data-detail]') === null ? 'page' : 'detail';
}

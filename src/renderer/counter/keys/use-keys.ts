import { useEffect, useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import {
  BURST_MS,
  goesOn,
  heldRhythm,
  isInBurst,
  LATE_MS,
  nextRhythm,
  QUIET,
  scannedText,
  type Rhythm,
} from './key-rhythm.ts';
import { restFocus } from '../../kept-focus.ts';
import { isCharacter, keyAction, type Key, type KeyAction, type KeyPlace } from './keys.ts';

/** Actions that must not repeat while the key is held down. */
const ONCE: ReadonlySet<KeyAction['kind']> = new Set(['refresh', 'seen', 'hand-over', 'undo', 'open']);

/** Stands in a rhythm for the key that a scanner sends after a code. */
const END = '\n';

type Keys = {
  readonly act: (action: KeyAction) => void;
  readonly query: string;
  /** True when the next character starts a new code. */
  readonly isDone: boolean;
  /** The chosen row; letters are commands only while there is one. */
  readonly chosenId: string | null;
  /** The alert of that row. */
  readonly alertId: string | null;
  /** Resolves when main has answered: keys come through its process, so none is stuck in it then. */
  readonly hearMain: () => Promise<unknown>;
};

/** A letter that becomes a command unless another key follows at once; then it is the first character of a code. */
type Waiting = {
  readonly action: KeyAction;
  readonly text: string;
  readonly isSame: boolean;
  readonly chosenId: string | null;
  readonly alertId: string | null;
  timer: ReturnType<typeof setTimeout>;
};

/** Handles every key pressed in the window, so that staff need not click anything first. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listener = createKeyListener(() => latest.current);
    window.addEventListener('keydown', listener.hear);
    window.addEventListener('paste', listener.hearPaste);
    return () => {
      window.removeEventListener('keydown', listener.hear);
      window.removeEventListener('paste', listener.hearPaste);
      listener.stop();
    };
  }, []);
}

function createKeyListener(read: () => Keys) {
  let rhythm: Rhythm = QUIET;
  let waiting: Waiting | null = null;
  /** The last character was written before the end of the search text, or over a part of it. */
  let isEdit = false;

  const takeWaiting = (): Waiting | null => {
    const taken = waiting;
    if (taken !== null) clearTimeout(taken.timer);
    waiting = null;
    return taken;
  };
  const command = (): void => {
    const taken = takeWaiting();
    // The letter was a command, so it does not start the next code.
    if (taken !== null) rhythm = QUIET;
    // When another row was chosen meanwhile, or another alert came, the command was not meant for it.
    if (taken === null || taken.chosenId !== read().chosenId) return;
    if (taken.action.kind !== 'seen' || taken.alertId === read().alertId) read().act(taken.action);
  };
  /**
   * Runs the command when both its timer and main are on time. Late means that the page, or the process that passes keys
   * on, was busy: the key that would make the letter part of a code may still be in a queue, so the wait starts again.
   */
  const commandInTime = (): ReturnType<typeof setTimeout> => {
    const dueMs = performance.now() + BURST_MS;
    return setTimeout(() => void runUnlessLate(dueMs), BURST_MS);
  };
  const runUnlessLate = async (dueMs: number): Promise<void> => {
    const mine = waiting;
    const isOnTime = performance.now() - dueMs <= LATE_MS && (await isMainQuick());
    if (mine === null || mine !== waiting) return;
    if (isOnTime) command();
    else mine.timer = commandInTime();
  };
  const isMainQuick = async (): Promise<boolean> => {
    const askedMs = performance.now();
    // Without main there is nothing to command, and the command itself says so.
    await read()
      .hearMain()
      .catch(() => undefined);
    return performance.now() - askedMs <= LATE_MS;
  };
  const write = (text: string, isSame: boolean): void => {
    // Synchronously: the next key may follow at once and must see this text.
    flushSync(() => read().act({ kind: 'type', text, scanned: scannedText(rhythm), goesOn: isSame }));
  };

  /** Handles a character typed outside of a field. */
  const hearCharacter = (event: KeyboardEvent, action: KeyAction, place: KeyPlace): void => {
    event.preventDefault();
    if (event.repeat) return;
    const { query, isDone, chosenId, alertId } = read();
    const isFirst = waiting === null && !isInBurst(rhythm, event.timeStamp);
    const isSame = goesOn(rhythm, event.timeStamp);
    const next = waiting === null ? nextRhythm : heldRhythm;
    rhythm = next(rhythm, event.key, event.timeStamp);
    if (isFirst && isCommand(action, read())) {
      if (action.kind === 'focus-search') {
        // Focusing needs no wait: later characters go into the box, and a missing slash does not change a code.
        rhythm = QUIET;
        read().act(action);
      } else waiting = { action, text: event.key, isSame, chosenId, alertId, timer: commandInTime() };
      return;
    }
    const before = takeWaiting();
    if (before === null && event.key === ' ' && (query === '' || isDone)) return;
    // Otherwise the Enter at the end of a code would press the focused button.
    if (place !== 'page') restFocus();
    if (before !== null) write(before.text, before.isSame);
    write(event.key, isSame);
  };

  /** Handles keys in the search box. The browser writes the text; a new code replaces the last one. */
  const hearInSearch = (event: KeyboardEvent, input: HTMLInputElement, key: Key): void => {
    const isWriting = isCharacter(key.key) && !key.ctrl && !key.alt;
    const isSame = isWriting && !isEdit && goesOn(rhythm, event.timeStamp);
    if (isWriting) rhythm = nextRhythm(rhythm, key.key, event.timeStamp);
    const scanned = isWriting ? scannedText(rhythm) : null;
    if (scanned !== null && scanned !== textAfter(input, key.key)) {
      event.preventDefault();
      write(key.key, isSame);
      return;
    }
    const isAtEnd = input.selectionStart === input.value.length;
    // An edit of what stands there: no code goes on behind it.
    if (isWriting) isEdit = !isAtEnd;
    const isNext = isWriting || key.key === 'Dead' || key.key === 'Process';
    if (isAtEnd && isNext && read().isDone && !isSame) input.select();
  };

  /** What is pasted behind a code, by whatever keys or menu, is the next one. */
  const hearPaste = ({ target }: ClipboardEvent): void => {
    if (isSearchInput(target) && target.selectionStart === target.value.length && read().isDone)
      target.select();
  };

  const hear = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') !== null)
      return;
    const key = readKey(event);
    const place = placeOf(event.target);
    if (isScanEnd(key) && (waiting !== null || isInBurst(rhythm, event.timeStamp))) {
      event.preventDefault();
      const before = takeWaiting();
      // Two characters are a scanner's when the key at their end comes as fast as they did.
      const scanned = scannedText(nextRhythm(rhythm, END, event.timeStamp))?.slice(0, -END.length);
      rhythm = QUIET;
      if (before !== null) write(before.text, before.isSame);
      if (scanned !== undefined && scanned !== read().query) {
        flushSync(() => read().act({ kind: 'type', text: '', scanned, goesOn: true }));
      }
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

  return { hear, hearPaste, stop: takeWaiting };
}

/** Returns true when the key is a command: marks need a chosen row, other commands a chosen row or an empty search box. */
function isCommand({ kind }: KeyAction, { query, chosenId }: Keys): boolean {
  if (kind === 'seen' || kind === 'hand-over') return chosenId !== null;
  return kind !== 'type' && (query === '' || chosenId !== null);
}

/**
 * Returns true for a key that scanners send after a code: Enter, Tab, or a line feed or carriage return as Ctrl+J or
 * Ctrl+M.
 */
function isScanEnd({ key, ctrl, alt }: Key): boolean {
  if (alt) return false;
  return ctrl ? /^[jm]$/i.test(key) : key === 'Enter' || key === 'Tab';
}

function readKey(event: KeyboardEvent): Key {
  // Windows reports AltGr as Ctrl and Alt, but AltGr types characters.
  const isAltGr = event.ctrlKey && event.altKey && event.getModifierState('AltGraph');
  return {
    key: event.key,
    ctrl: (event.ctrlKey || event.metaKey) && !isAltGr,
    alt: event.altKey && !isAltGr,
  };
}

/** Returns what stands in the box once this text is written into it. */
function textAfter({ value, selectionStart, selectionEnd }: HTMLInputElement, text: string): string {
  const from = selectionStart ?? value.length;
  return `${value.slice(0, from)}${text}${value.slice(selectionEnd ?? from)}`;
}

function isSearchInput(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.closest('[role="search"]') !== null;
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input, textarea') !== null) return 'field';
  // A list of choices takes arrows; nobody writes in it.
  if (target.closest('select') !== null) return 'detail';
  if (target.closest('button, a, [role="tab"]') !== null && target.closest('[data-detail]') === null) {
    return 'control';
  }
  return target.closest('[data-detail]') === null ? 'page' : 'detail';
}

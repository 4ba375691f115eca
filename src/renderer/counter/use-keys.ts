import { useEffect, useRef } from 'react';
import { keyAction, type KeyAction, type KeyPlace } from './keys.ts';

/** Held down, these would ask, acknowledge or mark again and again. */
const ONCE: ReadonlySet<KeyAction['kind']> = new Set(['refresh', 'seen', 'hand-over', 'undo', 'open']);

/** Hears every key pressed in the window, so that nothing has to be clicked first. */
export function useKeys(act: (action: KeyAction) => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      const action = keyAction(
        { key: event.key, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey },
        placeOf(event.target),
      );
      if (action === null) return;
      event.preventDefault();
      if (!(event.repeat && ONCE.has(action.kind))) latest.current(action);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}

function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input, textarea, select') !== null) return 'field';
  if (target.closest('button, a, [role="tab"]') !== null && target.closest('[data-detail]') === null) {
    return 'control';
  }
  return target.closest('[data-detail]') === null ? 'page' : 'detail';
}

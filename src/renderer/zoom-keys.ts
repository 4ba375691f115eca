import type { MostradorApi } from '../shared/ipc-contract.ts';
import type { TextSizeStep } from '../shared/settings/text-size.ts';

const STEPS: ReadonlyMap<string, TextSizeStep> = new Map([
  ['+', 'larger'],
  // The same key as "+" on many layouts, without Shift.
  ['=', 'larger'],
  ['-', 'smaller'],
  ['_', 'smaller'],
  ['0', 'usual'],
]);

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Returns what this key press asks for; null: nothing. */
export function zoomStep({ key, ctrlKey, metaKey, altKey }: KeyPress): TextSizeStep | null {
  if (altKey || ctrlKey === metaKey) return null;
  return STEPS.get(key) ?? null;
}

/** Lets Ctrl (or Command) with plus, minus, zero or the wheel change the size of the text. */
export function listenForZoom(api: Pick<MostradorApi, 'text-size:change'>): void {
  const change = (event: Event, to: TextSizeStep): void => {
    event.preventDefault();
    event.stopPropagation();
    void api['text-size:change']({ to }).catch(() => undefined);
  };
  // Before the page's own keys.
  const options = { capture: true, passive: false };
  window.addEventListener(
    'keydown',
    (event) => {
      const step = zoomStep(event);
      if (step !== null) change(event, step);
    },
    options,
  );
  window.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey && event.deltaY !== 0) change(event, event.deltaY < 0 ? 'larger' : 'smaller');
    },
    options,
  );
}

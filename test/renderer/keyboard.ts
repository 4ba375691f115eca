import { act } from '@testing-library/react';
import { vi } from 'vitest';

type Press = Pick<KeyboardEventInit, 'repeat' | 'ctrlKey' | 'altKey' | 'shiftKey'> & {
  /** Milliseconds since the key before. */
  readonly after?: number;
  /** Milliseconds for which main, busy, kept it: the page hears of it so much later than it was pressed. */
  readonly keptMs?: number;
};

/** Keys with the times between them that a scanner or a hand needs. Wants fake timers: time passes here only. */
export function createKeyboard() {
  // Of one clock with the page.
  let atMs = performance.now();
  const pass = async (ms: number): Promise<void> => {
    atMs += ms;
    await act(() => vi.advanceTimersByTimeAsync(ms));
  };
  const press = async (key: string, { after = 180, keptMs = 0, ...init }: Press = {}): Promise<void> => {
    await pass(after);
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
    Object.defineProperty(event, 'timeStamp', { value: atMs - keptMs });
    act(() => void (document.activeElement ?? document.body).dispatchEvent(event));
  };
  const each = async (text: string, after: number): Promise<void> => {
    for (const [index, key] of Array.from(text).entries()) await press(key, index === 0 ? {} : { after });
  };
  return {
    pass,
    press,
    /** The page does nothing for so long; what was due in it comes late, and what is pressed meanwhile waits. */
    block: (ms: number): void => {
      const now = performance.now.bind(performance);
      vi.spyOn(performance, 'now').mockImplementation(() => now() + ms);
    },
    /** As a hand does. */
    type: (text: string) => each(text, 180),
    /** As a scanner does, with the key that it is set to send after a code. */
    scan: async (text: string, end: string | null = 'Enter'): Promise<void> => {
      await each(text, 4);
      if (end !== null) await press(end, { after: 4 });
    },
  };
}

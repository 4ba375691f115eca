import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { STAFF_KEYS } from '../../../shared/settings/hands.ts';
import { useShop } from '../../shop-context.ts';
import type { Announcer } from '../notices/announcer.tsx';

type StaffControl = {
  readonly initials: readonly string[];
  /** Empty: nobody in particular. */
  readonly atCounter: string;
  readonly choose: (initials: string) => void;
};

/**
 * Says who is at the counter, and changes it: with Alt and the key of a place in the list, wherever the focus is. Alt
 * keeps these keys apart from codes, which are typed and scanned without it.
 */
export function useStaff(say: Announcer['say']): StaffControl {
  const { api, texts, view } = useShop();
  const { initials, atCounter } = view.settings.hands;
  const choose = useCallback(
    (next: string) => {
      const words = texts.hands.staff;
      const change = async (): Promise<void> => {
        const isSaved = await api['staff:at-counter']({ initials: next }).catch(() => false);
        say(isSaved ? words.isNow(next) : words.failed, !isSaved);
      };
      void change();
    },
    [api, say, texts],
  );

  const latest = useRef({ initials, choose });
  useLayoutEffect(() => {
    latest.current = { initials, choose };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const person = latest.current.initials[placeOf(event)];
      if (person === undefined || event.defaultPrevented || document.querySelector('dialog[open]') !== null)
        return;
      event.preventDefault();
      if (!event.repeat) latest.current.choose(person);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return { initials, atCounter, choose };
}

/** Returns the place in the list that a key stands for; -1 for any other. On a Mac, Option changes what the key types. */
function placeOf(event: KeyboardEvent): number {
  // AltGr, which types signs, is Ctrl and Alt on Windows, and no Alt on Linux.
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return -1;
  const [, ofCode] = /^(?:Key|Digit)([A-Z0-9])$/.exec(event.code) ?? [];
  return STAFF_KEYS.findIndex((key) => key === ofCode);
}

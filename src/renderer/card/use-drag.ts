import { useRef, type PointerEvent } from 'react';

/** Whether this is Linux, where the card's window is neither transparent nor moved by the system. */
export function isLinux(userAgent: string = navigator.userAgent): boolean {
  return userAgent.includes('Linux');
}

type Grip = {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: () => void;
  readonly onPointerCancel: () => void;
};

/**
 * Moves the window by what it is put on. For Linux, where a window that never takes the keyboard is not the window
 * manager's, so that a drag region (`-webkit-app-region`) moves nothing; null elsewhere: there the system does it better.
 */
export function useDrag(userAgent?: string): Grip | null {
  const held = useRef<{ readonly x: number; readonly y: number } | null>(null);
  if (!isLinux(userAgent)) return null;
  const letGo = (): void => {
    held.current = null;
  };
  return {
    onPointerDown: ({ button, pointerId, screenX, screenY, currentTarget, target }) => {
      if (button !== 0 || (target instanceof Element && target.closest('button') !== null)) return;
      currentTarget.setPointerCapture(pointerId);
      held.current = { x: window.screenX - screenX, y: window.screenY - screenY };
    },
    onPointerMove: ({ screenX, screenY }) => {
      if (held.current !== null) window.moveTo(held.current.x + screenX, held.current.y + screenY);
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
  };
}

import { useRef, type PointerEvent } from 'react';

/** Returns true on Linux, where the card's window is not transparent and the system does not move it. */
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
 * Returns the handlers that move the window when the user drags the element. Only for Linux: the window manager does
 * not handle a window that never takes the keyboard, so a drag region (`-webkit-app-region`) has no effect. Returns
 * null elsewhere, because the system moves the window better.
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

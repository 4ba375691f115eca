import { fireEvent, render, screen } from '@testing-library/react';
import type { JSX } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useDrag } from '../../../src/renderer/card/use-drag.ts';
import { clearPage } from '../render-app.tsx';

const LINUX = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/130';
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/130';
const moveTo = vi.fn<(x: number, y: number) => void>();

beforeEach(() => {
  moveTo.mockClear();
  vi.stubGlobal('moveTo', moveTo);
  vi.stubGlobal('screenX', 864);
  vi.stubGlobal('screenY', 600);
  HTMLElement.prototype.setPointerCapture = () => undefined;
});
afterEach(() => {
  vi.unstubAllGlobals();
  clearPage();
});

function Head({ userAgent }: { readonly userAgent: string }): JSX.Element {
  return (
    <header {...useDrag(userAgent)}>
      <h1>2 avisos</h1>
      <button type="button">Visto</button>
    </header>
  );
}

const drag = (from: HTMLElement): void => {
  fireEvent.pointerDown(from, { button: 0, screenX: 900, screenY: 610 });
  fireEvent.pointerMove(from, { screenX: 800, screenY: 510 });
  fireEvent.pointerUp(from);
  fireEvent.pointerMove(from, { screenX: 100, screenY: 100 });
};

test('the window goes with the pointer that holds it, and no longer when it is let go', () => {
  render(<Head userAgent={LINUX} />);
  drag(screen.getByRole('heading'));
  expect(moveTo.mock.calls).toEqual([[764, 500]]);
});

test('a button is pressed, not dragged', () => {
  render(<Head userAgent={LINUX} />);
  drag(screen.getByRole('button'));
  expect(moveTo).not.toHaveBeenCalled();
});

test('where the system moves the window, the page does not', () => {
  render(<Head userAgent={WINDOWS} />);
  drag(screen.getByRole('heading'));
  expect(moveTo).not.toHaveBeenCalled();
});

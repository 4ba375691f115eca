import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { onFirstFrame } from '../../../src/main/shell/windows/first-frame.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function rig() {
  const window = new EventEmitter();
  const webContents = new EventEmitter();
  const show = vi.fn<() => void>();
  const warn = vi.fn<(message: string) => void>();
  const once = (event: string, listener: () => void): unknown => window.once(event, listener);
  onFirstFrame(
    { once, webContents: { once: (event, listener) => webContents.once(event, listener) } },
    show,
    { warn },
  );
  return { window, webContents, show, warn };
}

test('a window is shown with its first frame, and once', () => {
  const { window, webContents, show, warn } = rig();
  webContents.emit('did-finish-load');
  vi.advanceTimersByTime(900);
  expect(show).not.toHaveBeenCalled();
  window.emit('ready-to-show');
  vi.advanceTimersByTime(10_000);
  expect(show).toHaveBeenCalledTimes(1);
  expect(warn).not.toHaveBeenCalled();
});

test('a page that is loaded and draws nothing is shown after a second, and its late frame changes nothing', () => {
  const { window, webContents, show, warn } = rig();
  webContents.emit('did-finish-load');
  vi.advanceTimersByTime(1_000);
  expect(show).toHaveBeenCalledTimes(1);
  expect(warn).toHaveBeenCalledTimes(1);
  window.emit('ready-to-show');
  expect(show).toHaveBeenCalledTimes(1);
});

test('a frame before the page has loaded counts too', () => {
  const { window, webContents, show } = rig();
  window.emit('ready-to-show');
  webContents.emit('did-finish-load');
  vi.advanceTimersByTime(10_000);
  expect(show).toHaveBeenCalledTimes(1);
});

test('a window that is closed meanwhile is not shown', () => {
  const { window, webContents, show } = rig();
  webContents.emit('did-finish-load');
  window.emit('closed');
  vi.advanceTimersByTime(10_000);
  expect(show).not.toHaveBeenCalled();
});

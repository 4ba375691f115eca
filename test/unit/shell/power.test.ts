import { EventEmitter } from 'node:events';
import { beforeEach, expect, test, vi } from 'vitest';

const done: string[] = [];
const parts = {
  powerMonitor: new EventEmitter(),
  app: Object.assign(new EventEmitter(), { quit: () => done.push('quit') }),
};
vi.mock('electron', () => parts);
const { watchSessionEnd } = await import('../../../src/main/shell/power.ts');

beforeEach(() => {
  done.length = 0;
  parts.powerMonitor.removeAllListeners();
  parts.app.removeAllListeners();
  watchSessionEnd(() => done.push('end of session'));
});

test('a shutdown of Linux or macOS is asked to wait, and the app ends at once', () => {
  parts.powerMonitor.emit('shutdown', { preventDefault: () => done.push('wait') });
  expect(done).toEqual(['wait', 'end of session', 'quit']);
});

test('a shutdown without an event, and the end of a session of Windows, end the app too', () => {
  parts.powerMonitor.emit('shutdown');
  const window = new EventEmitter();
  parts.app.emit('browser-window-created', {}, window);
  window.emit('session-end');
  expect(done).toEqual(['end of session', 'quit', 'end of session', 'quit']);
});

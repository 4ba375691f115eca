import { EventEmitter } from 'node:events';
import type { PageWindow } from '../../src/main/shell/windows/keep-page-alive.ts';

/** An Electron window that only records what is done to it. */
export function createFakePageWindow() {
  const page = new EventEmitter();
  const window = new EventEmitter();
  const done: ('reload' | 'crash' | 'destroy')[] = [];
  let isDestroyed = false;
  const end = (reason: string): void => void page.emit('render-process-gone', {}, { reason });
  const fake: PageWindow = {
    isDestroyed: () => isDestroyed,
    destroy: () => {
      done.push('destroy');
      isDestroyed = true;
      window.emit('closed');
    },
    on: (event, listener) => window.on(event, listener),
    webContents: {
      reload: () => void done.push('reload'),
      forcefullyCrashRenderer: () => {
        done.push('crash');
        end('killed');
      },
      on: (event: string, listener: (event: unknown, details: { reason: string }) => void) =>
        page.on(event, listener),
    },
  };
  return {
    window: fake,
    done,
    end,
    emit: (event: 'unresponsive' | 'responsive') => void page.emit(event),
  };
}

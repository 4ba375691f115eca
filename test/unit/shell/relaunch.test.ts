import { beforeEach, expect, test, vi } from 'vitest';

const calls: unknown[] = [];
vi.mock('electron', () => ({
  app: { relaunch: (options: unknown) => calls.push(options), quit: () => calls.push('quit') },
}));
const { createComeBack, restartApp } = await import('../../../src/main/shell/process/relaunch.ts');

const again = ['--hidden', '--profile=/shop'];
beforeEach(() => {
  calls.length = 0;
});

test('an AppImage is started again by its file, with the arguments that name its profile', () => {
  restartApp({ executable: '/home/ana/Mostrador.AppImage', again });
  expect(calls).toEqual([{ execPath: '/home/ana/Mostrador.AppImage', args: again }, 'quit']);
});

test('any other program is started again as it was', () => {
  restartApp({ executable: null, again });
  expect(calls).toEqual([{}, 'quit']);
});

test.each([
  ['linux', true, true],
  ['linux', false, true],
  ['win32', false, true],
  ['darwin', false, true],
  ['win32', true, false],
  ['darwin', true, false],
])(
  'who starts the app while it ends gets it back on %s with its window, once (an update waits: %s): %s',
  (platform, isUpdateReady, comes) => {
    const comeBack = createComeBack({
      restart: { executable: null, again },
      mayBeReplaced: () => isUpdateReady,
      platform,
    });
    comeBack();
    comeBack();
    expect(calls).toEqual(comes ? [{ args: ['--profile=/shop'] }, 'quit'] : []);
  },
);

import { beforeEach, expect, test, vi } from 'vitest';

const calls: unknown[] = [];
vi.mock('electron', () => ({
  app: { relaunch: (options: unknown) => calls.push(options), quit: () => calls.push('quit') },
}));
const { restartApp } = await import('../../../src/main/shell/process/relaunch.ts');

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

import { beforeEach, expect, test, vi } from 'vitest';

type Options = { readonly path: string; readonly args: readonly string[] };

const system = vi.hoisted(() => ({ entry: '', isSwitchedOff: false, wasOpenedAtLogin: false }));

/** The Run key as Electron writes and reads it: words joined with blanks, as they are. */
vi.mock('electron', () => {
  const joined = ({ path, args }: Options): string => [path, ...args].join(' ');
  const programOf = (line: string): string => /^(?:"([^"]*)"|(\S*))/.exec(line)?.slice(1).join('') ?? '';
  return {
    app: {
      setLoginItemSettings: ({ openAtLogin, ...options }: Options & { readonly openAtLogin: boolean }) => {
        system.entry = openAtLogin ? joined(options) : '';
      },
      getLoginItemSettings: (options?: Options) => ({
        openAtLogin: options !== undefined && system.entry === joined(options),
        executableWillLaunchAtLogin:
          options !== undefined &&
          !system.isSwitchedOff &&
          programOf(options.path) === programOf(system.entry),
        wasOpenedAtLogin: system.wasOpenedAtLogin,
      }),
    },
  };
});
const { createLoginItem } = await import('../../../src/main/shell/process/login-item.ts');

const PROGRAM = String.raw`C:\Users\Juan Perez\AppData\Local\Programs\Mostrador\Mostrador.exe`;
const itemOf = (command: readonly string[], platform = 'win32') =>
  createLoginItem({ command, platform, searchPath: [], desktops: [], log: { error: () => undefined } });

beforeEach(() => Object.assign(system, { entry: '', isSwitchedOff: false, wasOpenedAtLogin: false }));

test('on Windows a program and arguments with blanks are entered in quotes, and read back as on', () => {
  const item = itemOf([PROGRAM, '--hidden', String.raw`--profile=D:\Mi tienda`]);
  expect(item.set(true)).toEqual({ kind: 'on' });
  expect(system.entry).toBe(String.raw`"${PROGRAM}" --hidden "--profile=D:\Mi tienda"`);
  expect(item.set(false)).toEqual({ kind: 'off' });
  expect(system.entry).toBe('');
});

test('on Windows an entry that Task Manager has switched off is told as blocked, not as on', () => {
  const item = itemOf([PROGRAM, '--hidden']);
  item.set(true);
  system.isSwitchedOff = true;
  expect(item.read()).toEqual({ kind: 'blocked', why: 'switched-off' });
});

test('on macOS a start at login is known by the system’s word, and nowhere else', () => {
  system.wasOpenedAtLogin = true;
  expect(itemOf([], 'darwin').hasStartedApp()).toBe(true);
  expect(itemOf([], 'win32').hasStartedApp()).toBe(false);
  system.wasOpenedAtLogin = false;
  expect(itemOf([], 'darwin').hasStartedApp()).toBe(false);
});

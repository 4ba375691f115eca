import fs from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import type { LoginItem } from '../../../shared/computer.ts';
import { autostartEntry, judgeAutostart, quoteForWindows } from './autostart-entry.ts';

export type LoginItemSwitch = {
  /** Returns the state in the system now, because people switch such entries off in its settings. */
  readonly read: () => LoginItem;
  /** Registers or unregisters the app. Returns the state in the system afterwards. */
  readonly set: (on: boolean) => LoginItem;
  /** Registers the app again when the registered program does not exist any more, as after its file was moved. */
  readonly mend: () => void;
  /** Returns whether login started this run. Always false where the entry itself passes `--hidden`. */
  readonly hasStartedApp: () => boolean;
};

type Deps = {
  /** Program and arguments that start this copy of the app in the tray. */
  readonly command: readonly string[];
  /** Directories to search for programs, and names of the running desktop. Linux only. */
  readonly searchPath: readonly string[];
  readonly desktops: readonly string[];
  readonly platform?: string;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
};

/** Returns the switch of the entry that starts the app at login. */
export function createLoginItem(deps: Deps): LoginItemSwitch {
  const { platform = process.platform } = deps;
  const { read, write } = platform === 'linux' ? linuxEntry(deps) : systemEntry(deps, platform === 'win32');
  const guarded = (work: () => LoginItem): LoginItem => {
    try {
      return work();
    } catch (error) {
      deps.log.error('The entry that starts the app at login cannot be used', error);
      return { kind: 'failed' };
    }
  };
  const set = (on: boolean): LoginItem =>
    guarded(() => {
      write(on);
      return read();
    });
  return {
    read: () => guarded(read),
    set,
    mend: () => {
      const found = guarded(read);
      if (found.kind === 'blocked' && found.why === 'program-missing') set(true);
    },
    // A login item of macOS is the app alone, without arguments.
    hasStartedApp: () => platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin,
  };
}

type Entry = { readonly read: () => LoginItem; readonly write: (on: boolean) => void };

/** Returns the entry as a file in `autostart` of the user's configuration folder, which every desktop reads. */
function linuxEntry({ command, searchPath, desktops }: Deps): Entry {
  const file = path.join(app.getPath('appData'), 'autostart', 'mostrador.desktop');
  const isProgram = (program: string): boolean =>
    path.isAbsolute(program)
      ? isExecutable(program)
      : searchPath.some((folder) => isExecutable(path.join(folder, program)));
  return {
    read: () =>
      judgeAutostart(fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null, {
        command,
        isProgram,
        desktops,
      }),
    write: (on) => {
      if (!on) {
        fs.rmSync(file, { force: true });
        return;
      }
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(`${file}.new`, autostartEntry({ name: 'Mostrador', command }), { mode: 0o644 });
      fs.renameSync(`${file}.new`, file);
    },
  };
}

/**
 * Returns the entry in the system. Windows: the Run key, and StartupApproved, where Task Manager stores what is switched
 * off; Electron joins path and arguments with spaces, without quotes, and compares the entry with the result. macOS:
 * SMAppService.
 * Source: electronjs.org/docs/latest/api/app, "app.getLoginItemSettings", "app.setLoginItemSettings".
 */
function systemEntry({ command }: Deps, isWindows: boolean): Entry {
  const [program = '', ...args] = command.map(quoteForWindows);
  const options = isWindows ? { path: program, args } : {};
  return {
    read: () => {
      const { openAtLogin, executableWillLaunchAtLogin, status } = app.getLoginItemSettings(options);
      if (status === 'requires-approval') return { kind: 'blocked', why: 'needs-approval' };
      if (!openAtLogin) return { kind: 'off' };
      if (isWindows && !executableWillLaunchAtLogin) {
        return { kind: 'blocked', why: 'switched-off' };
      }
      return { kind: 'on' };
    },
    write: (on) => app.setLoginItemSettings({ ...options, openAtLogin: on }),
  };
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    // It does not exist or may not be run.
    return false;
  }
}

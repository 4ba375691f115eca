import fs from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import type { LoginItem } from '../../shared/computer.ts';
import { autostartEntry, judgeAutostart, quoteForWindows } from './autostart-entry.ts';

export type LoginItemSwitch = {
  /** As the system tells it now: people switch such entries off in its own settings. */
  readonly read: () => LoginItem;
  /** Enters or removes the app, and answers what the system then tells. */
  readonly set: (on: boolean) => LoginItem;
  /** Enters the app anew when the program that is entered is gone: its file was renamed, moved or replaced by hand. */
  readonly mend: () => void;
  /** Whether this run began with somebody's login. Always false where the entry says it itself, with `--hidden`. */
  readonly hasStartedApp: () => boolean;
};

type Deps = {
  /** Program and arguments that start this very copy of the app in the tray. */
  readonly command: readonly string[];
  /** Directories in which programs are looked for, and names of the desktop that runs. Linux only. */
  readonly searchPath: readonly string[];
  readonly desktops: readonly string[];
  readonly platform?: string;
  readonly log: { readonly error: (message: string, detail?: unknown) => void };
};

/** The entry that starts the app when somebody signs in. */
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

/** A file in `autostart` of the user's configuration folder, which every desktop reads. */
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
 * Windows: the Run key, and StartupApproved, where Task Manager notes what was switched off. Electron joins path and
 * arguments with blanks, as they are, and compares the entry with the same. macOS: SMAppService.
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
    // Not there, or not for us: it would not start.
    return false;
  }
}

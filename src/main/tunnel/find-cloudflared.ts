import fs from 'node:fs';
import path from 'node:path';

type Env = Readonly<Record<string, string>>;

/** Returns the path of cloudflared from the folders where installers and people put it; null when none has it. */
export function findCloudflared(
  {
    executable,
    env,
    platform = process.platform,
  }: {
    /** The path in the settings; empty: none is set. */
    readonly executable: string;
    readonly env: Env;
    readonly platform?: string;
  },
  canRun: (file: string) => boolean = isRunnable,
): string | null {
  if (executable !== '') return canRun(executable) ? executable : null;
  return cloudflaredPlaces(platform, env).find(canRun) ?? null;
}

/**
 * Folders where a browser or any program may put files without asking. A program there is started only when the user has
 * named it in the settings.
 */
const ANYBODYS = /[\\/](?:downloads?|descargas|temp|tmp)(?:[\\/]|$)/i;

/** Returns the paths to try: the search path first, then the usual folders of each system. */
export function cloudflaredPlaces(platform: string, env: Env): readonly string[] {
  const isWindows = platform === 'win32';
  const rules = isWindows ? path.win32 : path.posix;
  const name = isWindows ? 'cloudflared.exe' : 'cloudflared';
  const onPath = (env['PATH'] ?? '').split(rules.delimiter).filter((folder) => folder !== '');
  const folders = [...onPath, ...(isWindows ? windowsFolders(env) : unixFolders(platform, env))];
  const trusted = folders.filter(
    (folder) => rules.isAbsolute(folder) && !ANYBODYS.test(rules.normalize(folder)),
  );
  return [...new Set(trusted.map((folder) => rules.join(folder, name)))];
}

function windowsFolders(env: Env): readonly string[] {
  const under = (variable: string, ...rest: readonly string[]): readonly string[] => {
    const base = env[variable];
    return base === undefined ? [] : [path.win32.join(base, ...rest)];
  };
  return [
    ...under('ProgramFiles(x86)', 'cloudflared'),
    ...under('ProgramFiles', 'cloudflared'),
    ...under('LOCALAPPDATA', 'Microsoft', 'WinGet', 'Links'),
    ...under('ProgramData', 'chocolatey', 'bin'),
  ];
}

function unixFolders(platform: string, env: Env): readonly string[] {
  const home = env['HOME'];
  const own = home === undefined ? [] : [`${home}/.local/bin`, `${home}/bin`, `${home}/.cloudflared`];
  const system = ['/usr/local/bin', '/usr/bin', '/opt/cloudflared'];
  return platform === 'darwin'
    ? ['/opt/homebrew/bin', ...system, ...own]
    : [...system, '/snap/bin', '/home/linuxbrew/.linuxbrew/bin', ...own];
}

function isRunnable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    // It does not exist or may not be run: the next path is tried.
    return false;
  }
}

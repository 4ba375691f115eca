import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';

type Env = Readonly<Record<string, string>>;

/** Returns the path of cloudflared from the folders where installers and people put it; null when none has it. */
export async function findCloudflared(
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
  canRun: (file: string) => boolean | Promise<boolean> = isRunnable,
): Promise<string | null> {
  const places = executable === '' ? cloudflaredPlaces(platform, env) : [executable];
  for (const file of places) if (await canRun(file)) return file;
  return null;
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

// Never while main waits: a drive of the network that is gone takes half a minute to say so.
async function isRunnable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    // It does not exist or may not be run: the next path is tried.
    return false;
  }
}

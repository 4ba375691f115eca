import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** A user of this machine who is not the one that runs the tests. */
export type OrdinaryUser = { readonly uid: number; readonly gid: number };

/** `nobody`, whom every Linux system knows; null where programs cannot be started as another user. */
export function ordinaryUser(): OrdinaryUser | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const entry = /^nobody:[^:]*:(\d+):(\d+):/m.exec(fs.readFileSync('/etc/passwd', 'utf8'));
  return entry === null ? null : { uid: Number(entry[1]), gid: Number(entry[2]) };
}

/** What the built app reads at run time, beside the packages it is not bundled with. */
const APP_PARTS = ['package.json', 'out', 'assets'];
const APP_PACKAGES = ['keytar', '@photostructure/sqlite', 'node-gyp-build'];

/**
 * Makes the runtime and the app readable for another user: hard links (copies across file systems) in the desktop's
 * folder, because clones and caches often lie in a home folder that others may not enter. Gives the user a home and
 * the profile. The keyring and the bus stay those of the desktop.
 */
export function stageForOrdinaryUser({
  user,
  folder,
  runtime,
  appDir,
  profileDir,
  env,
}: {
  readonly user: OrdinaryUser;
  readonly folder: string;
  readonly runtime: string;
  readonly appDir: string;
  readonly profileDir: string;
  readonly env: Readonly<Record<string, string>>;
}): { readonly runtime: string; readonly appDir: string; readonly env: Record<string, string> } {
  const own = path.join(folder, `user-${user.uid}`);
  const app = path.join(own, 'app');
  if (!fs.existsSync(own)) {
    fs.mkdirSync(own);
    link(path.dirname(runtime), path.join(own, 'runtime'));
    allowSandbox(path.join(own, 'runtime/chrome-sandbox'));
    const parts = [...APP_PARTS, ...APP_PACKAGES.map((name) => `node_modules/${name}`)];
    const present = parts.filter((part) => fs.existsSync(path.join(appDir, part)));
    const isWholeApp = present.includes('out');
    if (isWholeApp) for (const part of present) link(path.join(appDir, part), path.join(app, part));
    else link(appDir, app);
  }
  const homes: Record<string, string> = {};
  for (const name of ['HOME', 'XDG_RUNTIME_DIR', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME']) {
    const home = path.join(own, name.toLowerCase());
    fs.mkdirSync(home, { recursive: true, mode: 0o700 });
    fs.chownSync(home, user.uid, user.gid);
    homes[name] = home;
  }
  fs.mkdirSync(profileDir, { recursive: true });
  execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, profileDir]);
  return {
    runtime: path.join(own, 'runtime', path.basename(runtime)),
    appDir: app,
    env: { ...env, ...homes },
  };
}

/**
 * Where the kernel gives ordinary users no namespaces (containers, chroots), Chromium's sandbox needs this helper to
 * belong to root and run as root. A copy: the runtime's own file stays as it is.
 */
function allowSandbox(helper: string): void {
  if (!fs.existsSync(helper)) return;
  const copy = `${helper}.copy`;
  fs.copyFileSync(helper, copy);
  fs.renameSync(copy, helper);
  fs.chownSync(helper, 0, 0);
  fs.chmodSync(helper, 0o4755);
}

function link(from: string, to: string): void {
  fs.mkdirSync(path.dirname(to), { recursive: true });
  try {
    execFileSync('cp', ['-aL', '--link', from, to], { stdio: 'ignore' });
  } catch {
    // Another file system: copied after all.
    fs.rmSync(to, { recursive: true, force: true });
    execFileSync('cp', ['-aL', from, to]);
  }
}

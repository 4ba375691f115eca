import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { startService } from '../desktop/service.ts';
import { freePort } from './free-port.ts';

const SSHD = '/usr/sbin/sshd';

export type Sshd = {
  readonly port: number;
  readonly user: string;
  /** Path for a Unix socket that the server may listen on. */
  readonly socketPath: string;
  /** Accepts one more key: a line of `authorized_keys`. */
  readonly authorize: (line: string) => void;
  /** Kills the server and every session, as a power cut would. */
  readonly kill: () => void;
  /** Suspends all its processes, and resumes them. */
  readonly freeze: (isFrozen: boolean) => void;
  /** Starts it again on the same port. */
  readonly start: () => Promise<void>;
  /** Gives the server another key from its next start on. */
  readonly changeHostKey: () => void;
  readonly hostFingerprint: () => string;
};

/**
 * OpenSSH's own server on loopback for the user who runs the tests, with its files in `dir`. `authorizedKey` may be given
 * options; `lines` are added to its configuration.
 */
export async function startSshd(
  dir: string,
  {
    authorizedKeys = [],
    lines = [],
  }: { readonly authorizedKeys?: readonly string[]; readonly lines?: readonly string[] } = {},
): Promise<Sshd> {
  const port = await freePort();
  const { username } = os.userInfo();
  const hostKey = path.join(dir, 'host_key');
  const config = path.join(dir, 'sshd_config');
  const makeHostKey = (): void => {
    fs.rmSync(hostKey, { force: true });
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', hostKey]);
  };
  makeHostKey();
  const authorize = (line: string): void => {
    fs.appendFileSync(path.join(dir, 'authorized_keys'), `${line}\n`, { mode: 0o600 });
  };
  for (const line of authorizedKeys) authorize(line);
  fs.writeFileSync(
    config,
    [
      `Port ${String(port)}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${hostKey}`,
      `AuthorizedKeysFile ${path.join(dir, 'authorized_keys')}`,
      `PidFile ${path.join(dir, 'sshd.pid')}`,
      'StrictModes no',
      'UsePAM no',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'PermitRootLogin prohibit-password',
      'StreamLocalBindUnlink yes',
      'LogLevel VERBOSE',
      ...lines,
      '',
    ].join('\n'),
  );
  // The package creates it at boot, which a container does not do.
  if (process.getuid?.() === 0) fs.mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const start = (): Promise<{ readonly pid: number }> =>
    startService({
      command: SSHD,
      args: ['-D', '-e', '-f', config],
      env: { PATH: String(process.env['PATH']) },
      logDir: dir,
      ready: (output) => (output.includes('Server listening on') ? 'ready' : null),
    });
  let running = await start();
  const signalAll = (signal: NodeJS.Signals): void => {
    for (const pid of withDescendants(running.pid)) {
      try {
        process.kill(pid, signal);
      } catch {
        // It has ended meanwhile.
      }
    }
  };
  return {
    port,
    user: username,
    socketPath: path.join(dir, 'tunnel.sock'),
    authorize,
    kill: () => signalAll('SIGKILL'),
    freeze: (isFrozen) => signalAll(isFrozen ? 'SIGSTOP' : 'SIGCONT'),
    start: async () => {
      running = await start();
    },
    changeHostKey: makeHostKey,
    hostFingerprint: () =>
      execFileSync('ssh-keygen', ['-l', '-f', `${hostKey}.pub`], { encoding: 'utf8' }).split(' ')[1] ?? '',
  };
}

function withDescendants(pid: number): readonly number[] {
  return [pid, ...childrenOf(pid).flatMap(withDescendants)];
}

function childrenOf(pid: number): readonly number[] {
  try {
    const children = fs.readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8');
    return children
      .split(' ')
      .filter((child) => child.trim() !== '')
      .map(Number);
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

import { onTestFinished } from 'vitest';
import { makeSshKey } from '../../../src/main/tunnel/ssh-key.ts';
import { createSsh } from '../../../src/main/tunnel/ssh.ts';
import type { SshTunnelSettings } from '../../../src/shared/settings/tunnel-settings.ts';
import { tempDir } from '../../fakes/temp-store.ts';
import { startSshd, type Sshd } from '../../services/sshd.ts';
import { startFront } from '../../services/front.ts';
import { startGatedReceiver, watchTunnel, type Watched } from './rig.ts';

/** Real receiver, real provider, real OpenSSH server, and a proxy with TLS in front of where it listens. */
export async function startSshRig({
  options = '',
  lines = [],
  bind = 'socket',
}: {
  /** Options before the key in `authorized_keys`. */
  readonly options?: string;
  readonly lines?: readonly string[];
  readonly bind?: 'socket' | number;
} = {}) {
  const { dir, remove } = tempDir();
  onTestFinished(remove);
  const key = await makeSshKey();
  const sshd = await startSshd(dir, {
    authorizedKeys: [`${options.replace('$HOME_OF_TEST', dir)}${key.publicKey}`],
    lines,
  });
  onTestFinished(sshd.kill);
  const receiver = await startGatedReceiver();
  const front = await startFront(
    bind === 'socket' ? { path: sshd.socketPath } : { port: bind, host: '127.0.0.1' },
  );
  let pinned = '';
  const remoteBind = bind === 'socket' ? sshd.socketPath : String(bind);
  return { dir, sshd, receiver, front, key, watch, pinned: () => pinned };

  function watch(
    changes: Partial<SshTunnelSettings> & { privateKey?: string; keepaliveMs?: number } = {},
  ): Watched {
    const { privateKey = key.privateKey, keepaliveMs, ...settings } = changes;
    pinned = settings.hostKey ?? '';
    return watchTunnel(
      receiver,
      front.url,
      createSsh({
        settings: { ...settingsFor(sshd, remoteBind), ...settings },
        privateKey,
        port: receiver.port,
        hostKey: () => pinned,
        onHostKey: (fingerprint) => {
          pinned = fingerprint;
        },
        log: { info: () => undefined, warn: () => undefined },
        ...(keepaliveMs === undefined ? {} : { keepaliveMs }),
      }),
    );
  }
}

function settingsFor(sshd: Sshd, remoteBind: string): SshTunnelSettings {
  return { host: '127.0.0.1', port: sshd.port, user: sshd.user, remoteBind, hostKey: '', urlPattern: '' };
}
